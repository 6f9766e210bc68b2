"""Protection reckoned before a change takes hold, so that nothing is ever out unprotected."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial

import click

from geodata.catalogue import Indicator
from geodata.period import Period
from geodata.store import Writer
from geodata.store.disclosure import (
    HARMLESS,
    CellKey,
    forget,
    hidden_cells,
    mark_reckoned,
    put_hidden_cells,
    put_released_values,
    released_values,
    withdraw_hidden_cells,
    withdraw_released_values,
)
from geodata.store.pending import Pending
from geodata.workspace import Workspace
from indicators.secrecy.earlier import rules_of
from indicators.secrecy.formulas import ingredients
from indicators.secrecy.patterns import Memory, Progress
from indicators.secrecy.reckoning import Reckoning, reckoned
from indicators.secrecy.rules import any_rule
from indicators.secrecy.standing import WITH_RINGS

_STEPS = 1000


def keep_secret(writer: Writer) -> None:
    """Reckon and store what must be hidden once this change is kept.

    Raises `GivenAway` where what is out already would give a hidden figure away, `NotCounts`
    where a rule meets figures that are no counts: the change is then taken back.
    """
    if writer.kind in HARMLESS:
        return
    now, before = writer.now.indicators(), writer.before.indicators()
    memory = Memory(
        {cell.key: cell for cell in hidden_cells(writer.now)}, released_values(writer.now)
    )
    if any_rule(now):
        with _progress() as progress:
            found = reckoned(
                Workspace(Pending(writer)),
                memory,
                anew=rules_of(now) != rules_of(before),
                # What is to go must be able to go, whatever is out.
                lenient=writer.kind in ("undo", "purge"),
                progress=progress,
            )
    elif memory.hidden or memory.out or writer.kind == "purge":
        found = Reckoning({}, {}, frozenset(), (), 0, ())
    else:
        return
    _store(writer, memory, found)
    writer.notices += tuple(_hidden_whole(writer, memory, found))
    if any_rule(now):
        mark_reckoned(writer, weighed_with=WITH_RINGS)


def _store(writer: Writer, memory: Memory, found: Reckoning) -> None:
    concerned = _concerned(writer.now.indicators(), found)
    put_hidden_cells(
        writer, [cell for key, cell in found.hidden.items() if memory.hidden.get(key) != cell]
    )
    # A hidden figure that is gone for now stays hidden should it come back.
    gone = [
        key
        for key in memory.hidden
        if key not in found.hidden and (key in found.figures or key[0] not in concerned)
    ]
    withdraw_hidden_cells(writer, gone)
    lifted = [key for key in memory.out if key[0] not in concerned]
    withdraw_released_values(writer, [*lifted, *found.exposed])
    new = {k: (v,) for k, v in found.out.items() if v not in memory.out.get(k, ())}
    put_released_values(writer, new)
    if writer.kind == "purge":
        forget(writer, partial(_is_gone, found))


def _is_gone(found: Reckoning, key: CellKey, value: float | None) -> bool:
    """Whether a hidden figure, or a value that was out, belongs to nothing any more."""
    if key not in found.figures:
        return value is not None or key not in found.hidden
    return value not in (None, found.figures[key])


def _hidden_whole(writer: Writer, memory: Memory, found: Reckoning) -> Iterator[str]:
    """A sentence for each figure of which a state is now hidden whole and was not before."""
    before = {key[:3] for key in memory.hidden}
    states: dict[str, dict[str, set[Period]]] = {}
    for variable, system, period in found.whole:
        if (variable, system, period.text) not in before:
            titles = states.setdefault(variable, {})
            titles.setdefault(_title_of(writer, system), set()).add(period)
    for variable, systems in states.items():
        record = writer.now.indicators().get(variable, Indicator(variable, variable))
        periods = sorted(set().union(*systems.values()))
        yield (
            f"„{record.title}“ ({', '.join(sorted(systems))}; "
            f"{', '.join(period.german for period in periods)}): Kein Wert ließ sich hier einzeln "
            "verbergen, ohne dass man ihn erraten könnte. Der ganze Stand gilt als geheim gehalten."
        )


def _title_of(writer: Writer, system: str) -> str:
    """The title of an area system or of a ring."""
    titles = {found.id: found.title for found in writer.now.area_systems(context=False)}
    rings = {ring.system_id: ring.title for ring in writer.now.rings().values()}
    return titles.get(system) or rings.get(system, system)


def _concerned(indicators: Mapping[str, Indicator], found: Reckoning) -> set[str]:
    """What the rules reach: protected counts, and what is made of them."""
    reached = {
        record.id
        for record in indicators.values()
        if record.minimum_base or ingredients(indicators, record.id) & found.variables
    }
    return reached | found.variables


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """A bar on stderr where somebody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=_STEPS, label="Geheimhaltung", file=sys.stderr) as bar:
        yield lambda share: bar.update(round(share * _STEPS) - bar.pos)
