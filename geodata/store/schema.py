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

VERSION = 4

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

# Which cells are hidden, and between which limits whoever knows all that is out can place them.
pattern = Table(
    "pattern",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("variable", Text, nullable=False),
    Column("system", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("area_id", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("lower", Float),
    Column("upper", Float),
    Column("width", Integer, nullable=False),
    Column("minimum", Integer, nullable=False),
    # What the cell was reckoned with, as a hash: unchanged, it need not be reckoned again.
    Column("component", Text, nullable=False),
    *_validity(),
    Index("pattern_by_state", "variable", "system", "period"),
)

# What of the protected figures is out, and with which value: whoever saw it does not forget it.
release = Table(
    "release",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("variable", Text, nullable=False),
    Column("system", Text, nullable=False),
    Column("period", Text, nullable=False),
    # JSON: for each area the values that were seen. A row for every cell would be as much again as
    # all observations.
    Column("seen", Text, nullable=False),
    *_validity(),
)

# The journal numbers for which the pattern was reckoned.
protection = Table(
    "protection",
    metadata,
    Column("number", Integer, primary_key=True),
)

note = Table(
    "note",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("indicator", Text, nullable=False),
    Column("system", Text, nullable=False),
    Column("area_id", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("department", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("written", Text, nullable=False),
    *_validity(),
    Index("note_by_indicator", "indicator", "system", "period"),
)

inhabited_point = Table(
    "inhabited_point",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("point_set", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("population", Float),
    Column("geom", LargeBinary, nullable=False),
    *_validity(),
    Index("inhabited_point_by_set", "point_set"),
)

# A facility without a place has no `geom`; what only some kinds have stands in `attributes`, JSON.
facility = Table(
    "facility",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("facility_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("provider", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("attributes", Text, nullable=False),
    Column("inside", Integer, nullable=False),
    Column("row", Integer, nullable=False),
    Column("geom", LargeBinary),
    *_validity(),
    Index("facility_by_kind", "kind"),
)

# Streets or a timetable as arrays: `content` is one compressed archive of them.
network = Table(
    "network",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("attribution", Text, nullable=False),
    Column("nature", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    *_validity(),
)

# What moves beside the timetable: zones on call, benches, stops of a mobile office.
mobility = Table(
    "mobility",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("attributes", Text, nullable=False),
    Column("geom", LargeBinary, nullable=False),
    *_validity(),
    Index("mobility_by_kind", "kind"),
)

# Chapters as JSON; `number` is the journal number whose figures they are about.
story = Table(
    "story",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("story_id", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("chapters", Text, nullable=False),
    Column("removed", Integer, nullable=False),
    *_validity(),
)

saved_view = Table(
    "saved_view",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("saved", Text, nullable=False),
    Column("removed", Integer, nullable=False),
    *_validity(),
)

# What an import brings, and what goes with it when it is undone. The pattern does not: it is
# reckoned anew with every change.
VERSIONED = (
    area_system,
    area,
    nesting,
    state,
    observation,
    record,
    note,
    inhabited_point,
    facility,
    network,
    mobility,
    story,
    saved_view,
)

TITLES = {
    "VERTRAULICH": "Vertraulich: enthält kleine Fallzahlen",
    "setting": "Einstellungen des Arbeitsbereichs",
    "journal": "Journal der Importe",
    "area_system": "Raumebenen",
    "area": "Gebiete aller Raumebenen mit früheren Ständen",
    "nesting": "Welche Gebiete in welchen liegen",
    "state": "Stände der Tabellen",
    "observation": "Beobachtungen",
    "record": "Katalog: Indikatoren, Quellen und Vergleichsringe",
    "pattern": "Geheimhaltung: verborgene Werte",
    "release": "Geheimhaltung: veröffentlichte Werte geschützter Größen",
    "protection": "Geheimhaltung: Einträge, für die sie gerechnet ist",
    "note": "Lesarten der Fachdienste",
    "inhabited_point": "Bewohnte Punkte mit früheren Ständen",
    "facility": "Einrichtungen mit früheren Ständen",
    "network": "Straßennetz und Fahrplan",
    "mobility": "Rufbusse, Mitfahrbänke und mobile Angebote mit früheren Ständen",
    "story": "Geschichten für die Präsentation",
    "saved_view": "Gemerkte Ansichten",
}
