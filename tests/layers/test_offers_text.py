"""How often something runs, in as few words as a cell has room for."""

from __future__ import annotations

import pytest

from indicators.reach.day_offers import DayOffer, Offers
from indicators.reach.rural import Times
from layers.offers_text import offers_told, times_text

EIGHT, TEN = 8 * 3600, 10 * 3600


@pytest.mark.parametrize(
    ("times", "text"),
    [
        (Times(0, None, None), "keine"),
        (Times(1, EIGHT, EIGHT), "1 (08:00)"),
        (Times(3, EIGHT, TEN), "3 (08:00 bis 10:00)"),
    ],
)
def test_first_and_last_stand_behind_the_number(times: Times, text: str) -> None:
    assert times_text(times) == text


def test_a_row_a_kind_of_day_and_the_limits_below() -> None:
    day = DayOffer("school", Times(1, EIGHT, EIGHT), Times(0, None, None))
    told = offers_told(Offers(None, (day,)))
    assert told["rows"] == [{"day": "Schultag", "there": "1 (08:00)", "back": "keine"}]
    assert "zur nächsten Einrichtung" in told["title"]
    assert "4\u00a0Stunden" in told["note"]


def test_nothing_is_told_of_what_is_near() -> None:
    assert offers_told(Offers(None, ())) == {}
