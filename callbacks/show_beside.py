"""A map is painted, or areas are selected: answer with what stands beside the map."""

from __future__ import annotations

import datetime

from flask import Response

from callbacks.choose import shown_choices
from callbacks.plain_answer import as_text, asked_search, text_answer
from callbacks.recognise_editor import may_sign_in, may_write
from callbacks.show_area import show_area
from callbacks.snapshot import asked_workspace
from callbacks.this_day import today
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from indicators.kept import kept
from layers.plain_parts import plain_parts
from layers.view import View

_MOST_KEPT = 128


def show_beside(holder: WorkspaceHolder) -> Response:
    """Portrait and topic of the areas of the address, and what the controls show."""
    # What is drawn depends on who looks only by what they may do with notes.
    rights = (may_write(), may_sign_in())
    search = asked_search()
    workspace = asked_workspace(View.from_search(search).entry, holder)
    return text_answer(_beside(workspace, search, today(), rights))


@kept(_MOST_KEPT)
def _beside(
    workspace: Workspace, search: str, _day: datetime.date, _rights: tuple[bool, bool]
) -> str:
    """As it goes to the browser: of fifty who look, most ask for what another has just seen."""
    view = View.from_search(search)
    told, others = show_area(view, workspace)
    return as_text(
        {
            "portrait": plain_parts(told),
            "others": plain_parts(others),
            "shown": shown_choices(view, workspace),
        }
    )
