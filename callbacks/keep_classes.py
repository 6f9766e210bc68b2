"""An editor keeps the classes on the screen as those that the indicator is drawn with."""

from __future__ import annotations

from typing import Any

from flask import Response

from callbacks.plain_answer import asked_search, plain_answer
from callbacks.recognise_editor import comes_from_the_page, may_write
from geodata.catalogue import Indicator
from geodata.imports.class_defaults import keep_classes
from geodata.refusals import Refusal
from geodata.store import Store
from geodata.workspace_holder import WorkspaceHolder
from layers.choice_lists import drawing_values, drawn_breaks
from layers.fitting_view import fitting_view
from layers.view import View
from layers.words import words


def keep(holder: WorkspaceHolder) -> Response:
    """Store the classes of the view; the answer says so, with the new journal number."""
    if not comes_from_the_page():
        return plain_answer({"error": words("editor.foreign")}, status=403)
    if not may_write():
        return plain_answer({"error": words("editor.readers_only")}, status=403)
    workspace = holder.current()
    view = fitting_view(View.from_search(asked_search()), workspace)
    if not view.indicator:
        return plain_answer({"error": words("map.empty")}, status=400)
    indicator = workspace.indicators[view.indicator]
    # The engine behind it loads slowly, and only editors need it.
    from indicators.secrecy.guard import keep_secret

    try:
        with Store.open(workspace.path) as store:
            store.ask_before_commit(keep_secret)
            number = keep_classes(store, view.indicator, _classes(view, indicator))
    except Refusal as refusal:
        return plain_answer({"error": str(refusal)}, status=400)
    said = words("question.classes_kept", indicator=indicator.title)
    return plain_answer({"said": said, "number": number})


def _classes(view: View, indicator: Indicator) -> dict[str, Any]:
    """What is drawn, in the form of the catalogue; a palette only where one was chosen."""
    drawn = drawing_values(view, indicator)
    kept: dict[str, Any] = {"method": drawn["art"]}
    if drawn["art"] == "own":
        kept["breaks"] = list(drawn_breaks(view, indicator))
    else:
        kept["count"] = int(drawn["klassen"])
    palette = view.palette or indicator.classes.get("palette")
    return kept | ({"palette": palette} if palette else {})
