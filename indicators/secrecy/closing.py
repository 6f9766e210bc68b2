"""States that are hidden whole, because none of their figures can be hidden by itself.

A figure that nothing ties to others is small for certain if it alone is hidden: nothing else could
be the reason. Among all figures of its state, any may be the small one. Nothing less will do: from
a pattern that hides some figures more than needed, how many are small could be told by counting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from geodata.store.disclosure import CellKey, HiddenCell
from indicators.secrecy.formulas import parts_of
from indicators.secrecy.ledger import BlockKey, Ledger

# In place of a component: hidden where there is no figure, so that nobody sees where there is one.
GAP = "gap"


def closed_around(ledger: Ledger, keys: Iterable[BlockKey]) -> bool:
    """Hide more around blocks in which something cannot be hidden; False where nothing is left.

    First all figures of the state. Then its gaps look the same, so that nobody sees which area has
    the only figure. Where there is but one area, its figures of all periods are hidden together.
    """
    blocks = sorted(keys)
    for step in (close, conceal, close_all_periods):
        # Each of them, whatever the first one says.
        widened = [step(ledger, key) for key in blocks]
        if any(widened):
            return True
    return False


def close_again(
    ledger: Ledger, hidden: Mapping[CellKey, HiddenCell], out: Mapping[CellKey, set[float]]
) -> None:
    """Close what was hidden whole, as one pattern, but for what was out before."""
    components: dict[BlockKey, str] = {}
    for key in list(ledger.blocks):
        names = _names(ledger, key, closable(ledger, key))
        found = {hidden[name].component for name in names if name in hidden}
        whole = all(name in hidden or name in out for name in names)
        if key[0] in ledger.rules and whole and len(found) == 1:
            close(ledger, key)
            components[key] = found.pop()
    for key in components:
        if all(_is_gap(hidden.get(name)) for name in _names(ledger, key, gaps(ledger, key))):
            conceal(ledger, key)
        others = {name for other, name in components.items() if other[:2] == key[:2]}
        if len(others) == 1:
            close_all_periods(ledger, key)


def closable(ledger: Ledger, key: BlockKey) -> NDArray[np.intp]:
    """The places in a block with a figure that is not known anyway.

    Known are the 0 where nobody lives, and what another system shows too.
    """
    block = ledger.blocks[key]
    told = block.counted & ~(block.empty & (block.values == 0))
    return np.array(
        [at for at in np.flatnonzero(told) if block.start + at not in ledger.elsewhere], np.intp
    )


def close(ledger: Ledger, key: BlockKey) -> bool:
    """Hide a whole block, as parts of a total that nobody knows; False where it is already."""
    if key in ledger.closed:
        return False
    total = ledger.free()
    _tie(ledger, total, [key])
    ledger.closed[key] = total
    return True


def conceal(ledger: Ledger, key: BlockKey) -> bool:
    """Let the gaps of a closed state look like its figures: one of them may be the small one.

    So do those of all that is added up from it. False where that is so already, or where there
    are no gaps.
    """
    if key in ledger.concealed or not len(gaps(ledger, key)):
        return False
    for block in _added_up_from(ledger, key):
        close(ledger, block)
        ledger.concealed.add(block)
        if len(gaps(ledger, block)):
            ledger.unlisted.add(ledger.closed[block])
    return True


def _added_up_from(ledger: Ledger, key: BlockKey) -> list[BlockKey]:
    """A block, its sums over larger areas, and those with other variables in each of these."""
    variable, _, period = key
    indicators, origin = ledger.workspace.indicators, ledger.blocks[key].origin
    larger = [
        (variable, other, period)
        for other in ledger.workspace.counted_systems
        if (variable, other, period) in ledger.blocks
        and ledger.blocks[variable, other, period].origin == origin
    ]
    sums = [name for name in ledger.variables if variable in (parts_of(indicators, name) or ())]
    found = [(name, other, period) for _, other, _ in larger for name in (variable, *sorted(sums))]
    return [block for block in dict.fromkeys(found) if block in ledger.blocks]


def close_all_periods(ledger: Ledger, key: BlockKey) -> bool:
    """Hide the one area of a system at every period; False where that is so, or there are more."""
    variable, system, _ = key
    if len(ledger.workspace.counted_systems[system]) > 1:
        return False
    blocks = [b for b in ledger.blocks if b[:2] == (variable, system) and len(closable(ledger, b))]
    if len({ledger.closed.get(block) for block in blocks}) == 1:
        return False
    total = ledger.free()
    _tie(ledger, total, blocks)
    ledger.closed.update(dict.fromkeys(blocks, total))
    return True


def gaps(ledger: Ledger, key: BlockKey) -> NDArray[np.intp]:
    """The places in a block where there may be a figure for all that anybody knows."""
    block = ledger.blocks[key]
    return np.flatnonzero(~block.counted & ~block.empty)


def concealed_gaps(ledger: Ledger) -> Iterator[CellKey]:
    """The areas without figure that look as if theirs were hidden."""
    for key in sorted(ledger.concealed):
        yield from _names(ledger, key, gaps(ledger, key))


def _names(ledger: Ledger, key: BlockKey, places: NDArray[np.intp]) -> list[CellKey]:
    areas = ledger.workspace.counted_systems[key[1]].area_ids
    return [(key[0], key[1], key[2].text, areas[at]) for at in places.tolist()]


def _is_gap(cell: HiddenCell | None) -> bool:
    return cell is not None and cell.component == GAP


def _tie(ledger: Ledger, total: int, blocks: Iterable[BlockKey]) -> None:
    cells, values = [total], [float("nan")]
    for key in blocks:
        places = closable(ledger, key)
        cells += (ledger.blocks[key].start + places).tolist()
        values += ledger.blocks[key].values[places].tolist()
    ledger.relate(cells, [1, *([-1] * (len(cells) - 1))], values)
