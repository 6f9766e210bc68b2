"""Streets, buses, Kitas and a grid in the six villages, and all that readers can ask of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import cycle, product

import numpy as np
import shapely
from flask.testing import FlaskClient
from shapely.geometry import Polygon

from geodata.catalogue import Indicator
from geodata.facilities.facility import Facility
from geodata.facilities.kind import built_in_kinds
from geodata.geometries.outline import geometry_hash
from geodata.imports.areas import store_nesting
from geodata.imports.stories import put_story
from geodata.inhabited_points import PLACES, InhabitedPoints, people_of_grid
from geodata.store import NewArea, Store
from geodata.stories import Chapter, Story
from geodata.workspace import Workspace
from indicators.choices import systems
from indicators.facilities.filter import FacilityFilter
from indicators.reach.question import MEASURES, MODES, ReachQuestion
from indicators.reach.record import reach_record
from layers.in_degrees import geojson_of
from layers.reach_choice import LAYERS
from layers.reach_choice import MEASURES as MEASURE_NAMES
from tests.indicators.reach.networks import network
from tests.indicators.secrecy.outside import squares
from tests.timetables import DAY, clock, timetable_of
from tests.villages import EAST, NORTH, add_cells, put_facilities, put_records

GRID = "raster"
# The middles of the villages, in their order.
MIDDLES = [(500 + 1000 * x, 500 + 1000 * y) for y in (1, 0) for x in range(3)]
STREETS = [(0, 1, 2, 2), (1, 2, 3, 3), (0, 3, 4, 4), (3, 4, 6, 6), (4, 5, 9, 9), (1, 4, 8, 8)]
ASKED = "modus=erreichbarkeit"
GROUPS = ("", "kinder", "maedchen")
LIMITS = (5, 15)
KITAS = FacilityFilter(kinds=("kita",))


def put_reachable(store: Store, seed: int) -> None:
    """All that reachability is made of, and questions of it kept as indicators."""
    _put_streets_and_buses(store)
    kitas = built_in_kinds()["kita"]
    served = replace(
        kitas, serves=("kinder",), serves_under_3=("maedchen",), serves_from_3=("jungen",)
    )
    put_records(store, [served])
    put_facilities(store, "kita", [_kita("Sonne", 0, 20), _kita("Mond", 4, 7), _kita("Mars", 5)])
    chapter = Chapter("Wo?", "?indikator=maedchen&ebene=gemeinde", "Hier.")
    put_story(store, Story("", "Mädchen", (chapter,), Workspace(store).number))
    cells = quarters_of(squares().values())
    people = np.random.default_rng(seed + 7).geometric(0.15, len(cells)) - 1.0
    put_grid(store, cells, people.tolist())
    put_records(store, _questions(store))


def _put_streets_and_buses(store: Store) -> None:
    spots = [(EAST + x, NORTH + y) for x, y in MIDDLES]
    halts = [(2, clock(7, 0), clock(7, 0)), (1, clock(7, 9), clock(7, 10)), (0, clock(7, 20), 0)]
    plan = timetable_of([halts], stops=6, places=spots)
    with store.writing("streets", file="strassen.osm") as writer:
        writer.replace_network("streets", network(spots, STREETS).stored())
    with store.writing("timetable", file="bus.zip") as writer:
        writer.replace_network("timetable", plan.stored())


def _kita(name: str, village: int, places: int | None = None) -> Facility:
    x, y = MIDDLES[village]
    return Facility(
        f"kita:{name}",
        "kita",
        name,
        x=EAST + x + 90.0,
        y=NORTH + y,
        inside=True,
        capacity=places,
        occupancy=places and places - 2,
        places_under_3=places and places // 3,
        provider="DRK" if village else "Kirche",
    )


def quarters_of(villages: Iterable[Polygon]) -> dict[str, Polygon]:
    """Four cells in each village."""
    corners = [bounds[:2] for bounds in (village.bounds for village in villages)]
    cells = [
        shapely.box(west + x, south + y, west + x + 500, south + y + 500)
        for west, south in corners
        for x, y in product((0, 500), repeat=2)
    ]
    return {f"Z{number:02}": cell for number, cell in enumerate(cells)}


def put_grid(store: Store, cells: Mapping[str, Polygon], people: Sequence[float]) -> None:
    """Store a grid whose people are under a rule, as `geodata grid` does."""
    shapes, lived = np.array(list(cells.values()), object), np.array(people) > 0
    rule = Indicator(people_of_grid(GRID), "Einwohner im Raster", people=True, minimum=3)
    put_records(store, [rule])
    with store.writing("grid", file="raster.csv") as writer:
        writer.replace_areas(
            GRID,
            [NewArea(name, name) for name in cells],
            shapes,
            title="Raster",
            valid="",
            attribution="",
            geometry_hash=geometry_hash(list(cells), shapes),
            context=False,
        )
        store_nesting(writer)
        middles = shapely.get_coordinates(shapely.centroid(shapes[lived])).T
        names = tuple(np.array(list(cells), object)[lived])
        writer.replace_points(GRID, InhabitedPoints(names, *middles, np.array(people)[lived]))
        told = dict(zip(cells, people, strict=True))
        add_cells(writer, people_of_grid(GRID), "2022", told, system=GRID)
        writer.report = {"title": "Raster"}


def _questions(store: Store) -> list[Indicator]:
    """One question for each measure, of all or of girls, kept."""
    workspace = Workspace(store)
    return [
        reach_record(
            workspace,
            f"{measure}_{mode}",
            ReachQuestion(KITAS, mode=mode, measure=measure, group=group, limit_minutes=12),
        )
        for mode, measure, group in zip(cycle(MODES), MEASURES, cycle(GROUPS[2:]), strict=False)
    ]


def reach_answers(client: FlaskClient, workspace: Workspace) -> dict[str, str]:
    """Everything that is answered about facilities and reachability, under the question."""
    found: dict[str, str] = {}
    for address in _addresses(workspace):
        found[address] = _settled(client, address)
        if address.startswith("/karte/klassen"):
            drawn = json.loads(found[address])["geometry"]
            found[drawn] = found.get(drawn) or client.get(drawn).text
    return found


def reach_figures(client: FlaskClient, workspace: Workspace) -> dict[str, str]:
    """Of this the supply, and some of the figures on the map."""
    asked = list(_addresses(workspace))
    figures = [address for address in asked if "teil=versorgung" in address]
    figures += [address for address in asked if address.startswith("/karte/werte")][::3]
    return {address: _settled(client, address) for address in figures}


def _addresses(workspace: Workspace) -> Iterator[str]:
    yield from _of_facilities(workspace)
    yield from _of_reach(workspace)
    yield from _of_kept(workspace)


def _settled(client: FlaskClient, address: str) -> str:
    """The answer once it is reckoned."""
    told = client.get(address)
    while '"working"' in told.text:
        told = client.get(address)
    return told.text


def _of_facilities(workspace: Workspace) -> Iterator[str]:
    yield "/einrichtungen/liste"
    for chosen, system in product(_filters(workspace), workspace.systems):
        ids = workspace.systems[system].area_ids
        for areas in ("", ids[0], ";".join(ids[:2])):
            place = f"ebene={system}&gebiet={areas}&indikator=kinder"
            yield f"/einrichtungen/auswahl?{chosen}&{place}"
        for part in ("all", "under_3", "from_3"):
            supply = f"teil=versorgung&versorgt=kita:{part}&ebene={system}&indikator=kinder"
            yield f"/einrichtungen/auswahl?{chosen}&{supply}"


def _filters(workspace: Workspace) -> list[str]:
    """All Kitas, and each alone: what differs between them is known too."""
    return ["arten=kita", *(f"suche={facility.name}" for facility in workspace.facilities[:3])]


def _of_reach(workspace: Workspace) -> Iterator[str]:
    for mode, group, limit in product(("auto", "bus"), GROUPS, LIMITS):
        asked = f"{ASKED}&weg={mode}&tag={DAY}&grenze={limit}&gruppe={group}"
        yield f"/erreichbarkeit/tafel?{asked}"
        for surface in (PLACES, *workspace.systems):
            yield f"/karte/klassen?{asked}&arten=kita&mass=minuten&wo={surface}"
        for chosen in _filters(workspace)[:2]:
            yield f"/erreichbarkeit/ergebnis?{asked}&{chosen}&mass=plaetze"
            for measure, surface in product(MEASURE_NAMES, (PLACES, *workspace.systems)):
                yield f"/karte/werte?{asked}&{chosen}&mass={measure}&wo={surface}"
    for mode in ("auto", "bus"):
        asked = f"{ASKED}&weg={mode}&tag={DAY}&grenze=10"
        yield f"/erreichbarkeit/flaeche?{asked}"
        for x, y in MIDDLES[:3]:
            lon, lat = geojson_of(shapely.Point(EAST + x, NORTH + y))["coordinates"]
            for part in ("weg", "fahrten"):
                yield f"/erreichbarkeit/{part}?{asked}&von={lon},{lat}"
        for layer in LAYERS:
            yield f"/erreichbarkeit/schicht?{asked}&schichten={layer}&schicht={layer}"


def _of_kept(workspace: Workspace) -> Iterator[str]:
    """The kept questions at the points themselves; at areas they are asked like all indicators."""
    for record in workspace.indicators.values():
        if record.reach and systems(workspace, record.id):
            yield f"/daten/{record.id}?system={PLACES}&format=json"


def reach_words() -> Iterator[tuple[str, ...]]:
    """What can be asked of reachability on the command line."""
    for measure, group in product(MEASURES, GROUPS[1:]):
        asked = ("reach", "--kind", "kita", "--measure", measure, "--group", group)
        yield (*asked, "--system", "gemeinde", "--format", "json")
