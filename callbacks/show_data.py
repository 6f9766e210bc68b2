"""Somebody opened „Daten“: show what is in the workspace."""

from __future__ import annotations

from typing import Any

from dash import no_update

from callbacks.recognise_editor import may_write
from callbacks.this_day import today
from geodata.workspace_holder import WorkspaceHolder
from layers.data_page import data_page


def show_data(opened: int | None, holder: WorkspaceHolder) -> Any:  # noqa: ANN401 - dash components have no base type
    """The page as it is now, each time it is opened; nothing before."""
    if not opened:
        return no_update
    return data_page(holder.current(), today=today(), editor=may_write())
