"""The facilities of an area below its portrait."""

from __future__ import annotations

from dataclasses import replace

from geodata.facilities.kind import built_in_kinds
from layers.facilities_here import facilities_here
from tests.kitas import DUSK, SCHOOL, SUN


def texts(component: object) -> list[str]:
    """All texts in a component, in their order."""
    if isinstance(component, str):
        return [component]
    children = getattr(component, "children", None)
    parts = children if isinstance(children, list) else [children] if children else []
    return [text for part in parts for text in texts(part) if text]


def test_they_stand_by_kind_with_their_places_and_lead_to_the_map() -> None:
    fold = facilities_here(
        [SCHOOL, SUN, DUSK], built_in_kinds(), search="?arten=kita", is_filtered=True
    )
    assert texts(fold) == [
        "Einrichtungen hier (3, nach dem Filter)",
        "Kitas (2)",
        "Sonne",
        "20\u00a0Plätze",
        "Dämmerung",
        "Schulen (1)",
        "Schule",
        "Auf der Karte zeigen und filtern",
    ]
    assert fold.children[-1].children.href == "/einrichtungen?arten=kita"


def test_a_long_list_is_cut_and_says_so() -> None:
    many = [replace(SUN, id=f"kita:{at}", name=f"Kita {at}") for at in range(14)]
    told = texts(facilities_here(many, built_in_kinds(), search="", is_filtered=False))
    assert "und 2 weitere" in told
    assert "Kita 12" not in told


def test_an_area_without_any_says_so() -> None:
    told = texts(facilities_here([], built_in_kinds(), search="", is_filtered=False))
    assert told[:2] == ["Einrichtungen hier (0)", "Keine."]
