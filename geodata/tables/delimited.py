"""CSV and TSV files: encoding, delimiter and quotes found from the content."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from pathlib import Path

import pandas as pd

from geodata.tables.grid import Grid
from geodata.tables.refusals import (
    BinaryJunk,
    EmptyFile,
    NulBytes,
    OneColumn,
    TooLarge,
    UnclosedQuote,
)

MOST_BYTES = 250_000_000
MOST_COLUMNS = 2_000
DELIMITERS = ";\t,|"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_delimited(path: Path) -> Grid:
    """All fields of a text file.

    Raises
    ------
    TooLarge, EmptyFile, NulBytes, BinaryJunk, UnclosedQuote, OneColumn
    """
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise TooLarge(file=path.name, size=f"{size // 1_000_000} MB", most="250 MB")
    text = _decoded(path).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise EmptyFile(file=path.name)
    text, named = _without_sep_line(text)
    delimiter = named or _delimiter(path, text)
    widths = _widths(path, text, delimiter)
    most = int(widths.max())
    if most < 2:
        raise OneColumn(file=path.name)
    if most > MOST_COLUMNS or most * len(widths) > 60_000_000:
        raise TooLarge(file=path.name, size=f"{most} Spalten", most="2.000 Spalten")
    frame = _stripped_fields(text, delimiter, most)
    if named:
        frame = pd.concat([pd.DataFrame("", index=[0], columns=frame.columns), frame])
        widths = pd.concat([pd.Series([0]), widths])
    return Grid(
        file=path.name,
        sheet="",
        text=frame.reset_index(drop=True),
        widths=widths.reset_index(drop=True),
    )


def _stripped_fields(text: str, delimiter: str, columns: int) -> pd.DataFrame:
    fields = pd.read_csv(
        io.StringIO(text),
        sep=delimiter,
        header=None,
        names=range(columns),
        index_col=False,
        dtype="str",
        na_filter=False,
        skip_blank_lines=False,
        engine="c",
    )
    return pd.DataFrame({column: fields[column].astype("str").str.strip() for column in fields})


def _decoded(path: Path) -> str:
    content = path.read_bytes()
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _strictly(path, content, encoding)
    if b"\0" in content:
        return _decoded_with_nul(path, content)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = _strictly(path, content, "cp1252")
    _refuse_junk(path, text)
    return text


def _decoded_with_nul(path: Path, content: bytes) -> str:
    # UTF-16 without a byte order mark: every other byte of Latin text is NUL
    for encoding, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        half = content[offset::2]
        if len(content) % 2 == 0 and half.count(0) > 0.8 * len(half):
            return _strictly(path, content, encoding)
    _refuse_junk(path, content.replace(b"\0", b"").decode("latin-1"))
    raise NulBytes(file=path.name, row=content[: content.index(b"\0")].count(b"\n") + 1)


def _strictly(path: Path, content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as reason:
        raise BinaryJunk(file=path.name) from reason
    if "\0" in text:
        raise NulBytes(file=path.name, row=text[: text.index("\0")].count("\n") + 1)
    _refuse_junk(path, text)
    return text


def _refuse_junk(path: Path, text: str) -> None:
    start = text[:20_000]
    controls = sum(ord(sign) < 32 and sign not in "\t\r\n\f\v" for sign in start)
    if controls > max(2, len(start) // 200):
        raise BinaryJunk(file=path.name)


def _without_sep_line(text: str) -> tuple[str, str]:
    """Excel's own first line `sep=;` names the delimiter."""
    first, _, rest = text.partition("\n")
    if first.lower().strip('"').startswith("sep=") and len(first.strip('"')) == 5:
        return rest, first.strip('"')[4]
    return text, ""


def _delimiter(path: Path, text: str) -> str:
    """The sign that cuts most lines into the same number (two or more) of fields."""
    lines = text[:200_000].split("\n")[:300]
    best, best_score = "", 0.0
    for sign in DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=sign) if row]
        except csv.Error:
            continue
        width, count = Counter(widths).most_common(1)[0] if widths else (0, 0)
        cut = [n for n in widths if n > 1]
        score = (count if width > 1 else 0) / max(len(widths), 1) + len(cut) / 1e3
        if score > best_score:
            best, best_score = sign, score
    if not best:
        raise OneColumn(file=path.name)
    return best


def _widths(path: Path, text: str, delimiter: str) -> pd.Series:
    """The number of fields of each record; blank lines have none."""
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    widths: list[int] = []
    last_line = 0
    try:
        for record in reader:
            widths.append(len(record))
            last_line = reader.line_num
    except csv.Error as reason:
        raise UnclosedQuote(file=path.name, row=last_line + 1) from reason
    return pd.Series(widths)
