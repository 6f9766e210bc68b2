"""`status` and `imports`: what is in a workspace and how it came there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from geodata.commands.speaking import json_option, refusals_spoken, say_json, workspace_option
from geodata.store import JournalEntry
from geodata.store.journal import KIND_NAMES
from geodata.workspace import Workspace, open_workspace


@click.command()
@workspace_option
@json_option
def status(workspace: Path, as_json: bool) -> None:
    """Was im Arbeitsbereich liegt: Raumebenen, Stände, Quellen."""
    with refusals_spoken(as_json=as_json):
        with open_workspace(workspace) as opened:
            told = described(opened)
        if as_json:
            say_json(told)
            return
        click.echo(f"{told['title']} (Kreis {told['county']}), Journalnummer {told['number']}")
        for system in told["systems"]:
            inside = (
                f", liegt ganz in {', '.join(system['nests_in'])}" if system["nests_in"] else ""
            )
            behind = " (Umgebung)" if system["context"] else ""
            click.echo(f"Raumebene {system['title']}{behind}: {system['areas']} Gebiete{inside}")
        for state in told["states"]:
            click.echo(
                f"{state['variable']} · {state['system']} · {state['period']} · {state['cells']}"
            )
        for source in told["sources"]:
            click.echo(f"Quelle: {source['title']} {source['attribution']}".rstrip())


@click.command()
@workspace_option
@json_option
def imports(workspace: Path, as_json: bool) -> None:
    """Das Journal: was wann eingelesen, zurückgenommen, gelöscht wurde."""
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
                f"{entry.number:>4}  {at}  {KIND_NAMES[entry.kind]:<9}  {entry.file}  "
                f"{_fate(entry)}".rstrip()
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


def _fate(entry: JournalEntry) -> str:
    if entry.purged_by:
        return f"gelöscht mit {entry.purged_by}: {entry.reason}"
    return f"zurückgenommen mit {entry.undone_by}" if entry.undone_by else ""
