"""The map as a document: one page with map and legend, then all values as a table."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from geodata.german_count import counted
from geodata.workspace import Workspace
from layers.figure_text import flag_texts
from layers.german_number import german_number
from layers.handout.document import document
from layers.handout.facts import Handout, Reading
from layers.handout.histogram import histogram_svg
from layers.handout.map_picture import gap_colour, map_svg
from layers.handout.paper import wrapped
from layers.overlays import Overlay
from layers.words import words

PaperSize = Literal["a4", "a3"]
_EDGE, _LEGEND, _BETWEEN = 14.0, 64.0, 8.0
_HEADING_PT, _LINE_PT = 20, 8
_AROUND_MM, _HEADING_MM, _LINE_MM = 44.0, 9.0, 3.6
# What classes need below a map, and gaps and remarks beside them.
_BELOW_MM, _CLASS_MM, _GAP_ROW_MM, _REMARK_MM = 36.0, 5.8, 9.5, 7.0
_SIZES_MM = {"a4": (210.0, 297.0), "a3": (297.0, 420.0)}
_MOST_ROWS = 1200
_GERMAN_ORDER = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})


@dataclass(frozen=True)
class Sheet:
    """A size of paper and how it lies."""

    size: PaperSize = "a4"
    landscape: bool = True

    def map_mm(self, told: Handout) -> tuple[float, float]:
        """Width and height that the map has on it beside what must be said, as far as is known.

        Where that turns out to be more, the template draws the map a little smaller.
        """
        short, long = _SIZES_MM[self.size]
        wide = (long if self.landscape else short) - 2 * _EDGE
        heading = wrapped(told.heading, width_mm=wide, size_pt=_HEADING_PT, weight="bold")
        lines = [wrapped(line, width_mm=wide, size_pt=_LINE_PT) for line in told.source_lines]
        said = sum(map(len, lines)) + 1
        around = _AROUND_MM + _HEADING_MM * len(heading) + _LINE_MM * said
        if self.landscape:
            return wide - _LEGEND - _BETWEEN, short - around
        classes = _BELOW_MM + _CLASS_MM * (len(told.classes) + len(told.overlays))
        beside = _GAP_ROW_MM * len(told.gaps) + _REMARK_MM * (len(told.remarks) + 2)
        return wide, long - around - max(classes, beside)


def map_sheet(workspace: Workspace, told: Handout, sheet: Sheet) -> bytes:
    """The PDF of a view on a sheet."""
    width, height = sheet.map_mm(told)
    pictures = {"map": map_svg(workspace, told, width_mm=width, height_mm=height)}
    if told.histogram is not None:
        pictures["histogram"] = histogram_svg(told)
    return document("map_sheet", _told(told, sheet), pictures)


def page_facts(told: Handout) -> dict[str, Any]:
    """What every document says of itself."""
    owner = f"{words('app.name')} · {told.workspace_title}"
    return {
        "owner": owner,
        "author": owner,
        "footer": told.made_with,
        "description": " · ".join([told.title, told.period, told.level]),
        "badge": {"code": told.badge.code, "text": told.badge.text} if told.badge else None,
        "link": told.link,
    }


def legend_facts(told: Handout) -> dict[str, Any]:
    """The legend as templates draw it, the highest class first."""
    return {
        "title": title_with_unit(told),
        "counted": told.counted,
        "gap_colour": gap_colour(told),
        "histogram": words("legend.histogram") if told.histogram else None,
        "overlays": [_overlay_facts(overlay) for overlay in reversed(told.overlays)],
        "classes": [
            {"label": row.label, "colour": row.colour, "count": german_number(row.count)}
            for row in reversed(told.classes)
        ],
        "gaps": [
            {
                "code": gap.code,
                "label": gap.label,
                "meaning": gap.meaning,
                "count": german_number(gap.count),
            }
            for gap in told.gaps
        ],
        "remarks": list(told.remarks),
    }


def _overlay_facts(overlay: Overlay) -> dict[str, Any]:
    told = {name: getattr(overlay, name) for name in ("label", "shape", "colour", "icon")}
    return {**told, "letters": overlay.letters, "hollow": overlay.is_model}


def title_with_unit(told: Handout) -> str:
    if not told.unit or told.title.endswith(told.unit):
        return told.title
    return f"{told.title} {words('legend.unit', unit=told.unit)}"


def reading_facts(reading: Reading) -> dict[str, str]:
    key = "notes.writes_on" if reading.area else "notes.writes"
    heading = words(key, department=reading.department, area=reading.area)
    return {"heading": heading, "date": reading.date, "text": reading.text}


def described(told: Handout) -> str:
    """The map in words, for those who do not see it: classes, highest and lowest value."""
    figures = told.figures
    known = [
        (value, name, area_id)
        for value, name, area_id, sure in zip(
            figures.values.tolist(),
            figures.system.names,
            figures.system.area_ids,
            figures.certain.tolist(),
            strict=True,
        )
        if sure
    ]
    parts = [
        words(
            "handout.described",
            heading=told.heading,
            level=told.level,
            period=told.period,
            areas=_areas(told),
            classes=len(told.classes),
        )
    ]
    for key, found in (("highest", max(known, default=None)), ("lowest", min(known, default=None))):
        if found is not None and len(known) > 1:
            _, name, area_id = found
            parts.append(words(f"handout.{key}", name=name, figure=told.figure(area_id)))
    if told.overlays:
        labels = ", ".join(overlay.label for overlay in told.overlays)
        parts.append(words("handout.over", labels=labels))
    parts += [
        words("handout.gap_counted", label=gap.label, count=german_number(gap.count))
        for gap in told.gaps
    ]
    return " ".join(parts)


def _told(told: Handout, sheet: Sheet) -> dict[str, Any]:
    line = " · ".join(part for part in (told.subtitle, told.period, told.level) if part)
    return {
        **page_facts(told),
        "title": told.heading,
        "line": line,
        "paper": sheet.size,
        "flipped": sheet.landscape,
        "map_width": sheet.map_mm(told)[0],
        "alt": f"{described(told)} {words('handout.see_table')}",
        "facts": [asdict(fact) for fact in told.chosen],
        "legend": legend_facts(told),
        "sources": list(told.source_lines),
        "readings": [reading_facts(reading) for reading in told.readings],
        "definition": told.definition,
        "method": told.method,
        **table_facts(told, most_rows=_MOST_ROWS),
    }


def table_facts(told: Handout, *, most_rows: int) -> dict[str, Any]:
    """The table of all values as templates draw it; without rows where it has too many."""
    return {
        "row_title": told.counted_one,
        "value_title": title_with_unit(told),
        "rows": _value_facts(told) if len(told.figures.system) <= most_rows else [],
        "too_many": words("handout.too_many", areas=_areas(told)),
    }


def _areas(told: Handout) -> str:
    return counted(len(told.figures.system), told.counted_one, told.counted)


def _value_facts(told: Handout) -> list[dict[str, str]]:
    """The values of all areas, by name."""
    figures = told.figures
    rows = []
    for area_id, name in sorted(
        zip(figures.system.area_ids, figures.system.names, strict=True), key=_by_name
    ):
        notes = ", ".join(flag_texts(figures.cell(area_id).flags))
        rows.append({"name": name, "value": told.figure(area_id), "notes": notes})
    return rows


def _by_name(area: tuple[str, str]) -> tuple[str, str]:
    return area[1].lower().translate(_GERMAN_ORDER), area[0]
