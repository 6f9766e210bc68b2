"""Which lines below the head are data, and which are sums, notes or repeated heads."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from geodata.tables.head import Head
from geodata.tables.roles import Roles
from geodata.tables.words import NOTE, SUM_ROW, could_be_key

LONGEST_NAME = 80


@dataclass(frozen=True)
class Lines:
    """`data` are positions in the grid (from 0); `left_out` are rows from 1 with their reason."""

    data: pd.Index
    left_out: tuple[tuple[int, str], ...]


def sort_lines(body: pd.DataFrame, roles: Roles, head: Head) -> Lines:
    """Tell data rows from the others; empty lines are nothing at all."""
    filled = body != ""
    count = filled.sum(axis=1)
    body, filled = body[count > 0], filled[count > 0]
    has_value = filled[list(roles.values)].any(axis=1) if roles.values else count[count > 0] > 1
    key = body[roles.key] if roles.key is not None else pd.Series("", index=body.index)
    name = body[roles.name] if roles.name is not None else pd.Series("", index=body.index)
    keyed = key.str.fullmatch(r"[\d\s.]*\d[\d\s.]*|DG") & (key != "")
    label = name.where(name != "", key.where(~keyed, ""))
    certain = keyed & (has_value | (name != ""))
    left_out: dict[int, str] = {}
    last_value = int(has_value[has_value].index.max()) if has_value.any() else -1
    for position in body.index[~certain]:
        line = [str(cell) for cell in body.loc[position] if cell]
        reason = _reason(
            line,
            label=str(label[position]),
            keyed=bool(keyed[position]) and could_be_key(str(key[position])),
            has_value=bool(has_value[position]),
            below=int(position) > last_value,
            has_key_column=roles.key is not None,
            head=head,
            number=int(position),
        )
        if reason:
            left_out[int(position)] = reason
    data = body.index.difference(pd.Index(list(left_out), dtype="int64"))
    return Lines(data, tuple((position + 1, left_out[position]) for position in sorted(left_out)))


def _reason(
    line: list[str],
    *,
    label: str,
    keyed: bool,
    has_value: bool,
    below: bool,
    has_key_column: bool,
    head: Head,
    number: int,
) -> str:
    """Why a line is no data row, "" where it is one."""
    if number in head.between:
        return "Zeile mit Spaltennummern"
    heads = [header for header in head.headers if header]
    if line == heads or (len(line) > 2 and line == heads[: len(line)]):
        return "Wiederholte Kopfzeile"
    text = label or line[0]
    if not keyed and SUM_ROW.fullmatch(text):
        return f"Summenzeile „{_short(text)}“"
    if keyed or (has_value and label):
        return ""
    if has_value:
        return "Zeile mit Werten, aber ohne Schlüssel und Namen" if not has_key_column else ""
    if below or NOTE.match(text) or has_key_column or len(text) > LONGEST_NAME:
        return f"Hinweiszeile „{_short(text)}“"
    return ""


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:57] + "…"
