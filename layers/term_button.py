"""A word that says what it means when it is pressed; assets/help.js hears it."""

from __future__ import annotations

from dash import html

from layers.glossary import terms


def term_button(term: str, text: str, *, also: str = "") -> html.Button:
    """`also` are classes beside its own. Raises KeyError for what the glossary does not know."""
    named = {"data-term": terms()[term].id}
    return html.Button(text, type="button", className=f"term {also}".strip(), **named)
