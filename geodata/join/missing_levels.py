"""Levels that a file speaks of and the workspace does not have, and how to bring them in."""

from __future__ import annotations

import pandas as pd

from geodata.german_count import german_count
from geodata.join import reasons, refusals

_PREFIX = reasons.NO_SUCH_LEVEL.format(level="")
_COMMANDS = {
    "Kreis": "--system kreis --title Landkreis",
    "Gemeindeverband": "--system samtgemeinde --title Samtgemeinden",
    "Gemeinde": "--system gemeinde --title Gemeinden",
}


def level_missing(how: str) -> bool:
    """Whether a row fits no area because its whole level is not in the workspace."""
    return how.startswith(_PREFIX)


def missing_level_notices(rows: pd.DataFrame, county: str) -> list[str]:
    """A sentence for each missing level; `rows` is that of a `Diagnosis`."""
    found = rows.loc[rows["how"].str.startswith(_PREFIX), "how"].value_counts(sort=False)
    return [
        refusals.LEVEL_MISSING.format(
            rows="Eine Zeile gehört" if count == 1 else f"{german_count(count)} Zeilen gehören",
            level=level,
            cure=_cure(level, county),
        )
        for level, count in zip(found.index.str.removeprefix(_PREFIX), found, strict=True)
    ]


def refuse_missing_level(rows: pd.DataFrame, county: str, file: str) -> None:
    """Refuse a table whose rows all speak of a level that is not there.

    Raises `NoSuchLevel`.
    """
    lost = rows.loc[rows["outcome"] == "unmatched", "how"]
    if len(lost) and lost.map(level_missing).all():
        level = lost.iloc[0].removeprefix(_PREFIX)
        raise refusals.NoSuchLevel(file=file, level=level, cure=_cure(level, county))


def _cure(level: str, county: str) -> str:
    return f"python -m geodata areas DATEI {_COMMANDS[level]} --where 'AGS={county}*' --workspace …"
