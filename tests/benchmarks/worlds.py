"""The two worlds that are measured: the county with 29 areas, Germany with 11,299."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from app import DEMONSTRATION
from geodata.geometries.outline import outline
from geodata.imports.areas import import_areas
from geodata.imports.table import import_table
from geodata.store import Store
from geodata.workspace import Workspace, open_workspace
from indicators.classification import classify
from indicators.published import published
from indicators.query import Query
from layers.choropleth import class_letters
from tests.conftest import SHARED

GERMANY_AREAS = SHARED / "may-ship" / "vg250_2016" / "de_gemeinden_vg250_2016.parquet"
GENESIS = SHARED / "may-ship" / "genesis"
MISSING = "Die echten Dateien (../shared/data) liegen hier nicht: ohne ganz Deutschland gemessen."
# Gives 10.7 MB of GeoJSON for all of Germany, twice what the atlas draws; the ratios to hold were
# found with that size.
FINE_M = 225.0
GAP_COLOUR = "#f3f1ec"


@dataclass(frozen=True)
class World:
    """A workspace for the atlas, and the same areas and figures as one file for bare pages.

    `fine` is such a file with finer areas than the atlas draws, where that makes a difference.
    """

    title: str
    workspace: Path
    file: Path
    indicators: tuple[str, str]
    fine: Path | None = None


def county(folder: Path) -> World:
    """A copy of the demonstration workspace; both indicators stand in one topic."""
    workspace = folder / "landkreis"
    shutil.copytree(DEMONSTRATION, workspace)
    return _world("29 Gebiete", workspace, ("bevoelkerungsdichte", "frauenanteil"))


def germany(folder: Path) -> World:
    """All of Germany's Gemeinden of 2016 with the census of 2022 and settlement areas of 2023."""
    workspace = germany_without_tables(folder)
    with Store.open(workspace) as store:
        import_table(store, genesis_file("1000A-0000"), system="gemeinde")
        settled = _known_rows(genesis_file("AI-N-01-2-5"), _known_ids(store), folder)
        import_table(store, settled, system="gemeinde")
    world = _world("11.299 Gebiete", workspace, _two_of_one_topic(workspace))
    return replace(world, fine=_with_fine_areas(world))


def germany_without_tables(folder: Path) -> Path:
    """A new workspace in `folder` with all Gemeinden and no figure."""
    workspace = folder / "deutschland"
    Store.create(workspace, title="Deutschland", county="").close()
    with Store.open(workspace) as store:
        import_areas(
            store, GERMANY_AREAS, system="gemeinde", title="Gemeinden", key="AGS", name="GEN"
        )
    return workspace


def genesis_file(code: str) -> Path:
    return next(GENESIS.glob(f"{code}__*.csv"))


def _known_rows(path: Path, known: frozenset[str], folder: Path) -> Path:
    """The rows of Gemeinden of 2016: later and dissolved ones are not what is measured here."""
    kept = folder / path.name
    with path.open(encoding="utf-8-sig", newline="") as given, kept.open("w", newline="") as taken:
        rows = csv.reader(given, delimiter=";")
        writer = csv.writer(taken, delimiter=";")
        head = next(rows)
        writer.writerow(head)
        key = head.index("1_variable_attribute_code")
        writer.writerows(row for row in rows if row[key] in known)
    return kept


def _known_ids(store: Store) -> frozenset[str]:
    return frozenset(Workspace(store).systems["gemeinde"].area_ids)


def _two_of_one_topic(workspace: Path) -> tuple[str, str]:
    opened = open_workspace(workspace)
    first, second = sorted(opened.indicators)[:2]
    opened.close()
    return first, second


def _world(title: str, workspace: Path, indicators: tuple[str, str]) -> World:
    opened = open_workspace(workspace)
    system = opened.systems["gemeinde"]
    collection = json.loads(outline(system.area_ids, opened.geometries("gemeinde")))
    drawn = [_drawn(opened, indicator) for indicator in indicators]
    opened.close()
    file = workspace.with_suffix(".json")
    content = {"collection": collection, "names": list(system.names), "drawn": drawn}
    file.write_text(json.dumps(content), encoding="utf-8")
    return World(title, workspace, file, indicators)


def _with_fine_areas(world: World) -> Path:
    opened = open_workspace(world.workspace)
    ids, geometries = opened.systems["gemeinde"].area_ids, opened.geometries("gemeinde")
    opened.close()
    content = json.loads(world.file.read_text(encoding="utf-8"))
    content["collection"] = json.loads(outline(ids, geometries, tolerance_m=FINE_M))
    file = world.file.with_stem(f"{world.file.stem}-fein")
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def _drawn(workspace: Workspace, indicator: str) -> dict[str, object]:
    """The figures of one indicator, and its class letters and colours as the atlas cuts them."""
    result = published(workspace, Query(indicator, "gemeinde"))
    classification = classify(result)
    letters = class_letters(result, classification)
    return {
        "values": [None if np.isnan(value) else float(value) for value in result.values],
        "classes": letters,
        "colours": list(classification.colours),
        "fills": list(_fills(letters, classification.colours)),
    }


def _fills(letters: str, colours: tuple[str, ...]) -> Iterable[str]:
    return (colours[int(x)] if x.isdigit() else GAP_COLOUR for x in letters)
