"""What lies over the map of a chapter: what the screen laid there, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import shapely

from geodata import demonstration
from geodata.workspace import Workspace, open_workspace
from layers.fitting_view import fitting_view
from layers.left_out import left_out
from layers.link import shown_view
from layers.overlays import Overlay, overlay_told, overlays
from layers.view import View
from layers.words import words

SHIPPED = Path(demonstration.__file__).parent / "workspace"
TO_KITAS = "?modus=erreichbarkeit&arten=kita&weg=fuss&grenze=15&mass=anteil&wo=gemeinde"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("shipped") / "workspace"
    shutil.copytree(SHIPPED, folder)
    with open_workspace(folder) as opened:
        yield opened


def over(workspace: Workspace, search: str) -> list[Overlay]:
    return list(overlays(workspace, fitting_view(View.from_search(search), workspace)))


def test_a_plain_map_has_nothing_over_it(workspace: Workspace) -> None:
    assert over(workspace, "?indikator=anteil_unter_18&arten=kita") == []


def test_facilities_lie_on_the_map_of_their_mode(workspace: Workspace) -> None:
    asked = "?indikator=anteil_unter_18&arten=kita&modus=einrichtungen"
    (kitas,) = over(workspace, asked)
    assert (kitas.label, kitas.letters, kitas.is_model) == ("Kitas (22), Modelldaten", "K", True)
    assert len(kitas.geometries) == 22
    assert View.from_search(asked).search == asked
    assert shown_view("/einrichtungen", "?arten=kita").facilities_shown


def test_where_people_want_to_go_lies_on_the_map_of_minutes(workspace: Workspace) -> None:
    (kitas,) = over(workspace, TO_KITAS)
    assert kitas.letters == "K"


def test_reached_streets_and_layers_lie_below_the_signs(workspace: Workspace) -> None:
    found = over(workspace, f"{TO_KITAS}&flaeche=1&schichten=halte;mitfahrbank")
    shapes = [overlay.shape for overlay in found]
    assert shapes == sorted(shapes, key=["line", "circle", "sign"].index)
    labels = {" ".join(one.label.split()) for one in found}
    assert {words("reach.within", minutes=15).replace("\u00a0", " ")} <= labels
    assert "Haltestellen, Modelldaten" in labels
    assert all(one.source for one in found if one.shape != "line")


def test_the_stage_is_told_in_degrees(workspace: Workspace) -> None:
    (kitas,) = over(workspace, TO_KITAS)
    first = overlay_told(kitas)["geometries"][0]
    assert first["coordinates"][0] == pytest.approx(11, abs=1)
    assert shapely.get_x(kitas.geometries[0]) > 500_000


def test_what_a_chapter_does_not_draw_is_said() -> None:
    assert left_out(View.from_search(TO_KITAS)) == ()
    (way,) = left_out(View.from_search(f"{TO_KITAS}&von=11.1,53.0"))
    assert "Weg" in way
    (right,) = left_out(View.from_search("?indikator=a&rechts=%3Findikator%3Db"))
    assert "eigenes Kapitel" in right
