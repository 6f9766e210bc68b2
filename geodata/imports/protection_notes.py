"""What is proposed for protection: new figures that look like small counts of people."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from geodata.catalogue import Indicator

# As statistical offices do it.
_MINIMUM = 3
_PEOPLE = (
    *("mensch", "person", "kind", "jugendlich", "schüler", "frau", "männer", "mädchen", "jungen"),
    *("einwohner", "bevölkerung", "familie", "haushalt", "ausländer", "geboren", "gestorben"),
    *("arbeitslos", "empfänger", "leistungsberechtigt", "bedürftig", "betreut", "fälle", "patient"),
    *("insass", "bewohner", "beschäftigt", "schutzsuchend", "migrant", "alleinerziehend"),
)


def protection_notes(
    cells: pd.DataFrame, now: Mapping[str, Indicator], before: Mapping[str, Indicator]
) -> list[str]:
    """A sentence with the command to type for each new figure with small counts of people.

    `cells` has the columns variable and value.
    """
    return [
        f"„{now[variable].title}“ ({variable}) zählt anscheinend Menschen und hat Werte unter "
        f"{_MINIMUM}, die jetzt alle sehen. Vorschlag: python -m indicators rule {variable} "
        f"--minimum {_MINIMUM} --workspace …"
        for variable, group in cells.groupby("variable", sort=True)
        if variable in now
        and variable not in before
        and _counts_people(now[variable])
        and _is_small(group["value"].to_numpy(np.float64))
    ]


def _counts_people(record: Indicator) -> bool:
    said = f"{record.title} {record.unit} {record.id}".casefold()
    return record.kind == "count" and (record.people or any(word in said for word in _PEOPLE))


def _is_small(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> bool:
    """Whether values are counts, and some of them so small that a person could be meant."""
    found = values[~np.isnan(values)]
    counts = (found >= 0) & (found == np.floor(found))
    return bool(counts.all() and ((found > 0) & (found < _MINIMUM)).any())
