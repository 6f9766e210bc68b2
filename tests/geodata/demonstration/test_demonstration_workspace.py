"""The ready-made workspace: built from its sources, small, and complete on every level."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from geodata import demonstration
from geodata.demonstration import build
from geodata.demonstration.build import make_workspace
from geodata.demonstration.refusals import StepRefused
from geodata.demonstration.steps import build_workspace, steps
from geodata.markers import Flag, Nature
from geodata.store import Reader, Store
from geodata.workspace import Workspace, open_workspace
from indicators.facilities.filter import FacilityFilter
from indicators.facilities.supply import supply

FOLDER = Path(demonstration.__file__).parent
SOURCES = FOLDER / "sources"
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def reports_and_folder(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Any], Path]:
    folder = tmp_path_factory.mktemp("demonstration") / "workspace"
    return build_workspace(SOURCES, folder), folder


@pytest.fixture(scope="module")
def fresh(reports_and_folder: tuple[list[Any], Path]) -> Iterator[Workspace]:
    workspace = open_workspace(reports_and_folder[1])
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def fresh_reader(reports_and_folder: tuple[list[Any], Path]) -> Iterator[Reader]:
    with Store.open(reports_and_folder[1]) as store, store.reading() as reader:
        yield reader


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A copy of the workspace that is checked in; opening the file itself would touch it."""
    folder = tmp_path_factory.mktemp("shipped") / "workspace"
    shutil.copytree(FOLDER / "workspace", folder)
    workspace = open_workspace(folder)
    yield workspace
    workspace.close()


def states_of(workspace: Workspace) -> set[tuple[object, ...]]:
    return {
        (s.variable, s.system, s.period.text, s.base, s.source, s.cells) for s in workspace.states
    }


def records_of(workspace: Workspace) -> list[str]:
    records = (*workspace.sources.values(), *workspace.indicators.values())
    return [repr(record) for record in records]


def test_the_shipped_workspace_is_what_the_sources_make(
    shipped: Workspace, fresh: Workspace
) -> None:
    assert states_of(shipped) == states_of(fresh)
    assert records_of(shipped) == records_of(fresh)
    hashes = {s.id: s.geometry_hash for s in fresh.systems.values()}
    assert {s.id: s.geometry_hash for s in shipped.systems.values()} == hashes


def test_the_shipped_workspace_stays_below_four_megabytes() -> None:
    files = [file for file in (FOLDER / "workspace").rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files) <= 4 * MEGABYTE


def test_the_four_levels_stand_coarsest_first_with_the_neighbours_behind(fresh: Workspace) -> None:
    assert {name: len(system) for name, system in fresh.systems.items()} == {
        "kreis": 1,
        "samtgemeinde": 5,
        "sozialraum": 7,
        "gemeinde": 29,
    }
    assert len(fresh.context["kreis"]) == 6
    assert fresh.systems["sozialraum"].title == "Sozialraum (Vorschlag)"
    assert "Vorschlag nach den fünf Samtgemeinden" in fresh.systems["sozialraum"].attribution
    assert set(fresh.systems["gemeinde"].nests_in) == {"sozialraum", "samtgemeinde", "kreis"}
    assert "samtgemeinde" in fresh.systems["sozialraum"].nests_in


def test_every_row_of_the_county_finds_its_area_and_nothing_is_left_over(
    reports_and_folder: tuple[list[Any], Path],
) -> None:
    tables = [report for report in reports_and_folder[0] if "unmatched_count" in report]
    assert len(tables) == len(steps()["table"])
    assert [report["unmatched_count"] for report in tables] == [0] * len(tables)
    assert [report["double"] for report in tables] == [[]] * len(tables)


def test_every_variable_of_the_catalogue_has_observations_and_none_is_without_a_record(
    fresh: Workspace,
) -> None:
    needed = {variable for record in fresh.indicators.values() for variable in record.variables}
    reckoned = {record.id for record in fresh.indicators.values() if record.numerator}
    assert {state.variable for state in fresh.states} == needed - reckoned
    assert {record.topic for record in fresh.indicators.values() if record.listed} == {
        "Demografie",
        "Bildung",
        "Gesundheit",
        "Jugendhilfe",
        "Soziales",
        "Mobilität",
    }


@pytest.mark.parametrize(
    ("period", "base", "source", "total"),
    [
        ("2020-06-30", "Zensus 2011", "lsn_a100001g", 48_455),
        ("2022-05-15", "Zensus 2022", "zensus_2022", 46_637),
        ("2022-12-31", "Zensus 2011", "gemeindeverzeichnis_2024", 49_178),
        ("2025-06-30", "Zensus 2022", "lsn_a100001g", 46_425),
    ],
)
def test_each_real_population_keeps_its_base_and_its_source(
    fresh: Workspace, fresh_reader: Reader, period: str, base: str, source: str, total: int
) -> None:
    found = {
        (s.base, s.source)
        for s in fresh.states
        if s.variable == "bevoelkerung" and s.period.text == period
    }
    people = dict(fresh_reader.plain_slice("bevoelkerung", "gemeinde", period))
    assert found == {(base, source)}
    assert sum(people.values()) == total


def test_the_lsn_table_gives_no_row_to_a_gemeindefreies_gebiet_and_none_is_made_up(
    fresh_reader: Reader,
) -> None:
    people = dict(fresh_reader.plain_slice("bevoelkerung", "gemeinde", "2025-06-30"))
    assert len(people) == 27
    assert "03354501" not in people
    registered = dict(fresh_reader.plain_slice("bevoelkerung", "gemeinde", "2022-12-31"))
    assert registered["03354501"] == registered["03354502"] == 0


def test_model_figures_come_from_the_model_and_real_ones_never(fresh: Workspace) -> None:
    model = {state.variable for state in fresh.states if state.source == "modell"}
    real = {state.variable for state in fresh.states if state.source != "modell"}
    assert fresh.sources["modell"].nature == "model"
    assert not model & real
    assert real == {
        "bevoelkerung",
        "bevoelkerung_maennlich",
        "bevoelkerung_weiblich",
        "flaeche",
        "siedlungsflaeche_anteil",
        "siedlungsflaeche_veraenderung",
        "haltestellen",
        "steuerpflichtige",
        "einkuenfte",
        "lohn_und_einkommensteuer",
        "zahl_der_gemeinden",
    }


def test_streets_and_places_are_models_and_say_so(fresh: Workspace) -> None:
    stored = fresh.streets
    assert stored is not None
    assert (stored.title, stored.nature) == ("Modellnetz", "model")
    places = fresh.point_sets["Orte"]
    assert (places.points, places.people, places.nature) == (294, 46_425, "model")
    assert "Modell" in places.title


def test_the_timetable_is_a_model_and_says_so(fresh: Workspace) -> None:
    stored = fresh.timetable
    assert stored is not None
    assert (stored.title, stored.nature) == ("Modellfahrplan", "model")
    assert "Modelldaten" in stored.attribution


def test_what_moves_beside_the_timetable_is_a_model_and_says_so(fresh: Workspace) -> None:
    kinds = [offer.kind for offer in fresh.mobility]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "rufbus": 2,
        "mitfahrbank": 10,
        "mobil": 7,
    }
    assert {offer.nature for offer in fresh.mobility} == {"model"}
    assert all("Modelldaten" in offer.attribution for offer in fresh.mobility)


def test_the_county_stands_in_a_ring_with_its_six_neighbours(fresh: Workspace) -> None:
    ring = fresh.rings["nachbarn"]
    people = fresh.slice("bevoelkerung", ring.system_id, "2024-12-31")
    assert len(people.values) == 7
    assert people.values[ring.system.position["03354"]] == 46_502
    periods = {s.period.text for s in fresh.states if s.system == ring.system_id}
    assert periods == {"2021", "2024-12-31"}


def test_school_sites_are_real_their_places_a_model_and_kitas_a_model_altogether(
    fresh: Workspace,
) -> None:
    natures = {(f.kind, f.nature, f.capacity_nature) for f in fresh.facilities}
    assert natures == {
        ("grundschule", "real", "model"),
        ("schule", "real", "model"),
        ("kita", "model", "model"),
    }
    titles = {fresh.facility_sets[kind].title for kind in ("grundschule", "schule")}
    assert titles == {"Schulstandort (aus Haltestelle abgeleitet)"}
    assert all(f.name.startswith("Modell-Kita") for f in fresh.facilities if f.kind == "kita")
    assert all(f.inside and f.is_placed for f in fresh.facilities)
    assert [f.name for f in fresh.facilities if f.capacity is None] == ["Modell-Kita Gartow 1"]


def test_the_model_kitas_have_about_as_many_places_as_the_county_has_small_children(
    fresh: Workspace,
) -> None:
    found = supply(fresh, FacilityFilter(), "kita", "kreis").published.cell("03354")
    assert found.value is not None
    assert 40 < found.value < 100
    assert found.nature is Nature.MODEL
    assert found.flags & Flag.AT_LEAST


def test_a_missing_source_stops_the_building_and_leaves_the_old_workspace(tmp_path: Path) -> None:
    old = tmp_path / "workspace"
    old.mkdir()
    (old / "atlas.gpkg").write_text("vorher")
    with pytest.raises(StepRefused, match=r"kreis\.geojson"):
        make_workspace(tmp_path, old)
    assert (old / "atlas.gpkg").read_text() == "vorher"


def test_the_script_says_what_it_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "WORKSPACE", tmp_path / "workspace")
    done = CliRunner().invoke(build.main, ["--workspace-only"])
    assert done.exit_code == 0
    assert "Der Arbeitsbereich ist gebaut: 33 Importe" in done.output
    assert (tmp_path / "workspace" / "atlas.gpkg").is_file()


def test_the_script_refuses_an_empty_folder_and_touches_nothing(tmp_path: Path) -> None:
    before = {file.name: file.read_bytes() for file in SOURCES.iterdir()}
    done = CliRunner().invoke(build.main, ["--shared", str(tmp_path)])
    assert done.exit_code == 1
    assert "luechow_dannenberg_gemeinden_29.geojson" in done.output
    assert {file.name: file.read_bytes() for file in SOURCES.iterdir()} == before
