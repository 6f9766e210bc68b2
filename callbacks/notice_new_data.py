"""An import was stored while the page was open: say so, move nothing."""

from __future__ import annotations

from typing import Any

from dash import no_update

from geodata.workspace_holder import WorkspaceHolder


def newest(_ticks: int | None, known: int, holder: WorkspaceHolder) -> Any:  # noqa: ANN401 - Dash has no type for "nothing changes"
    """The number of the journal, where it has gone on since the page last heard of it."""
    number = holder.current().number
    return no_update if number == known else number
