"""The compound file that an old XLS workbook lies in: its chains of sectors must come to an end."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np

from geodata.tables.refusals import DamagedWorkbook

_HEADER = 512
_LAST_SECTOR = 0xFFFFFFFA  # what is not less is a sign and no sector


def check_compound(path: Path) -> None:
    """Refuse a compound file whose sectors follow each other in a circle: reading never ends.

    Raises
    ------
    DamagedWorkbook
    """
    content = path.read_bytes()
    if len(content) < _HEADER:
        raise DamagedWorkbook(file=path.name)
    shift = struct.unpack_from("<H", content, 30)[0]
    if shift not in (9, 12):
        raise DamagedWorkbook(file=path.name)
    size = 1 << shift
    most = len(content) // size + 1
    table = _table(path, content, size, _fat_sectors(path, content, size, most))
    if _has_circle(table):
        raise DamagedWorkbook(file=path.name)
    small_start = struct.unpack_from("<I", content, 60)[0]
    small = _table(path, content, size, _chain(path, small_start, table))
    if _has_circle(small):
        raise DamagedWorkbook(file=path.name)


def _sector(path: Path, content: bytes, size: int, number: int) -> np.ndarray:
    # the last sector of a file may be cut short
    piece = content[(number + 1) * size : (number + 2) * size]
    if not piece:
        raise DamagedWorkbook(file=path.name)
    return np.frombuffer(piece[: len(piece) // 4 * 4], dtype="<u4")


def _fat_sectors(path: Path, content: bytes, size: int, most: int) -> list[int]:
    """The sectors that hold the table: 109 in the header, the others in a chain of lists."""
    found = list(struct.unpack_from("<109I", content, 76))
    following, steps = struct.unpack_from("<I", content, 68)[0], 0
    while following < _LAST_SECTOR:
        steps += 1
        if steps > most:
            raise DamagedWorkbook(file=path.name)
        entries = _sector(path, content, size, following).tolist()
        found += entries[:-1]
        following = entries[-1] if entries else _LAST_SECTOR
    return [number for number in found if number < _LAST_SECTOR]


def _table(path: Path, content: bytes, size: int, sectors: list[int]) -> np.ndarray:
    if len(sectors) > len(content) // size + 1:
        raise DamagedWorkbook(file=path.name)
    parts = [_sector(path, content, size, number) for number in sectors]
    return np.concatenate(parts) if parts else np.array([], dtype="<u4")


def _chain(path: Path, start: int, table: np.ndarray) -> list[int]:
    found: list[int] = []
    while start < _LAST_SECTOR:
        if start >= len(table) or len(found) > len(table):
            raise DamagedWorkbook(file=path.name)
        found.append(start)
        start = int(table[start])
    return found


def _has_circle(table: np.ndarray) -> bool:
    """Whether following the table from any sector comes back to it."""
    following = table.tolist()
    seen = [0] * len(following)
    for start in range(len(following)):
        number = start
        while number < len(following) and not seen[number]:
            seen[number] = start + 1
            number = following[number]
        if number < len(following) and seen[number] == start + 1:
            return True
    return False
