"""The data officer asks whether everything that is hidden stays hidden."""

from __future__ import annotations

import threading
from typing import Any

from flask import Response

from callbacks.plain_answer import plain_answer
from callbacks.recognise_editor import may_write
from geodata.refusals import Refusal
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from indicators.kept import kept
from layers.secrecy_text import secrecy_told
from layers.words import words

# The answer takes seconds of reckoning: once at a time, whoever else asks waits for the same.
_RECKONING = threading.Lock()


def audit_secrecy(holder: WorkspaceHolder) -> Response:
    """The counts, for those who may write; 403 for everybody else."""
    if not may_write():
        return plain_answer({"error": words("editor.readers_only")}, status=403)
    try:
        with _RECKONING:
            return plain_answer(_counts(holder.current()))
    except Refusal as refusal:
        return plain_answer({"error": str(refusal)}, status=400)


@kept(1)
def _counts(workspace: Workspace) -> dict[str, Any]:
    # scipy's solver loads on first use: the page does without it.
    from indicators.secrecy.audit import audit

    return secrecy_told(audit(workspace), workspace.indicators)
