"""The panel „Frage“: what is asked, of when and where, and how it is drawn."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from geodata.workspace import Workspace
from indicators.choices import Topic, topics
from indicators.palettes import Palette, palettes
from layers.glossary import terms
from layers.ids import Id
from layers.term_button import term_button
from layers.view import FEWEST_CLASSES, METHODS, MOST_CLASSES, View
from layers.words import words

_EXPLAINED = ("classes", "quantile", "equal", "natural", "deviation")


def question_panel(workspace: Workspace, view: View) -> list[Any]:
    """Topics with their questions, then period, area system and what is rarely needed."""
    found = topics(workspace)
    heading = html.H2(words("question.title"), className="panel-title")
    rest = _rest(view)
    # What hears them needs them there, also where there is nothing to choose.
    shown = rest if found else [html.Div(rest, hidden=True)]
    return [heading, _side(view), _questions(found), *shown]


def _rest(view: View) -> list[Any]:
    return [
        dmc.Select(id=Id.PERIOD, label=words("question.period"), data=[]),
        html.Div(id=Id.TIME, className="time"),
        *_change(view),
        dmc.Select(id=Id.SYSTEM, label=words("question.system"), data=[]),
        _drawing(view),
    ]


def _side(view: View) -> html.Div:
    """Which of two maps the panel is about; hidden while there is one."""
    sides = [
        {"value": "", "label": words("question.side_left")},
        {"value": "rechts", "label": words("question.side_right")},
    ]
    return html.Div(
        [
            html.Div(
                [
                    html.Span(words("question.side"), className="field-label"),
                    dmc.SegmentedControl(
                        id=Id.SIDE,
                        data=sides,
                        value="rechts" if view.acts_on_right else "",
                        **{"aria-label": words("question.side")},
                    ),
                ]
            ),
            dmc.Switch(
                id=Id.SAME_CLASSES,
                label=words("question.same_classes"),
                checked=view.same_classes,
            ),
        ],
        id=Id.SIDE_FIELD,
        className="stack",
        hidden=not view.right,
    )


def _change(view: View) -> list[Any]:
    ways = [
        {"value": "absolut", "label": words("question.change_absolute")},
        {"value": "prozent", "label": words("question.change_percent")},
    ]
    return [
        dmc.Select(id=Id.SINCE, label=words("question.since"), data=[]),
        html.Div(
            [
                html.Span(words("question.change"), className="field-label"),
                dmc.SegmentedControl(
                    id=Id.CHANGE,
                    data=ways,
                    value="prozent" if view.change else "absolut",
                    **{"aria-label": words("question.change")},
                ),
            ],
            id=Id.CHANGE_FIELD,
            hidden=True,
        ),
    ]


def _questions(found: tuple[Topic, ...]) -> html.Div:
    """Where assets/questions.js draws them: as components of Dash, each would be asked at each of
    its steps, and they are the first thing that is clicked."""
    place = html.Div(
        id=Id.QUESTIONS,
        className="topics",
        role="group",
        **{"aria-label": words("question.topics")},
    )
    return html.Div([place, dcc.Store(id=Id.TOPICS, data=[_topic(topic) for topic in found])])


def _topic(topic: Topic) -> dict[str, Any]:
    questions = [
        {"id": i.id, "asked": i.question, "title": i.title, "meaning": i.definition}
        for i in topic.indicators
    ]
    return {"title": topic.title, "questions": questions}


def _drawing(view: View) -> html.Details:
    """Folded by the browser itself: what an Accordion folds is taken off the page, and wakes
    with the values it had at the start."""
    return html.Details(
        [
            html.Summary(words("question.drawing")),
            html.Div([*_classes(), _palettes(), _keep(), *_switches(view)], className="stack"),
        ],
        className="drawing",
    )


def _classes() -> list[Any]:
    methods = [{"value": name, "label": words(f"question.methods.{name}")} for name in METHODS]
    counts = [str(count) for count in range(FEWEST_CLASSES, MOST_CLASSES + 1)]
    return [
        dmc.Select(
            id=Id.METHOD,
            label=words("question.method"),
            description=words("question.method_hint"),
            data=methods,
        ),
        _explained(),
        html.Div(
            [
                html.Span(words("question.class_count"), className="field-label"),
                dmc.SegmentedControl(
                    id=Id.CLASS_COUNT, data=counts, **{"aria-label": words("question.class_count")}
                ),
            ],
            id=Id.CLASS_COUNT_FIELD,
        ),
        html.Div(
            dmc.TextInput(
                id=Id.OWN_BREAKS,
                label=words("question.own_breaks"),
                description=words("question.own_breaks_hint"),
                placeholder=words("question.own_breaks_example"),
                debounce=True,
            ),
            id=Id.OWN_BREAKS_FIELD,
            hidden=True,
        ),
    ]


def _explained() -> html.P:
    """The words of the choice above, each with its meaning behind it."""
    buttons = [term_button(name, terms()[name].word) for name in _EXPLAINED]
    listed = [part for button in buttons for part in (" · ", button)][1:]
    return html.P([words("question.explained"), " ", *listed], className="hint")


def _palettes() -> dmc.RadioGroup:
    groups = []
    for kind in ("sequential", "diverging"):
        of_kind = [palette for palette in palettes().values() if palette.kind == kind]
        groups.append(html.Div(words(f"question.palette_{kind}"), className="field-hint"))
        groups.extend(_palette(palette) for palette in of_kind)
    return dmc.RadioGroup(
        groups, id=Id.PALETTE, label=words("question.palette"), className="palettes"
    )


def _palette(palette: Palette) -> dmc.Radio:
    """The colours stand before the label; a component inside a label would need its library's
    rules in the page before the map."""
    colours = {"--bands": _bands(palette.colours), "--count": len(palette.colours)}
    return dmc.Radio(
        label=palette.title, value=palette.id, className=f"palette {palette.kind}", style=colours
    )


def _bands(colours: tuple[str, ...]) -> str:
    """All colours as one background: Dash asks each component of the page at each of its steps
    whether it has changed, and a component a colour took a third of that time."""
    share = 100 / len(colours)
    stops = [f"{c} {share * i:.4g}% {share * (i + 1):.4g}%" for i, c in enumerate(colours)]
    return f"linear-gradient(90deg, {', '.join(stops)})"


def _keep() -> html.Div:
    """Who may write keeps these classes with the indicator; what came of it stands below."""
    button = html.Button(
        words("question.keep_classes"), id=Id.KEEP_CLASSES, type="button", className="button"
    )
    return html.Div([button, html.P(id=Id.CLASSES_SAID, className="hint", role="status")])


def _switches(view: View) -> list[dmc.Switch]:
    return [
        dmc.Switch(
            id=Id.FIXED_CLASSES,
            label=words("question.fixed_classes"),
            checked=view.fixed_classes,
        ),
        dmc.Switch(id=Id.SECOND_MAP, label=words("question.second_map"), checked=bool(view.right)),
        dmc.Switch(id=Id.NAMES, label=words("question.names"), checked=view.names),
        dmc.Switch(
            id=Id.BASEMAP_SWITCH,
            label=words("question.basemap"),
            description=words("question.basemap_hint"),
            checked=view.basemap,
        ),
    ]
