"""What a person asked for when giving a table file."""

from __future__ import annotations

from dataclasses import dataclass, field

from geodata.tables.recipe import Recipe


@dataclass(frozen=True)
class Wishes:
    """The options of one reading; what is "" is found from the file. A recipe yields to them."""

    recipe: Recipe = field(default_factory=Recipe)
    sheet: str = ""
    key: str = ""
    value: str = ""
    indicator: str = ""
    period: str = ""

    @property
    def wanted_key(self) -> str:
        return self.key or self.recipe.key

    @property
    def wanted_period(self) -> str:
        return self.period or self.recipe.period
