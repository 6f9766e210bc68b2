"""What the protection of figures refuses."""

from __future__ import annotations

from geodata.refusals import Refusal


class CannotProtect(Refusal):
    """Figures that no pattern can hide; `cells` are their places in the problem."""

    sentence = (
        "{count} Werte lassen sich nicht mehr schützen: Was schon herausgegeben ist, "
        "verrät sie oder grenzt sie zu eng ein."
    )

    def __init__(self, *, cells: tuple[int, ...]) -> None:
        super().__init__(count=len(cells))
        self.cells = cells
