"""Every request comes from a known address, every answer says what the page may do."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from functools import partial
from urllib.parse import urlsplit

from dash import Dash
from flask import Response, request

from layers.map_panel import BASEMAP_TILES
from layers.words import words

LOCAL_HOSTS = ("127.0.0.1", "localhost", "::1")
EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 - recognised here, bound only where a person asks


def register(app: Dash, hosts: Sequence[str]) -> None:
    """Check the Host header and set the safety headers; call it after all callbacks are bound."""
    policy = content_security_policy(app.csp_hashes())
    known = frozenset(host.strip("[]").lower() for host in (*LOCAL_HOSTS, *hosts))
    app.server.before_request(partial(refuse_foreign_host, hosts=known))
    app.server.after_request(partial(with_safety_headers, policy=policy))


def content_security_policy(script_hashes: Sequence[str]) -> str:
    """What the page may load: itself, and the tiles of basemap.de once switched on.

    Styles may stand inline: Mantine and Leaflet place things by style attributes.
    """
    tiles = "{0.scheme}://{0.netloc}".format(urlsplit(BASEMAP_TILES))
    rules = {
        "default-src": ["'self'"],
        "script-src": ["'self'", *script_hashes],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", tiles],
        "connect-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
    }
    return "; ".join(" ".join([name, *values]) for name, values in rules.items())


def refuse_foreign_host(hosts: frozenset[str]) -> Response | None:
    """A page elsewhere could point its own name at this machine and read the atlas through it."""
    asked = _host_name(request.headers.get("Host", ""))
    if asked in hosts or (hosts & set(EVERYWHERE) and _is_address(asked)):
        return None
    port = request.environ.get("SERVER_PORT", "8050")
    sentence = words("frame.foreign_host", address=f"http://127.0.0.1:{port}")
    return Response(sentence + "\n", status=400, mimetype="text/plain")


def with_safety_headers(response: Response, policy: str) -> Response:
    """The same headers on every answer."""
    response.headers["Content-Security-Policy"] = policy
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _host_name(header: str) -> str:
    """The name without the port; "" where the header is malformed."""
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
