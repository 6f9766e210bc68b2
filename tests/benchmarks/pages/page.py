"""What the bare pages share: the world they draw, a control, a server."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from dash import Dash, dcc, html
from waitress import serve

WORLD: dict[str, Any] = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
DRAWN: list[dict[str, Any]] = WORLD["drawn"]
CHOICE = "choice"
# As large as the map of the atlas in the same window.
MAP_STYLE = {"width": "700px", "height": "820px"}


def page(*parts: Any) -> Dash:
    """A Dash app with two choices above the parts; answers are compressed as the atlas does."""
    choice = dcc.RadioItems(id=CHOICE, options=[{"label": n, "value": n} for n in (0, 1)], value=0)
    app = Dash("bare", assets_folder=str(Path(__file__).parent / "assets"), compress=True)
    app.layout = html.Div([choice, *parts])

    @app.server.get("/world.json")
    def world() -> Any:
        return WORLD["collection"]

    @app.server.get("/topojson/<path:_name>")
    def topojson(_name: str) -> Any:
        """Plotly fetches coast lines even where it draws none; here it finds an empty file."""
        return {"type": "Topology", "objects": {}, "arcs": []}

    return app


def run(app: Dash) -> None:
    serve(app.server, host="127.0.0.1", port=int(sys.argv[2]), threads=8, ident=None)
