"""The imports that make the demonstration workspace out of its source files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from geodata.demonstration.model_streets import import_model_streets
from geodata.demonstration.refusals import StepRefused
from geodata.imports.areas import import_areas
from geodata.imports.catalogue import apply_catalogue
from geodata.imports.facilities import import_facilities
from geodata.imports.mobility import import_mobility
from geodata.imports.places import import_places
from geodata.imports.ring import import_ring
from geodata.imports.stories import put_story
from geodata.imports.story_file import story_from_file
from geodata.imports.table import import_table
from geodata.imports.timetable import import_timetable
from geodata.refusals import Refusal
from geodata.store import Store
from geodata.tables.recipe import load_recipe

HERE = Path(__file__).parent
STEPS = HERE / "steps.toml"
CATALOGUE = HERE / "catalogue.toml"
RECIPES = HERE / "recipes"
RINGS = HERE / "rings"
STORIES = HERE / "stories"
VALID = "2016-01-01"
ATTRIBUTION = "© GeoBasis-DE / BKG 2016 (Daten verändert)"


def steps() -> dict[str, Any]:
    """Title, county, and the files in the order in which they come in."""
    return tomllib.loads(STEPS.read_text(encoding="utf-8"))


def build_workspace(sources: Path, folder: Path) -> list[dict[str, Any]]:
    """Make a workspace in an empty folder from a folder of source files; the imports' reports.

    Raises `StepRefused` with the sentence of the import that was refused, or `WorkspaceExists`.
    """
    plan = steps()
    with Store.create(folder, title=plan["title"], county=plan["county"]) as store:
        areas = [_areas(store, sources, entry) for entry in plan["areas"]]
        with _speaking_of(CATALOGUE.name):
            catalogue = apply_catalogue(store, CATALOGUE)
        rings = [_ring(store, entry) for entry in plan["ring"]]
        tables = [_table(store, sources, entry) for entry in plan["table"]]
        places = [_places(store, sources, entry) for entry in plan["places"]]
        streets = [_streets(store, sources, entry) for entry in plan["streets"]]
        facilities = [_facilities(store, sources, entry) for entry in plan["facilities"]]
        timetables = [_timetable(store, sources, entry) for entry in plan["timetable"]]
        mobility = [_mobility(store, sources, entry) for entry in plan["mobility"]]
        for entry in plan["story"]:
            _story(store, entry)
        store.shrink()
    return [
        *(*areas, catalogue, *rings, *tables),
        *(*places, *streets, *facilities, *timetables, *mobility),
    ]


def _areas(store: Store, sources: Path, entry: dict[str, Any]) -> dict[str, Any]:
    with _speaking_of(entry["file"]):
        return import_areas(
            store,
            sources / entry["file"],
            system=entry["system"],
            title=entry["title"],
            key=entry["key"],
            name="NAME",
            attribution=entry.get("attribution", ATTRIBUTION),
            valid=VALID,
            context=entry.get("context", False),
        )


def _ring(store: Store, entry: dict[str, Any]) -> dict[str, Any]:
    with _speaking_of(entry["file"]):
        return import_ring(store, RINGS / entry["file"])


def _table(store: Store, sources: Path, entry: dict[str, Any]) -> dict[str, Any]:
    with _speaking_of(entry["file"]):
        recipe = load_recipe(RECIPES / entry["recipe"])
        ring = entry.get("ring")
        report, _ = import_table(store, sources / entry["file"], recipe=recipe, ring=ring)
        return report


def _places(store: Store, sources: Path, entry: dict[str, Any]) -> dict[str, Any]:
    with _speaking_of(entry["file"]):
        return import_places(store, sources / entry["file"], **_told(entry))


def _streets(store: Store, sources: Path, entry: dict[str, Any]) -> dict[str, Any]:
    with _speaking_of(entry["file"]):
        return import_model_streets(store, sources / entry["file"], **_told(entry))


def _facilities(store: Store, sources: Path, entry: dict[str, Any]) -> dict[str, Any]:
    with _speaking_of(entry["file"]):
        return import_facilities(store, sources / entry["file"], **_told(entry))


def _timetable(store: Store, sources: Path, entry: dict[str, Any]) -> dict[str, Any]:
    with _speaking_of(entry["file"]):
        return import_timetable(store, sources / entry["file"], **_told(entry))


def _mobility(store: Store, sources: Path, entry: dict[str, Any]) -> dict[str, Any]:
    with _speaking_of(entry["file"]):
        return import_mobility(store, sources / entry["file"], model=True, **_told(entry))


def _story(store: Store, entry: dict[str, Any]) -> None:
    """A story is about the figures that stand in the workspace by then."""
    with _speaking_of(entry["file"]):
        content = (STORIES / entry["file"]).read_bytes()
        put_story(store, story_from_file(content, file=entry["file"], number=0))


def _told(entry: dict[str, Any]) -> dict[str, Any]:
    """What a step says of its file."""
    return {name: value for name, value in entry.items() if name != "file"}


@contextmanager
def _speaking_of(file: str) -> Iterator[None]:
    """A refusal says at which file the building stopped."""
    try:
        yield
    except Refusal as reason:
        raise StepRefused(step=file, reason=reason) from reason
