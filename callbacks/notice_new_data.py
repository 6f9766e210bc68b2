"""An import was stored while the page was open: say so, move nothing."""

from __future__ import annotations

from functools import partial
from typing import Any

from dash import Dash, Input, Output, State, no_update

from geodata.workspace import WorkspaceHolder
from layers.ids import Id


def register(app: Dash, holder: WorkspaceHolder) -> None:
    """Bind the notice to a slow clock."""
    app.callback(
        Output(Id.NEWS, "hidden"),
        Input(Id.NEWS_CLOCK, "n_intervals"),
        State(Id.NUMBER, "data"),
        prevent_initial_call=True,
    )(partial(is_up_to_date, holder=holder))


def is_up_to_date(_ticks: int | None, number: int, holder: WorkspaceHolder) -> Any:  # noqa: ANN401 - Dash has no type for "nothing changes"
    """False, which shows the notice, where the journal has gone on since the page was made."""
    return no_update if holder.current().number == number else False
