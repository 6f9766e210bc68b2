"""What the catalogue describes: indicators, the sources they come from, kinds of facilities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal

from geodata.facilities.kind import FacilityKind

Kind = Literal["count", "share", "rate", "mean", "minutes", "index", "change"]
KINDS: tuple[Kind, ...] = ("count", "share", "rate", "mean", "minutes", "index", "change")
# What a figure of reachability may say of itself; `indicators.reach` knows what it means.
REACH_FIELDS = (
    "facilities",
    "mode",
    "day",
    "arrive_by",
    "limit",
    "measure",
    "group",
)
Direction = Literal["", "high_is_good", "high_is_bad"]
Zeros = Literal["", "hidden", "shown"]
NO_TOPIC = "Ohne Thema"
_DECIMALS_OF_KIND = {"count": 0, "minutes": 0}


@dataclass(frozen=True)
class Source:
    """Where figures come from and on what terms they may be shown."""

    id: str
    title: str
    attribution: str = ""
    licence: str = ""
    url: str = ""
    nature: Literal["real", "estimated", "model"] = "real"


@dataclass(frozen=True)
class Indicator:
    """A figure that can be chosen on the map, or a variable that others are made from.

    Without a numerator the figures are the observations under the indicator's own id. With a
    denominator they are `factor * sum(numerator) / sum(denominator)`, recomputed at every level.
    A change compares the numerator with its `reference_period`, in percent.
    `weight` names the count by which a ready-made share or mean may be averaged to larger areas.
    `people` says that people are counted: where nobody lives, a gap takes nothing from a sum. Who
    lives where is told by the one indicator with the role "population".

    A `minimum` above 0 protects: smaller counts are hidden, and what is hidden stays uncertain over
    at least `width` whole numbers (0: as many as the minimum). `zeros` says whether a count of 0 is
    hidden too; "" hides it where people are counted. Ratios over fewer than `minimum_base` are
    hidden. `adds_to` names the totals that this count is a part of.

    `reach` holds the parameters of a figure that is reckoned from facilities and networks and not
    observed: which facilities, how one travels, when, within how many minutes, what is measured.
    """

    id: str
    title: str
    question: str = ""
    topic: str = NO_TOPIC
    unit: str = ""
    kind: Kind = "count"
    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()
    factor: float = 1.0
    decimals: int | None = None
    denominator_period: Literal["same", "nearest"] = "same"
    reference_period: str = ""
    weight: str = ""
    direction: Direction = ""
    middle: float | Literal["county"] | None = None
    definition: str = ""
    source: str = ""
    licence: str = ""
    department: str = ""
    update_interval: str = ""
    breaks: tuple[Mapping[str, str], ...] = ()
    classes: Mapping[str, Any] = field(default_factory=dict)
    listed: bool = True
    people: bool = False
    role: Literal["", "population"] = ""
    minimum: int = 0
    width: int = 0
    minimum_base: int = 0
    zeros: Zeros = ""
    adds_to: tuple[str, ...] = ()
    reach: Mapping[str, str] = field(default_factory=dict)

    @property
    def variables(self) -> tuple[str, ...]:
        """The ids that observations must exist for; the first decides the periods."""
        return (self.numerator or (self.id,)) + self.denominator

    @property
    def shown_decimals(self) -> int:
        """How many decimals a figure is read and ranked with."""
        return _DECIMALS_OF_KIND.get(self.kind, 1) if self.decimals is None else self.decimals


Record = Source | Indicator | FacilityKind
RecordKind = Literal["source", "indicator", "facility_kind"]
RECORD_KINDS: Mapping[RecordKind, type[Record]] = {
    "source": Source,
    "indicator": Indicator,
    "facility_kind": FacilityKind,
}


def kind_of_record(record: Record) -> RecordKind:
    """The name under which a record stands in store and file."""
    return next(kind for kind, made in RECORD_KINDS.items() if isinstance(record, made))


def as_plain(record: Record) -> dict[str, Any]:
    """A record as JSON or TOML can hold it, without what is at its default."""
    defaults = {f.name: f.default for f in fields(record)}
    plain = asdict(record)
    # A factor of 1 has to be said where a denominator stands: else the unit would speak for it.
    said = {"id", "title"} | ({"factor"} if plain.get("denominator") else set())
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in plain.items()
        if name in said or (value not in ((), {}, None) and value != defaults[name])
    }


def indicator_from_plain(plain: Mapping[str, Any]) -> Indicator:
    """An indicator from its stored form; lists become tuples again."""
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in plain.items()
    }
    return Indicator(**values)


def source_from_plain(plain: Mapping[str, Any]) -> Source:
    return Source(**plain)
