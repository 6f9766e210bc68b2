"""Streets and timetables, written to and read from the store as archives of arrays."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import Connection

from geodata.store.sets import NETWORKS, replace_set

if TYPE_CHECKING:
    from numpy.typing import NDArray

NetworkKind = Literal["streets", "timetable"]
Arrays = Mapping[str, "NDArray[Any]"]

_HELD = (
    "SELECT title, attribution, nature, content, import_id FROM network WHERE kind = ? "
    "AND from_import <= ? AND (withdrawn_by IS NULL OR withdrawn_by > ?)"
)
_TOLD = (
    "SELECT kind, title, attribution, nature, import_id FROM network "
    "WHERE from_import <= ? AND (withdrawn_by IS NULL OR withdrawn_by > ?)"
)


@dataclass(frozen=True, eq=False)
class StoredNetwork:
    """The arrays of streets or of a timetable, and what is to be said of them."""

    title: str
    attribution: str
    nature: Literal["real", "estimated", "model"]
    arrays: Arrays
    import_id: int = 0


@dataclass(frozen=True)
class NetworkState:
    """What is to be said of streets or of a timetable, without the arrays."""

    title: str
    attribution: str
    nature: Literal["real", "estimated", "model"]
    import_id: int


class NetworkReading:
    """What a `Reader` knows of streets and timetables."""

    _connection: Connection
    number: int

    def network(self, kind: NetworkKind) -> StoredNetwork | None:
        """The one that holds now; None where none was brought in."""
        bound = (kind, self.number, self.number)
        row = self._connection.exec_driver_sql(_HELD, bound).first()
        if row is None:
            return None
        arrays = _unpacked(row.content)
        return StoredNetwork(row.title, row.attribution, row.nature, arrays, row.import_id)

    def network_states(self) -> dict[NetworkKind, NetworkState]:
        """Those that hold now, told without reading them."""
        bound = (self.number, self.number)
        rows = self._connection.exec_driver_sql(_TOLD, bound)
        return {row.kind: NetworkState(*row[1:]) for row in rows}


class NetworkWriting:
    """How a `Writer` stores streets and timetables."""

    _connection: Connection
    number: int

    def replace_network(self, kind: NetworkKind, network: StoredNetwork) -> None:
        """Store a network in place of the one of its kind that held before."""
        row = {
            "title": network.title,
            "attribution": network.attribution,
            "nature": network.nature,
            "content": _packed(network.arrays),
        }
        replace_set(self._connection, self.number, NETWORKS, kind, [row])


def _packed(arrays: Arrays) -> bytes:
    """What `np.savez_compressed` would write, in a fifth of the time and hardly bigger: whole
    numbers packed lightly, others not at all, as they hardly pack."""
    import numpy as np

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compresslevel=1) as archive:
        for name, array in arrays.items():
            is_real = np.issubdtype(array.dtype, np.floating)
            archive.compression = zipfile.ZIP_STORED if is_real else zipfile.ZIP_DEFLATED
            with archive.open(f"{name}.npy", "w", force_zip64=True) as member:
                np.lib.format.write_array(member, np.asanyarray(array), allow_pickle=False)
    return file.getvalue()


def _unpacked(content: bytes) -> dict[str, NDArray[Any]]:
    import numpy as np

    with np.load(io.BytesIO(content), allow_pickle=False) as archive:
        return {name: archive[name] for name in archive.files}
