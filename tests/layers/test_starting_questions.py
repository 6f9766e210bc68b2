"""The questions to begin with are those that a workspace can answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from geodata.workspace import Workspace
from layers.starting_questions import starting_questions
from layers.text_page import accessibility_page, help_page
from tests.kitas import KITAS, served_by_children
from tests.village_roads import put_streets
from tests.villages import AHAUSEN, BEDORF, put_facilities, put_records, put_table, village_store

SCRIPT = "<script>1</script>"


@pytest.fixture
def villages_with_kitas_and_roads(tmp_path: Path) -> Iterator[Workspace]:
    with village_store(tmp_path / "w") as store:
        put_table(store, "kinder", "2022", {AHAUSEN: 40.0, BEDORF: 60.0})
        put_records(store, [served_by_children()])
        put_facilities(store, "kita", list(KITAS), title="Kitas")
        put_streets(store, nature="model")
        yield Workspace(store)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Workspace]:
    with village_store(tmp_path / "w", systems=[]) as store:
        yield Workspace(store)


def test_places_ways_topics_and_sources_are_asked_for(
    villages_with_kitas_and_roads: Workspace,
) -> None:
    asked = {q.text: q.address for q in starting_questions(villages_with_kitas_and_roads)}
    assert asked["Wo fehlen Kita-Plätze?"] == "/erreichbarkeit?arten=kita&mass=gebiet&wo=gemeinde"
    assert asked["Wie weit ist es zu Fuß zur nächsten Kita?"].endswith("arten=kita&weg=fuss")
    assert asked["Kinder"] == "/?indikator=kinder"
    assert asked["Woher kommen die Zahlen?"] == "/daten-stand"


def test_without_a_timetable_nobody_is_sent_by_bus(
    villages_with_kitas_and_roads: Workspace,
) -> None:
    asked = starting_questions(villages_with_kitas_and_roads)
    assert not any("weg=bus" in question.address for question in asked)


def test_an_empty_workspace_says_where_to_look(empty: Workspace) -> None:
    assert [q.address for q in starting_questions(empty)] == ["/daten-stand"]


def test_names_are_text_on_pages_that_are_read(villages_with_kitas_and_roads: Workspace) -> None:
    world = villages_with_kitas_and_roads
    told = accessibility_page(world, styles=("/s.css",), back="", contact=SCRIPT)
    assert SCRIPT not in told
    assert "&lt;script&gt;" in told
    assert f"?name={SCRIPT}" not in help_page(world, styles=(), back=f"?name={SCRIPT}")


def test_without_a_contact_the_declaration_says_so(empty: Workspace) -> None:
    told = accessibility_page(empty, styles=(), back="", contact="")
    assert "keine Anlaufstelle eingetragen" in told
