"""Which column of a table holds the key, the name, the time and the values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from geodata.tables import states
from geodata.tables.figures import is_below, looks_like_figure
from geodata.tables.refusals import NoKeyColumn, UnknownColumn
from geodata.tables.variables import slug
from geodata.tables.wishes import Wishes
from geodata.tables.words import (
    KEY_WORDS,
    LEVEL_WORDS,
    MONTH_WORDS,
    NAME_WORDS,
    NO_VALUE_WORDS,
    PERIOD_WORDS,
    UNIT_WORDS,
    VARIABLE_WORDS,
    could_be_key,
    looks_like_key,
)

SAMPLE = 2000
NUMERIC_SHARE = 0.6
_NO_NUMBER = re.compile(r"[+-]?(?:nan|inf|infinity)|n/?a|#.+|null|none", re.IGNORECASE)


@dataclass(frozen=True)
class Roles:
    """Positions of the columns, from 0; None where a table has no such column.

    `month` is a column of months beside one of years. `values` are the columns that look like
    figures; `texts` those that hold other words.
    """

    key: int | None
    name: int | None
    period: int | None
    month: int | None
    variable: int | None
    unit: int | None
    values: tuple[int, ...]
    texts: tuple[int, ...]


def find_roles(body: pd.DataFrame, headers: Sequence[str], wishes: Wishes, file: str) -> Roles:
    """Tell the columns apart by their headers and, where these say nothing, by their content.

    Raises
    ------
    UnknownColumn, NoKeyColumn
    """
    told = body[(body != "").sum(axis=1) > 1]
    samples = {j: _sample(told[j]) for j in range(len(headers))}
    slugs = [slug(header) for header in headers]
    free = [j for j in samples if samples[j] or headers[j]]
    key = _wanted(wishes.wanted_key, headers, file)
    if key is None:
        key = _key_column(samples, slugs, free)
    period = _by_words(slugs, PERIOD_WORDS, [j for j in free if j != key])
    if period is None:
        period = _by_content(samples, headers, [j for j in free if j != key])
    period, month = _months(samples, slugs, [j for j in free if j != key], period)
    taken = {key, period, month}
    variable = _by_words(slugs, VARIABLE_WORDS, [j for j in free if j not in taken])
    unit = _by_words(slugs, UNIT_WORDS, [j for j in free if j not in taken])
    taken |= {variable, unit}
    numeric = [j for j in free if j not in taken and _is_numeric(samples[j])]
    texts = [j for j in free if j not in taken and j not in numeric and samples[j]]
    name = _wanted(wishes.recipe.name, headers, file)
    if name is None:
        name = _name_column(body, slugs, texts, key)
    if key is None and name is None:
        raise NoKeyColumn(file=file, columns=_listed(headers))
    return Roles(
        key=key,
        name=name,
        period=period,
        month=month,
        variable=variable,
        unit=unit,
        values=tuple(j for j in numeric if _may_be_value(slugs[j], samples[j])),
        texts=tuple(j for j in texts if j != name and slugs[j] not in LEVEL_WORDS),
    )


def find_column(wanted: str, headers: Sequence[str], file: str) -> int:
    """The position of a column named by a person: exactly, else by its slug."""
    for position, header in enumerate(headers):
        if header == wanted.strip():
            return position
    for position, header in enumerate(headers):
        if header and slug(header) == slug(wanted):
            return position
    raise UnknownColumn(file=file, column=wanted, columns=_listed(headers))


def _listed(headers: Sequence[str]) -> str:
    return ", ".join(f"„{header}“" for header in headers if header)


def _wanted(wanted: str, headers: Sequence[str], file: str) -> int | None:
    return find_column(wanted, headers, file) if wanted else None


def _sample(column: pd.Series) -> list[str]:
    filled = column[column != ""]
    step = max(1, len(filled) // SAMPLE)
    found: list[str] = filled.iloc[::step].drop_duplicates().tolist()
    return found


def _by_words(slugs: Sequence[str], words: frozenset[str], free: Sequence[int]) -> int | None:
    return next((j for j in free if slugs[j] in words), None)


def _by_content(
    samples: dict[int, list[str]], headers: Sequence[str], free: Sequence[int]
) -> int | None:
    """A column without header whose cells are all points in time."""
    for j in free:
        if not headers[j] and samples[j] and all(states.state_of(cell) for cell in samples[j]):
            return j
    return None


def _months(
    samples: dict[int, list[str]], slugs: Sequence[str], free: Sequence[int], period: int | None
) -> tuple[int | None, int | None]:
    """The column of times and that of months: „2023-12“ stands alone, „Dezember“ beside a year."""
    for j in free:
        if slugs[j] in MONTH_WORDS and samples[j]:
            if all(states.state_of(cell) for cell in samples[j]):
                return j, None
            if period is not None and all(states.month_of(cell) for cell in samples[j]):
                return period, j
    return period, None


def _key_column(
    samples: dict[int, list[str]], slugs: Sequence[str], free: Sequence[int]
) -> int | None:
    named = [j for j in free if slugs[j] in KEY_WORDS or _ends_in_key_word(slugs[j])]
    for j in named:
        if samples[j] and _share(samples[j], could_be_key) >= 0.5:
            return j
    unnamed = [j for j in free if slugs[j] not in NO_VALUE_WORDS]
    for j in unnamed:
        if len(samples[j]) and _share(samples[j], looks_like_key) >= 0.9:
            return j
    for j in unnamed:
        # a column without header before the names, as in the tables of the offices
        if slugs[j] == "" and _share(samples[j], could_be_key) >= 0.9 and _varied(samples[j]):
            return j
    for j in free:
        # „Kreis“ over 3354, 3355: the header of a name above keys
        if slugs[j] in NAME_WORDS and samples[j] and all(map(could_be_key, samples[j])):
            return j
    return None


def _ends_in_key_word(text: str) -> bool:
    parts = text.split("_")
    return parts[0] in ("ags", "ars", "rs") or parts[-1] in ("ags", "ars", "schluessel")


def _varied(cells: list[str]) -> bool:
    return any(looks_like_key(cell) for cell in cells) or any(cell == "DG" for cell in cells)


def _share(cells: list[str], test: object) -> float:
    return sum(bool(test(cell)) for cell in cells) / max(len(cells), 1)  # type: ignore[operator]


def _is_numeric(cells: list[str]) -> bool:
    if not cells:
        return False
    figures = [cell for cell in cells if looks_like_figure(cell)]
    nearly = sum(bool(_NO_NUMBER.fullmatch(cell)) or is_below(cell) for cell in cells)
    # a column of crosses answers a question and holds no figures
    return len(figures) + nearly >= NUMERIC_SHARE * len(cells) and any(
        cell.lower() != "x" for cell in figures
    )


def _may_be_value(text: str, cells: list[str]) -> bool:
    """Not a number of a list, a coordinate, a postcode or a second regional key."""
    if text in NO_VALUE_WORDS or text in KEY_WORDS or _ends_in_key_word(text):
        return False
    if text in LEVEL_WORDS | PERIOD_WORDS or text.endswith("_id"):
        return False
    zeros = [cell for cell in cells if cell.startswith("0") and cell.isdigit() and len(cell) > 1]
    return len(zeros) <= 0.5 * len(cells)


def _name_column(
    body: pd.DataFrame, slugs: Sequence[str], texts: Sequence[int], key: int | None
) -> int | None:
    named = [j for j in texts if slugs[j] in NAME_WORDS]
    if named:
        # „Samtgemeinde“ beside „Gemeinde“: the name is the one that tells the rows apart
        return max(named, key=lambda j: body[j].nunique())
    loosely = [j for j in texts if any(part in NAME_WORDS for part in slugs[j].split("_"))]
    rest = loosely or [j for j in texts if slugs[j] not in LEVEL_WORDS | NO_VALUE_WORDS]
    areas = body[key].nunique() if key is not None else len(body)
    for j in rest:
        if key is None and body[j].nunique() >= min(2, areas):
            return j
        if key is not None and body[j].nunique() >= 0.5 * areas and _follows(body[j], body[key]):
            return j
    return None


def _follows(name: pd.Series, key: pd.Series) -> bool:
    """Whether each key has one name, as a name has that is no attribute such as a sex."""
    return bool(name.groupby(key).nunique().mean() <= 1.2)
