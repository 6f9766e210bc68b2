"""What the model figures rest on, read from `model.toml`."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ASSUMPTIONS = Path(__file__).with_name("model.toml")


@dataclass(frozen=True)
class AgeGroup:
    """Share of all people around 2022, its growth per year, the pull of towns and of families."""

    id: str
    share: float
    growth: float
    town: float
    young: float


@dataclass(frozen=True)
class PartCount:
    """People counted out of some age groups; `rate` is their share around 2020."""

    id: str
    of: tuple[str, ...]
    rate: float
    yearly: float
    spread: float
    burden: float


@dataclass(frozen=True)
class Assumptions:
    """`known` and `dates` are ISO dates by census base; known ones are real populations."""

    seed: int
    yearly_loss: float
    loss_spread: float
    known: Mapping[str, tuple[str, ...]]
    dates: Mapping[str, tuple[str, ...]]
    ages: tuple[AgeGroup, ...]
    counts: tuple[PartCount, ...]


def assumptions() -> Assumptions:
    plain = tomllib.loads(ASSUMPTIONS.read_text(encoding="utf-8"))
    return Assumptions(
        seed=plain["seed"],
        yearly_loss=plain["yearly_loss"],
        loss_spread=plain["loss_spread"],
        known={base: tuple(entry["known"]) for base, entry in plain["bases"].items()},
        dates={base: tuple(entry["dates"]) for base, entry in plain["bases"].items()},
        ages=tuple(AgeGroup(**age) for age in plain["age"]),
        counts=tuple(PartCount(**{**count, "of": tuple(count["of"])}) for count in plain["count"]),
    )


def years(date: str) -> float:
    """A date as a number of years, so that slopes can be taken."""
    day = datetime.date.fromisoformat(date)
    first = datetime.date(day.year, 1, 1)
    return day.year + ((day - first).days + 1) / 365.25
