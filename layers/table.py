"""The figures of the map as a table to sort and filter."""

from __future__ import annotations

from typing import Any

import dash_ag_grid as dag

from layers.ids import Id
from layers.words import section, words

_HEIGHT_PX = 420


def table() -> dag.AgGrid:
    """One row an area; assets/table.js fills it. Cells hold plain text, never HTML or formulas."""
    return dag.AgGrid(
        id=Id.TABLE,
        columnDefs=_columns(),
        rowData=[],
        defaultColDef={"resizable": True, "sortable": True, "suppressHeaderMenuButton": False},
        getRowId="params.data.id",
        dangerously_allow_code=False,
        dashGridOptions={
            "rowSelection": {
                "mode": "multiRow",
                "headerCheckbox": False,
                "checkboxes": False,
                "enableClickSelection": True,
            },
            "localeText": section("lists.table_locale"),
            "animateRows": False,
            "rowHeight": 32,
            "headerHeight": 40,
            "tooltipShowDelay": 400,
            "theme": {"function": "atlasTable(themeQuartz)"},
        },
        style={"height": f"{_HEIGHT_PX}px"},
    )


def _columns() -> list[dict[str, Any]]:
    return [
        {
            "field": "name",
            "headerName": words("lists.area"),
            "filter": "agTextColumnFilter",
            "floatingFilter": True,
            "suppressHeaderFilterButton": True,
            "suppressFloatingFilterButton": True,
            "flex": 5,
            "minWidth": 120,
            "tooltipField": "name",
        },
        {
            "field": "value",
            "headerName": words("lists.value"),
            "type": "rightAligned",
            "filter": "agNumberColumnFilter",
            "cellDataType": "number",
            "valueFormatter": {"function": "atlasFigure(params)"},
            "cellRenderer": "AtlasFigure",
            "comparator": {"function": "atlasGapsLast"},
            "flex": 4,
            "minWidth": 120,
        },
        {
            "field": "notes",
            "headerName": words("lists.notes"),
            "cellDataType": "text",
            "filter": "agTextColumnFilter",
            "flex": 3,
            "minWidth": 104,
            "tooltipField": "notes",
        },
        {
            "field": "id",
            "headerName": words("lists.key"),
            "cellDataType": "text",
            "flex": 3,
            "minWidth": 84,
        },
    ]
