"""What somebody outside has: every answer that is handed out, and the map that it speaks of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

import numpy as np
from click.testing import CliRunner
from shapely.geometry import Polygon, box

from geodata.catalogue import Indicator
from geodata.ring import Member, Ring
from geodata.store import Store
from indicators.commands import indicators
from tests.indicators.disclosure.attacker import Attacker, Rule
from tests.villages import COUNTY, EAST, NORTH, add_cells, put_areas

Cell = tuple[str, str]

VILLAGES = tuple(f"0335400{number}" for number in range(1, 7))
# Two rows and three columns of villages: the two larger systems cut across each other.
SYSTEMS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "gemeinde": {village: (village,) for village in VILLAGES},
    "samtgemeinde": {"033545401": VILLAGES[:3], "033545402": VILLAGES[3:]},
    "sozialraum": {f"SR{n}": (VILLAGES[n], VILLAGES[n + 3]) for n in range(3)},
    "kreis": {COUNTY: VILLAGES},
}
COLUMNS = {"jungen": ("jungen",), "maedchen": ("maedchen",), "kinder": ("jungen", "maedchen")}
RULE = Rule(minimum=3, width=3, zeros_shown=False)
AREAS = {area: members for areas in SYSTEMS.values() for area, members in areas.items()}

# Six pieces that lie across the villages: how many hundredths of which village are in each.
ACROSS = "stadtviertel"
_X, _Y = (0, 500, 1700, 3000), (0, 700, 2000)

# Two rings of neighbours, two of them in both.
NEIGHBOURS = ("03353", "03355", "03360", "12070", "13076")
RINGS = {"nachbarn": (COUNTY, *NEIGHBOURS[:4]), "freunde": (COUNTY, *NEIGHBOURS[2:])}


def squares() -> dict[str, Polygon]:
    corners = [(x, y) for y in (1, 0) for x in range(3)]
    starts = [(EAST + 1000 * x, NORTH + 1000 * y) for x, y in corners]
    return {
        village: box(east, north, east + 1000, north + 1000)
        for village, (east, north) in zip(VILLAGES, starts, strict=True)
    }


def quarters() -> dict[str, Polygon]:
    corners = [
        (left, low, right, high) for low, high in pairwise(_Y) for left, right in pairwise(_X)
    ]
    return {
        f"V{number}": box(EAST + left, NORTH + low, EAST + right, NORTH + high)
        for number, (left, low, right, high) in enumerate(corners)
    }


def hundredths() -> dict[str, dict[str, int]]:
    """Which hundredths of each village lie in each quarter."""
    return {
        quarter: {
            village: round(shape.intersection(square).area / 10_000)
            for village, square in squares().items()
        }
        for quarter, shape in quarters().items()
    }


def records() -> list[Indicator]:
    parts = [
        Indicator(name, name, people=True, minimum=3, adds_to=("kinder",))
        for name in ("jungen", "maedchen")
    ]
    share = Indicator(
        "anteil",
        "Anteil",
        kind="share",
        factor=100.0,
        decimals=1,
        numerator=("maedchen",),
        denominator=("kinder",),
    )
    return [*parts, Indicator("kinder", "Kinder", people=True, minimum=3), share]


def unprotected() -> list[Indicator]:
    return [replace(record, minimum=0) for record in records()]


def put_quarters(store: Store) -> None:
    put_areas(store, ACROSS, {name: name for name in quarters()}, list(quarters().values()))


def put_rings(store: Store) -> None:
    for name, keys in RINGS.items():
        members = tuple(Member(key, key) for key in keys)
        with store.writing("ring", file=f"{name}.toml") as writer:
            writer.put_ring(Ring(name, name, "", members))
            writer.report = {"ring": name}


def counts_of(seed: int) -> dict[str, dict[str, int]]:
    """Random boys, girls and children of all villages, mostly few."""
    boys, girls = np.random.default_rng(seed).geometric(0.2, (2, 6)) - 1
    counts = {"jungen": boys, "maedchen": girls, "kinder": boys + girls}
    return {name: dict(zip(VILLAGES, row.tolist(), strict=True)) for name, row in counts.items()}


def counts_in_rings(seed: int) -> dict[str, dict[str, int]]:
    """The same of all counties: here few children are rare."""
    random = np.random.default_rng(seed)
    shape = (2, len(NEIGHBOURS))
    is_few = random.random(shape) < random.choice([0, 0.1, 0.3])
    boys, girls = np.where(is_few, random.integers(0, 4, shape), random.integers(5, 40, shape))
    counts = {"jungen": boys, "maedchen": girls, "kinder": boys + girls}
    return {
        name: {COUNTY: sum(counts_of(seed)[name].values())}
        | dict(zip(NEIGHBOURS, row.tolist(), strict=True))
        for name, row in counts.items()
    }


def put_counts(
    store: Store,
    counts: Mapping[str, Mapping[str, int]],
    rings: Mapping[str, Mapping[str, Mapping[str, int]]] | None = None,
) -> None:
    """Counts of some variables in villages, and by rings in their members, as one import."""
    of_rings = {f"ring:{name}": found for name, found in (rings or {}).items()}
    with store.writing("table", file="kinder.csv") as writer:
        for system, variables in {"gemeinde": counts, **of_rings}.items():
            for name, cells in variables.items():
                told = {area: float(value) for area, value in cells.items()}
                add_cells(writer, name, "2022", told, system=system)


def handed_out(store: Store, indicator: str, form: str, system: str) -> dict[str, str]:
    """What stands in the answer for a system: a number as text, or a star; nothing for a gap."""
    words = ["values", indicator, "--system", system, "--format", "json"]
    told = CliRunner().invoke(indicators, [*words, "--workspace", str(store.folder)])
    return {row["area_id"]: _text(row, form) for row in json.loads(told.stdout)}


def handed_out_in_ring(store: Store, indicator: str, form: str, ring: str) -> dict[str, str]:
    words = ["ring", ring, indicator, "--json", "--workspace", str(store.folder)]
    told = json.loads(CliRunner().invoke(indicators, words).stdout)
    return {row["key"]: _text(row, form) for row in told.get("members", ())}


def _text(row: Mapping[str, object], form: str) -> str:
    if row["value"] is None:
        return "*" if row["status"] == "suppressed" else ""
    return format(row["value"], form)


def seen_of(store: Store, names: Iterable[str]) -> tuple[dict[Cell, str], dict[str, str]]:
    """The texts of all counts and shares on the map; a share that there is none of is empty."""
    table = {
        (area, name): text
        for name in names
        for system in SYSTEMS
        for area, text in handed_out(store, name, ".0f", system).items()
    }
    both = {"maedchen", "kinder"} <= set(names)
    shares = {
        area: text
        for system in (SYSTEMS if both else ())
        for area, text in handed_out(store, "anteil", ".1f", system).items()
    }
    return table, shares


def attacker_of(
    table: Mapping[Cell, str],
    shares: Mapping[str, str],
    areas: Mapping[str, tuple[str, ...]] = AREAS,
) -> Attacker:
    told = {(area, "maedchen", "kinder"): text for area, text in shares.items() if text}
    attacker = Attacker(table, told, areas, COLUMNS, RULE)
    for area, text in shares.items():
        # A share stands over at least one child; that there is none stands over no child.
        most = 0.0 if not text else np.inf
        least = 0.0 if not text else 1.0
        if text != "*":
            attacker.facts.append((attacker.sum_of((area, "kinder")), least, most))
    return attacker


def learn_estimates(attacker: Attacker, column: str, estimates: Mapping[str, str]) -> int:
    """What whole numbers for the quarters say of the villages; how many of them say anything."""
    told = {quarter: text for quarter, text in estimates.items() if text not in ("*", "")}
    for quarter, text in told.items():
        row = sum(
            parts * attacker.sum_of((village, column))
            for village, parts in hundredths()[quarter].items()
        )
        attacker.facts.append((row, 100 * float(text) - 50, 100 * float(text) + 50))
    return len(told)


def learn_estimated_shares(attacker: Attacker, estimates: Mapping[str, str]) -> None:
    """The same of shares with one decimal."""
    for quarter, text in estimates.items():
        if text not in ("*", ""):
            above, below = (
                sum(
                    parts * attacker.sum_of((village, column))
                    for village, parts in hundredths()[quarter].items()
                )
                for column in ("maedchen", "kinder")
            )
            share = round(float(text) * 10)
            attacker.facts.append((2000 * above - (2 * share + 1) * below, -np.inf, 0.0))
            attacker.facts.append((2000 * above - (2 * share - 1) * below, 0.0, np.inf))


def broken(
    attacker: Attacker,
    areas: Mapping[str, tuple[str, ...]] = AREAS,
    *,
    also: Iterable[list[Cell]] = (),
) -> list[Cell]:
    """The stars of which he learns too much; `also` are cells of which any may be the small one."""
    sums = [
        [(area, name), *((member, name) for member in members)]
        for area, members in areas.items()
        for name in COLUMNS
    ]
    sums += [[(area, name) for name in COLUMNS] for area in areas]
    sums += also
    return [
        star
        for star in attacker.stars
        if attacker.breaks(star, reasons=attacker.reasons(star, sums))
    ]
