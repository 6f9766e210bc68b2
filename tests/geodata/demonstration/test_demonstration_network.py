"""The model network and the model places: what they are made of, and that they say so."""

from __future__ import annotations

import csv
import doctest
import io
import json
import tomllib
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components
from shapely.geometry import shape

from geodata import demonstration
from geodata.demonstration import neighbours, place_files, place_names
from geodata.demonstration.model import known_populations
from geodata.demonstration.model_network import CROSSINGS, river
from geodata.demonstration.model_streets import import_model_streets, model_graph
from geodata.demonstration.neighbours import gabriel, is_relative
from geodata.demonstration.place_names import place_of
from geodata.demonstration.steps import steps
from geodata.store import Store
from geodata.streets.graph import StreetGraph, street_graph
from geodata.streets.segments import projected
from geodata.workspace import Workspace
from indicators.reach.streets import minutes_per_facility, snapped

SOURCES = Path(demonstration.__file__).parent / "sources"
NETWORK, PLACES = SOURCES / "modell_netz.geojson", SOURCES / "orte_modell.csv"


@pytest.fixture(scope="module")
def graph() -> StreetGraph:
    features = json.loads(NETWORK.read_text(encoding="utf-8"))["features"]
    return model_graph(features, title="Modellnetz", attribution="")


@pytest.fixture(scope="module")
def places() -> list[dict[str, str]]:
    text = PLACES.read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def minutes_between(graph: StreetGraph, *places: tuple[float, float]) -> np.ndarray:
    lon, lat = np.array(places).T
    found = snapped(graph, "car", *projected(lon, lat))
    return minutes_per_facility(graph, "car", found, found)


def test_the_network_is_small_and_joins_all_stops_of_the_frame(graph: StreetGraph) -> None:
    assert NETWORK.stat().st_size <= 250_000
    assert len(graph.x) == 2418
    n = len(graph.x)
    links = csr_array((np.ones(len(graph.start)), (graph.start, graph.end)), shape=(n, n))
    assert connected_components(links)[0] == 1


def test_it_is_a_model_and_says_so_wherever_it_goes(three_villages: Store) -> None:
    (step,) = steps()["streets"]
    assert step["title"] == "Modellnetz"
    told = {name: step[name] for name in ("title", "attribution")}
    report = import_model_streets(three_villages, SOURCES / step["file"], **told)
    stored = Workspace(three_villages).streets
    assert stored is not None
    assert (stored.nature, stored.title) == ("model", "Modellnetz")
    assert "Modelldaten" in stored.attribution
    assert "OpenStreetMap-Mitwirkende (ODbL)" in stored.attribution
    back = street_graph(stored)
    assert (len(back.x), len(back.start)) == (report["nodes"], report["edges"])
    assert back.shape.twin[back.shape.twin].tolist() == list(range(len(back.start)))


def test_no_two_streets_of_one_bank_cross(graph: StreetGraph) -> None:
    features = json.loads(NETWORK.read_text(encoding="utf-8"))["features"]
    streets = [f for f in features if "source" not in f["properties"]]
    lines = shapely.linestrings([line for f in streets for line in f["geometry"]["coordinates"]])
    one, _ = shapely.STRtree(lines).query(lines, predicate="crosses")
    assert len(one) == 0


def test_the_elbe_is_crossed_where_there_is_a_ferry_or_a_bridge_and_nowhere_else() -> None:
    features = json.loads(NETWORK.read_text(encoding="utf-8"))["features"]
    plan = tomllib.loads(CROSSINGS.read_text(encoding="utf-8"))
    elbe = river(SOURCES, plan["river"]["downstream"])
    over = {f["properties"]["name"] for f in features if shape(f["geometry"]).intersects(elbe)}
    assert over == {crossing["name"] for crossing in plan["crossing"]}
    assert all(crossing["source"] for crossing in plan["crossing"])
    assert {
        "Fähre Neu Darchau–Darchau",
        "Elbbrücke Dömitz (B 191)",
        "Fähre Pevestorf–Lenzen",
    } < over


def test_the_other_bank_is_near_only_by_ferry(graph: StreetGraph) -> None:
    pevestorf, lenzen_ferry, gartow = (11.4516, 53.0764), (11.4557, 53.0802), (11.46, 53.023)
    minutes = minutes_between(graph, pevestorf, lenzen_ferry, gartow)
    # 5 minutes of waiting and 5 of crossing, for half a kilometre.
    assert minutes[0, 1] == pytest.approx(10, abs=0.5)
    assert minutes[0, 2] < 15
    hitzacker, herrenhof = (11.044, 53.152), (11.0508, 53.1627)
    assert minutes_between(graph, hitzacker, herrenhof)[0, 1] > 30


@pytest.mark.parametrize(
    ("origin", "goal", "real_minutes"),
    [
        ((11.153, 52.969), (11.10, 53.098), 20),
        ((11.153, 52.969), (10.956, 52.934), 17),
        ((11.153, 52.969), (11.46, 53.023), 28),
    ],
)
def test_minutes_are_of_the_right_size(
    graph: StreetGraph,
    origin: tuple[float, float],
    goal: tuple[float, float],
    real_minutes: float,
) -> None:
    """Lüchow to Dannenberg, Clenze and Gartow, as route planners say."""
    found = minutes_between(graph, origin, goal)[0, 1]
    assert 0.75 * real_minutes < found < 1.4 * real_minutes


def test_each_gemeinde_keeps_its_people(places: list[dict[str, str]]) -> None:
    known = known_populations(SOURCES)["2025-06-30"]
    by_gemeinde: dict[str, int] = defaultdict(int)
    for place in places:
        by_gemeinde[place["Gemeinde"]] += int(place["Einwohner"])
    assert sorted(by_gemeinde.values()) == sorted(known.values())
    assert sum(by_gemeinde.values()) == 46_425


def test_a_place_lies_at_a_stop_in_its_gemeinde(places: list[dict[str, str]]) -> None:
    features = json.loads((SOURCES / "gemeinden.geojson").read_text(encoding="utf-8"))["features"]
    outlines = {f["properties"]["NAME"]: shape(f["geometry"]) for f in features}
    for place in places:
        point = shapely.Point(float(place["lon"]), float(place["lat"]))
        assert outlines[place["Gemeinde"]].intersects(point), place["Ort"]
    spots = {(place["lon"], place["lat"]) for place in places}
    assert len(spots) == len(places)


@pytest.mark.parametrize(
    ("stop", "gemeinde", "place"),
    [
        ("Satemin Ort, Lüchow (Wendland)", "Lüchow (Wendland)", "Satemin"),
        ("Breese in der Marsch Siedlung, Dannenberg (Elbe)", "Dannenberg", "Breese in der Marsch"),
        ("Seerau im Drawehn, Küsten", "Lüchow (Wendland)", "Seerau im Drawehn"),
        ("Groß Gusborn L256, Gusborn", "Gusborn", "Groß Gusborn"),
        ("Prisser Uelzener Straße, Dannenberg (Elbe)", "Dannenberg (Elbe)", "Prisser"),
        ("Kolborn/Herrenhaus, Lüchow (Wendland)", "Lüchow (Wendland)", "Kolborn"),
        ("Berliner-/Brandenburger Straße, Lüchow (Wendland)", "Lüchow (Wendland)", ""),
        ("Bahnhofstraße, Bergen (Dumme)", "Bergen an der Dumme", ""),
        ("Am Räuberberg, Zernien", "Zernien", ""),
        ("Neu Darchau Süd", "Neu Darchau", ""),
        ("B493, Küsten", "Küsten", ""),
        ("Abzw. Krankenhaus, Dannenberg (Elbe)", "Dannenberg (Elbe)", None),
    ],
)
def test_names_of_stops_are_read_as_people_read_them(
    stop: str, gemeinde: str, place: str | None
) -> None:
    assert place_of(stop, gemeinde) == place


spots = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 400)), min_size=4, max_size=25, unique=True
).filter(lambda points: np.linalg.matrix_rank(np.array(points) - points[0]) == 2)


@settings(max_examples=60, deadline=None)
@given(spots)
def test_neighbours_have_nobody_between_them_and_hang_together(
    points: list[tuple[int, int]],
) -> None:
    x, y = np.array(points, np.float64).T
    pairs = gabriel(x, y)
    for a, b in pairs.tolist():
        radius = np.hypot(x[a] - x[b], y[a] - y[b]) / 2
        away = np.hypot(x - (x[a] + x[b]) / 2, y - (y[a] + y[b]) / 2)
        others = np.delete(away, [a, b])
        assert (others > radius - 1e-6).all()
    n = len(points)
    for chosen in (pairs, pairs[is_relative(x, y, pairs)]):
        links = csr_array((np.ones(len(chosen)), chosen.T), shape=(n, n))
        assert connected_components(links, directed=False)[0] == 1


@pytest.mark.parametrize("module", [neighbours, place_files, place_names])
def test_the_examples_are_true(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]
