"""The tables of the store, as they stand in the GeoPackage."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

VERSION = 1

metadata = MetaData()

confidential = Table(
    "VERTRAULICH",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("hinweis", Text, nullable=False),
)

setting = Table(
    "setting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("value", Text, nullable=False),
)

journal = Table(
    "journal",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("report", Text, nullable=False),
    Column("undone_by", Integer),
    Column("purged_by", Integer),
    Column("reason", Text, nullable=False),
)


def _validity() -> list[Column[int]]:
    """Since and until which journal number a row holds, and which import brought it.

    A row that an undo brings back is a new row with the old `import_id`, so that a snapshot
    taken before the undo still reads exactly what it read.
    """
    return [
        Column("import_id", Integer, ForeignKey("journal.number"), nullable=False),
        Column("from_import", Integer, nullable=False),
        Column("withdrawn_by", Integer),
    ]


area_system = Table(
    "area_system",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("system", Text, nullable=False),
    Column("context", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("attribution", Text, nullable=False),
    Column("valid", Text, nullable=False),
    Column("geometry_hash", Text, nullable=False),
    *_validity(),
)

area = Table(
    "area",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("system", Text, nullable=False),
    Column("context", Integer, nullable=False),
    Column("area_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("geom", LargeBinary, nullable=False),
    *_validity(),
    Index("area_by_system", "system", "context", "area_id"),
)

nesting = Table(
    "nesting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("system", Text, nullable=False),
    Column("area_id", Text, nullable=False),
    Column("parent_system", Text, nullable=False),
    Column("parent_id", Text, nullable=False),
    *_validity(),
    Index("nesting_by_system", "system", "parent_system"),
)

state = Table(
    "state",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("variable", Text, nullable=False),
    Column("system", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("base", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("cells", Integer, nullable=False),
    Column("marked", Integer, nullable=False),
    *_validity(),
)

observation = Table(
    "observation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("variable", Text, nullable=False),
    Column("system", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("area_id", Text, nullable=False),
    Column("value", Float),
    Column("marker", Text, nullable=False),
    Column("flags", Text, nullable=False),
    Column("row", Integer, nullable=False),
    *_validity(),
    Index("observation_by_state", "variable", "system", "period", "area_id"),
    Index("observation_by_import", "import_id"),
)

record = Table(
    "record",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("record_id", Text, nullable=False),
    Column("json", Text, nullable=False),
    *_validity(),
)

VERSIONED = (area_system, area, nesting, state, observation, record)

TITLES = {
    "VERTRAULICH": "Vertraulich: enthält kleine Fallzahlen",
    "setting": "Einstellungen des Arbeitsbereichs",
    "journal": "Journal der Importe",
    "area_system": "Raumebenen",
    "area": "Gebiete aller Raumebenen mit früheren Ständen",
    "nesting": "Welche Gebiete in welchen liegen",
    "state": "Stände der Tabellen",
    "observation": "Beobachtungen",
    "record": "Katalog: Indikatoren und Quellen",
}
