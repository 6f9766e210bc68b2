"""The catalogue as a file: taken out, edited in an office, checked and brought back."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import tomli_w

from geodata.catalogue import RECORD_KINDS, Record, RecordKind, as_plain, kind_of_record
from geodata.facilities.kind import known_kinds
from geodata.imports.catalogue_check import Known, check, merged, unknown_served
from geodata.imports.catalogue_refusals import (
    EmptyCatalogue,
    UnknownCatalogueFormat,
    UnreadableCatalogue,
)
from geodata.imports.catalogue_workbook import read_workbook, write_workbook
from geodata.imports.originals import taken_in
from geodata.imports.refusals import AlreadyThere, CannotWrite
from geodata.store import Reader, Store
from geodata.toml_fault import german_fault

Plain = Mapping[RecordKind, list[dict[str, Any]]]


def export_catalogue(store: Store, path: Path, *, overwrite: bool = False) -> dict[str, Any]:
    """Write all records that hold now to a TOML or XLSX file, which may hold an office's work.

    Raises `UnknownCatalogueFormat`, `AlreadyThere` and `CannotWrite`.
    """
    with store.reading() as reader:
        plain = {kind: _plain(records.values()) for kind, records in _known(reader).items()}
    if path.suffix.lower() not in (".toml", ".xlsx"):
        raise UnknownCatalogueFormat(file=path.name)
    if path.is_file() and not overwrite:
        raise AlreadyThere(file=path)
    try:
        if path.suffix.lower() == ".toml":
            document: dict[str, Any] = {
                "schema": 1,
                **{str(kind): found for kind, found in plain.items()},
            }
            path.write_text(tomli_w.dumps(document), encoding="utf-8")
        else:
            write_workbook(plain, path)
    except OSError as reason:
        raise CannotWrite(file=path, reason=reason.strerror) from None
    return {
        "schema": 1,
        "file": path.name,
        "indicators": len(plain["indicator"]),
        "sources": len(plain["source"]),
        "facility_kinds": len(plain["facility_kind"]),
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
            known = _known(before)
            new, notes = merged(plain, known, path.name)
            sources, indicators = before.sources(), before.indicators()
            observed = before.variables_with_observations()
            check(new, sources, indicators, observed, path.name)
            changed = [record for record in new if _earlier(record, known) != record]
            notes += unknown_served(changed, indicators, observed)
            writer.put_records(changed)
            writer.report = {
                "schema": 1,
                "stored": not dry_run,
                "import_id": None if dry_run else writer.number,
                "records": len(new),
                "new": [record.id for record in changed if _earlier(record, known) is None],
                "changed": [record.id for record in changed if _earlier(record, known)],
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


def _read_toml(path: Path) -> dict[RecordKind, list[dict[str, Any]]]:
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as reason:
        raise UnreadableCatalogue(file=path.name, reason=german_fault(reason)) from None
    entries: dict[RecordKind, list[dict[str, Any]]] = {
        kind: document.pop(kind, []) for kind in RECORD_KINDS
    }
    document.pop("schema", None)
    if document:
        stray = f"„{next(iter(document))}“ gehört nicht hinein"
        raise UnreadableCatalogue(file=path.name, reason=stray)
    for kind, found in entries.items():
        if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
            raise UnreadableCatalogue(file=path.name, reason=f"{kind} muss als [[{kind}]] stehen")
    return entries


def _known(reader: Reader) -> Known:
    """All records that hold, by kind and id; built-in kinds of facilities among them."""
    return {
        "source": reader.sources(),
        "indicator": reader.indicators(),
        "facility_kind": known_kinds(reader.facility_kinds()),
    }


def _earlier(record: Record, known: Known) -> Record | None:
    return known[kind_of_record(record)].get(record.id)


def _plain(records: Iterable[Record]) -> list[dict[str, Any]]:
    return [as_plain(record) for record in sorted(records, key=lambda record: record.id)]
