"""The board „Muster“: whether like values lie side by side, and where."""

from __future__ import annotations

from typing import Any

from geodata.area_system import AreaSystem
from geodata.markers import Nature
from indicators.comparison.autocorrelation import Autocorrelation, Cluster
from indicators.published import Published
from layers.figure_title import state_of, title_of
from layers.german_number import german_number
from layers.pattern_text import autocorrelation_sentence, cluster_word
from layers.spoken_area import starting
from layers.view import MOST_AREAS
from layers.words import words

# Of all of Germany, nobody reads every name; no more can be chosen together, either.
_MOST_NAMED = MOST_AREAS


def pattern_board(found: Autocorrelation, figures: Published) -> dict[str, Any]:
    """What assets/comparison/pattern.js draws."""
    return {
        "title": title_of(figures),
        "state": state_of(figures),
        "sentences": _sentences(found),
        "facts": [
            [words("boards.muster.moran"), german_number(found.moran, decimals=2)],
            [words("boards.muster.expected"), german_number(found.expected, decimals=2)],
            [words("boards.muster.p_value"), german_number(found.p_value, decimals=3)],
            [words("boards.muster.n"), german_number(found.n)],
        ],
        "experts": words("boards.experts"),
        "how_sure": words("boards.muster.how_sure"),
        "clusters": _clusters(found, figures.system),
        "notes": _notes(found),
    }


def _sentences(found: Autocorrelation) -> list[str]:
    """What the map shows as a whole; who takes no part stands in the notes."""
    sentences = [autocorrelation_sentence(found)]
    if not any(found.clusters):
        sentences.append(words("boards.muster.no_clusters"))
    if found.worst_nature is not Nature.REAL:
        sentences.append(words(f"boards.with_{found.worst_nature.code}"))
    return sentences


def _clusters(found: Autocorrelation, system: AreaSystem) -> list[dict[str, Any]]:
    """Each kind that was found, with its areas by name; of very many the first, and how many."""
    kinds = [kind for kind in Cluster if kind is not Cluster.NONE and kind in found.clusters]
    told = [(kind, _members(kind, found, system)) for kind in kinds]
    return [
        {
            "kind": kind.value,
            "title": starting(cluster_word(kind)),
            "hint": words(f"boards.muster.{kind.value}_hint"),
            "areas": areas[:_MOST_NAMED],
            "more": _more(len(areas)),
        }
        for kind, areas in told
    ]


def _more(count: int) -> str:
    """Said where not all are named."""
    if count <= _MOST_NAMED:
        return ""
    return words("boards.muster.more", named=_MOST_NAMED, count=german_number(count))


def _members(kind: Cluster, found: Autocorrelation, system: AreaSystem) -> list[dict[str, str]]:
    of_kind = [
        (name, area_id)
        for area_id, name, cluster in zip(
            system.area_ids, system.names, found.clusters, strict=True
        )
        if cluster is kind
    ]
    return [{"id": area_id, "name": name} for name, area_id in sorted(of_kind)]


def _notes(found: Autocorrelation) -> list[str]:
    notes = []
    if found.gaps:
        notes.append(words("boards.muster.gaps", names=_names(found.gaps)))
    if found.without_neighbours:
        names = _names(found.without_neighbours)
        notes.append(words("boards.muster.lonely", names=names))
    return [*notes, words("boards.muster.how")]


def _names(areas: tuple[tuple[str, str], ...]) -> str:
    names = "; ".join(name for _, name in areas[:_MOST_NAMED])
    return f"{names} …" if len(areas) > _MOST_NAMED else names
