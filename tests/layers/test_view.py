"""A view survives its address, and no address breaks a view."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qsl

from hypothesis import given
from hypothesis import strategies as st

from indicators.facilities.filter import FacilityFilter
from layers.view import LISTS, METHODS, View

ROOT = Path(__file__).parents[2]
ADDRESS, VIEW = ROOT / "assets" / "address.js", ROOT / "layers" / "view.py"
NAMES = st.text("abcdefghijklmnopqrstuvwxyzäöüß0123456789_-", max_size=40)
LIMITS = st.lists(
    st.floats(-1e9, 1e9, allow_nan=False, width=32), min_size=1, max_size=6, unique=True
).map(lambda limits: tuple(sorted(limit + 0.0 for limit in limits)))


@st.composite
def views(draw: st.DrawFn) -> View:
    method = draw(st.sampled_from(["", *METHODS]))
    return View(
        indicator=draw(NAMES),
        period=draw(st.sampled_from(["", "2022", "2022-12-31", "2022/2023"])),
        system=draw(NAMES),
        method=method,
        class_count=draw(st.sampled_from([0, 3, 4, 5, 6, 7])),
        palette=draw(NAMES),
        own_breaks=draw(LIMITS) if method == "own" else (),
        areas=tuple(
            draw(st.lists(st.text("0123456789", min_size=1, max_size=12), max_size=4, unique=True))
        ),
        shown_list=draw(st.sampled_from(LISTS)),
        basemap=draw(st.booleans()),
        names=draw(st.booleans()),
        alike_by=tuple(draw(st.lists(st.sampled_from(["kinder", "quote", "dichte"]), unique=True))),
    )


@given(views())
def test_a_view_comes_back_from_its_address(view: View) -> None:
    assert View.from_search(view.search) == view


@given(st.one_of(st.text(), st.text("?&=;%indkatorzeitklassengrenzen0123456789-.", max_size=80)))
def test_no_address_breaks_the_view_and_the_second_reading_changes_nothing(search: str) -> None:
    view = View.from_search(search)
    assert View.from_search(view.search) == view


def test_the_usual_view_has_no_address() -> None:
    assert View().search == ""


def test_the_address_is_stable_and_in_german() -> None:
    view = View(indicator="kinder", method="own", own_breaks=(10.0, 20.5), areas=("03354018",))
    assert view.search == "?indikator=kinder&art=own&grenzen=10;20.5&gebiet=03354018"


def test_strange_choices_fall_back_to_the_nearest_sensible_ones() -> None:
    view = View.from_search("?art=zauberei&klassen=99&grenzen=a;b&liste=torte&grund=bunt")
    assert view == View(class_count=7)


def test_own_classes_without_limits_are_the_usual_classes() -> None:
    assert View.from_search("?art=own&grenzen=nan;1") == View()


def test_the_filter_of_facilities_comes_back_from_its_address() -> None:
    wanted = FacilityFilter(
        kinds=("grundschule", "kita"),
        providers=("AWO; Kreisverband", "DRK & Freunde"),
        free=True,
        all_day=True,
        inclusion=True,
        hours="07:00-16:30",
        name="Am Markt",
    )
    view = View(
        facilities=wanted, facility="kita:7/a", facility_part="versorgung", supplied="kita:all"
    )
    assert View.from_search(view.search) == view
    assert View.from_search("?arten=kita&frei=1").search == "?arten=kita&frei=1"


def test_the_page_knows_every_name_that_an_address_can_have() -> None:
    script = (Path(__file__).parents[2] / "assets" / "address.js").read_text("utf-8")
    known = set(
        re.findall(
            r'"([a-z]+)"', " ".join(re.findall(r"(?:DRAWN|FACILITIES|BESIDE) = (.*)", script))
        )
    )
    every = View.from_search(
        "?indikator=a&zeit=2022&seit=2020&aenderung=prozent&ebene=b&art=own&klassen=4&palette=c"
        "&grenzen=1&fest=1&wie=d&gebiet=1&name=e&liste=tabelle&grund=grau&namen=0&rechts=f&gleich=1"
        "&seite=rechts&a=g&b=h&tafel=ring&mit=i&ring=j&arten=k&traeger=l&frei=1&ganztag=1"
        "&inklusion=1&offen=07:00-&suche=m&einrichtung=n&teil=versorgung&versorgt=o&nach=p&weg=bus"
        "&tag=2025-01-07&um=07:45&grenze=15&mass=anteil&gruppe=q&wo=r&von=11,53&flaeche=1"
        "&schichten=halte&geschichte=s&kapitel=2&eintrag=7"
    )
    assert {name for name, _ in parse_qsl(every.search.removeprefix("?"))} == known
