"""The freshness light: a sign and a word, never a colour alone."""

from __future__ import annotations

from dash import html

from indicators.freshness import Freshness, Light
from layers.freshness_text import freshness_text, light_sign, light_word


def freshness_light(found: Freshness) -> html.Span | None:
    """The light with the whole sentence behind it; None where nobody waits for new figures."""
    if found.light is Light.NONE:
        return None
    sign = html.Span(light_sign(found.light), className="light-sign", **{"aria-hidden": "true"})
    return html.Span(
        [sign, light_word(found.light)],
        className=f"light {found.light}",
        title=freshness_text(found),
    )
