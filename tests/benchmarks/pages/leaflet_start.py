"""The barest page with a coloured map: Dash, dash-leaflet and the areas in the layout."""

from __future__ import annotations

import dash_leaflet as dl

from tests.benchmarks.pages.leaflet_geojson import coloured
from tests.benchmarks.pages.page import MAP_STYLE, page, run


def main() -> None:
    areas = dl.GeoJSON(data=coloured(0), style={"variable": "bare.style"}, zoomToBounds=True)
    run(page(dl.Map(areas, center=[52, 11], zoom=6, preferCanvas=True, style=MAP_STYLE)))


if __name__ == "__main__":
    main()
