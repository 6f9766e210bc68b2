"""An import was stored while the page was open: say so, move nothing."""

from __future__ import annotations

from typing import Any

from dash import no_update

from geodata.workspace_holder import WorkspaceHolder


def is_up_to_date(_ticks: int | None, number: int, holder: WorkspaceHolder) -> Any:  # noqa: ANN401 - Dash has no type for "nothing changes"
    """False, which shows the notice, where the journal has gone on since the page was made."""
    return no_update if holder.current().number == number else False
