"""The tables of a GTFS feed as text, read out of its archive without unpacking it."""

from __future__ import annotations

import warnings
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pandas as pd

from geodata.archive import DamagedArchive, check_archive
from geodata.timetables.refusals import (
    ColumnMissing,
    DamagedTable,
    EmptyTable,
    NoCalendar,
    NotATimetable,
    SeveralFeeds,
    TableMissing,
)

# What is read of a table: columns that must be there, then those that may be.
NEEDED: Mapping[str, tuple[str, ...]] = {
    "stops": ("stop_id", "stop_name", "stop_lat", "stop_lon"),
    "routes": ("route_id", "route_type"),
    "trips": ("route_id", "service_id", "trip_id"),
    "stop_times": ("trip_id", "stop_id", "arrival_time", "departure_time", "stop_sequence"),
}
WELCOME: Mapping[str, tuple[str, ...]] = {
    "calendar": (
        *("service_id", "start_date", "end_date"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ),
    "calendar_dates": ("service_id", "date", "exception_type"),
    "frequencies": ("trip_id", "start_time", "end_time", "headway_secs"),
    "transfers": ("from_stop_id", "to_stop_id", "transfer_type"),
    "agency": ("agency_name",),
    "feed_info": ("feed_publisher_name",),
}
OPTIONAL: Mapping[str, tuple[str, ...]] = {
    "stops": ("location_type", "parent_station"),
    "routes": ("route_short_name", "route_long_name"),
    "trips": ("trip_headsign",),
    "stop_times": ("pickup_type", "drop_off_type", "location_id", "location_group_id"),
    "transfers": (
        *("min_transfer_time", "from_route_id", "to_route_id", "from_trip_id", "to_trip_id"),
    ),
}
_HIDDEN = "__MACOSX"


@dataclass(frozen=True, eq=False)
class Feed:
    """Tables by name, every field as text, by row of the file; what is not there is empty.

    gtfs-kit and partridge read them too, but neither says which row of which table is wrong, and
    they bring folium, rtree and networkx along; what is left of them here is this file.
    """

    file: str
    tables: Mapping[str, pd.DataFrame]
    not_utf8: tuple[str, ...]

    def has(self, table: str) -> bool:
        return not self.tables[table].empty


def read_feed(path: Path) -> Feed:
    """All tables of a feed, in the archive's root or in one of its folders.

    Raises what `check_archive` raises, and `NotATimetable`, `SeveralFeeds`, `TableMissing`,
    `NoCalendar`, `ColumnMissing`, `EmptyTable`, `DamagedTable`.
    """
    with path.open("rb") as stream:
        if stream.read(2) != b"PK":
            raise NotATimetable(file=path.name)
    check_archive(path)
    try:
        with zipfile.ZipFile(path) as archive:
            return _read(archive, path.name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as broken:
        raise DamagedArchive(file=path.name) from broken


def _read(archive: zipfile.ZipFile, file: str) -> Feed:
    members = _members(archive, file)
    for name in NEEDED:
        if name not in members:
            listed = ", ".join(f"{other}.txt" for other in sorted(members))
            raise TableMissing(file=file, table=f"{name}.txt", tables=listed)
    if "calendar" not in members and "calendar_dates" not in members:
        raise NoCalendar(file=file)
    tables: dict[str, pd.DataFrame] = {}
    not_utf8 = []
    for name in (*NEEDED, *WELCOME):
        needed = NEEDED.get(name, WELCOME.get(name, ()))
        columns = (*needed, *OPTIONAL.get(name, ()))
        table, is_utf8 = (
            _table(archive, members[name], file, columns)
            if name in members
            else (pd.DataFrame(columns=columns, dtype=str), True)
        )
        _check(table, name, needed, file)
        tables[name] = table.reindex(columns=columns, fill_value="")
        not_utf8 += [] if is_utf8 else [f"{name}.txt"]
    return Feed(file, tables, tuple(not_utf8))


def _members(archive: zipfile.ZipFile, file: str) -> dict[str, str]:
    """Names in the archive of the tables, all in the folder that has the most of them."""
    folders: dict[PurePosixPath, dict[str, str]] = {}
    for name in archive.namelist():
        member = PurePosixPath(name)
        known = member.stem in NEEDED or member.stem in WELCOME
        if known and member.suffix == ".txt" and _HIDDEN not in member.parts:
            folders.setdefault(member.parent, {})[member.stem] = name
    feeds = [folder for folder, tables in folders.items() if "stop_times" in tables]
    if len(feeds) > 1:
        raise SeveralFeeds(file=file, folders=", ".join(sorted(f"„{f}“" for f in feeds)))
    if not folders:
        raise NotATimetable(file=file)
    return folders[feeds[0]] if feeds else max(folders.values(), key=len)


def _table(
    archive: zipfile.ZipFile, member: str, file: str, columns: tuple[str, ...]
) -> tuple[pd.DataFrame, bool]:
    try:
        return _fields(archive, member, file, columns, "utf-8-sig"), True
    except UnicodeDecodeError:
        return _fields(archive, member, file, columns, "cp1252"), False


def _fields(
    archive: zipfile.ZipFile, member: str, file: str, columns: tuple[str, ...], encoding: str
) -> pd.DataFrame:
    name = PurePosixPath(member).name
    try:
        with archive.open(member) as stream, warnings.catch_warnings():
            warnings.simplefilter("error", pd.errors.ParserWarning)
            table = pd.read_csv(
                stream,
                encoding=encoding,
                encoding_errors="strict" if encoding != "cp1252" else "replace",
                dtype=str,
                na_filter=False,
                index_col=False,
                skipinitialspace=True,
                # Blank lines are kept until rows are numbered.
                skip_blank_lines=False,
                usecols=lambda column: column.strip().lower() in columns,
            )
    except pd.errors.EmptyDataError:
        raise EmptyTable(file=file, table=name) from None
    except (pd.errors.ParserError, pd.errors.ParserWarning) as broken:
        raise DamagedTable(file=file, table=name) from broken
    table.columns = [column.strip().lower() for column in table.columns]
    table.index = pd.RangeIndex(2, 2 + len(table))
    table = table.fillna("").apply(lambda fields: fields.str.strip())
    return table[(table != "").any(axis=1)]


def _check(table: pd.DataFrame, name: str, needed: tuple[str, ...], file: str) -> None:
    for column in needed:
        if column not in table.columns:
            raise ColumnMissing(file=file, table=f"{name}.txt", column=column)
    if table.empty and name in NEEDED:
        raise EmptyTable(file=file, table=f"{name}.txt")
