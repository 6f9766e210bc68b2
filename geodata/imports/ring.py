"""A Vergleichsring brought into a workspace from its file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from geodata.imports.originals import taken_in
from geodata.imports.ring_refusals import (
    DoubledKreis,
    TooFewMembers,
    UnknownKreis,
    UnreadableRing,
    WrongRingEntry,
)
from geodata.join.kreise import kreise
from geodata.ring import Member, Ring
from geodata.store import Store
from geodata.toml_fault import german_fault

FEWEST_MEMBERS = 3
FEWEST_ANONYMOUS = 5
"""With fewer members the quartiles of a ring without names would give single counties away."""

_EXAMPLES = {
    "id": 'id = "nachbarn"',
    "title": 'title = "Nachbarkreise"',
    "definition": 'definition = "Kreise mit gemeinsamer Grenze"',
    "members": 'members = ["03353", "03354", "03355"]',
}
_ENTRIES = ("schema", "id", "title", "definition", "members", "anonymous")


def import_ring(store: Store, path: Path, *, dry_run: bool = False) -> dict[str, Any]:
    """Check a ring's file and store the ring in place of an earlier one with its id.

    Returns the report that `geodata ring --json` prints. With `dry_run` all is done and taken
    back. Raises a `Refusal`; the store is then as it was.
    """
    with taken_in(path) as original:
        ring = read_ring(original.path)
        with store.writing(
            "ring", file=path.name, sha256=original.sha256, keep=not dry_run
        ) as writer:
            county = writer.before.settings()["county"]
            earlier = writer.before.rings().get(ring.id)
            writer.put_ring(ring)
            writer.report = {
                "schema": 1,
                "stored": not dry_run,
                "import_id": None if dry_run else writer.number,
                "ring": ring.id,
                "title": ring.title,
                "anonymous": ring.anonymous,
                "members": [{"key": m.key, "name": m.name} for m in ring.members],
                "warnings": _warnings(ring, earlier, county),
            }
            if not dry_run:
                original.keep(store.originals)
    return dict(writer.report)


def read_ring(path: Path) -> Ring:
    """The ring of a TOML file; its members get their names from their keys.

    Raises `UnreadableRing`, `WrongRingEntry`, `UnknownKreis`, `DoubledKreis`, `TooFewMembers`.
    """
    try:
        plain = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as reason:
        raise UnreadableRing(file=path.name, reason=german_fault(reason)) from None
    _check_entries(plain, path.name)
    members = _members(plain["members"], path.name)
    anonymous = plain.get("anonymous", False)
    least = FEWEST_ANONYMOUS if anonymous else FEWEST_MEMBERS
    if len(members) < least:
        why = ", weil er ohne Namen sein soll" if anonymous else ""
        raise TooFewMembers(file=path.name, count=len(members), least=least, why=why)
    return Ring(plain["id"], plain["title"].strip(), plain["definition"], members, anonymous)


def _check_entries(plain: Mapping[str, Any], file: str) -> None:
    def refuse(entry: str, problem: str) -> None:
        raise WrongRingEntry(file=file, entry=entry, problem=problem)

    for entry in plain:
        if entry not in _ENTRIES:
            refuse(entry, "gehört nicht hinein. Erlaubt sind: " + ", ".join(_ENTRIES[1:]))
    for entry in ("id", "title", "definition", "members"):
        if entry not in plain:
            refuse(entry, f"fehlt. Bitte eine Zeile ergänzen, zum Beispiel {_EXAMPLES[entry]}")
    for entry in ("id", "title", "definition"):
        if not isinstance(plain[entry], str) or not plain[entry].strip():
            refuse(entry, "muss ein Text sein")
    if not re.fullmatch(r"[a-z0-9_]{1,40}", plain["id"]):
        refuse("id", "darf nur kleine Buchstaben, Ziffern und „_“ haben")
    if not isinstance(plain["members"], list):
        refuse("members", "muss eine Liste von Kreisschlüsseln sein")
    if not isinstance(plain.get("anonymous", False), bool):
        refuse("anonymous", "muss true oder false sein")


def _members(keys: list[Any], file: str) -> tuple[Member, ...]:
    known, found = kreise(), dict[str, str]()
    for key in keys:
        text = str(key)
        if text not in known:
            raise UnknownKreis(file=file, key=text)
        if text in found:
            raise DoubledKreis(file=file, key=text, name=known[text])
        found[text] = known[text]
    return tuple(Member(key, name) for key, name in found.items())


def _warnings(ring: Ring, earlier: Ring | None, county: str) -> list[str]:
    warnings = []
    if county not in {member.key for member in ring.members}:
        warnings.append(
            f"Der eigene Kreis ({county}) gehört nicht zum Vergleichsring „{ring.title}“; seine "
            "Lage darin wird aus den Werten des Kreises bestimmt."
        )
    if earlier is not None:
        new = {m.key for m in ring.members} - {m.key for m in earlier.members}
        if new:
            names = ", ".join(m.name for m in ring.members if m.key in new)
            warnings.append(
                f"Neu im Vergleichsring „{ring.title}“: {names}. Ihre Werte kommen erst, wenn die "
                "Tabellen noch einmal eingelesen werden."
            )
    return warnings
