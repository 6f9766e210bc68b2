"""The catalogue as a file: taken out, edited in an office, checked and brought back."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import tomli_w

from geodata.catalogue import Record, as_plain
from geodata.imports.catalogue_check import check, merged
from geodata.imports.catalogue_refusals import (
    EmptyCatalogue,
    UnknownCatalogueFormat,
    UnreadableCatalogue,
)
from geodata.imports.catalogue_workbook import read_workbook, write_workbook
from geodata.imports.originals import taken_in
from geodata.imports.refusals import AlreadyThere, CannotWrite
from geodata.store import Store
from geodata.toml_fault import german_fault

Plain = Mapping[str, list[dict[str, Any]]]
KINDS = ("source", "indicator")


def export_catalogue(store: Store, path: Path, *, overwrite: bool = False) -> dict[str, Any]:
    """Write all records that hold now to a TOML or XLSX file, which may hold an office's work.

    Raises `UnknownCatalogueFormat`, `AlreadyThere` and `CannotWrite`.
    """
    with store.reading() as reader:
        sources, indicators = reader.sources().values(), reader.indicators().values()
    plain = {"source": _plain(sources), "indicator": _plain(indicators)}
    if path.suffix.lower() not in (".toml", ".xlsx"):
        raise UnknownCatalogueFormat(file=path.name)
    if path.is_file() and not overwrite:
        raise AlreadyThere(file=path)
    try:
        if path.suffix.lower() == ".toml":
            path.write_text(tomli_w.dumps({"schema": 1, **plain}), encoding="utf-8")
        else:
            write_workbook(plain, path)
    except OSError as reason:
        raise CannotWrite(file=path, reason=reason.strerror) from None
    return {
        "schema": 1,
        "file": path.name,
        "indicators": len(plain["indicator"]),
        "sources": len(plain["source"]),
    }


def apply_catalogue(store: Store, path: Path, *, dry_run: bool = False) -> dict[str, Any]:
    """Check a catalogue file and store its records; a field that it leaves out stays as it was.

    Raises a `Refusal` for what cannot be read or does not fit together; nothing is stored then.
    """
    with taken_in(path) as original:
        plain = read_catalogue(original.path)
        with store.writing(
            "catalogue", file=path.name, sha256=original.sha256, keep=not dry_run
        ) as writer:
            before = writer.before
            sources, indicators = before.sources(), before.indicators()
            new, notes = merged(plain, sources, indicators, path.name)
            check(new, sources, indicators, before.variables_with_observations(), path.name)
            known: Mapping[str, Record] = {**sources, **indicators}
            changed = [record for record in new if known.get(record.id) != record]
            writer.put_records(changed)
            writer.report = {
                "schema": 1,
                "stored": not dry_run,
                "import_id": None if dry_run else writer.number,
                "records": len(new),
                "new": [record.id for record in changed if record.id not in known],
                "changed": [record.id for record in changed if record.id in known],
                "unchanged": len(new) - len(changed),
                "warnings": notes,
            }
            if not dry_run:
                original.keep(store.originals)
    return dict(writer.report)


def read_catalogue(path: Path) -> Plain:
    """The entries of a catalogue file by kind, not yet checked."""
    if path.suffix.lower() == ".xlsx":
        plain = read_workbook(path)
    elif path.suffix.lower() == ".toml":
        plain = _read_toml(path)
    else:
        raise UnknownCatalogueFormat(file=path.name)
    if not any(plain.values()):
        raise EmptyCatalogue(file=path.name)
    return plain


def _read_toml(path: Path) -> dict[str, list[dict[str, Any]]]:
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as reason:
        raise UnreadableCatalogue(file=path.name, reason=german_fault(reason)) from None
    entries = {kind: document.pop(kind, []) for kind in KINDS}
    document.pop("schema", None)
    if document:
        stray = f"„{next(iter(document))}“ gehört nicht hinein"
        raise UnreadableCatalogue(file=path.name, reason=stray)
    for kind, found in entries.items():
        if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
            raise UnreadableCatalogue(file=path.name, reason=f"{kind} muss als [[{kind}]] stehen")
    return entries


def _plain(records: Iterable[Record]) -> list[dict[str, Any]]:
    return [as_plain(record) for record in sorted(records, key=lambda record: record.id)]
