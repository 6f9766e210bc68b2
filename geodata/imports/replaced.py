"""What is said when an import takes the place of earlier figures."""

from __future__ import annotations

from collections.abc import Mapping

from geodata.german_count import counted
from geodata.period import Period
from geodata.store import Reader


def replacement_notes(replaced: Mapping[tuple[str, str, str], int], before: Reader) -> list[str]:
    """A sentence for each variable and period whose figures came from an earlier import.

    `replaced` counts the earlier figures by variable, system and period.
    """
    files = {entry.number: entry.file for entry in before.journal()}
    titles = {record.id: record.title for record in before.indicators().values()}
    notes = []
    for (variable, system, period), count in replaced.items():
        if count:
            standing = [
                state.import_id
                for state in before.states()
                if (state.variable, state.system, state.period.text) == (variable, system, period)
            ]
            earlier = ", ".join(f"„{files[number]}“ (Eintrag {number})" for number in standing)
            notes.append(
                f"„{titles.get(variable, variable)}“ ({variable}), {Period(period).german}, "
                f"{system}: ersetzt {counted(count, 'Wert', 'Werte')} aus {earlier}. Ist etwas "
                "anderes gemeint, hilft --value mit --indicator und eigener id."
            )
    return notes
