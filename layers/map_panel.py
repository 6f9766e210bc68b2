"""The map with its legend, tooltip, source line and voice."""

from __future__ import annotations

import json
from typing import Any

import dash_leaflet as dl
from dash import dcc, html

from layers.ids import Id
from layers.text_paths import ACCESSIBILITY_PATH
from layers.words import section, words

BASEMAP_TILES = (
    "https://sgx.geodatenzentrum.de/wmts_basemapde/tile/1.0.0/"
    "de_basemapde_web_raster_grau/default/GLOBAL_WEBMERCATOR/{z}/{y}/{x}.png"
)
_SPOKEN = ("map", "legend", "status", "nature", "flag")


def map_panel() -> html.Section:
    """The map that is always there; assets/choropleth.js draws what assets/answers.js brings.

    Its words travel as one data attribute, so that no German stands in the scripts.
    """
    return html.Section(
        [
            _leaflet_map(),
            html.Div(
                [
                    html.Div(id=Id.LEGEND, className="legend"),
                    html.Div(
                        [
                            html.Span(className="note-line"),
                            html.Details(
                                [
                                    html.Summary(words("map.sources")),
                                    html.Span(id=Id.SOURCE_LINE, className="source-line"),
                                ],
                                className="map-sources",
                                open=True,
                            ),
                            html.A(
                                words("help.accessibility"),
                                href=ACCESSIBILITY_PATH,
                                className="help-foot",
                            ),
                        ],
                        className="map-foot",
                    ),
                ],
                className="map-bottom",
            ),
            html.Div(id=Id.MAP_VOICE, className="map-voice", role="status"),
            dcc.Store(id=Id.PAINTED),
            dcc.Store(id=Id.MAP_VALUES),
        ],
        className="map-panel",
        **_data(),
    )


def _leaflet_map() -> dl.Map:
    """No centre and no zoom: the view is set once, when the areas are there.

    Zoom buttons and scale come from assets/map_panel.js: the Dash ones cannot speak German.
    """
    return dl.Map(
        id=Id.MAP,
        className="map",
        preferCanvas=True,
        trackViewport=False,
        attributionControl=False,
        zoomControl=False,
        keyboard=False,
        zoomSnap=0.125,
        minZoom=4,
        maxZoom=17,
    )


def _data() -> dict[str, Any]:
    spoken = {name: section(name) for name in _SPOKEN}
    spoken["provenance"] = section("provenance.panel")
    spoken["notice"] = {
        "close": words("frame.close"),
        "close_label": words("frame.notice_close"),
        "failed": words("frame.error"),
    }
    return {"data-words": json.dumps(spoken, ensure_ascii=False), "data-tiles": BASEMAP_TILES}
