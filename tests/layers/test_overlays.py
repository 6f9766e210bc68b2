"""What lies over the map of a chapter: what the screen laid there, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import shapely

from geodata.workspace import Workspace
from layers.fitting_view import fitting_view
from layers.left_out import left_out
from layers.link import shown_view
from layers.overlays import Overlay, overlay_told, overlays
from layers.view import View
from layers.words import words
from tests.kitas import MOON, STAR, SUN
from tests.villages import put_facilities, village_store

TO_KITAS = "?modus=erreichbarkeit&arten=kita&weg=fuss&grenze=15&mass=anteil&wo=gemeinde"


def over(workspace: Workspace, search: str) -> list[Overlay]:
    return list(overlays(workspace, fitting_view(View.from_search(search), workspace)))


def test_a_plain_map_has_nothing_over_it(shipped: Workspace) -> None:
    assert over(shipped, "?indikator=anteil_unter_18&arten=kita") == []


def test_facilities_lie_on_the_map_of_their_mode(shipped: Workspace) -> None:
    asked = "?indikator=anteil_unter_18&arten=kita&modus=einrichtungen"
    (kitas,) = over(shipped, asked)
    assert (kitas.label, kitas.letters, kitas.is_model) == ("Kitas (22), Modelldaten", "K", True)
    assert len(kitas.geometries) == 22
    assert View.from_search(asked).search == asked
    assert shown_view("/einrichtungen", "?arten=kita").facilities_shown


def test_a_model_does_not_look_as_real_as_its_neighbours(tmp_path: Path) -> None:
    with village_store(tmp_path / "w") as store:
        put_facilities(store, "kita", (SUN, replace(MOON, nature="model"), STAR))
        real, model = over(Workspace(store), "?arten=kita&modus=einrichtungen")
    assert (real.label, real.is_model, len(real.geometries)) == ("Kitas (2)", False, 2)
    assert (model.label, model.is_model) == ("Kitas (1), Modelldaten", True)


def test_where_people_want_to_go_lies_on_the_map_of_minutes(shipped: Workspace) -> None:
    (kitas,) = over(shipped, TO_KITAS)
    assert kitas.letters == "K"


def test_reached_streets_and_layers_lie_below_the_signs(shipped: Workspace) -> None:
    found = over(shipped, f"{TO_KITAS}&flaeche=1&schichten=halte;mitfahrbank")
    shapes = [overlay.shape for overlay in found]
    assert shapes == sorted(shapes, key=["line", "circle", "sign"].index)
    labels = {" ".join(one.label.split()) for one in found}
    assert {words("reach.within", minutes=15).replace("\u00a0", " ")} <= labels
    assert "Haltestellen, Modelldaten" in labels
    assert all(one.source for one in found if one.shape != "line")


def test_the_stage_is_told_in_degrees(shipped: Workspace) -> None:
    (kitas,) = over(shipped, TO_KITAS)
    first = overlay_told(kitas)["geometries"][0]
    assert first["coordinates"][0] == pytest.approx(11, abs=1)
    assert shapely.get_x(kitas.geometries[0]) > 500_000


def test_what_a_chapter_does_not_draw_is_said() -> None:
    assert left_out(View.from_search(TO_KITAS)) == ()
    (way,) = left_out(View.from_search(f"{TO_KITAS}&von=11.1,53.0"))
    assert "Weg" in way
    (right,) = left_out(View.from_search("?indikator=a&rechts=%3Findikator%3Db"))
    assert "eigenes Kapitel" in right
