"""`status` and `imports`: what is in a workspace and how it came there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from geodata.commands.overview import overview
from geodata.commands.speaking import (
    json_option,
    refusals_spoken,
    say_json,
    say_lines,
    workspace_option,
)
from geodata.store import JournalEntry
from geodata.store.journal import KIND_NAMES
from geodata.workspace import Workspace, open_workspace


@click.command()
@workspace_option
@json_option
def status(workspace: Path, as_json: bool) -> None:
    """Was im Arbeitsbereich liegt: Raumebenen, Stände, Quellen."""
    with refusals_spoken(as_json=as_json), open_workspace(workspace) as opened:
        if as_json:
            say_json(described(opened))
        else:
            say_lines(overview(opened))


@click.command()
@workspace_option
@json_option
def imports(workspace: Path, as_json: bool) -> None:
    """Das Journal: was wann eingelesen oder zurückgenommen wurde."""
    with refusals_spoken(as_json=as_json):
        with open_workspace(workspace) as opened:
            entries = opened.journal()
        if as_json:
            say_json({"schema": 1, "imports": [_entry(entry) for entry in entries]})
            return
        for entry in entries:
            # The journal keeps UTC; people remember what their own clock said.
            at = entry.at.astimezone().strftime("%d.%m.%Y %H:%M")
            click.echo(
                f"{entry.number:>4}  {at}  {KIND_NAMES[entry.kind]:<9}  "
                + "  ".join(filter(None, (entry.file, _place(entry), _fate(entry))))
            )


def described(workspace: Workspace) -> dict[str, Any]:
    """The workspace as `status --json` tells it."""
    systems = [*workspace.systems.values(), *workspace.context.values()]
    return {
        "schema": 1,
        "title": workspace.title,
        "county": workspace.county,
        "number": workspace.number,
        "systems": [
            {
                "id": system.id,
                "title": system.title,
                "areas": len(system),
                "valid": system.valid,
                "context": system.context,
                "nests_in": list(system.nests_in),
            }
            for system in systems
        ],
        "states": [
            {
                "variable": state.variable,
                "system": state.system,
                "period": state.period.text,
                "base": state.base,
                "source": state.source,
                "import_id": state.import_id,
                "cells": state.cells,
            }
            for state in workspace.states
        ],
        "sources": [
            {
                "id": source.id,
                "title": source.title,
                "attribution": source.attribution,
                "licence": source.licence,
                "nature": source.nature,
            }
            for source in workspace.sources.values()
        ],
        "facilities": [
            {
                "kind": found.kind,
                "kind_title": workspace.facility_kinds[found.kind].title,
                "title": found.title,
                "attribution": found.attribution,
                "import_id": found.import_id,
                "count": found.count,
                "without_place": found.without_place,
            }
            for found in workspace.facility_sets.values()
        ],
        "networks": [
            {
                "kind": kind,
                "title": state.title,
                "attribution": state.attribution,
                "nature": state.nature,
                "import_id": state.import_id,
            }
            for kind, state in sorted(workspace.network_states.items())
        ],
    }


def _entry(entry: JournalEntry) -> dict[str, Any]:
    return {
        "import_id": entry.number,
        "kind": entry.kind,
        "at": entry.at.isoformat(),
        "file": entry.file,
        "sha256": entry.sha256,
        "undone_by": entry.undone_by,
        "purged_by": entry.purged_by,
        "reason": entry.reason,
        "report": dict(entry.report),
    }


def _place(entry: JournalEntry) -> str:
    """Which level an import of areas went to: two files of the same name are told apart."""
    if entry.kind != "areas":
        return ""
    behind = ", Umgebung" if entry.report.get("context") else ""
    return f"({entry.report.get('system', '')}{behind})"


def _fate(entry: JournalEntry) -> str:
    if entry.purged_by:
        return f"gelöscht mit {entry.purged_by}: {entry.reason}"
    return f"zurückgenommen mit {entry.undone_by}" if entry.undone_by else ""
