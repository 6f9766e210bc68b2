"""Which lines below the head are data, and which are sums, notes or repeated heads."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from geodata.quoted import quoted
from geodata.tables.head import Head
from geodata.tables.roles import Roles
from geodata.tables.words import NOTE, SUM_ROW

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
    columns = list(roles.values)
    has_value = filled[columns].any(axis=1) if columns else count[count > 0] > 1
    key = body[roles.key] if roles.key is not None else pd.Series("", index=body.index)
    name = body[roles.name] if roles.name is not None else pd.Series("", index=body.index)
    keyed = key.str.fullmatch(r"[\d\s.]*\d[\d\s.]*|DG") & (key != "")
    label = name.where(name != "", key.where(~keyed, ""))
    headers = {head.headers[j] for j in (roles.key, roles.name) if j is not None}
    named = has_value & (label != "") & ~label.str.fullmatch(SUM_ROW) & ~label.isin(headers)
    certain = (keyed | named) & ~body.index.isin(head.between)
    last_value = int(has_value[has_value].index.max()) if has_value.any() else -1
    doubtful = body[~certain]
    left_out: dict[int, str] = {}
    for position, cells in zip(doubtful.index, doubtful.to_numpy(dtype=object), strict=True):
        reason = _reason(
            [str(cell) for cell in cells if cell],
            label=str(label[position]),
            keyed=bool(keyed[position]),
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
        return f"Summenzeile „{shortened(text)}“"
    if keyed or (has_value and label):
        return ""
    if has_value:
        return "Zeile mit Werten, aber ohne Schlüssel und Namen" if not has_key_column else ""
    if below or NOTE.match(text) or has_key_column or len(text) > LONGEST_NAME:
        return f"Hinweiszeile „{shortened(text)}“"
    return ""


def shortened(text: str) -> str:
    """A text on one line, of at most 60 letters."""
    return quoted(text, longest=60)
