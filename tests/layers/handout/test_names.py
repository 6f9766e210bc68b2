"""Names on a drawn map."""

from __future__ import annotations

import numpy as np
import shapely

from layers.handout.ground import Frame, Ground, Placing
from layers.handout.names import names_on
from layers.handout.paper import width_of, wrapped

FRAME = Frame(0, 0, 100, 100)


def ground_of(*areas: shapely.Geometry) -> Ground:
    shapes = np.array(areas, object)
    border = shapely.boundary(shapely.union_all(shapes))
    weights, placing = shapely.area(shapes), Placing(100.0, 0, 0, FRAME)
    return Ground(FRAME, placing, shapes, border, None, np.array([], object), (), 100.0, weights)


def no_rings(count: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.zeros(count, bool)


def test_no_name_lies_on_another() -> None:
    rng = np.random.default_rng(7)
    corners = rng.uniform(0, 85, (60, 2))
    ground = ground_of(*(shapely.box(x, y, x + 15, y + 8) for x, y in corners))
    found = names_on(ground, [f"Ort {n}" for n in range(60)], ringed=no_rings(60))
    boxes = shapely.box(*np.array([name.box for name in found]).T)
    left, right = shapely.STRtree(boxes).query(boxes, predicate="overlaps")
    assert len(found) > 20
    assert len(left) == len(right) == 0


def test_the_larger_area_keeps_its_name() -> None:
    ground = ground_of(shapely.box(10, 10, 90, 90), shapely.box(45, 45, 60, 55))
    found = names_on(ground, ["Großstadt am Fluss", "Klein"], ringed=no_rings(2))
    assert found[0].lines == ("Großstadt", "am Fluss")


def test_a_chosen_area_comes_first() -> None:
    ground = ground_of(shapely.box(10, 10, 90, 90), shapely.box(45, 45, 60, 55))
    found = names_on(ground, ["Großstadt", "Klein"], ringed=no_rings(2), first=[1])
    assert found[0].lines == ("Klein",)


def test_a_name_that_does_not_fit_its_area_is_left_out() -> None:
    ground = ground_of(shapely.box(50, 50, 52, 52))
    assert names_on(ground, ["Oberunterbergkirchen"], ringed=no_rings(1)) == []


def test_names_that_would_read_alike_say_what_they_are() -> None:
    ground = ground_of(shapely.box(0, 0, 50, 100), shapely.box(50, 0, 100, 100))
    names = ["Gartow", "Gartow, gemeindefreies Gebiet"]
    found = names_on(ground, names, ringed=no_rings(2))
    assert sorted(name.lines for name in found) == [
        ("Gartow",),
        ("Gartow", "gemeindefreies Gebiet"),
    ]


def test_a_word_longer_than_its_line_is_cut_and_none_of_it_lost() -> None:
    lines = wrapped("x" * 80, width_mm=20, size_pt=10)
    assert "".join(lines) == "x" * 80
    assert max(width_of(line, size_pt=10) for line in lines) <= 20
