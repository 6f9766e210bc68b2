"""Who may write: this machine, and whoever knows the passphrase."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from callbacks.page import create_app
from callbacks.recognise_editor import Editors, ShortPassphrase
from geodata.workspace_holder import WorkspaceHolder

PASSPHRASE = "wendland-2026"
HOST = "atlas.landkreis.example"
FAR = {"REMOTE_ADDR": "10.0.0.9"}
ORIGIN = {"Origin": f"http://{HOST}", "Host": HOST}


@pytest.fixture
def far(counted_villages: Path) -> FlaskClient:
    """Somebody at another machine of the house."""
    app = create_app(WorkspaceHolder(counted_villages), hosts=(HOST,), passphrase=PASSPHRASE)
    client: FlaskClient = app.server.test_client()
    client.environ_base.update(FAR)
    return client


def sign_in(far: FlaskClient, passphrase: object, **headers: str) -> tuple[int, str]:
    answer = far.post(
        "/schreiben/anmelden", json={"passphrase": passphrase}, headers={**ORIGIN, **headers}
    )
    return answer.status_code, answer.headers.get("Set-Cookie", "")


def is_editor(client: FlaskClient, **headers: str) -> bool:
    answer = client.get("/lesarten", headers={"Host": HOST, **headers}).json
    assert answer is not None
    return bool(answer["editor"])


def test_this_machine_may_write(visitor: FlaskClient) -> None:
    assert is_editor(visitor, Host="127.0.0.1:8050")


def test_another_machine_may_not(far: FlaskClient) -> None:
    assert not is_editor(far)


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via"])
def test_a_server_in_front_is_not_this_machine(visitor: FlaskClient, header: str) -> None:
    assert not is_editor(visitor, Host="127.0.0.1:8050", **{header: "10.0.0.9"})


def test_the_passphrase_opens_a_session_that_scripts_and_other_pages_cannot_use(
    far: FlaskClient,
) -> None:
    status, cookie = sign_in(far, PASSPHRASE)
    assert status == 200
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert PASSPHRASE not in cookie
    far.set_cookie(*cookie.split(";")[0].split("=", 1), domain=HOST)
    assert is_editor(far, Cookie=cookie.split(";")[0])


@pytest.mark.parametrize("given", ["wendland-2025", "", "\ud800", 7, None])
def test_anything_else_is_refused(far: FlaskClient, given: object) -> None:
    assert sign_in(far, given) == (403, "")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_another_page_cannot_sign_in(far: FlaskClient, headers: dict[str, str]) -> None:
    assert sign_in(far, PASSPHRASE, **headers) == (403, "")


def test_guessing_too_often_locks_out_the_guesser_alone_and_for_a_while() -> None:
    now = [0.0]
    editors = Editors(PASSPHRASE, clock=lambda: now[0])
    for _ in range(8):
        assert editors.session_for("geraten", caller="10.0.0.9") is None
    assert editors.session_for(PASSPHRASE, caller="10.0.0.9") is None
    assert editors.session_for(PASSPHRASE, caller="10.0.0.8") is not None
    now[0] = 601.0
    assert editors.session_for(PASSPHRASE, caller="10.0.0.9") is not None


def test_a_session_ends() -> None:
    now = [0.0]
    editors = Editors(PASSPHRASE, clock=lambda: now[0])
    session = editors.session_for(PASSPHRASE, caller="")
    assert session is not None
    assert editors.knows(session)
    now[0] = 11 * 3600.0
    assert not editors.knows(session)
    assert not editors.knows("")


def test_without_a_passphrase_nobody_signs_in() -> None:
    assert Editors().session_for("", caller="") is None


def test_a_short_passphrase_is_refused_at_the_start() -> None:
    with pytest.raises(ShortPassphrase, match="mindestens 8 Zeichen"):
        Editors("kurz")
