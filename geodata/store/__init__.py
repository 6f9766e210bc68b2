"""The store: one GeoPackage file, the only place that knows SQL.

Its functions import numpy and shapely where they need them: a workspace opens without.
"""

from geodata.store.journal import JournalEntry, State
from geodata.store.reading import FullCell, Reader
from geodata.store.store import Store
from geodata.store.writing import NewArea, NewObservations, Writer

__all__ = [
    "FullCell",
    "JournalEntry",
    "NewArea",
    "NewObservations",
    "Reader",
    "State",
    "Store",
    "Writer",
]
