"""`ring`: where the county stands among others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from geodata.commands.speaking import json_option, refusals_spoken, say_json, workspace_option
from geodata.workspace import Workspace, open_workspace
from indicators.comparison.ring import (
    RingPosition,
    ring_indicators,
    ring_periods,
    ring_position,
)
from indicators.published import Cell


@click.command()
@click.argument("ring_id", metavar="RING")
@click.argument("indicator", metavar="[ID]", required=False, default="")
@workspace_option
@click.option("--period", default="", help="Stand, z. B. 2024-12-31; sonst der letzte")
@json_option
def ring(ring_id: str, indicator: str, workspace: Path, period: str, as_json: bool) -> None:
    """Die Lage des Kreises in einem Vergleichsring; ohne ID: was es dort gibt."""
    with refusals_spoken(as_json=as_json):
        with open_workspace(workspace) as opened:
            if indicator:
                told = position_as_plain(ring_position(opened, indicator, ring_id, period))
            else:
                told = _choices(opened, ring_id)
        if as_json:
            say_json(told)
            return
        if not indicator:
            for entry in told["indicators"]:
                click.echo(f"{entry['id']}: {entry['title']} ({', '.join(entry['periods'])})")
            return
        for name in ("own", "lower_quartile", "median", "upper_quartile", "rank", "n"):
            value = told[name]["value"] if isinstance(told[name], dict) else told[name]
            click.echo(f"{_NAMES[name]}: {_number(value)}")


_NAMES = {
    "own": "eigener Wert",
    "lower_quartile": "unteres Viertel bis",
    "median": "Median",
    "upper_quartile": "oberes Viertel ab",
    "rank": "Rang (1 = höchster Wert)",
    "n": "Kreise mit Wert",
}


def position_as_plain(found: RingPosition) -> dict[str, Any]:
    """A position as JSON can hold it; gaps are null with their status."""
    return {
        "schema": 1,
        "ring": found.ring.id,
        "title": found.ring.title,
        "definition": found.ring.definition,
        "anonymous": found.ring.anonymous,
        "indicator_id": found.indicator.id,
        "unit": found.indicator.unit,
        "period": found.period.text,
        "own": _cell(found.own) if found.own else None,
        "n": found.n,
        "lower_quartile": found.lower_quartile,
        "median": found.median,
        "upper_quartile": found.upper_quartile,
        "rank": found.rank,
        "members": [
            {"key": member.key, "name": member.name, **_cell(member.cell)}
            for member in found.members
        ],
        "sources": [source.title for source in found.sources],
    }


def _choices(workspace: Workspace, ring_id: str) -> dict[str, Any]:
    return {
        "schema": 1,
        "ring": ring_id,
        "indicators": [
            {
                "id": record.id,
                "title": record.title,
                "unit": record.unit,
                "periods": [period.text for period in ring_periods(workspace, record.id, ring_id)],
            }
            for record in ring_indicators(workspace, ring_id)
        ],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "value": cell.value,
        "status": cell.status.code,
        "nature": cell.nature.code,
        "flags": cell.flags.codes,
    }


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.10g}".replace(".", ",")
