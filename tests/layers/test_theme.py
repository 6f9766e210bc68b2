"""Text can be read: contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from layers.theme import ACCENT, INK, INK_SOFT, LINE

CSS = (Path(__file__).parents[2] / "assets" / "theme.css").read_text("utf-8")
COLOUR = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", CSS))


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("text", ["ink", "ink-soft", "accent"])
@pytest.mark.parametrize("ground", ["paper", "ground", "accent-pale"])
def test_text_stands_out_from_every_ground(text: str, ground: str) -> None:
    assert contrast(COLOUR[text], COLOUR[ground]) >= 4.5


def test_style_sheet_and_theme_name_the_same_colours() -> None:
    named = [COLOUR[name] for name in ("accent", "ink", "ink-soft", "line")]
    assert named == [ACCENT, INK, INK_SOFT, LINE]


def test_the_typeface_is_bundled() -> None:
    fonts = Path(__file__).parents[2] / "assets" / "fonts"
    assert list(fonts.glob("*.woff2"))
    assert "SIL Open Font License" in (fonts / "OFL.txt").read_text("utf-8")
