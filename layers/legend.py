"""What the legend says: the map's own classes, its gaps, and what kind of figure it is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from geodata.markers import Flag, Nature, Status
from geodata.period import Period
from indicators.classification import Classification
from indicators.published import Published
from layers.german_number import german_limits, german_number
from layers.words import words

# Gaps that say why there is no figure; they have a look and a row of their own.
GAP_FLAGS = (Flag.NO_CONNECTION, Flag.UNINHABITED)
GAPS = (Status.ZERO, Status.UNRELIABLE, Status.SUPPRESSED, Status.MISSING)


def legend(
    published: Published, classification: Classification, *, counted: str = ""
) -> dict[str, Any]:
    """Everything that assets/legend.js draws, in German, with numbers already written out.

    `counted` is what stands in the classes where it is no areas."""
    indicator = published.indicator
    return {
        **_titles(published),
        "unit": "" if indicator.title.endswith(indicator.unit) else indicator.unit,
        "period": period_line(published),
        "badge": badge(published),
        "notes": _notes(published, classification),
        "counted": counted or words("legend.counted"),
        "classes": _classes(classification, indicator.shown_decimals),
        "gaps": _gaps(published, classification),
        "histogram": _histogram(published, classification),
    }


def _titles(published: Published) -> dict[str, str]:
    """The question and what answers it; a change is no answer to it and has its title alone."""
    indicator = published.indicator
    if published.query.since:
        return {"title": indicator.title, "subtitle": words("legend.change")}
    return {
        "title": indicator.question or indicator.title,
        "subtitle": indicator.title if indicator.question else "",
    }


def _notes(published: Published, classification: Classification) -> list[str]:
    """What a reader must know before believing the colours."""
    notes = []
    if (published.flags & int(Flag.ACROSS_BREAK)).any():
        notes.append(words("legend.across_break", bases=published.base.replace(", ", " und ")))
    breaks, turn = classification.breaks, classification.middle
    if turn is not None and breaks and breaks[0] < turn < breaks[-1]:
        decimals = 0 if turn.is_integer() else published.indicator.shown_decimals
        middle = german_number(turn, decimals=decimals)
        of_county = published.indicator.middle == "county"
        at_county = "turn_at_last_county" if classification.over_time else "turn_at_county"
        turns = words(f"legend.{at_county if of_county else 'turn'}", middle=middle)
        notes.append(
            words("legend.moved" if classification.moved else "legend.not_moved", turns=turns)
        )
    hidden = int((published.status == Status.SUPPRESSED).sum())
    if 1 < len(published.status) <= 2 * hidden:
        notes.append(words("legend.coarser"))
    return notes


def period_line(published: Published) -> str:
    """„Stand 31.12.2022“, with the census it stands on; two of them are told in the notes."""
    period = published.period.german
    if published.query.since:
        since = Period(published.query.since).german
        return words("legend.between", since=since, period=period)
    if not published.base or ", " in published.base:
        return words("legend.period", period=period)
    return words("legend.period_on_base", period=period, base=published.base)


def badge(published: Published) -> dict[str, str] | None:
    """The least certain nature among the figures that are seen, None where all are real."""
    nature = published.worst_nature
    if nature is Nature.REAL:
        return None
    return {"code": nature.code, "text": words(f"nature.{nature.code}")}


def class_labels(breaks: Sequence[float], *, decimals: int, open_ends: bool = False) -> list[str]:
    """One text a class from its k + 1 limits; a value on a limit belongs to the class below.

    Limits that somebody has chosen end openly: „bis 20“, „über 20 bis 30“, „über 30“.
    """
    texts = german_limits(tuple(breaks), decimals=decimals)
    labels = []
    for number, (low, high) in enumerate(pairwise(texts)):
        if open_ends and number == 0:
            labels.append(words("legend.lowest_class", high=high))
        elif open_ends and number == len(texts) - 2:
            labels.append(words("legend.highest_class", low=low))
        elif low == high:
            labels.append(high)
        elif number == 0:
            labels.append(words("legend.first_class", low=low, high=high))
        else:
            labels.append(words("legend.class", low=low, high=high))
    return labels


def _classes(classification: Classification, decimals: int) -> list[dict[str, Any]]:
    own = classification.method == "own"
    labels = class_labels(classification.breaks, decimals=decimals, open_ends=own)
    rows = zip(labels, classification.colours, classification.counts, strict=False)
    return [{"label": label, "colour": colour, "count": count} for label, colour, count in rows]


def _gaps(published: Published, classification: Classification) -> list[dict[str, Any]]:
    """Each kind of gap that there is; gaps that say why are counted apart from the others."""
    counts = dict(classification.gaps)
    told = {}
    for flag in GAP_FLAGS:
        flagged = (published.flags & np.uint16(flag)) > 0
        told[flag] = int(flagged.sum())
        for status in np.unique(published.status[flagged]).tolist():
            code = Status(status).code
            counts[code] = counts.get(code, 0) - int((published.status[flagged] == status).sum())
    rows = [
        {"code": status.code, "label": words(f"status.{status.code}"), "count": counts[status.code]}
        for status in GAPS
        if counts.get(status.code)
    ]
    reasons = [
        {"code": code, "label": words(f"flag.{code}"), "count": count}
        for flag, count in told.items()
        if count and (code := flag.codes[0])
    ]
    return [*reasons, *rows]


def _histogram(published: Published, classification: Classification) -> dict[str, Any] | None:
    if len(classification.breaks) < 2 or not any(classification.histogram):
        return None
    low, high = classification.breaks[0], classification.breaks[-1]
    inner = np.asarray(classification.breaks[1:-1])
    low_text, high_text = german_limits((low, high), decimals=published.indicator.shown_decimals)
    return {
        "bins": list(classification.histogram),
        "classes": _bar_classes(published, classification),
        "limits": [round((limit - low) / (high - low), 4) for limit in inner.tolist()],
        "low": low_text,
        "high": high_text,
    }


def _bar_classes(published: Published, classification: Classification) -> list[int]:
    """The class of each bar: that of most of its values, for a limit may lie within the bar; that
    of its middle where it has none."""
    low, high = classification.breaks[0], classification.breaks[-1]
    bins = len(classification.histogram)
    edges = np.linspace(low, high, bins + 1)
    middles = (edges[:-1] + edges[1:]) / 2
    by_middle = np.searchsorted(classification.breaks[1:-1], middles, side="left")
    of_bar = np.zeros((bins, len(classification.breaks) - 1), np.intp)
    held = classification.indices >= 0
    values, classes = published.values[held], classification.indices[held]
    seen = (values >= low) & (values <= high)
    bars = np.searchsorted(edges[1:-1], values[seen], side="right")
    np.add.at(of_bar, (bars, classes[seen]), 1)
    found: list[int] = np.where(of_bar.any(axis=1), of_bar.argmax(axis=1), by_middle).tolist()
    return found
