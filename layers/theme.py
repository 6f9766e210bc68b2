"""The one theme: one accent colour, one typeface, an 8-px grid."""

from __future__ import annotations

from typing import Any

FONT = '"Source Sans 3 Variable", "Segoe UI", system-ui, sans-serif'
ACCENT, INK, INK_SOFT, LINE = "#1f5f8b", "#1f1d1a", "#5c574e", "#d9d5cc"
_ACCENT_SHADES = [
    "#eef4f9",
    "#dae7f1",
    "#b5cfe2",
    "#8cb4d2",
    "#6499c1",
    "#417fae",
    "#1f5f8b",
    "#1a5178",
    "#154363",
    "#0f324b",
]


def theme() -> dict[str, Any]:
    """What MantineProvider takes; components get their look here and nowhere else."""
    label = {"label": {"fontWeight": 600, "marginBottom": 4, "fontSize": 14}}
    return {
        "colors": {"atlas": _ACCENT_SHADES},
        "primaryColor": "atlas",
        "primaryShade": 6,
        "fontFamily": FONT,
        "headings": {"fontFamily": FONT, "fontWeight": "600"},
        "black": INK,
        "defaultRadius": 4,
        "cursorType": "pointer",
        "respectReducedMotion": True,
        "focusRing": "auto",
        "fontSizes": {"xs": "13px", "sm": "15px", "md": "16px", "lg": "18px", "xl": "24px"},
        "spacing": {"xs": "8px", "sm": "16px", "md": "16px", "lg": "24px", "xl": "32px"},
        "components": {
            "Select": {"defaultProps": {"size": "sm", "allowDeselect": False}, "styles": label},
            "TextInput": {"defaultProps": {"size": "sm"}, "styles": label},
            "SegmentedControl": {"defaultProps": {"size": "sm", "fullWidth": True}},
            "RadioGroup": {"styles": label},
            "Switch": {"defaultProps": {"size": "sm"}},
            "Tabs": {"defaultProps": {"keepMounted": True}},
        },
    }
