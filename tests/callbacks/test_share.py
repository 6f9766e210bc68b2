"""A link for others begins where others reach the atlas; a view gets a name by those who write."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from callbacks import own_address
from callbacks.own_address import OwnAddress, WrongPublicUrl, public_address
from callbacks.page import create_app
from geodata.workspace_holder import WorkspaceHolder

HERE = {"Host": "127.0.0.1:8050", "Origin": "http://127.0.0.1:8050"}
FAR = {"REMOTE_ADDR": "10.0.0.9"}
SEARCH = "?indikator=kinder&zeit=2022"


def client_of(folder: Path, public: str = "", host: str = "127.0.0.1", *names: str) -> FlaskClient:
    own = OwnAddress(public, host)
    app = create_app(WorkspaceHolder(folder), hosts=(host, *names), own=own)
    found: FlaskClient = app.server.test_client()
    return found


def shared(client: FlaskClient, search: str = SEARCH, host: str = "127.0.0.1:8050") -> Any:
    return client.get(f"/teilen{search}&pfad=/vergleich", headers={"Host": host}).json


@pytest.fixture
def editor(counted_villages: Path) -> FlaskClient:
    return client_of(counted_villages, "https://atlas.kreis.de")


def test_a_public_address_begins_the_link(editor: FlaskClient) -> None:
    told = shared(editor)
    assert told["link"] == f"https://atlas.kreis.de/vergleich{SEARCH}"
    picture = editor.get(told["qr"], headers=HERE)
    assert picture.mimetype == "image/svg+xml"
    assert ElementTree.fromstring(picture.data).tag.endswith("svg")


def test_a_link_is_short_and_has_only_what_a_view_has(editor: FlaskClient) -> None:
    told = shared(editor, "?indikator=kinder&fremd=<script>&klassen=99")
    assert told["address"] == "/vergleich?indikator=kinder&klassen=7"
    strange = editor.get("/teilen?pfad=//boese.example/", headers=HERE).json
    assert strange is not None
    assert strange["link"] == "https://atlas.kreis.de/"


def test_on_one_machine_alone_the_dialog_says_how_to_share(counted_villages: Path) -> None:
    told = shared(client_of(counted_villages))
    assert (told["link"], told["qr"]) == ("", "")
    assert "--public-url" in told["how"]
    assert client_of(counted_villages).get("/teilen/qr.svg", headers=HERE).status_code == 404


def test_through_the_network_the_link_begins_as_somebody_came(counted_villages: Path) -> None:
    told = shared(client_of(counted_villages, "", "0.0.0.0"), host="192.168.7.7:8050")
    assert told["link"].startswith("http://192.168.7.7:8050/")


def test_a_host_given_at_start_is_named_to_who_sits_at_the_machine(counted_villages: Path) -> None:
    assert shared(client_of(counted_villages, "", "atlas.intern"))["link"].startswith(
        "http://atlas.intern:8050/"
    )


def test_listening_everywhere_the_machine_names_itself(
    counted_villages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_address, "_address_in_the_network", lambda: "192.168.7.7")
    told = shared(client_of(counted_villages, "", "0.0.0.0"))
    assert told["link"].startswith("http://192.168.7.7:8050/")
    monkeypatch.setattr(own_address, "_address_in_the_network", lambda: "")
    assert shared(client_of(counted_villages, "", "0.0.0.0"))["link"] == ""


def test_what_is_too_much_for_a_code_has_none(editor: FlaskClient) -> None:
    told = shared(editor, "?" + "&".join(f"{k}={'x' * 900}" for k in ("a", "b", "wie")))
    assert told["qr"] == ""
    assert "QR-Code" in told["no_qr"]


@pytest.mark.parametrize(
    "wrong", ["atlas.kreis.de", "ftp://a.de", "https://a.de/atlas", "http://a:b", "http://u@a.de"]
)
def test_what_is_no_public_address_is_refused(wrong: str) -> None:
    with pytest.raises(WrongPublicUrl, match="--public-url"):
        public_address(wrong)
    assert public_address("https://a.de:8443/") == "https://a.de:8443"


def save(client: FlaskClient, sent: Any, **environ: str) -> Any:
    return client.post(
        "/schreiben/ansichten", json=sent, headers=HERE, environ_overrides=environ or None
    )


def test_a_view_gets_a_name_and_loses_it_again(editor: FlaskClient) -> None:
    sent = {"name": "Kinder", "path": "/vergleich", "search": SEARCH}
    (view,) = save(editor, sent).json["views"]
    assert (view["name"], view["address"]) == ("Kinder", f"/vergleich{SEARCH}")
    assert shared(editor)["views"] == [view]
    assert save(editor, {"name": "Kinder", "remove": True}).json["views"] == []
    assert save(editor, {"name": "Kinder", "remove": True}).status_code == 400


def test_readers_and_other_pages_save_nothing(editor: FlaskClient) -> None:
    sent = {"name": "Kinder", "path": "/", "search": SEARCH}
    assert save(editor, sent, **FAR).status_code == 403
    strange = editor.post(
        "/schreiben/ansichten", json=sent, headers={**HERE, "Origin": "http://evil.example"}
    )
    assert strange.status_code == 403
    assert save(editor, [1]).status_code == 400
    assert shared(editor)["views"] == []


def test_a_name_that_is_no_text_is_refused_in_a_sentence(editor: FlaskClient) -> None:
    for sent in ({"name": "\ud800", "remove": True}, {"name": "\ud800", "path": "/"}):
        answer = save(editor, sent)
        assert answer.status_code == 400
        assert answer.json["error"].endswith(".")
    strange = {"name": "K", "path": "/\ud800", "search": "?indikator=\ud800&wie=\ud800"}
    (view,) = save(editor, strange).json["views"]
    assert view["address"].isprintable()
