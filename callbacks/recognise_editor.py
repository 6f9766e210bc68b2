"""Who may write: whoever sits at this machine, or knows the passphrase given at start."""

from __future__ import annotations

import hmac
import ipaddress
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlsplit

from dash import Dash
from flask import Response, current_app, has_request_context, request

from callbacks.guard_requests import LOCAL_HOSTS
from callbacks.plain_answer import plain_answer
from geodata.refusals import Refusal
from layers.words import words

SHORTEST_PASSPHRASE = 8
_COOKIE = "sozialraumatlas-schreiben"
_SESSION_SECONDS = 10 * 3600
_MOST_SESSIONS = 64
_MOST_TRIES, _TRIES_WITHIN_SECONDS, _MOST_CALLERS = 8, 600, 1000
# What a server in front adds: the request then comes from somewhere else.
_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via")


_Kept = TypeVar("_Kept")


class ShortPassphrase(Refusal):
    sentence = words("editor.short", least=SHORTEST_PASSPHRASE)


class Editors:
    """The sessions of those who gave the passphrase. Without one only this machine may write."""

    def __init__(
        self, passphrase: str = "", *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Raises `ShortPassphrase`."""
        if passphrase and len(passphrase) < SHORTEST_PASSPHRASE:
            raise ShortPassphrase
        self._passphrase = passphrase.encode()
        self._clock = clock
        self._lock = threading.Lock()
        self._sessions: OrderedDict[str, float] = OrderedDict()
        self._tries: OrderedDict[str, list[float]] = OrderedDict()

    @property
    def has_passphrase(self) -> bool:
        return bool(self._passphrase)

    def session_for(self, given: str, *, caller: str) -> str | None:
        """A new session where the passphrase is right. Whoever guesses too often must wait."""
        with self._lock:
            now = self._clock()
            tries = [at for at in self._tries.get(caller, []) if now - at < _TRIES_WITHIN_SECONDS]
            right = hmac.compare_digest(given.encode(errors="replace"), self._passphrase)
            if not self._passphrase or len(tries) >= _MOST_TRIES or not right:
                self._tries[caller] = [*tries, now][-_MOST_TRIES:]
                self._tries.move_to_end(caller)
                _shorten(self._tries, _MOST_CALLERS)
                return None
            self._tries.pop(caller, None)
            session = secrets.token_urlsafe(32)
            self._sessions[session] = now + _SESSION_SECONDS
            _shorten(self._sessions, _MOST_SESSIONS)
            return session

    def knows(self, session: str) -> bool:
        with self._lock:
            return self._sessions.get(session, 0.0) > self._clock()


def register(app: Dash, passphrase: str) -> None:
    """Bind `POST /schreiben/anmelden`; raises `ShortPassphrase`."""
    app.server.extensions["editors"] = Editors(passphrase)
    app.server.add_url_rule("/schreiben/anmelden", "anmelden", sign_in, methods=["POST"])


def sign_in() -> Response:
    """A session as a cookie that no script reads and no other page sends."""
    if not comes_from_the_page():
        return plain_answer({"error": words("editor.foreign")}, status=403)
    given = request.get_json(silent=True)
    text = given.get("passphrase") if isinstance(given, dict) else None
    caller = request.remote_addr or ""
    session = _editors().session_for(text, caller=caller) if isinstance(text, str) else None
    if session is None:
        return plain_answer({"error": words("editor.wrong")}, status=403)
    response = plain_answer({"editor": True})
    response.set_cookie(
        _COOKIE,
        session,
        max_age=_SESSION_SECONDS,
        httponly=True,
        samesite="Strict",
        secure=request.is_secure,
    )
    return response


def may_write() -> bool:
    """Whether whoever sent the present request may write; nobody outside of one."""
    if not has_request_context():
        return False
    return _is_at_this_machine() or _editors().knows(request.cookies.get(_COOKIE, ""))


def may_sign_in() -> bool:
    """Whether there is a passphrase to be asked for."""
    return has_request_context() and _editors().has_passphrase


def comes_from_the_page() -> bool:
    """Whether a writing request was sent by a page of this very atlas, as JSON."""
    origin = urlsplit(request.headers.get("Origin", ""))
    same = bool(origin.netloc) and origin.netloc.lower() == request.host.lower()
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    return same and site == "same-origin" and request.is_json


def _is_at_this_machine() -> bool:
    """From the loopback address, under a local name, and not handed on by another server."""
    try:
        from_here = ipaddress.ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        return False
    name = urlsplit(f"//{request.host}").hostname or ""
    handed_on = any(header in request.headers for header in _FORWARDED)
    return from_here and name in LOCAL_HOSTS and not handed_on


def _editors() -> Editors:
    found: Editors = current_app.extensions["editors"]
    return found


def _shorten(kept: OrderedDict[str, _Kept], most: int) -> None:
    while len(kept) > most:
        kept.popitem(last=False)
