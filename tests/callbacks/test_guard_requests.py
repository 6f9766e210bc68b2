"""Who may ask, and what the page may do."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from callbacks.guard_requests import content_security_policy, refuse_foreign_host


@pytest.mark.parametrize("host", ["127.0.0.1:8050", "localhost", "[::1]:8050", "LOCALHOST:80"])
def test_this_machine_is_answered(visitor: FlaskClient, host: str) -> None:
    assert visitor.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "[::1", ""])
def test_a_foreign_name_is_refused_with_a_sentence(visitor: FlaskClient, host: str) -> None:
    answer = visitor.get("/healthz", headers={"Host": host})
    assert answer.status_code == 400
    assert "gehört nicht zum Sozialraumatlas" in answer.text


def test_any_address_is_answered_where_the_network_was_asked_for(visitor: FlaskClient) -> None:
    with visitor.application.test_request_context(headers={"Host": "192.168.7.4:8050"}):
        assert refuse_foreign_host(frozenset({"0.0.0.0"})) is None
    with visitor.application.test_request_context(headers={"Host": "evil.example"}):
        assert refuse_foreign_host(frozenset({"0.0.0.0"})) is not None


def test_every_answer_carries_the_safety_headers(visitor: FlaskClient) -> None:
    for path in ("/", "/healthz", "/daten/nichts", "/assets/theme.css"):
        headers = visitor.get(path).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "object-src 'none'" in headers["Content-Security-Policy"]


def test_scripts_may_neither_stand_inline_nor_be_evaluated() -> None:
    policy = content_security_policy(["'sha256-abc'"])
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["script-src"] == "'self' 'sha256-abc'"


def test_the_page_brings_everything_itself(visitor: FlaskClient) -> None:
    page = visitor.get("/").text
    assert '<html lang="de">' in page
    assert 'src="http' not in page
    assert 'href="http' not in page
