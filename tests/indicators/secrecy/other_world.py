"""Another truth behind the same published figures, and all the answers that must not tell it."""

from __future__ import annotations

import datetime
import json
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyogrio
from click.testing import CliRunner
from flask.testing import FlaskClient
from plotly.utils import PlotlyJSONEncoder

from callbacks.page import create_app
from geodata.inhabited_points import people_of_grid
from geodata.markers import Status
from geodata.period import Period
from geodata.store.disclosure import CellKey
from geodata.workspace import Workspace, open_workspace
from geodata.workspace_holder import WorkspaceHolder
from indicators.choices import periods, systems
from indicators.commands import indicators
from indicators.comparison.ring_figures import ring_figures
from indicators.comparison.ring_provenance import MEDIAN
from indicators.disclosure.attack import Attack
from indicators.disclosure.components import components
from indicators.export import export_geopackage
from indicators.measures import periods_for
from indicators.published import published
from indicators.query import Query
from indicators.secrecy.closing import close_again
from indicators.secrecy.clusters import clusters
from indicators.secrecy.ledger import NOBODY
from indicators.secrecy.reckoning import ledger_of
from layers.data_page import data_page
from layers.view import BOARDS, METHODS, View
from tests.indicators.secrecy.reachable import reach_answers, reach_figures, reach_words
from tests.indicators.secrecy.taken_along import files_of, told_of_views

# So many areas of a level are looked at one by one, and so many periods: the rest is alike.
_MOST_AREAS, _MOST_PERIODS = 3, 2
_DAY = datetime.date(2026, 11, 28)


def other_truth(workspace: Workspace) -> dict[CellKey, float]:
    """Hidden counts that could as well be the true ones, for all that anybody can read.

    Only what was counted itself is named: sums follow. The tables come from the engine, but that
    they lead to the same answers is what the tests then look at.
    """
    hidden, out = workspace.hidden_cells, workspace.released_values
    ledger, _ = ledger_of(workspace)
    close_again(ledger, hidden, out)
    counted = {
        (variable, system, period.text)
        for (variable, system, period), block in ledger.blocks.items()
        if block.origin == system and (variable, system) in workspace.states_of
    }
    found: dict[CellKey, float] = {}
    for part in clusters(ledger, hidden, out):
        nameless = np.array([key == NOBODY for key in part.keys], bool) & part.problem.known
        statements = np.array([s.key in hidden for s in part.statements], bool)
        covered = np.array([key in hidden for key in part.keys], bool) | part.problem.hidden
        for piece in components(replace(part.problem, hidden=covered)):
            attack = Attack(
                piece, covered[piece.cells], statements[piece.statements], piece.table[None]
            )
            for cell in np.flatnonzero(attack.guarded)[:_MOST_AREAS]:
                attack.proves(int(cell))
            fixed = nameless[piece.cells]
            same = (attack.tables[:, fixed] == piece.table[fixed]).all(axis=1)
            tables = attack.tables[same]
            table = tables[np.argmax((tables != piece.table).sum(axis=1))]
            for at in np.flatnonzero(table != piece.table).tolist():
                key = part.keys[piece.cells[at]]
                if key[:3] in counted:
                    found[key] = float(table[at])
    return found


def copied_with(folder: Path, other: Path, truth: Mapping[CellKey, float]) -> None:
    """A copy of a workspace in which some counts are others, and the same is hidden."""
    with open_workspace(folder) as workspace:
        unseen = _without_a_base(workspace)
    shutil.copytree(folder, other)
    with closing(sqlite3.connect(other / "atlas.gpkg")) as connection:
        for (variable, system, period, area), value in truth.items():
            changed = connection.execute(
                "UPDATE observation SET value = ?, marker = '' WHERE withdrawn_by IS NULL AND "
                "variable = ? AND system = ? AND period = ? AND area_id = ?",
                (value, variable, system, period, area),
            )
            assert changed.rowcount == 1
            if variable == people_of_grid(system):
                _settle(connection, system, area, value)
        for key in unseen:
            connection.execute(
                "INSERT INTO pattern (variable, system, period, area_id, stage, width, minimum, "
                "component, import_id, from_import) "
                "SELECT ?, ?, ?, ?, 'second', 0, 0, '', import_id, from_import FROM pattern "
                "WHERE withdrawn_by IS NULL LIMIT 1",
                key,
            )
        connection.commit()


def _without_a_base(workspace: Workspace) -> set[CellKey]:
    """Ratios over hidden nothings: they look hidden and stand in no pattern. Over something they
    would have to, for others to see the same."""
    found = set()
    for record in workspace.indicators.values():
        ratio = bool(record.denominator) or record.kind == "change"
        places = [*workspace.systems, *(r.system_id for r in workspace.rings.values())]
        for system in places if ratio else ():
            for period in periods_for(workspace, record.id, system):
                status = _status(workspace, record.id, system, period)
                ids = workspace.counted_systems[system].area_ids
                found |= {
                    (record.id, system, period.text, area_id)
                    for area_id, seen in zip(ids, status, strict=True)
                    if seen == Status.SUPPRESSED
                }
    return found - workspace.hidden_cells.keys()


def _status(workspace: Workspace, indicator: str, system: str, period: Period) -> list[int]:
    ring = next((r for r in workspace.rings.values() if r.system_id == system), None)
    if ring is not None:
        return list(ring_figures(workspace, indicator, ring.id, period).status)
    return list(published(workspace, Query(indicator, system, period.text)).status)


def _settle(connection: sqlite3.Connection, grid: str, cell: str, people: float) -> None:
    """The people of a cell live at its point too; where nobody does, there is no point."""
    named = "withdrawn_by IS NULL AND point_set = ? AND name = ?"
    held = connection.execute(
        f"UPDATE inhabited_point SET population = ? WHERE {named}",
        (people, grid, cell),
    )
    if people <= 0:
        connection.execute(f"DELETE FROM inhabited_point WHERE {named}", (grid, cell))
    elif not held.rowcount:
        connection.execute(
            "INSERT INTO inhabited_point "
            "(point_set, name, population, geom, import_id, from_import) "
            "SELECT point_set, ?, ?, geom, import_id, from_import FROM inhabited_point "
            "WHERE withdrawn_by IS NULL AND point_set = ? LIMIT 1",
            (cell, people, grid),
        )


def answers(folder: Path) -> dict[str, str]:
    """Everything that readers can ask of a workspace, under the question."""
    found: dict[str, str] = {}
    client = create_app(WorkspaceHolder(folder)).server.test_client()
    for address in ("/lesarten", "/vergleich/gebiete?suche=a"):
        found[address] = _got(client, address)
    with open_workspace(folder) as workspace:
        found |= {address: _got(client, address) for address in _addresses(workspace)}
        found |= _commands(folder, workspace)
        page = data_page(workspace, today=_DAY, editor=False)
        found["data"] = json.dumps(page, cls=PlotlyJSONEncoder, sort_keys=True, default=str)
        found |= told_of_views(client, workspace)
        if workspace.facilities:
            found |= reach_answers(client, workspace)
        found["export"] = _exported(workspace, folder.parent / f"{folder.name}.gpkg")
    return found


def taken_along(folder: Path) -> dict[str, str]:
    """The files of girls in every form."""
    client = create_app(WorkspaceHolder(folder)).server.test_client()
    with open_workspace(folder) as workspace:
        return files_of(client, workspace, ("maedchen",))


def figures_of_counts(folder: Path) -> dict[str, str]:
    """Of these the figures of all indicators alone, as the command line hands them out."""
    with open_workspace(folder) as workspace:
        return _commands(folder, workspace)


def figures_of_reach(folder: Path) -> dict[str, str]:
    """Of facilities and reachability the figures alone."""
    client = create_app(WorkspaceHolder(folder)).server.test_client()
    with open_workspace(folder) as workspace:
        return reach_figures(client, workspace)


def _got(client: FlaskClient, address: str) -> str:
    return str(client.get(address).get_data(as_text=True))


def _addresses(workspace: Workspace) -> Iterator[str]:
    for view in _views(workspace):
        data = f"system={view.system}&period={view.period}"
        for form in ("csv", "json"):
            yield f"/daten/{view.indicator}?{data}&format={form}"
        for method in METHODS[:-1]:
            yield f"/karte/klassen{replace(view, method=method, class_count=4).search}"
        yield f"/karte/klassen{replace(view, fixed_classes=True).search}"
        for since in ("", *_earlier(workspace, view)):
            for change in ("", "percent"):
                drawn = replace(view, since=since, change=change if since else "")
                for place in ("klassen", "werte", "streuung"):
                    yield f"/karte/{place}{drawn.search}"
        for areas in _picked(workspace, view):
            for since in ("", *_earlier(workspace, view)):
                chosen = replace(view, areas=areas, since=since).search
                yield from (f"/zahl/herkunft{chosen}", f"/karte/daneben{chosen}")
        for ring in workspace.rings:
            asked = replace(view, system="", ring=ring)
            yield from (
                f"/zahl/herkunft{replace(asked, areas=areas).search}" for areas in ((), (MEDIAN,))
            )
        yield from _boards(workspace, view)


def _views(workspace: Workspace) -> Iterator[View]:
    for record in workspace.indicators.values():
        for system in workspace.systems:
            for choice in periods(workspace, record.id, system)[:_MOST_PERIODS]:
                yield View(indicator=record.id, system=system, period=choice.period.text)


def _earlier(workspace: Workspace, view: View) -> list[str]:
    known = [choice.period.text for choice in periods(workspace, view.indicator, view.system)]
    return [text for text in known if text < view.period][:1]


def _picked(workspace: Workspace, view: View) -> list[tuple[str, ...]]:
    """Some areas one by one, two together, and all but the first."""
    ids = workspace.systems[view.system].area_ids
    return [*((one,) for one in ids[:_MOST_AREAS]), ids[:2], ids[1:60]]


def _boards(workspace: Workspace, view: View) -> Iterator[str]:
    ids = workspace.systems[view.system].area_ids
    sides = {"side_a": f"{view.system}:{ids[0]}", "side_b": f"{view.system}:{';'.join(ids[1:3])}"}
    for board in BOARDS:
        if board == "ring":
            for ring in workspace.rings:
                yield f"/vergleich/tafel{replace(view, board=board, ring=ring).search}"
        elif len(ids) > 1:
            shown = replace(view, board=board, areas=ids[:1], **sides)
            yield f"/vergleich/tafel{shown.search}"


def _commands(folder: Path, workspace: Workspace) -> dict[str, str]:
    asked = [("list",), ("list", "--json")]
    asked += [("ring", ring) for ring in workspace.rings]
    asked += [("ring", r, i, "--json") for r in workspace.rings for i in workspace.indicators]
    asked += [
        ("values", indicator, "--system", system.id, "--period", "all", "--format", "json")
        for indicator in workspace.indicators
        for system in systems(workspace, indicator)
    ]
    if workspace.facilities:
        asked += reach_words()
    return {
        " ".join(words): CliRunner().invoke(indicators, [*words, "--workspace", str(folder)]).output
        for words in asked
    }


def _exported(workspace: Workspace, file: Path) -> str:
    export_geopackage(workspace, file)
    layers = [name for name, _ in pyogrio.list_layers(file)]
    return "\n".join(
        pyogrio.read_dataframe(file, layer=name).to_csv(index=False) for name in layers
    )
