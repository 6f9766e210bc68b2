"""A Plotly choropleth that re-sends its figure at each switch."""

from __future__ import annotations

from typing import Any

from dash import Input, Output, dcc

from tests.benchmarks.pages.page import CHOICE, DRAWN, MAP_STYLE, WORLD, page, run

CONFIG = {"topojsonURL": "/topojson/"}


def figure(choice: int, geojson: Any) -> dict[str, Any]:
    """Plain dicts, as short as Plotly takes them."""
    drawn = DRAWN[choice]
    trace = {
        "type": "choropleth",
        "geojson": geojson,
        "locations": list(range(len(WORLD["names"]))),
        "z": drawn["values"],
        "text": WORLD["names"],
        "colorscale": "Blues",
        "reversescale": True,
    }
    geo = {"fitbounds": "locations", "visible": False, "projection": {"type": "mercator"}}
    return {"data": [trace], "layout": {"geo": geo, "margin": {"l": 0, "r": 0, "t": 0, "b": 0}}}


def main() -> None:
    app = page(dcc.Graph(id="map", config=CONFIG, style=MAP_STYLE))
    app.callback(Output("map", "figure"), Input(CHOICE, "value"))(
        lambda choice: figure(choice, WORLD["collection"])
    )
    run(app)


if __name__ == "__main__":
    main()
