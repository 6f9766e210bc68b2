"""`reach`: how far it is, as figures on the command line, and kept as an indicator."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from geodata.commands.speaking import json_option, refusals_spoken, say_json, workspace_option
from geodata.store import Store
from geodata.workspace import Workspace, open_workspace
from indicators.facilities.filter import FacilityFilter
from indicators.hand_out import as_csv, handed_out
from indicators.query import Query
from indicators.reach.naming import title_of
from indicators.reach.question import MEASURES, MODES, ReachQuestion, question_from_texts
from indicators.reach.saving import save_question
from indicators.reach.usual import completed

_FILTERS = ("kind", "provider", "free", "all_day", "inclusion", "hours", "name")


@click.command()
@workspace_option
@click.option("--kind", multiple=True, help="Art der Einrichtung, z. B. kita; mehrmals möglich")
@click.option("--provider", multiple=True, help="nur dieser Träger; mehrmals möglich")
@click.option("--free", is_flag=True, help="nur mit freien Plätzen")
@click.option("--all-day", is_flag=True, help="nur mit Ganztag")
@click.option("--inclusion", is_flag=True, help="nur mit Inklusion")
@click.option("--hours", default="", help="nur geöffnet in dieser Zeit, z. B. 07:00-16:30")
@click.option("--name", default="", help="nur mit diesem Text in Name oder Anschrift")
@click.option("--mode", type=click.Choice(MODES), default="car", help="womit")
@click.option("--day", default="", help="Tag des Fahrplans, z. B. 2026-09-15; sonst ein Schultag")
@click.option("--arrive-by", default="", help="Uhrzeit der Ankunft mit Bus und Bahn, z. B. 07:45")
@click.option("--limit", default="", help="Minuten für Anteil, Anzahl und Plätze, z. B. 15")
@click.option("--measure", type=click.Choice(MEASURES), default="minutes", help="was")
@click.option("--group", default="", help="id der Anzahl, nach der gewichtet wird; sonst alle")
@click.option("--system", default="", help="Raumebene, z. B. gemeinde; sonst die feinste")
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv")
@click.option("--save", metavar="ID", default="", help="als Indikator unter dieser id sichern")
@click.option("--title", default="", help="Titel des gesicherten Indikators")
@json_option
def reach(workspace: Path, system: str, form: str, save: str, title: str, **options: Any) -> None:  # noqa: ANN401 - click's options
    """Wie weit es zur nächsten Einrichtung ist; auf Wunsch als Indikator sichern."""
    as_json = bool(options.pop("as_json"))
    with refusals_spoken(as_json=as_json or form == "json"):
        if save:
            told = _saved(workspace, save, title, options)
            if as_json:
                say_json(told)
            else:
                click.echo(
                    f"Gesichert als {told['id']} (Eintrag {told['import_id']}): {told['title']}"
                )
            return
        with open_workspace(workspace) as opened:
            question = _question(opened, options)
            rows = handed_out(opened, Query(question.id, system or list(opened.systems)[-1]))
        text = as_csv(rows)
        if form == "json":
            text = json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
        # Bytes: Windows would write another encoding into a file, and break each line twice.
        click.echo(text.encode(), nl=False)


def _saved(folder: Path, indicator_id: str, title: str, options: dict[str, Any]) -> dict[str, Any]:
    with Store.open(folder) as store:
        workspace = Workspace(store)
        question = _question(workspace, options)
        number = save_question(store, workspace, indicator_id, question, title=title)
        return {
            "schema": 1,
            "stored": True,
            "import_id": number,
            "id": indicator_id,
            "title": title.strip() or title_of(workspace, question),
            "reach": question.texts(),
        }


def _question(workspace: Workspace, options: dict[str, Any]) -> ReachQuestion:
    """The question of the options; raises `WrongReach`."""
    texts = {name: text for name, text in options.items() if name not in _FILTERS and text}
    asked = question_from_texts(texts)
    wanted = FacilityFilter(
        kinds=tuple(sorted(options["kind"])),
        providers=tuple(sorted(options["provider"])),
        free=options["free"],
        all_day=options["all_day"],
        inclusion=options["inclusion"],
        hours=options["hours"],
        name=options["name"],
    )
    return completed(workspace, replace(asked, filter=wanted))
