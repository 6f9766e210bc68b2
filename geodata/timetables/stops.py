"""Stops of a feed with their places, and which of them are one station."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pyproj import Transformer

from geodata.area_system import CRS
from geodata.timetables.feed import Feed
from geodata.timetables.fields import degrees
from geodata.timetables.refusals import DoubledId, StopOffEarth, StopWithoutPlace
from geodata.timetables.stations import grouped

# Degrees west, south, east, north: where a bus or train that serves a German county can come from.
EUROPE = (-25.0, 34.0, 45.0, 72.0)
_PLATFORM = ("", "0")
_MOST_LEVELS = 3


@dataclass(frozen=True, eq=False)
class Stops:
    """Where people get on and off, arrays (s,), x and y in metres of EPSG:25832.

    `station` is the number of the group that a stop belongs to. `placed_by_parent` and
    `left_out` (without place and never served) count what had to be done.
    """

    ids: NDArray[np.str_]
    names: NDArray[np.str_]
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    station: NDArray[np.int32]
    station_names: NDArray[np.str_]
    parents: Mapping[str, str]
    placed_by_parent: int
    left_out: int

    @cached_property
    def position(self) -> Mapping[str, int]:
        return {stop_id: at for at, stop_id in enumerate(self.ids.tolist())}

    @cached_property
    def children(self) -> Mapping[str, list[int]]:
        """Positions of the stops of each parent."""
        found: dict[str, list[int]] = {}
        for stop_id, at in self.position.items():
            if stop_id in self.parents:
                found.setdefault(self.parents[stop_id], []).append(at)
        return found

    def below(self, stop_id: str) -> list[int]:
        """Positions of the stop, or of all stops of a station that is none itself."""
        if stop_id in self.position:
            return [self.position[stop_id]]
        return self.children.get(stop_id, [])


def read_stops(feed: Feed) -> Stops:
    """The stops that are served, and the other platforms that have a place.

    Raises `DoubledId`, `WrongNumber`, `StopWithoutPlace`, `StopOffEarth`.
    """
    table = feed.tables["stops"]
    _refuse_doubled(table, feed.file)
    served = table["stop_id"].isin(feed.tables["stop_times"]["stop_id"].unique())
    platform = table["location_type"].isin(_PLATFORM)
    latitude, longitude, by_parent = _coordinates(table, feed.file)
    placed = ~np.isnan(latitude)
    wanted = (served | platform).to_numpy(dtype=bool)
    for at in np.flatnonzero(served.to_numpy(dtype=bool) & ~placed):
        row, name = table.index[at], table["stop_name"].iloc[at]
        raise StopWithoutPlace(file=feed.file, row=row, name=name)
    kept = np.flatnonzero(wanted & placed)
    _refuse_far(table.iloc[kept], latitude[kept], longitude[kept], feed.file)
    x, y = Transformer.from_crs("EPSG:4326", CRS, always_xy=True).transform(
        longitude[kept], latitude[kept]
    )
    ids, names = _text(table["stop_id"]), _text(table["stop_name"])
    names = np.where(names == "", ids, names)
    parents = {s: p for s, p in zip(ids, table["parent_station"], strict=True) if p}
    parent = np.array([parents.get(stop, "") for stop in ids[kept]], dtype=np.str_)
    title_of = dict(zip(ids.tolist(), names.tolist(), strict=True))
    station, station_names = grouped(names[kept], parent, np.asarray(x), np.asarray(y), title_of)
    return Stops(
        ids=ids[kept],
        names=names[kept],
        x=np.asarray(x, np.float64),
        y=np.asarray(y, np.float64),
        station=station,
        station_names=station_names,
        parents=parents,
        placed_by_parent=int(by_parent[kept].sum()),
        left_out=int((wanted & ~placed).sum()),
    )


def _text(column: pd.Series) -> NDArray[np.str_]:
    return np.array(column.tolist(), dtype=np.str_)


def _refuse_doubled(table: pd.DataFrame, file: str) -> None:
    for at in np.flatnonzero(table["stop_id"].duplicated()):
        told = {"row": table.index[at], "id": table["stop_id"].iloc[at], "column": "stop_id"}
        raise DoubledId(file=file, table="stops.txt", **told)


def _coordinates(
    table: pd.DataFrame, file: str
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_]]:
    """Latitude and longitude by row, of its parent where a row has none; NaN where neither has."""
    latitude = degrees(table["stop_lat"], file=file, table="stops")
    longitude = degrees(table["stop_lon"], file=file, table="stops")
    # Some exporters write 0/0, a place in the Atlantic, where they know none.
    nowhere = (latitude == 0) & (longitude == 0) | np.isnan(latitude) | np.isnan(longitude)
    latitude[nowhere], longitude[nowhere] = np.nan, np.nan
    index = pd.Index(table["stop_id"])
    above = index.get_indexer(pd.Index(table["parent_station"]))
    for _ in range(_MOST_LEVELS):
        for at in np.flatnonzero(np.isnan(latitude) & (above >= 0)):
            latitude[at], longitude[at] = latitude[above[at]], longitude[above[at]]
    return latitude, longitude, nowhere & ~np.isnan(latitude)


def _refuse_far(
    table: pd.DataFrame, latitude: NDArray[np.float64], longitude: NDArray[np.float64], file: str
) -> None:
    west, south, east, north = EUROPE
    near = (longitude >= west) & (longitude <= east) & (latitude >= south) & (latitude <= north)
    for at in np.flatnonzero(~near):
        raise StopOffEarth(
            file=file,
            row=table.index[at],
            name=table["stop_name"].iloc[at],
            latitude=table["stop_lat"].iloc[at],
            longitude=table["stop_lon"].iloc[at],
        )
