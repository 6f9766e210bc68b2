"""Parts of the page as the browser gets them: what is made once can be given to many."""

from __future__ import annotations

import json
from typing import Any

from plotly.io.json import to_json_plotly


def plain_parts(parts: Any) -> Any:  # noqa: ANN401 - dash components have no base type
    """Components as dicts and lists; Dash writes them for less than a tenth of the time."""
    return json.loads(to_json_plotly(parts))
