"""Numbers and lists of names as German sentences want them."""

from __future__ import annotations

from collections.abc import Iterable

MOST_NAMED = 5


def listed(names: Iterable[object], *, most: int = MOST_NAMED) -> str:
    """„A, B und C“, or the first few and „12 weitere“; „A, x; B“ where names hold a comma."""
    texts = [str(name) for name in names]
    shown = texts if len(texts) <= most + 1 else [*texts[:most], f"{len(texts) - most} weitere"]
    if len(shown) < 2:
        return "".join(shown)
    if any("," in text or " und " in text for text in shown):
        return "; ".join(shown)
    return f"{', '.join(shown[:-1])} und {shown[-1]}"


def number(value: float, *, decimals: int = 0) -> str:
    """1.234,5"""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def surface(area_m2: float) -> str:
    """An area in the unit that is easiest to read."""
    if area_m2 >= 100_000:
        return f"{number(area_m2 / 1e6, decimals=1)} km²"
    return f"{number(area_m2)} m²"


def feature(row: object, name: str) -> str:
    """A feature by its number in the file and its name, where it has one."""
    return f"Objekt {row} ({name})" if name else f"Objekt {row}"
