"""The GeoPackage of a view as QGIS opens it: the same classes, colours and looks of the gaps."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from numpy.typing import NDArray
from PIL import Image

from geodata.markers import Flag, Status
from geodata.workspace import Workspace
from layers.handout.facts import GapRow, Handout, handout
from layers.handout.geopackage import layer_name, view_geopackage
from layers.handout.looks import fill_class, fill_gap, ring
from layers.handout.paper import Paper
from layers.handout.qgis_style import class_column
from layers.legend import legend
from tests.layers.handout.conftest import CHILDREN

SCRIPT = Path(__file__).with_name("in_qgis.py")
# A square of the villages is so long on the picture of QGIS.
SIDE_MM = 25.4
LOOKS = (Status.MISSING, Status.SUPPRESSED, Status.UNRELIABLE, Status.ZERO)


@dataclass(frozen=True)
class Seen:
    """What QGIS tells of a layer, and its picture (height, width, 3)."""

    told: dict[str, Any]
    pixels: NDArray[np.uint8]


@cache
def python_with_qgis() -> str:
    """ "" where there is none; QGIS comes with the Python of the system, not with ours."""
    found = shutil.which("python3", path="/usr/bin:/usr/local/bin") or ""
    call = [found, "-c", "import qgis.core"]
    return found if found and subprocess.run(call, capture_output=True).returncode == 0 else ""


def opened_in_qgis(workspace: Workspace, told: Handout, folder: Path) -> Seen:
    if not python_with_qgis():
        pytest.skip("QGIS fehlt (Debian-Paket python3-qgis)")
    (folder / "karte.gpkg").write_bytes(view_geopackage(workspace, told))
    picture = folder / "karte.png"
    call = [python_with_qgis(), str(SCRIPT), str(folder / "karte.gpkg"), layer_name(told)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(folder)}
    done = subprocess.run(
        [*call, str(picture)], check=True, capture_output=True, timeout=120, env=environment
    )
    assert b"may only be partially supported" not in done.stderr
    assert b"Non-conformant" not in done.stderr
    return Seen(json.loads(done.stdout), np.asarray(Image.open(picture).convert("RGB")))


def with_statuses(told: Handout, statuses: tuple[Status, ...]) -> Handout:
    """The same areas with other figures: an unreliable one has the middle class."""
    status = np.array(statuses, np.uint8)
    values = np.where(np.isin(status, (Status.UNRELIABLE, Status.SHOWN)), 5.0, np.nan)
    figures = replace(told.figures, status=status, values=values, flags=np.zeros(4, np.uint16))
    indices = np.where(np.isin(status, (Status.UNRELIABLE, Status.SHOWN)), 2, -1)
    gaps = {status.code: 1 for status in statuses}
    classification = replace(told.classification, indices=indices, gaps=gaps)
    found = replace(told, figures=figures, classification=classification)
    rows = legend(figures, classification)["gaps"]
    return replace(found, gaps=tuple(GapRow(**row, meaning="") for row in rows))


def area(pixels: NDArray[np.uint8], number: int) -> NDArray[np.uint8]:
    """The inner part of one of the four squares, two by two, off its lines."""
    side = len(pixels) // 2
    top, left = number // 2 * side, number % 2 * side
    return inner(pixels[top : top + side, left : left + side])


def inner(square: NDArray[np.uint8]) -> NDArray[np.uint8]:
    edge = len(square) // 10
    return square[edge:-edge, edge:-edge]


def ink_share(part: NDArray[np.uint8]) -> float:
    """How much of it is not the colour that covers most."""
    colours, counts = np.unique(part.reshape(-1, 3), axis=0, return_counts=True)
    far = np.abs(part.astype(int) - colours[counts.argmax()].astype(int)).sum(axis=2) > 60
    return float(far.mean())


def on_our_map(told: Handout, status: Status) -> NDArray[np.uint8]:
    """A square of the same size in the look of the map."""
    paper = Paper(SIDE_MM, SIDE_MM)
    square = np.array([shapely.box(0, 0, SIDE_MM, SIDE_MM)], object)
    if status is Status.SHOWN:
        fill_class(paper, square, told.classification.colours[2])
    else:
        fill_gap(paper, square, status.code, colour=told.classification.colours[2])
    if status is Status.ZERO:
        ring(paper, shapely.points([(SIDE_MM / 2, SIDE_MM / 2)]))
    return np.asarray(Image.open(io.BytesIO(paper.png({}))).convert("RGB"))


def test_the_legend_is_that_of_the_screen(workspace: Workspace, tmp_path: Path) -> None:
    told = handout(workspace, CHILDREN)
    seen = opened_in_qgis(workspace, told, tmp_path).told
    assert (seen["crs"], seen["features"], seen["column"]) == ("EPSG:25832", 4, "klasse")
    labels = [row.label for row in reversed(told.classes)] + [gap.label for gap in told.gaps]
    assert [label for _, label in seen["legend"]] == labels
    assert {letter for letter, _ in seen["legend"]} >= set(class_column(told))


def test_classes_have_the_colours_of_the_screen(workspace: Workspace, tmp_path: Path) -> None:
    told = handout(workspace, CHILDREN)
    pixels = opened_in_qgis(workspace, told, tmp_path).pixels
    for number in (0, 1):
        index = told.classification.indices[number]
        middle = area(pixels, number)[60, 60]
        assert "#" + bytes(middle.tolist()).hex() == told.classes[index].colour.lower()


def test_gaps_look_as_on_our_map(workspace: Workspace, tmp_path: Path) -> None:
    told = with_statuses(handout(workspace, CHILDREN), LOOKS)
    seen = opened_in_qgis(workspace, told, tmp_path)
    for number, status in enumerate(LOOKS):
        theirs, ours = area(seen.pixels, number), inner(on_our_map(told, status))
        assert ink_share(ours) > 0.001
        assert ink_share(theirs) == pytest.approx(ink_share(ours), rel=0.35), status
        np.testing.assert_allclose(theirs.mean(axis=(0, 1)), ours.mean(axis=(0, 1)), atol=8)


def test_no_connection_has_a_look_of_its_own(workspace: Workspace, tmp_path: Path) -> None:
    told = with_statuses(handout(workspace, CHILDREN), LOOKS)
    cut_off = np.array([Flag.NO_CONNECTION, 0, 0, 0], np.uint16)
    told = replace(told, figures=replace(told.figures, flags=cut_off))
    gap = GapRow("no_connection", "keine Verbindung", "", 1)
    seen = opened_in_qgis(workspace, replace(told, gaps=(gap, *told.gaps)), tmp_path)
    assert ["n", "keine Verbindung"] in seen.told["legend"]
    assert np.unique(area(seen.pixels, 0).reshape(-1, 3), axis=0).tolist() == [[0x6B, 0x66, 0x5C]]
