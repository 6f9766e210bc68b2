"""An attacker who reads the published table and computes what every star can stand for.

Written apart from the engine: he has texts, the list of pieces of every area and of groups of every
column, and the rule. His unknowns are the pieces themselves, so that every sum holds by itself,
where the engine's unknowns are the cells and its sums are rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

Cell = tuple[str, str]
Share = tuple[str, str, str]

PLENTY = 4000


@dataclass(frozen=True)
class Rule:
    minimum: int
    width: int
    zeros_shown: bool


class Attacker:
    def __init__(
        self,
        table: Mapping[Cell, str],
        shares: Mapping[Share, str],
        areas: Mapping[str, tuple[str, ...]],
        columns: Mapping[str, tuple[str, ...]],
        rule: Rule,
    ) -> None:
        self.table, self.shares, self.rule = table, shares, rule
        self.areas, self.columns = areas, columns
        pieces = sorted({piece for parts in areas.values() for piece in parts})
        groups = sorted({group for parts in columns.values() for group in parts})
        self.unknowns = [(piece, group) for piece in pieces for group in groups]
        self.stars = [cell for cell, text in table.items() if text == "*"]
        self.facts: list[tuple[np.ndarray, float, float]] = []
        for cell, text in table.items():
            if text != "*":
                self.facts.append((self.sum_of(cell), float(text), float(text)))
        for share, text in shares.items():
            if text != "*":
                self.facts += self._share_facts(share, text)

    def sum_of(self, cell: Cell) -> np.ndarray:
        area, column = self.areas[cell[0]], self.columns[cell[1]]
        return np.array([float(p in area and g in column) for p, g in self.unknowns])

    def reasons(self, cell: Cell, sums: list[list[Cell]]) -> list[Cell]:
        """Stars that hang together with this one: one of them is hidden for its own sake."""
        links = [[c for c in known if self.table.get(c, "*") == "*"] for known in sums]
        links += [
            [c for c in ((area, part), (area, whole)) if self.table[c] == "*"]
            for (area, part, whole), text in self.shares.items()
            if text != "*"
        ]
        found, size = {cell}, 0
        while len(found) > size:
            size = len(found)
            for link in links:
                if found.intersection(link):
                    found.update(link)
        return [star for star in self.stars if star in found]

    def _share_facts(self, share: Share, text: str) -> list[tuple[np.ndarray, float, float]]:
        """Hundredths of percent, so that texts with up to one decimal stay whole numbers."""
        area, part, whole = share
        share_of, half = round(float(text) * 100), 5 if "." in text else 50
        top, bottom = self.sum_of((area, part)), self.sum_of((area, whole))
        return [
            (10000 * top - (share_of + half) * bottom, -np.inf, 0.0),
            (10000 * top - (share_of - half) * bottom, 0.0, np.inf),
        ]

    def farthest(self, cell: Cell, way: int, reasons: list[Cell]) -> int:
        """Greatest (1) or least (-1) number a star can stand for; one of `reasons` is small."""
        unknowns, switches = len(self.unknowns), len(reasons)
        rows = [np.append(row, np.zeros(switches)) for row, _, _ in self.facts]
        lower, upper = [low for _, low, _ in self.facts], [high for _, _, high in self.facts]
        much = float(PLENTY * unknowns)
        for number, reason in enumerate(reasons):
            switch = np.eye(switches)[number]
            rows.append(np.append(self.sum_of(reason), much * switch))
            lower.append(0.0)
            upper.append(self.rule.minimum - 1 + much)
            rows.append(np.append(self.sum_of(reason), -float(self.rule.zeros_shown) * switch))
            lower.append(0.0)
            upper.append(np.inf)
        if reasons:
            rows.append(np.append(np.zeros(unknowns), np.ones(switches)))
            lower.append(1.0)
            upper.append(np.inf)
        ceiling = np.append(np.full(unknowns, float(PLENTY)), np.ones(switches))
        answer = milp(
            -way * np.append(self.sum_of(cell), np.zeros(switches)),
            integrality=np.ones(unknowns + switches),
            bounds=Bounds(0, ceiling),
            constraints=LinearConstraint(np.array(rows), lower, upper),
            options={"mip_rel_gap": 0.0},
        )
        assert answer.status == 0, answer.message
        return round(float(self.sum_of(cell) @ np.rint(answer.x[:unknowns])))

    def endless(self, cell: Cell, reason: Cell | None = None) -> bool:
        """Whether nothing bounds a star from above; for whole numbers as for all others."""
        facts = list(self.facts)
        if reason:
            smallest, greatest = float(self.rule.zeros_shown), self.rule.minimum - 1.0
            facts.append((self.sum_of(reason), smallest, greatest))
        rows, lower, upper = zip(*facts, strict=True) if facts else ((), (), ())
        answer = milp(
            -self.sum_of(cell),
            bounds=Bounds(0, np.inf),
            constraints=LinearConstraint(np.array(rows), lower, upper) if facts else None,
        )
        return answer.status == 3

    def interval(self, cell: Cell, *, reasons: list[Cell]) -> tuple[float, float]:
        greatest = np.inf
        if not self.endless(cell) or (
            reasons and not any(self.endless(cell, star) for star in reasons if star != cell)
        ):
            greatest = float(self.farthest(cell, 1, reasons))
        return float(self.farthest(cell, -1, reasons)), greatest

    def breaks(self, cell: Cell, *, reasons: list[Cell]) -> bool:
        """Whether he learns more of a star than the rule allows."""
        least, greatest = self.interval(cell, reasons=reasons)
        return greatest - least + 1 < self.rule.width or greatest < self.rule.minimum
