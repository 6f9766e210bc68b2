"""Twenty ways through Heidelberg, and some in the country, against a search over the files as
they stand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely

from geodata.streets.assembly import assembled
from geodata.streets.graph import Mode, StreetGraph
from geodata.streets.highways import read_highways
from geodata.streets.mode_table import mode_table
from geodata.streets.segments import projected, segments
from indicators.reach.routes import route
from indicators.reach.streets import minutes_per_facility, snapped
from tests.indicators.reach.raw_search import Place, RawStreets, raw_streets
from tests.roads import EVERYWHERE

PLACES: dict[str, Place] = {
    "Hauptbahnhof": (8.6753, 49.4036),
    "Bismarckplatz": (8.6930, 49.4094),
    "Schloss": (8.7151, 49.4106),
    "Neuenheimer Feld": (8.6690, 49.4172),
    "Handschuhsheim": (8.6868, 49.4266),
    "Rohrbach": (8.6930, 49.3788),
    "Kirchheim": (8.6597, 49.3788),
    "Ziegelhausen": (8.7720, 49.4170),
    "Königstuhl": (8.7260, 49.3980),
    "Neckargemünd": (8.7960, 49.3930),
    "Dossenheim": (8.6710, 49.4490),
    "Eppelheim": (8.6330, 49.4010),
    "Leimen": (8.6910, 49.3480),
    "Wieblingen": (8.6430, 49.4310),
}
WAYS: list[tuple[Mode, str, tuple[str, ...]]] = [
    ("car", "Hauptbahnhof", ("Dossenheim", "Leimen", "Eppelheim", "Ziegelhausen", "Königstuhl")),
    ("car", "Neckargemünd", ("Hauptbahnhof", "Rohrbach", "Wieblingen")),
    ("bike", "Neuenheimer Feld", ("Handschuhsheim", "Rohrbach", "Eppelheim", "Ziegelhausen")),
    ("pedelec", "Kirchheim", ("Dossenheim", "Neckargemünd", "Bismarckplatz")),
    ("foot", "Bismarckplatz", ("Schloss", "Königstuhl", "Hauptbahnhof", "Rohrbach", "Wieblingen")),
]


@pytest.fixture(scope="module")
def heidelberg(shared_data: Path) -> Path:
    return shared_data / "test-only" / "osm" / "heidelberg.test.pbf"


def graph_of(path: Path) -> StreetGraph:
    read = read_highways(path, mode_table(), EVERYWHERE, progress=lambda _: None)
    everything = segments(read, mode_table(), shapely.box(0, 0, 1e6, 1e7))
    return assembled(everything, title=path.name, attribution="").graph


@pytest.fixture(scope="module")
def graph(heidelberg: Path) -> StreetGraph:
    return graph_of(heidelberg)


@pytest.fixture(scope="module")
def uncut(heidelberg: Path) -> dict[Mode, RawStreets]:
    return raw_streets(heidelberg)


def test_there_are_twenty_ways() -> None:
    assert sum(len(ends) for _, _, ends in WAYS) == 20


@pytest.mark.parametrize(("mode", "start", "ends"), WAYS)
def test_minutes_are_those_of_the_uncut_ways(
    graph: StreetGraph,
    uncut: dict[Mode, RawStreets],
    mode: Mode,
    start: str,
    ends: tuple[str, ...],
) -> None:
    raw = uncut[mode]
    origin = raw.nearest(PLACES[start], raw.places)
    plain = raw.minutes(origin)
    nodes = [origin, *(raw.nearest(PLACES[end], plain) for end in ends)]
    lon, lat = np.array([raw.places[node] for node in nodes]).T
    snaps = snapped(graph, mode, *projected(lon, lat))
    # The points are those of the ways themselves.
    assert snaps.distance_m.max() < 0.02
    there, here = snaps.chosen(range(1, len(nodes))), snaps.chosen([0])
    minutes = minutes_per_facility(graph, mode, there, here)[:, 0]
    expected = [plain[node] for node in nodes[1:]]
    # Metres of the map are up to 0.04 % off those on the ground; a barrier takes 1 m more or less.
    assert minutes == pytest.approx(expected, rel=1e-3, abs=0.02)
    for number, takes in enumerate(expected):
        found = route(graph, mode, here, there.chosen([number]))
        assert found is not None
        assert found.minutes == pytest.approx(takes, rel=1e-3, abs=0.02)


@pytest.mark.parametrize("mode", ["foot", "car"])
def test_in_the_country_minutes_are_those_of_the_uncut_ways_too(
    shared_data: Path, mode: Mode
) -> None:
    path = shared_data / "test-only" / "osm" / "north-bayreuth.osm.gz"
    graph, raw = graph_of(path), raw_streets(path)[mode]
    rng = np.random.default_rng(7)
    known = sorted(raw.leads)
    snaps = snapped(graph, mode, *projected(*np.array([raw.places[n] for n in known]).T))
    connected = [n for n, away in zip(known, snaps.distance_m, strict=True) if away < 0.02]
    origin, *goals = rng.choice([n for n in connected if n not in raw.barred], 9).tolist()
    there = snaps.chosen([known.index(goal) for goal in goals])
    here = snaps.chosen([known.index(origin)])
    plain = raw.minutes(origin)
    minutes = minutes_per_facility(graph, mode, there, here)[:, 0]
    assert minutes == pytest.approx([plain[goal] for goal in goals], rel=1e-3, abs=0.02)
