"""A Plotly choropleth with its GeoJSON by URL, of which only `z` is sent at a switch."""

from __future__ import annotations

from dash import Input, Output, Patch, dcc

from tests.benchmarks.pages.page import CHOICE, DRAWN, MAP_STYLE, page, run
from tests.benchmarks.pages.plotly_figure import CONFIG, figure


def patched(choice: int) -> Patch:
    change = Patch()
    change["data"][0]["z"] = DRAWN[choice]["values"]
    return change


def main() -> None:
    app = page(dcc.Graph(id="map", config=CONFIG, figure=figure(0, "/world.json"), style=MAP_STYLE))
    app.callback(Output("map", "figure"), Input(CHOICE, "value"), prevent_initial_call=True)(
        patched
    )
    run(app)


if __name__ == "__main__":
    main()
