"""Figures over HTTP: the same that the command line hands out."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from geodata.store.refusals import StoreBusy
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from indicators.hand_out import as_csv, handed_out
from indicators.query import Query


def test_json_has_the_rows_of_the_command_line(
    visitor: FlaskClient, told_villages: WorkspaceHolder
) -> None:
    rows = visitor.get("/daten/kinder?system=gemeinde&period=2022&format=json").get_json()
    assert rows == handed_out(told_villages.current(), Query("kinder", "gemeinde", "2022"))
    assert [row["value"] for row in rows] == [4.0, 8.0, None, 0.0]


def test_csv_is_handed_out_as_a_file(visitor: FlaskClient, told_villages: WorkspaceHolder) -> None:
    answer = visitor.get("/daten/kinder?system=gemeinde&period=2022&format=csv")
    rows = handed_out(told_villages.current(), Query("kinder", "gemeinde", "2022"))
    assert answer.get_data().decode("utf-8-sig") == as_csv(rows)
    assert answer.headers["Content-Disposition"] == "attachment; filename=kinder-gemeinde.csv"


@pytest.mark.parametrize("form", ["csv", "json"])
def test_no_browser_keeps_what_a_later_rule_may_hide(visitor: FlaskClient, form: str) -> None:
    answer = visitor.get(f"/daten/kinder?system=gemeinde&period=2022&format={form}")
    assert answer.headers["Cache-Control"] == "no-store"


def test_without_more_the_latest_figures_of_the_finest_areas_come(visitor: FlaskClient) -> None:
    lines = visitor.get("/daten/kinder").text.strip().splitlines()
    assert len(lines) == 5
    assert "2022" in lines[1]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/daten/hunde", "hunde"),
        ("/daten/kinder?system=mond", "mond"),
        ("/daten/kinder?system=gemeinde&period=1999", "1999"),
        ("/daten/kinder?format=pdf", "csv und json"),
    ],
)
def test_what_is_not_there_is_refused_with_a_sentence(
    visitor: FlaskClient, address: str, said: str
) -> None:
    answer = visitor.get(address)
    assert answer.status_code == 400
    assert said in answer.text


def test_a_refusal_as_json_is_an_object(visitor: FlaskClient) -> None:
    answer = visitor.get("/daten/hunde?format=json")
    assert answer.status_code == 400
    assert "hunde" in answer.get_json()["error"]


def test_a_monitor_reads_that_the_atlas_answers(visitor: FlaskClient) -> None:
    assert visitor.get("/healthz").get_json()["status"] == "ok"


def test_a_store_that_cannot_be_read_is_said_and_not_thrown(
    visitor: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_: WorkspaceHolder) -> Workspace:
        raise StoreBusy(path="w")

    assert visitor.get("/healthz").status_code == 200
    monkeypatch.setattr(WorkspaceHolder, "current", busy)
    refused, ill = visitor.get("/daten/kinder?format=json"), visitor.get("/healthz")
    assert (refused.status_code, ill.status_code) == (400, 503)
    assert refused.get_json()["error"] == ill.get_json()["error"] == str(StoreBusy(path="w"))
