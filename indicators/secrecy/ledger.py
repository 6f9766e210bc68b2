"""The counts that hang together with protected ones, each with its place in one long table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from geodata.markers import Status
from geodata.period import Period
from geodata.store.disclosure import CellKey
from geodata.workspace import Workspace
from indicators.figures import Figures
from indicators.kept import kept
from indicators.levels import counted_in, is_estimated, origin_of, periods_of, uninhabited
from indicators.measures import estimated, figures_of, periods_for
from indicators.secrecy.formulas import is_sum
from indicators.secrecy.refusals import NotCounts
from indicators.secrecy.rules import Rule

NOBODY: CellKey = ("", "", "", "")
BlockKey = tuple[str, str, Period]
Places = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Block:
    """One `variable` in one `system` at one period: n cells that stand at `start` and after.

    `values` (n,) are whole numbers, NaN where there is no figure; `secret` (n,) where the source
    hides it. `origin` is the system that was counted in. `silent`: never published itself.
    """

    variable: str
    system: str
    start: int
    values: NDArray[np.float64]
    secret: NDArray[np.bool_]
    empty: NDArray[np.bool_]
    origin: str
    silent: bool

    @property
    def counted(self) -> NDArray[np.bool_]:
        return ~np.isnan(self.values)

    def says(self, at: int) -> bool:
        """Whether there is a figure in an area, seen or hidden by its source."""
        return bool(self.counted[at] or self.secret[at])


@dataclass(frozen=True)
class Row:
    """`lower <= sum(coefficients * cells) <= upper`; a relation where both are 0."""

    cells: tuple[int, ...]
    coefficients: tuple[int, ...]
    lower: float = 0.0
    upper: float = 0.0


@dataclass(frozen=True)
class Statement:
    """A published number that is no count, as rows over counts; `hidden` by its own rule.

    What is `certain` everybody knows without its being published; it has no key.
    """

    key: CellKey
    value: float
    rows: tuple[Row, ...]
    hidden: bool
    weight: float
    certain: bool = False


@dataclass(eq=False)
class Ledger:
    """Cells, relations and statements, entered one after the other.

    `variables` are the counts that may be hidden; all others are known to everybody. `closed`,
    `concealed`, `unlisted` and `elsewhere` are what `closing` enters.
    """

    workspace: Workspace
    rules: dict[str, Rule]
    variables: frozenset[str]
    blocks: dict[BlockKey, Block] = field(default_factory=dict)
    closed: dict[BlockKey, int] = field(default_factory=dict)
    concealed: set[BlockKey] = field(default_factory=set)
    unlisted: set[int] = field(default_factory=set)
    elsewhere: set[int] = field(default_factory=set)
    relations: list[Row] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    size: int = 0
    contradicted: int = 0

    def block(self, variable: str, system: str, period: Period) -> Block | None:
        """The cells of a variable, entered when first asked for; None where nobody counted whole.

        Raises `NotCounts` where a protected variable has figures that are no counts.
        """
        key = (variable, system, period)
        if key in self.blocks:
            return self.blocks[key]
        figures = self._figures(variable, system, period)
        if figures is None or not self._are_counts(figures, key):
            return None
        block = self._block(figures, key)
        self.blocks[key] = block
        self.size += len(block.values)
        return block

    def dearness(self, system: str) -> float:
        """What a figure of a system weighs: one among few areas more than one among many."""
        finest = max((len(areas) for areas in self.workspace.systems.values()), default=1)
        return finest / len(self.workspace.counted_systems[system])

    def free(self) -> int:
        """The place of a new cell of which nothing is known."""
        self.size += 1
        return self.size - 1

    def relate(
        self, cells: Sequence[int], coefficients: Sequence[int], values: Sequence[float]
    ) -> None:
        """Enter that a weighted sum is 0, unless the figures themselves contradict it."""
        terms = [c * v for c, v in zip(coefficients, values, strict=True)]
        unknown = [c for c, t in zip(coefficients, terms, strict=True) if t != t]
        rest = sum(t for t in terms if t == t)
        # An unknown count is 0 or more: what it is taken from must leave room for it.
        fits = rest == 0 if not unknown else min(unknown) < 0 <= rest or max(unknown) > 0 >= rest
        if fits:
            self.relations.append(Row(tuple(cells), tuple(coefficients)))
        else:
            self.contradicted += 1

    def _figures(self, variable: str, system: str, period: Period) -> Figures | None:
        workspace = self.workspace
        if is_sum(workspace.indicators, variable):
            known = period in periods_for(workspace, variable, system)
            if not known or estimated(workspace, variable, system, period):
                return None
            return figures_of(workspace, variable, system, period)
        return counted(workspace, variable, system, period)

    def _are_counts(self, figures: Figures, key: BlockKey) -> bool:
        values = figures.values[~np.isnan(figures.values)]
        wrong = (values < 0) | (values != np.floor(values))
        if wrong.any() and key[0] in self.rules:
            at = int(np.flatnonzero(~np.isnan(figures.values))[np.argmax(wrong)])
            raise NotCounts(
                indicator=title_of(self.workspace, key[0]),
                area=self.workspace.counted_systems[key[1]].names[at],
                period=key[2].german,
                value=f"{figures.values[at]:g}".replace(".", ","),
            )
        return not wrong.any()

    def _block(self, figures: Figures, key: BlockKey) -> Block:
        variable, system, period = key
        workspace = self.workspace
        record = workspace.indicators.get(variable)
        summed = is_sum(workspace.indicators, variable)
        origin = system if summed else origin_of(workspace, variable, system, period)
        people = record is not None and record.people
        secret = (figures.status == Status.SUPPRESSED) & np.isnan(figures.values)
        return Block(
            variable=variable,
            system=system,
            start=self.size,
            values=figures.values,
            secret=secret & (origin == system) & (not summed),
            empty=deserted(workspace, system) & people,
            origin=origin,
            silent=record is None or bool(record.denominator),
        )


@kept(64)
def deserted(workspace: Workspace, system: str) -> NDArray[np.bool_]:
    """Where nobody lives, as everybody knows (n,): by own figures, or those of all parts."""
    found = uninhabited(workspace, system).copy()
    for finer in workspace.systems.values():
        if system in finer.nests_in:
            nobody = dict(zip(finer.area_ids, uninhabited(workspace, finer.id), strict=True))
            inside: dict[str, list[bool]] = {}
            for child, parent in workspace.nesting[finer.id, system].items():
                inside.setdefault(parent, []).append(bool(nobody.get(child)))
            held = workspace.systems[system].area_ids
            found |= [all(inside.get(area, [False])) for area in held]
    return found


def counted(workspace: Workspace, variable: str, system: str, period: Period) -> Figures | None:
    """A variable as counted or added up; None where there is nothing, or only an estimate."""
    if not has_figures(workspace, variable, system, period):
        return None
    if is_estimated(workspace, variable, system, period):
        return None
    return counted_in(workspace, variable, system, period)


def has_figures(workspace: Workspace, variable: str, system: str, period: Period) -> bool:
    """Whether a counted variable has figures of its own, added ones or estimates."""
    return period in periods_of(workspace, variable, system)


def title_of(workspace: Workspace, variable: str) -> str:
    record = workspace.indicators.get(variable)
    return record.title if record is not None else variable
