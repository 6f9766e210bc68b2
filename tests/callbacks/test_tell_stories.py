"""Stories are listed for everybody, written by those who may, and leave as one file."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from callbacks.page import create_app
from geodata.store import Store
from geodata.store.earlier import Protection
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from tests.villages import AHAUSEN, put_table

HERE = {"Host": "127.0.0.1:8050", "Origin": "http://127.0.0.1:8050"}
FAR = {"REMOTE_ADDR": "10.0.0.9"}
CHAPTER = {
    "question": "Wo leben <b>Kinder</b>?",
    "search": "?indikator=kinder&zeit=2022",
    "text": "Im Norden.",
    "note": "Geheimtipp",
}
# As the stage writes it, and what of it is gone.
TOLD = {
    **CHAPTER,
    "shown": {"question": CHAPTER["question"], "text": CHAPTER["text"]},
    "gone": [],
}
STORY = {"id": "", "title": "Kinder", "chapters": [CHAPTER]}


@pytest.fixture
def editor(counted_villages: Path) -> FlaskClient:
    client: FlaskClient = create_app(WorkspaceHolder(counted_villages)).server.test_client()
    return client


def write(client: FlaskClient, sent: Any, **environ: str) -> Any:
    return client.post(
        "/schreiben/geschichten", json=sent, headers=HERE, environ_overrides=environ or None
    )


def listed(client: FlaskClient, **environ: str) -> Any:
    return client.get("/geschichten", headers=HERE, environ_overrides=environ or None).json


def test_a_story_is_written_and_listed(editor: FlaskClient) -> None:
    answer = write(editor, {"story": STORY}).json
    (story,) = answer["stories"]
    assert (answer["changed"], story["about"], story["banner"]) == ("kinder", "1 Kapitel", "")
    assert story["chapters"] == [TOLD]
    assert f"Eintrag\u00a0{story['number']}" in story["stamp"]


def test_the_stage_is_told_of_chosen_areas(editor: FlaskClient) -> None:
    asked = "?indikator=kinder&zeit=2022&ebene=gemeinde"
    told = editor.get(f"/praesentation/gebiete{asked}&gebiet={AHAUSEN}", headers=HERE).json
    assert (told["facts"][0]["name"], told["facts"][0]["figure"]) == ("Ahausen", "4")
    assert editor.get(f"/praesentation/gebiete{asked}", headers=HERE).json == {"facts": []}
    assert (
        editor.get("/praesentation/gebiete?indikator=weg&zeit=x", headers=HERE).json["facts"] == []
    )


def test_readers_see_stories_without_notes_and_change_nothing(editor: FlaskClient) -> None:
    write(editor, {"story": STORY})
    told = listed(editor, **FAR)
    assert not told["editor"]
    assert "Geheimtipp" not in json.dumps(told)
    assert write(editor, {"remove": "kinder"}, **FAR).status_code == 403
    file = editor.get(
        "/geschichten/datei?geschichte=kinder", headers=HERE, environ_overrides=FAR
    ).text
    assert ("Im Norden" in file, "Geheimtipp" in file) == (True, False)


def test_another_page_writes_nothing(editor: FlaskClient) -> None:
    headers = {**HERE, "Origin": "http://evil.example"}
    assert (
        editor.post("/schreiben/geschichten", json={"story": STORY}, headers=headers).status_code
        == 403
    )


def test_what_is_on_the_screen_becomes_a_chapter(editor: FlaskClient) -> None:
    first = write(editor, {"add": "", "search": "?indikator=kinder"}).json
    assert first["changed"] == "neue-geschichte"
    second = write(editor, {"add": "neue-geschichte", "search": "?modus=erreichbarkeit"}).json
    (story,) = second["stories"]
    assert [chapter["question"] for chapter in story["chapters"]] == ["Kinder", "Wie weit ist es?"]
    assert write(editor, {"add": "weg", "search": ""}).status_code == 400


def test_two_maps_are_two_chapters_the_right_one_in_the_classes_that_it_has_there(
    editor: FlaskClient,
) -> None:
    def searches(asked: str) -> list[str]:
        told = editor.get(f"/geschichten/kapitel{asked}", headers=HERE).json
        return [chapter["search"] for chapter in told["chapters"]]

    right = "rechts=%3Findikator%3Deinwohner%26namen%3D0"
    assert searches(f"?indikator=kinder&gebiet=1&arten=kita&modus=einrichtungen&{right}") == [
        "?indikator=kinder&gebiet=1&arten=kita&modus=einrichtungen",
        "?indikator=einwohner&gebiet=1",
    ]
    assert searches(f"?indikator=kinder&gebiet=a%26b&arten=kita&{right}&gleich=1") == [
        "?indikator=kinder&gebiet=a%26b&arten=kita",
        "?indikator=einwohner&gebiet=a%26b&wie=%3Findikator%3Dkinder",
    ]
    assert searches(f"?{right}&gleich=1") == ["", "?indikator=einwohner&wie=%3F"]
    reach = "?rechts=%3Findikator%3Deinwohner&arten=kita&modus=erreichbarkeit"
    assert len(searches(reach)) == 1


def test_a_story_is_copied_and_removed(editor: FlaskClient) -> None:
    write(editor, {"story": STORY})
    titles = [s["title"] for s in write(editor, {"copy": "kinder"}).json["stories"]]
    assert titles == ["Kinder", "Kinder (Kopie)"]
    assert len(write(editor, {"remove": "kinder"}).json["stories"]) == 1
    assert "gibt es nicht mehr" in write(editor, {"remove": "kinder"}).json["error"]


def test_a_story_leaves_as_a_file_and_comes_in_again(editor: FlaskClient) -> None:
    write(editor, {"story": STORY})
    file = editor.get("/geschichten/datei?geschichte=kinder", headers=HERE)
    assert "geschichte-kinder.json" in file.headers["Content-Disposition"]
    write(editor, {"remove": "kinder"})
    answer = write(editor, {"file": file.text, "name": "g.json"}).json
    assert answer["stories"][0]["chapters"] == [TOLD]
    newer = file.text.replace('"schema": 1', '"schema": 9')
    assert "neueren Version" in write(editor, {"file": newer, "name": "g.json"}).json["error"]
    assert "500 kB" in write(editor, {"file": "x" * 600_000, "name": "g.json"}).json["error"]
    assert editor.get("/geschichten/datei?geschichte=weg", headers=HERE).status_code == 404


@pytest.mark.parametrize(
    "sent",
    [
        [],
        {},
        {"story": 1},
        {"story": {**STORY, "chapters": [1]}},
        {"story": {**STORY, "title": 3}},
        {"remove": 7},
        {"copy": []},
        {"add": {}, "search": ""},
        {"file": None},
    ],
)
def test_nonsense_is_refused_in_a_sentence(editor: FlaskClient, sent: Any) -> None:
    answer = write(editor, sent)
    assert answer.status_code == 400
    assert answer.json["error"].endswith(".")


def test_newer_figures_are_told_and_a_story_is_renewed_when_wanted(
    editor: FlaskClient, counted_villages: Path
) -> None:
    (story,) = write(editor, {"story": STORY}).json["stories"]
    with Store.open(counted_villages) as store:
        put_table(store, "kinder", "2022", {AHAUSEN: 5.0})
    (old,) = listed(editor)["stories"]
    assert (old["entry"], old["newer"]) == (story["number"], True)
    assert "neuere Zahlen" in old["banner"]
    changed = {**STORY, "id": "kinder", "title": "Anders"}
    (kept,) = write(editor, {"story": changed}).json["stories"]
    assert (kept["title"], kept["number"]) == ("Anders", story["number"])
    (new,) = write(editor, {"story": changed, "renew": True}).json["stories"]
    assert (new["entry"], new["banner"]) == (0, "")


def test_a_list_of_old_stories_reads_no_earlier_snapshot_and_asks_once_for_each_number(
    editor: FlaskClient, counted_villages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        write(editor, {"story": STORY})
    with Store.open(counted_villages) as store:
        put_table(store, "kinder", "2022", {AHAUSEN: 5.0})
    asked: list[int] = []
    protection_at = Workspace.protection_at

    def counted(self: Workspace, number: int) -> Protection:
        asked.append(number)
        return protection_at(self, number)

    monkeypatch.setattr(Workspace, "protection_at", counted)
    monkeypatch.setattr(Workspace, "earlier", None)
    numbers = [story["entry"] for story in listed(editor)["stories"]]
    assert all(numbers)
    listed(editor)
    assert sorted(asked) == sorted(numbers)


def test_a_file_whose_name_is_no_text_is_refused_in_a_sentence(editor: FlaskClient) -> None:
    answer = write(editor, {"file": "{}", "name": "a\ud800.json"})
    assert answer.status_code == 400
    assert "a.json" in answer.json["error"]


def test_a_chapter_whose_question_is_gone_says_so(editor: FlaskClient) -> None:
    gone = {**STORY, "chapters": [{**CHAPTER, "search": "?indikator=hunde"}]}
    (story,) = write(editor, {"story": gone}).json["stories"]
    assert "„hunde“" in story["chapters"][0]["gone"][0]


def test_the_speaker_sees_the_next_map_small(editor: FlaskClient) -> None:
    asked = "/praesentation/kapitel.png?indikator=kinder&zeit=2022&ebene=gemeinde"
    answer = editor.get(asked, headers=HERE)
    assert answer.mimetype == "image/png"
    assert answer.data.startswith(b"\x89PNG")
    assert answer.data == editor.get(asked, headers=HERE).data


def test_the_speaker_has_a_window_without_inline_scripts(editor: FlaskClient) -> None:
    page = editor.get("/praesentation/vortrag?geschichte=kinder", headers=HERE)
    assert page.status_code == 200
    assert "<script>" not in page.text
    assert "'unsafe-inline'" not in page.headers["Content-Security-Policy"].split("style-src")[0]
    addresses = re.findall(r'"(/assets/speaker/speaker[^"]+)"', page.text)
    assert [editor.get(address, headers=HERE).status_code for address in addresses] == [200, 200]


def test_a_story_is_handed_out_as_document_and_slides(editor: FlaskClient) -> None:
    write(editor, {"story": STORY})
    pdf = editor.get("/ausgabe/geschichte.pdf?geschichte=kinder", headers=HERE)
    assert pdf.data.startswith(b"%PDF")
    slides = editor.get("/ausgabe/geschichte.pptx?geschichte=kinder", headers=HERE)
    assert slides.data.startswith(b"PK")
    assert "geschichte-kinder.pptx" in slides.headers["Content-Disposition"]
    for form in ("pdf", "pptx"):
        address = f"/ausgabe/geschichte.{form}?geschichte="
        assert editor.get(f"{address}weg", headers=HERE).status_code == 404
    write(editor, {"story": {**STORY, "id": "kinder", "chapters": []}})
    assert editor.get("/ausgabe/geschichte.pdf?geschichte=kinder", headers=HERE).status_code == 400


def test_a_chapter_that_came_meanwhile_is_not_written_over(editor: FlaskClient) -> None:
    (before,) = write(editor, {"story": STORY}).json["stories"]
    write(editor, {"add": before["id"], "search": "?indikator=kinder"})
    renamed = {**before, "title": "Anders"}
    refused = write(editor, {"story": renamed, "before": before}).json
    assert "inzwischen" in refused["error"]
    (now,) = editor.get("/geschichten", headers=HERE).json["stories"]
    assert (now["title"], len(now["chapters"])) == (before["title"], len(before["chapters"]) + 1)
    answer = write(editor, {"story": {**now, "title": "Anders"}, "before": now}).json
    assert [len(story["chapters"]) for story in answer["stories"]] == [len(now["chapters"])]
