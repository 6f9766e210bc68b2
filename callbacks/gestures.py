"""What the page hears of what a person does, and who answers: the server, or a script alone."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output, State

from callbacks.late import late
from geodata.workspace_holder import WorkspaceHolder
from layers.ids import Id
from layers.late_libraries import keep_out_of_the_page

# The controls, and the property by which each says that it was moved.
_MOVED = {
    Id.PERIOD: "value",
    Id.SINCE: "value",
    Id.CHANGE: "value",
    Id.SYSTEM: "value",
    Id.METHOD: "value",
    Id.CLASS_COUNT: "value",
    Id.PALETTE: "value",
    Id.OWN_BREAKS: "value",
    Id.LIST: "value",
    Id.SIDE: "value",
    Id.FIXED_CLASSES: "checked",
    Id.SECOND_MAP: "checked",
    Id.SAME_CLASSES: "checked",
    Id.NAMES: "checked",
    Id.BASEMAP_SWITCH: "checked",
    Id.CLICKED: "data",
}


def register(app: Dash, holder: WorkspaceHolder) -> None:
    """Bind all gestures; scripts with nothing to do before the map stands are not called then."""
    keep_out_of_the_page()
    _map_and_area(app)
    _choices(app)
    _panels(app, holder)
    _lists(app)
    _modes(app, holder)
    _comparison(app)
    _facilities(app)
    _reach(app)
    _stories(app)


def _map_and_area(app: Dash) -> None:
    """The map's looks follow the address; what stands beside it follows map and selection."""
    app.clientside_callback(ClientsideFunction("choropleth", "look"), Input(Id.URL, "search"))
    app.clientside_callback(
        ClientsideFunction("beside", "ask"),
        Output(Id.BESIDE, "data"),
        Input(Id.PAINTED, "data"),
        Input(Id.SELECTED, "data"),
        State(Id.URL, "search"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("beside", "place"),
        Output(Id.PORTRAIT, "children"),
        Output(Id.OTHERS, "children"),
        Input(Id.BESIDE, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("frame", "reveal"), Input(Id.CLICKED, "data"), prevent_initial_call=True
    )
    app.clientside_callback(ClientsideFunction("portrait", "dress"), Input(Id.PORTRAIT, "children"))


def _choices(app: Dash) -> None:
    """Controls to the address and back."""
    app.clientside_callback(
        ClientsideFunction("choices", "compose"),
        Output(Id.URL, "search"),
        # Areas are clicked before the panels are there.
        *[Input(component, prop, allow_optional=True) for component, prop in _MOVED.items()],
        State(Id.URL, "search"),
        State(Id.BESIDE, "data"),
        State(Id.PHRASES, "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("choices", "split"),
        Output(Id.SELECTED, "data"),
        Input(Id.URL, "search"),
        Input(Id.URL, "pathname"),
        State(Id.SELECTED, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("choices", "show"),
        Input(Id.BESIDE, "data"),
        Input(Id.QUESTION_PANEL, "children"),
        State(Id.PHRASES, "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("questions", "draw"),
        Input(Id.QUESTION_PANEL, "children"),
        State(Id.TOPICS, "data", allow_optional=True),
        State(Id.PHRASES, "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("choices", "fields"),
        Output(Id.CLASS_COUNT_FIELD, "hidden"),
        Output(Id.OWN_BREAKS_FIELD, "hidden"),
        Input(Id.METHOD, "value"),
    )


def _panels(app: Dash, holder: WorkspaceHolder) -> None:
    """The panels come at the sign that assets/furnish.js gives, the table with its tab."""
    app.callback(
        Output(Id.FURNITURE, "data"),
        Input(Id.FURNISHING, "data"),
        State(Id.URL, "search"),
        prevent_initial_call=True,
    )(late("furnish.furnish", app=app, holder=holder))
    app.clientside_callback(
        ClientsideFunction("furnish", "panels"),
        Output(Id.QUESTION_PANEL, "children"),
        Output(Id.AREA_PANEL, "children"),
        Input(Id.FURNITURE, "data"),
        prevent_initial_call=True,
    )
    app.callback(
        Output(Id.TABLE_COMING, "data"),
        Input(Id.LIST, "value"),
        State(Id.TABLE_COMING, "data"),
        prevent_initial_call=True,
    )(late("furnish.open_table", app=app))
    app.clientside_callback(
        ClientsideFunction("furnish", "table"),
        Output(Id.TABLE_PLACE, "children"),
        Input(Id.TABLE_COMING, "data"),
        prevent_initial_call=True,
    )


def _lists(app: Dash) -> None:
    """Ranking and table follow the map's values and the selection, and an area is picked there."""
    app.clientside_callback(
        ClientsideFunction("ranking", "draw"),
        Input(Id.MAP_VALUES, "data"),
        Input(Id.SELECTED, "data"),
        Input(Id.AREA_PANEL, "children"),
        State(Id.PHRASES, "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("table", "fill"),
        Input(Id.TABLE_PLACE, "children", allow_optional=True),
        Input(Id.MAP_VALUES, "data"),
        Input(Id.LIST, "value", allow_optional=True),
        State(Id.SELECTED, "data"),
        State(Id.PHRASES, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("table", "mark"),
        Input(Id.SELECTED, "data"),
        State(Id.TABLE_PLACE, "children", allow_optional=True),
        State(Id.MAP_VALUES, "data"),
        State(Id.PHRASES, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("table", "pick"),
        Input(Id.TABLE, "selectedRows"),
        State(Id.SELECTED, "data"),
    )


def _modes(app: Dash, holder: WorkspaceHolder) -> None:
    """Modes follow the path, „Daten“ is shown when opened; a slow clock asks for new data."""
    app.clientside_callback(
        ClientsideFunction("frame", "mode"),
        Output(Id.SHELL, "className"),
        Output(Id.MODE_MAP, "href"),
        Output(Id.MODE_COMPARISON, "href"),
        Output(Id.MODE_FACILITIES, "href"),
        Output(Id.MODE_REACH, "href"),
        Output(Id.MODE_STORIES, "href"),
        Output(Id.MODE_DATA, "href"),
        Output(Id.MODE_MAP, "className"),
        Output(Id.MODE_COMPARISON, "className"),
        Output(Id.MODE_FACILITIES, "className"),
        Output(Id.MODE_REACH, "className"),
        Output(Id.MODE_STORIES, "className"),
        Output(Id.MODE_DATA, "className"),
        Output(Id.DATA_OPENED, "data"),
        Input(Id.URL, "pathname"),
        Input(Id.URL, "search"),
    )
    app.callback(
        Output(Id.DATA_PAGE, "children"),
        Input(Id.DATA_OPENED, "data"),
        prevent_initial_call=True,
    )(late("show_data.show_data", holder=holder))
    app.callback(
        Output(Id.NEWEST, "data"),
        Input(Id.NEWS_CLOCK, "n_intervals"),
        State(Id.NEWEST, "data"),
        prevent_initial_call=True,
    )(late("notice_new_data.newest", holder=holder))
    app.clientside_callback(
        ClientsideFunction("frame", "upToDate"),
        Output(Id.NEWS, "hidden"),
        Input(Id.NEWEST, "data"),
        Input(Id.NUMBER, "data"),
        prevent_initial_call=True,
    )


def _comparison(app: Dash) -> None:
    """The panel of the comparison asks for its boards by an address, as the map does."""
    app.clientside_callback(
        ClientsideFunction("comparison", "show"),
        Input(Id.URL, "pathname"),
        Input(Id.URL, "search"),
        Input(Id.PAINTED, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("comparison", "mark"),
        Input(Id.MAP_VALUES, "data"),
        Input(Id.SELECTED, "data"),
        prevent_initial_call=True,
    )


def _facilities(app: Dash) -> None:
    """So does the panel of the facilities."""
    app.clientside_callback(
        ClientsideFunction("facilities", "show"),
        # In the order of the comparison Dash would take it for that callback.
        Input(Id.PAINTED, "data"),
        Input(Id.URL, "pathname"),
        Input(Id.URL, "search"),
    )


def _reach(app: Dash) -> None:
    """The panels of reachability ask for what they show by addresses of their own, too."""
    app.clientside_callback(
        ClientsideFunction("reach", "show"),
        Input(Id.URL, "pathname"),
        Input(Id.URL, "search"),
    )


def _stories(app: Dash) -> None:
    """And the panel of stories."""
    app.clientside_callback(
        ClientsideFunction("stories", "show"),
        # In the order of reachability Dash would take it for that callback.
        Input(Id.URL, "search"),
        Input(Id.URL, "pathname"),
    )
