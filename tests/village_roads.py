"""Streets through the three villages: the small network that tests of reachability tell of.

Ahausen, Bedorf and Cetal lie at the corners of a square of 1 km; a street goes from Ahausen to
Bedorf, and a path from Ahausen to Cetal that only those on foot or by bike may take:

    Ahausen ═══ street, 1 km ═══ Bedorf
       ┆
       path, 1 km
       ┆
    Cetal, with a lane of its own
"""

from __future__ import annotations

import numpy as np

from geodata.facilities.facility import Facility
from geodata.store import Store
from geodata.streets.graph import StreetGraph
from tests.villages import EAST, NORTH

# Minutes for a kilometre.
FOOT, BIKE, PEDELEC, CAR = 12.0, 4.0, 3.0, 1.0
CORNERS = {"Ahausen": (500, 1500), "Bedorf": (1500, 1500), "Cetal": (500, 500)}
NOWHERE = np.inf


def village_streets(*, nature: str = "real") -> StreetGraph:
    """Both ways of the street, of the path and of a lane in Cetal that no car can come to."""
    x = EAST + np.array([500.0, 1500.0, 500.0, 500.0])
    y = NORTH + np.array([1500.0, 1500.0, 500.0, 490.0])
    start, end = np.array([0, 1, 0, 2, 2, 3], np.int32), np.array([1, 0, 2, 0, 3, 2], np.int32)
    ends = np.column_stack([start, end]).ravel()
    kilometres = np.array([1, 1, 1, 1, 0.01, 0.01])
    closed = np.array([False, False, True, True, False, False])
    return StreetGraph(
        x=x,
        y=y,
        start=start,
        end=end,
        length_m=(1000 * kilometres).astype(np.float32),
        minutes={
            "foot": (FOOT * kilometres).astype(np.float32),
            "bike": (BIKE * kilometres).astype(np.float32),
            "pedelec": (PEDELEC * kilometres).astype(np.float32),
            "car": np.where(closed, NOWHERE, CAR * kilometres).astype(np.float32),
        },
        line_offsets=np.arange(0, 13, 2, dtype=np.int64),
        line_x=x[ends],
        line_y=y[ends],
        title="Dorfstraßen",
        attribution="© Dorf",
        nature=nature,  # type: ignore[arg-type]
    )


def put_streets(store: Store, *, nature: str = "real") -> int:
    with store.writing("streets", file="strassen.osm") as writer:
        writer.replace_network("streets", village_streets(nature=nature).stored())
        return writer.number


def kita(name: str, village: str, **told: object) -> Facility:
    """A Kita at the corner of a village."""
    x, y = CORNERS[village]
    return Facility(name, "kita", name, x=EAST + x, y=NORTH + y, inside=True, **told)  # type: ignore[arg-type]


def put_kitas(store: Store, *kitas: Facility) -> int:
    with store.writing("facilities", file="kitas.csv") as writer:
        writer.replace_facilities("kita", kitas)
        writer.report = {"title": "Kitas 2026", "attribution": "© Träger"}
        return writer.number
