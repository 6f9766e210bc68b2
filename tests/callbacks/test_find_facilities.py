"""Facilities asked for as the page asks: list, filter with its counts, supply, late files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from callbacks.find_facilities import found_facilities
from callbacks.page import create_app
from geodata.store import Store
from geodata.workspace_holder import WorkspaceHolder
from tests.kitas import KITAS, SCHOOL, served_by_children
from tests.villages import AHAUSEN, BEDORF, CETAL, put_facilities, put_records, village_store

GEMEINDE = "?indikator=kinder&ebene=gemeinde&zeit=2022"


@pytest.fixture
def furnished(counted_villages: Path) -> Iterator[WorkspaceHolder]:
    with Store.open(counted_villages) as store:
        put_records(store, [served_by_children()])
        put_facilities(store, "kita", KITAS, title="Bedarfsplan")
        put_facilities(store, "schule", [SCHOOL], title="Schulen")
    holder = WorkspaceHolder(counted_villages)
    yield holder
    holder.close()


@pytest.fixture
def looking(furnished: WorkspaceHolder) -> FlaskClient:
    client: FlaskClient = create_app(furnished).server.test_client()
    return client


def names(holder: WorkspaceHolder, told: dict[str, Any]) -> list[str]:
    facilities = holder.current().facilities
    return [facilities[at].name for at in told["found"]]


def test_without_a_filter_all_are_found(furnished: WorkspaceHolder) -> None:
    told = found_facilities(GEMEINDE, furnished)
    assert len(told["found"]) == 7
    assert told["sentences"] == [
        "7 Einrichtungen",
    ]
    assert told["places"] == [
        "Kitas: 115\u00a0Plätze (bekannt bei 5 von 6), belegt 93\u00a0% (bekannt bei 2 von 6)",
    ]
    assert told["notes"] == [
        "1 ohne Lage, deshalb nur in der Liste",
        "1 außerhalb des Landkreises",
    ]


def test_a_filter_in_the_address_leaves_what_passes_and_counts_the_rest(
    furnished: WorkspaceHolder,
) -> None:
    told = found_facilities(f"{GEMEINDE}&arten=kita&traeger=DRK", furnished)
    assert names(furnished, told) == ["Sonne", "Stern"]
    choices = told["choices"]
    assert [(c["id"], c["count"], c["chosen"]) for c in choices["kinds"]] == [
        ("kita", 2, True),
        ("schule", 0, False),
    ]
    assert [(c["id"], c["count"], c["chosen"]) for c in choices["providers"]] == [
        ("DRK", 2, True),
        ("Kirche", 1, False),
    ]
    assert choices["provider_hint"] == "3 nennen keinen Träger."
    assert choices["is_set"]


def test_what_does_not_tell_is_said_to_be_left_out(furnished: WorkspaceHolder) -> None:
    told = found_facilities(f"{GEMEINDE}&arten=kita&frei=1&offen=07:00-", furnished)
    free = next(c for c in told["choices"]["yes"] if c["id"] == "free")
    assert free["chosen"]
    assert told["choices"]["hours_hint"].startswith("An mindestens einem Tag")
    assert told["sentences"] == [
        "Keine der 7 Einrichtungen passt. Bitte eine Auswahl zurücknehmen."
    ]


def test_a_chosen_area_tells_what_stands_in_it(furnished: WorkspaceHolder) -> None:
    told = found_facilities(f"{GEMEINDE}&gebiet={AHAUSEN}", furnished)
    facilities = furnished.current().facilities
    assert [facilities[at].name for at in told["here"]] == ["Sonne", "Mond"]
    assert told["sentences"][1] == "Ahausen: 2 von 7"
    assert told["places"] == ["30\u00a0Plätze, davon belegt 93\u00a0%"]


def test_supply_of_each_area_with_its_gaps(furnished: WorkspaceHolder) -> None:
    told = found_facilities(f"{GEMEINDE}&arten=kita&teil=versorgung", furnished)["supply"]
    rows = {row["id"]: row for row in told["rows"]}
    assert (rows[AHAUSEN]["ratio_text"], rows[AHAUSEN]["places"]) == ("750,0", "30")
    assert rows[BEDORF]["ratio_text"] == "mindestens 375,0"
    assert (rows[CETAL]["served"], rows[CETAL]["ratio_text"]) == ("geheim gehalten",) * 2
    assert (rows[CETAL]["ratio"], rows[CETAL]["facilities"]) == (None, 0)
    assert told["whole"] == "Im ganzen Landkreis: mindestens 300,0\u00a0Plätze je 100."
    assert told["options"] == [{"value": "kita:all", "title": "Kitas: alle Plätze"}]
    assert told["notes"][:2] == [
        "„Mindestens“: Nicht jede Einrichtung dort nennt ihre Plätze.",
        "1 ohne Lage zählt in keinem Gebiet.",
    ]


def test_where_nobody_is_counted_the_supply_says_why(furnished: WorkspaceHolder) -> None:
    told = found_facilities(f"{GEMEINDE}&arten=schule&teil=versorgung", furnished)["supply"]
    assert told["refusal"].startswith("Für keine der gewählten Arten ist bekannt")


def test_an_atlas_without_facilities_says_what_to_do_next(told_villages: WorkspaceHolder) -> None:
    assert "geodata facilities" in found_facilities(GEMEINDE, told_villages)["refusal"]


def test_facilities_can_be_looked_for_before_there_is_any_figure(tmp_path: Path) -> None:
    with village_store(tmp_path / "w") as store:
        put_facilities(store, "kita", KITAS)
    holder = WorkspaceHolder(tmp_path / "w")
    told = found_facilities("?arten=kita&teil=versorgung", holder)
    holder.close()
    assert (len(told["found"]), "refusal" in told["supply"]) == (6, True)


def test_the_page_asks_by_address(looking: FlaskClient, furnished: WorkspaceHolder) -> None:
    search = f"{GEMEINDE}&arten=kita"
    got = looking.get(f"/einrichtungen/auswahl{search}")
    assert got.headers["Cache-Control"] == "no-store"
    assert got.json == json.loads(json.dumps(found_facilities(search, furnished)))
    listed = looking.get("/einrichtungen/liste").json or {}
    assert [facility["name"] for facility in listed["facilities"]][:2] == ["Sonne", "Mond"]
    assert listed["facilities"][4]["at"] is None
    # A list that is called like its kind says nothing that the card does not say above it.
    lists = {facility["id"]: facility["list"] for facility in listed["facilities"]}
    assert (lists[KITAS[0].id], lists[SCHOOL.id]) == ("Bedarfsplan", "")
    assert listed["number"] == furnished.current().number


def test_the_drawing_scripts_come_late_and_are_there(looking: FlaskClient) -> None:
    page = looking.get("/einrichtungen").get_data(as_text=True)
    files = looking.get("/einrichtungen/dateien").json or []
    assert "assets/facilities/" not in page
    assert "assets/boards/" not in page
    assert [looking.get(name).status_code for name in files] == [200] * len(files)
    assert any("markers.js" in name for name in files)
