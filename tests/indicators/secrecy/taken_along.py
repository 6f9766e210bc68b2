"""All files that readers can take along from a county, and what they are told of a view."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import pyogrio
from flask.testing import FlaskClient

from geodata.workspace import Workspace
from layers.handout.products import PRODUCTS
from layers.view import View

QUICKLY_MADE = ("karte.svg", "portraet.pdf", "karte.gpkg")
# The atlas says where it stands to those only who ask for it by a name of its own.
_HERE = {"Host": "127.0.0.1"}


def told_of_views(client: FlaskClient, workspace: Workspace) -> dict[str, str]:
    """What is offered and said of some views, under the address."""
    files = ("/geschichten/datei", "/ausgabe/geschichte.pdf", "/ausgabe/geschichte.pptx")
    asked = ["/geschichten", *(f"{f}?geschichte={n}" for f in files for n in workspace.stories)]
    for view in _views(workspace, workspace.indicators):
        search = view.search.removeprefix("?")
        asked += [f"{path}?pfad=/&{search}" for path in ("/teilen", "/ausgabe/angebot")]
        asked.append(f"/ansicht/hinweis?{search}&zeit=1999")
        asked += [f"/praesentation/{part}?{search}" for part in ("gebiete", "zeichen")]
        asked.append(f"/geschichten/kapitel?{search}")
        # Told as on the day of a story.
        asked += [
            f"/karte/werte?{search}&eintrag={story.number}" for story in workspace.stories.values()
        ]
        asked += [f"/ausgabe/tabelle.{form}?{search}" for form in ("csv", "xlsx")]
    first = next(_views(workspace, workspace.indicators))
    asked += [f"/ausgabe/{product}{first.search}" for product in QUICKLY_MADE]
    asked.append(f"/praesentation/kapitel.png{first.search}")
    return {address: _got(client, address) for address in asked}


def files_of(
    client: FlaskClient, workspace: Workspace, indicators: Iterable[str]
) -> dict[str, str]:
    """Every file of the finest level of some indicators."""
    return {
        address: _got(client, address)
        for view in _views(workspace, indicators)
        for address in (f"/ausgabe/{product}{view.search}" for product in PRODUCTS)
    }


def _views(workspace: Workspace, indicators: Iterable[str]) -> Iterator[View]:
    first = workspace.systems["gemeinde"].area_ids[:1]
    for indicator in indicators:
        yield View(indicator=indicator, system="gemeinde", areas=first)


def _got(client: FlaskClient, address: str) -> str:
    if "/portraets.zip" in address:
        state = address.replace("portraets.zip", "portraets/stand")
        while not client.get(state, headers=_HERE).get_json().get("ready", True):
            pass
    told = client.get(address, headers=_HERE)
    assert told.status_code in (200, 400), address
    if told.mimetype == "application/geopackage+sqlite3":
        # The file itself says when it was made.
        layers = [str(name) for name, _ in pyogrio.list_layers(told.data)]
        return "\n".join(str(pyogrio.read_dataframe(told.data, layer=n).to_csv()) for n in layers)
    if told.mimetype.startswith(("text/", "application/json")):
        return told.text
    return hashlib.sha256(told.data).hexdigest()
