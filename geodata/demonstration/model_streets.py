"""The model network brought into the workspace, as a street graph that says what it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geodata.imports.originals import taken_in
from geodata.store import Store
from geodata.streets.graph import MODES, Mode, StreetGraph
from geodata.streets.segments import projected

_MINUTES_PER_M = 0.06


def import_model_streets(
    store: Store, path: Path, *, title: str, attribution: str
) -> dict[str, Any]:
    """Store the streets that `model_network` wrote; every one may be travelled both ways."""
    with taken_in(path) as original:
        text = original.path.read_text(encoding="utf-8")
        graph = model_graph(json.loads(text)["features"], title=title, attribution=attribution)
        with store.writing("streets", file=path.name, sha256=original.sha256) as writer:
            writer.replace_network("streets", graph.stored())
            writer.report = {
                "schema": 1,
                "stored": True,
                "import_id": writer.number,
                "title": title,
                "nodes": len(graph.x),
                "edges": len(graph.start),
                "warnings": [],
            }
            original.keep(store.originals)
    return dict(writer.report)


def model_graph(features: list[Mapping[str, Any]], *, title: str, attribution: str) -> StreetGraph:
    """Features of straight lines between two points; points at one spot are one node.

    A feature says `minutes`, or `kmh` by mode.
    """
    lines = [(f["properties"], line) for f in features for line in f["geometry"]["coordinates"]]
    spots, ends = np.unique(
        np.array([point for _, line in lines for point in line]), axis=0, return_inverse=True
    )
    x, y = projected(spots[:, 0], spots[:, 1])
    a, b = ends.reshape(-1, 2).T.astype(np.int32)
    length = np.hypot(x[a] - x[b], y[a] - y[b]).astype(np.float32)
    start, end = np.concatenate([a, b]), np.concatenate([b, a])
    both = np.stack([start, end], axis=1).ravel()
    twin = np.roll(np.arange(2 * len(a)), len(a)).astype(np.int32)
    return StreetGraph(
        x=x,
        y=y,
        start=start,
        end=end,
        length_m=np.tile(length, 2),
        minutes={mode: np.tile(_minutes(lines, length, mode), 2) for mode in MODES},
        line_offsets=2 * np.arange(2 * len(a) + 1),
        line_x=x[both],
        line_y=y[both],
        title=title,
        attribution=attribution,
        nature="model",
    ).knowing(twin)


def _minutes(
    lines: list[tuple[Mapping[str, Any], Any]], length: NDArray[np.float32], mode: Mode
) -> NDArray[np.float32]:
    told = [
        properties["minutes"]
        if "minutes" in properties
        else float(metres) * _MINUTES_PER_M / properties["kmh"][mode]
        for (properties, _), metres in zip(lines, length, strict=True)
    ]
    return np.array(told, np.float32)
