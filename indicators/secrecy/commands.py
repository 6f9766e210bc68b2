"""`rule` and `audit`: what is protected, and whether it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from geodata.commands.speaking import (
    json_option,
    opened,
    refusals_spoken,
    say_json,
    say_warnings,
    workspace_option,
)
from geodata.german_count import counted, german_count
from geodata.workspace import open_workspace

_ZEROS = ("hidden", "shown")


@click.command()
@click.argument("ids", metavar="ID …", nargs=-1, required=True)
@workspace_option
@click.option("--minimum", required=True, type=int, help="kleinste sichtbare Anzahl, 0 hebt auf")
@click.option("--width", type=int, help="wie viele Zahlen möglich bleiben; sonst wie --minimum")
@click.option("--minimum-base", type=int, help="kleinste Grundmenge eines Anteils, z. B. 10")
@click.option("--zeros", type=click.Choice(_ZEROS), help="ob Nullen verborgen werden")
@click.option("--adds-to", metavar="ID", help="Gesamtzahl, deren Teil die Größen sind")
@json_option
def rule(ids: tuple[str, ...], workspace: Path, as_json: bool, **wished: Any) -> None:  # noqa: ANN401 - click's options
    """Kleine Anzahlen verbergen: eine Regel für Indikatoren oder alle Anzahlen einer Quelle."""
    with refusals_spoken(as_json=as_json), opened(workspace) as store:
        # Reckoning needs scipy, the help page does not.
        from indicators.secrecy.setting import Wish, set_rule

        report = set_rule(store, ids, Wish(**wished))
        say_warnings(report)
        if as_json:
            say_json(report)
            return
        for told in report["rules"]:
            click.echo(_rule_sentence(told))
        for found in report["found_totals"]:
            parts = " + ".join(found["parts"])
            click.echo(f"In den Dateien gefunden und beachtet: {found['total']} = {parts}.")
        first, second = report["hidden"]["first"], report["hidden"]["second"]
        click.echo(
            f"Eintrag {report['import_id']}. Verborgen {'ist' if first == 1 else 'sind'} jetzt "
            f"{counted(first, 'Wert', 'Werte')} durch Regeln und {german_count(second)}, damit "
            "sich diese nicht errechnen lassen."
        )


@click.command()
@workspace_option
@json_option
def audit(workspace: Path, as_json: bool) -> None:
    """Prüfen, wie ungewiss jeder verborgene Wert für Außenstehende bleibt."""
    with refusals_spoken(as_json=as_json):
        from indicators.secrecy.audit import audit as audited
        from indicators.secrecy.audit import plain

        with open_workspace(workspace) as snapshot:
            entries = [plain(entry) for entry in audited(snapshot)]
            titles = {record.id: record.title for record in snapshot.indicators.values()}
    if as_json:
        text = json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
        click.echo(text.encode(), nl=False)
        return
    for line in _table(entries, titles):
        click.echo(line)


def _rule_sentence(told: Mapping[str, Any]) -> str:
    if not told["minimum"] and not told["minimum_base"]:
        return f"{told['indicator_id']}: keine Regel mehr."
    parts = []
    if told["minimum"]:
        parts.append(f"ab {told['minimum']} sichtbar, ungewiss über {told['width']} Zahlen")
    if told["minimum_base"]:
        parts.append(f"Anteile erst ab einer Grundmenge von {told['minimum_base']}")
    return f"{told['indicator_id']}: {'; '.join(parts)}."


def _table(entries: list[dict[str, Any]], titles: Mapping[str, str]) -> list[str]:
    """How many are hidden, per indicator, and whether they are safe."""
    if not entries:
        return ["Nichts ist verborgen."]
    counts: dict[str, dict[str, int]] = {}
    for entry in entries:
        row = counts.setdefault(entry["indicator_id"], {"first": 0, "second": 0, "unsafe": 0})
        row[entry["order"]] += 1
        row["unsafe"] += not entry["safe"]
    lines = ["durch Regel | zum Schutz | unsicher | Indikator"]
    for name, row in sorted(counts.items()):
        told = f"{row['first']:>11} | {row['second']:>10} | {row['unsafe']:>8}"
        lines.append(f"{told} | {titles.get(name, name)} ({name})")
    unsafe = sum(row["unsafe"] for row in counts.values())
    lines.append(
        f"{len(entries)} Werte sind verborgen, alle sicher."
        if not unsafe
        else f"{unsafe} von {len(entries)} verborgenen Werten sind NICHT sicher."
    )
    return lines
