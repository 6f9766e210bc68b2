"""Cells that were hidden on the way and need not be."""

from __future__ import annotations

import numpy as np

from indicators.disclosure.attack import Attack


def reopened(attack: Attack) -> Attack:
    """The same attack on a pattern from which nothing more can be opened alone.

    The dearest is tried first. What is bound to stay hidden stays; everything else is opened when
    every guarded cell stays safe without it. A block in which nothing is bound is opened whole.
    """
    part = attack.component
    attack = _without_idle_blocks(attack)
    secondary = np.flatnonzero(attack.hidden & ~part.bound)
    statements = np.flatnonzero(attack.statements_hidden & ~part.statement_bound)
    weights = np.concatenate([part.weights[secondary], part.statement_weights[statements]])
    number = np.concatenate([secondary, statements + len(part.cells)])
    for candidate in number[np.lexsort((number, -weights))]:
        attack = _opened(attack, int(candidate))
    return _without_idle_blocks(attack)


def _opened(attack: Attack, number: int) -> Attack:
    """The attack with one cell, or statement behind the n cells, open; or as it was."""
    hidden, statements_hidden = attack.hidden.copy(), attack.statements_hidden.copy()
    if number < len(hidden):
        hidden[number] = False
    else:
        statements_hidden[number - len(hidden)] = False
    narrower = Attack(attack.component, hidden, statements_hidden, attack.tables)
    if narrower.betrays_at_once():
        return attack
    inherited = len(narrower.tables)
    if _all_safe(narrower, number):
        return narrower
    for table in narrower.tables[inherited:]:
        attack.learn(table)
    return attack


def _all_safe(attack: Attack, number: int) -> bool:
    """Whether all cells are safe; those beside the opened one, likeliest to fail, first."""
    beside = attack.component.beside(number)
    unproven = attack.unproven()
    if not all(attack.proves(int(cell)) for cell in unproven[beside[unproven]]):
        return False
    attack.proves_many()
    return all(attack.proves(int(cell)) for cell in attack.unproven())


def _without_idle_blocks(attack: Attack) -> Attack:
    """The attack with all blocks open in which no cell is bound to stay hidden."""
    part = attack.component
    needed = np.unique(attack.block_of[attack.unknown & part.bound])
    idle = attack.hidden & ~np.isin(attack.block_of, needed)
    if not idle.any():
        return attack
    return Attack(part, attack.hidden & ~idle, attack.statements_hidden, attack.tables)
