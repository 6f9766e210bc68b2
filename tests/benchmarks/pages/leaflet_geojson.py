"""A dash-leaflet page that re-sends its GeoJSON, coloured, at each switch."""

from __future__ import annotations

from typing import Any

import dash_leaflet as dl
from dash import Input, Output

from tests.benchmarks.pages.page import CHOICE, DRAWN, MAP_STYLE, WORLD, page, run


def coloured(choice: int) -> dict[str, Any]:
    features = [
        {**feature, "properties": {"name": name, "fill": fill}}
        for feature, name, fill in zip(
            WORLD["collection"]["features"], WORLD["names"], DRAWN[choice]["fills"], strict=True
        )
    ]
    return {"type": "FeatureCollection", "features": features}


def main() -> None:
    areas = dl.GeoJSON(
        id="areas", data=coloured(0), style={"variable": "bare.style"}, zoomToBounds=True
    )
    app = page(dl.Map(areas, center=[52, 11], zoom=6, preferCanvas=True, style=MAP_STYLE))
    app.callback(Output("areas", "data"), Input(CHOICE, "value"), prevent_initial_call=True)(
        coloured
    )
    run(app)


if __name__ == "__main__":
    main()
