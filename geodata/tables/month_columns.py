"""Columns headed by bare months: „Januar;Februar“ under a title that names the year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from geodata.tables import states
from geodata.tables.refusals import MonthsWithoutYear
from geodata.tables.variables import Meaning, identity, meaning_of

# Such lines name the day a table was made, not what its figures stand for.
_ASIDE = re.compile(r"stand\b|quelle|datenquelle|erstellt|abruf|©|\(c\)", re.IGNORECASE)
_IN_HEADER = "Bitte das Jahr in die Überschriften schreiben, zum Beispiel „{header} 2024“."
_BELOW = (
    "Bitte die Monate untereinander schreiben, mit einer Spalte Jahr und einer Spalte Monat, oder "
    "das Jahr in die Überschriften, zum Beispiel „{header} 2024“."
)


def is_month(header: str) -> bool:
    """Whether a header is a month's name and nothing else.

    >>> is_month("Februar"), is_month("Feb."), is_month("2"), is_month("Mai 2024")
    (True, True, False, False)
    """
    return not header[:1].isdigit() and bool(states.month_of(header))


def with_year(
    chosen: Mapping[int, Meaning],
    *,
    titles: Iterable[str],
    file: str,
    nameless: str,
    rows_say_when: bool,
) -> dict[int, Meaning]:
    """The columns, those headed by a bare month as months of one figure in the year of the title.

    Raises `MonthsWithoutYear` where the year is not known, or where other columns stand beside.
    """
    months = [meaning for meaning in chosen.values() if is_month(meaning.header)]
    if not months:
        return dict(chosen)
    years = _years(titles, file)
    others = [m.header for m in chosen.values() if not is_month(m.header)]
    if rows_say_when:
        fault, cure = "das Jahr steht aber in einer eigenen Spalte", _BELOW
    elif others:
        fault, cure = f"daneben stehen aber andere Werte („{others[0]}“)", _IN_HEADER
    elif len(years) > 1:
        listed = ", ".join(sorted(years))
        fault, cure = f"Titel oder Dateiname nennen aber mehrere Jahre ({listed})", _IN_HEADER
    elif not years:
        fault, cure = "Titel und Dateiname nennen aber kein Jahr", _IN_HEADER
    else:
        return {j: _in_year(m, min(years), nameless) for j, m in chosen.items()}
    listed = _listed([month.header for month in months])
    told = cure.format(header=months[0].header)
    raise MonthsWithoutYear(file=file, columns=listed, fault=fault, cure=told)


def month_warnings(meanings: Iterable[Meaning]) -> list[str]:
    """What is said where bare months got their year from a title."""
    months = [m for m in meanings if m.bare and m.period and is_month(m.header)]
    if not months:
        return []
    columns = _listed([month.header for month in months])
    year, label = months[0].period[:4], months[0].label
    one = len(months) == 1
    what = f"Die Spalte {columns} wurde" if one else f"Die Spalten {columns} wurden"
    read = "als Monat" if one else "als Monate"
    return [
        f"{what} {read} des Jahres {year} gelesen (Größe „{label}“); das Jahr stammt aus "
        "Titel oder Dateiname. Falls es falsch ist, bitte das Jahr in die Überschriften schreiben."
    ]


def _in_year(meaning: Meaning, year: str, nameless: str) -> Meaning:
    """Named by the title without its year, as next year's file is, unless a recipe has named it."""
    period = f"{year}-{states.month_of(meaning.header)}"
    if meaning.id != identity(meaning.stem):
        return replace(meaning, period=period, bare=True)
    timeless = meaning_of(nameless)
    stem = nameless if timeless.bare or not timeless.stem else timeless.stem
    label = stem.replace("_", " ")
    label = label[:1].upper() + label[1:]
    return replace(meaning, stem=stem, id=identity(stem), label=label, period=period, bare=True)


def _years(titles: Iterable[str], file: str) -> set[str]:
    """The years that the titles name; where these name none, those of the file's name."""
    told = [title for title in titles if not _ASIDE.match(title)]
    for texts in (told, [re.sub(r"[_-]+", " ", file.rsplit(".", 1)[0])]):
        found = {period for text in texts for period, _, _ in states.tokens(text)}
        if found:
            return {year for period in found for year in re.findall(r"(?:19|20)\d\d", period)}
    return set()


def _listed(headers: list[str]) -> str:
    named = [f"„{header}“" for header in headers]
    if len(named) > 3:
        return f"{named[0]} bis {named[-1]}"
    return " und ".join(filter(None, (", ".join(named[:-1]), named[-1])))
