"""Under which address others reach this atlas, as far as anybody knows."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from dash import Dash
from flask import current_app, has_request_context, request

from callbacks.guard_requests import EVERYWHERE, LOCAL_HOSTS
from geodata.refusals import Refusal
from layers.words import words

_NAME = "own_address"
# Nothing is sent there: asked for a way to it, the machine tells its own address in the network.
_ELSEWHERE = ("10.255.255.255", 1)


class WrongPublicUrl(Refusal):
    sentence = words("app.wrong_public_url")


@dataclass(frozen=True)
class OwnAddress:
    """`public` is what was given at start, "" without; `host` the name that was listened at."""

    public: str = ""
    host: str = ""


LOCAL = OwnAddress()


def public_address(text: str) -> str:
    """`https://atlas.kreis.de` without what follows the host; raises `WrongPublicUrl`."""
    try:
        found = urlsplit(text.strip())
        found.port  # noqa: B018 - raises where it is no number
    except ValueError:
        raise WrongPublicUrl(url=text) from None
    plain = not (found.path.strip("/") or found.query or found.fragment or found.username)
    if found.scheme not in ("http", "https") or not found.hostname or not plain:
        raise WrongPublicUrl(url=text)
    return f"{found.scheme}://{found.netloc}"


def register(app: Dash, own: OwnAddress) -> None:
    """Keep for the answers what the program was started with."""
    app.server.extensions[_NAME] = own


def shared_base() -> str:
    """What a link for others begins with; "" where only this machine reaches the atlas.

    First comes the public address; then the one that somebody has just come by through the network,
    then the one that was listened at.
    """
    own: OwnAddress = current_app.extensions[_NAME]
    if own.public or not has_request_context():
        return own.public
    asked = urlsplit(f"//{request.host}")
    if asked.hostname and not _is_local(asked.hostname):
        return f"{request.scheme}://{request.host}"
    if not own.host or own.host in LOCAL_HOSTS:
        return ""
    name = _address_in_the_network() if own.host in EVERYWHERE else own.host
    port = f":{asked.port}" if asked.port else ""
    shown = f"[{name}]" if ":" in name else name
    return f"{request.scheme}://{shown}{port}" if name else ""


def _is_local(name: str) -> bool:
    return name in LOCAL_HOSTS or name.startswith("127.")


def _address_in_the_network() -> str:
    """This machine's own address; "" where it is in no network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(_ELSEWHERE)
            found = str(asking.getsockname()[0])
        except OSError:
            return ""
    return "" if _is_local(found) or found == "0.0.0.0" else found  # noqa: S104 - recognised, not bound
