"""How often something runs from a place and back, as the table below the way has it."""

from __future__ import annotations

from typing import Any

from indicators.reach.day_offers import Offers
from indicators.reach.question import clock
from indicators.reach.rural import Times
from indicators.reach.scan import LONGEST_S, MOST_CHANGES
from layers.words import section, words


def offers_told(found: Offers) -> dict[str, Any]:
    """What assets/reach/way.js puts below the journey; {} where nobody would take a bus."""
    if not found.days:
        return {}
    name = found.facility.name if found.facility else words("reach.offers.any")
    return {
        "words": section("reach.offers"),
        "title": words("reach.offers.title", name=name),
        "rows": [
            {
                "day": words(f"reach.days.{day.kind}"),
                "there": times_text(day.there),
                "back": times_text(day.back),
            }
            for day in found.days
        ],
        "note": words("reach.offers.note", changes=MOST_CHANGES, hours=LONGEST_S // 3600),
    }


def times_text(times: Times) -> str:
    """„4 (07:04 bis 15:33)“, „1 (07:04)“, „keine“."""
    if times.first_s is None or times.last_s is None:
        return words("reach.offers.none")
    first, last = clock(times.first_s), clock(times.last_s)
    if times.trips == 1:
        return words("reach.offers.one", first=first)
    return words("reach.offers.several", trips=times.trips, first=first, last=last)
