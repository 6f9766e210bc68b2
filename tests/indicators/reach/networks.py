"""Street networks out of thin air: by hand, and random ones for hypothesis."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from geodata.streets.graph import StreetGraph

INF = float("inf")
# Start, end, minutes along, minutes back; a straight line between their nodes, or with a bend.
Street = tuple[int, int, float, float]


def network(spots: Sequence[tuple[float, float]], streets: Sequence[Street]) -> StreetGraph:
    """One mode's minutes for all modes; a street with minutes back is two edges.

    A second street between the same nodes bends aside, a ring goes out and comes back.
    """
    edges: list[tuple[int, int, float, list[tuple[float, float]]]] = []
    for number, (a, b, along, back) in enumerate(streets):
        (ax, ay), (bx, by) = spots[a], spots[b]
        bend = ((ax + bx) / 2 + 7 * number + 3, (ay + by) / 2 - 5 * number - 2)
        course = [(ax, ay), bend, (bx, by)]
        if a == b:
            course = [(ax, ay), bend, (ax + 40, ay + 10 * number), (bx, by)]
        edges.append((a, b, along, course))
        if back != INF:
            edges.append((b, a, back, course[::-1]))
    lines = [np.array(course, np.float64) for *_, course in edges]
    points = np.concatenate(lines)
    minutes = np.array([m for _, _, m, _ in edges], np.float32)
    return StreetGraph(
        x=np.array([x for x, _ in spots], np.float64),
        y=np.array([y for _, y in spots], np.float64),
        start=np.array([a for a, *_ in edges], np.int32),
        end=np.array([b for _, b, *_ in edges], np.int32),
        length_m=np.array([_length(line) for line in lines], np.float32),
        minutes={"foot": minutes, "bike": minutes, "pedelec": minutes, "car": minutes},
        line_offsets=np.concatenate([[0], np.cumsum([len(line) for line in lines])]),
        line_x=points[:, 0].copy(),
        line_y=points[:, 1].copy(),
        nature="model",
    )


def _length(line: np.ndarray) -> float:
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


@st.composite
def networks(draw: st.DrawFn) -> StreetGraph:
    """Up to eight nodes; parallel streets, one-way streets and rings among them."""
    count = draw(st.integers(2, 8))
    coordinate = st.integers(0, 900)
    spots = draw(
        st.lists(st.tuples(coordinate, coordinate), min_size=count, max_size=count, unique=True)
    )
    node, minutes = st.integers(0, count - 1), st.integers(1, 40).map(lambda n: n / 4)
    street = st.tuples(node, node, minutes, st.one_of(st.just(INF), minutes))
    streets = draw(st.lists(street, min_size=1, max_size=14))
    return network([(float(x), float(y)) for x, y in spots], streets)


@st.composite
def places(draw: st.DrawFn, most: int = 5) -> tuple[np.ndarray, np.ndarray]:
    """Spots on and beside the streets, one of them perhaps far away."""
    spot = st.tuples(st.integers(-300, 1200), st.integers(-300, 1200))
    far = st.tuples(st.integers(9000, 9999), st.integers(0, 900))
    drawn = draw(st.lists(st.one_of(spot, spot, spot, far), min_size=1, max_size=most))
    xy = np.array(drawn, np.float64)
    return xy[:, 0], xy[:, 1]
