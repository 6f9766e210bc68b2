"""The fastest bare page: layers kept on canvas, class letters sent, `setStyle` in the page."""

from __future__ import annotations

from typing import Any

import dash_leaflet as dl
from dash import ClientsideFunction, Input, Output, dcc

from tests.benchmarks.pages.leaflet_geojson import coloured
from tests.benchmarks.pages.page import CHOICE, DRAWN, MAP_STYLE, page, run


def classes(choice: int) -> dict[str, Any]:
    return {name: DRAWN[choice][name] for name in ("classes", "colours")}


def main() -> None:
    areas = dl.GeoJSON(
        id="areas",
        data=coloured(0),
        style={"variable": "bare.style"},
        onEachFeature={"variable": "bare.keep"},
        zoomToBounds=True,
    )
    app = page(
        dl.Map(areas, center=[52, 11], zoom=6, preferCanvas=True, style=MAP_STYLE),
        dcc.Store(id="classes"),
    )
    app.callback(Output("classes", "data"), Input(CHOICE, "value"), prevent_initial_call=True)(
        classes
    )
    app.clientside_callback(ClientsideFunction("bare", "recolour"), Input("classes", "data"))
    run(app)


if __name__ == "__main__":
    main()
