"""What a question of reachability is called."""

from __future__ import annotations

from geodata.workspace import Workspace
from indicators.reach.own_places import served_records
from indicators.reach.points import inhabited
from indicators.reach.question import Mode, ReachQuestion, clock
from indicators.reach.walking import TO_STOP_S

_BY: dict[Mode, str] = {
    "foot": "zu Fuß",
    "bike": "mit dem Rad",
    "pedelec": "mit dem Pedelec",
    "car": "mit dem Auto",
    "transit": "mit Bus und Bahn",
}
_POINTS = {
    "grid": "von den bewohnten Zellen des Rasters „{title}“ aus",
    "streets": "von Punkten an den Wohnstraßen der Orte aus („{title}“)",
    "places": "von den Orten „{title}“ aus",
    "areas": "von je einem Punkt im Inneren jedes Gebiets der Raumebene „{title}“ aus",
}


def title_of(workspace: Workspace, question: ReachQuestion) -> str:
    """„Kitas: Anteil der Menschen in 15 Minuten mit dem Auto“."""
    what = _facilities(workspace, question)
    by, limit = f"{by_text(question)}{_arrival(question)}", question.limit_minutes
    if question.measure == "minutes":
        return f"{what}: Minuten {by}"
    if question.measure == "share":
        return f"{what}: Anteil in {limit} Minuten {by}"
    if question.measure == "number":
        return f"{what}: Anzahl in {limit} Minuten {by}"
    if question.measure == "own":
        served = _served(workspace, question)
        return f"{what}: Plätze je 100 im eigenen Gebiet" + (f" ({served})" if served else "")
    within = "nach Entfernung gewichtet" if question.measure == "graded" else f"in {limit} Minuten"
    return f"{what}: Plätze je 100, {within} {by}"


def by_text(question: ReachQuestion) -> str:
    """„mit dem Auto“, „mit Bus und Bahn“."""
    return _BY[question.mode]


def _arrival(question: ReachQuestion) -> str:
    return f" (da bis {clock(question.arrive_by_s)} Uhr)" if question.mode == "transit" else ""


def definition_of(workspace: Workspace, question: ReachQuestion) -> str:
    """What was reckoned, from where, and by whom it is weighted."""
    if question.measure == "own":
        return _own(workspace, question)
    points = inhabited(workspace)
    record = workspace.indicators.get(question.group)
    whom = f"der Größe „{record.title}“" if record else "den Einwohnern"
    sentences = [
        f"Gerechnet {_POINTS[points.basis].format(title=points.title)}, gewichtet nach {whom}.",
        _measured(question),
    ]
    if question.mode == "transit":
        sentences.append(
            f"Gezählt wird von der Haustür bis {clock(question.arrive_by_s)} Uhr am Ziel, mit "
            "Fußwegen, Umsteigen und Warten. Fußwege zur Haltestelle zählen bis "
            f"{TO_STOP_S // 60} Minuten."
        )
    return " ".join(sentences)


def _served(workspace: Workspace, question: ReachQuestion) -> str:
    return " und ".join(record.title for record in served_records(workspace, question))


def _own(workspace: Workspace, question: ReachQuestion) -> str:
    served = _served(workspace, question)
    named = f" ({served})" if served else ""
    return (
        "Plätze der Einrichtungen, die in einem Gebiet stehen, je 100 von denen, für die sie da "
        f"sind{named}, nach dem letzten Stand. Wege zählen nicht mit: Wer im Nachbargebiet "
        "hingeht, wird hier nicht gesehen."
    )


def _measured(question: ReachQuestion) -> str:
    limit = question.limit_minutes
    if question.measure == "minutes":
        return (
            "Mittlere Minuten bis zur nächsten Einrichtung; wer keine Verbindung hat, zählt nicht "
            "mit und ist vermerkt."
        )
    if question.measure == "share":
        return f"Anteil derer, die in {limit} Minuten bei einer Einrichtung sind."
    if question.measure == "number":
        return f"Mittlere Zahl der Einrichtungen, die in {limit} Minuten erreichbar sind."
    if question.measure == "places":
        return (
            "Plätze je 100 Menschen nach der Methode der gleitenden Einzugsgebiete (2SFCA, Luo und "
            f"Wang 2003) in {limit} Minuten; Einrichtungen ohne bekannte Plätze zählen nicht mit."
        )
    return (
        "Plätze je 100 Menschen nach der erweiterten Methode der gleitenden Einzugsgebiete "
        "(E2SFCA, Luo und Qi 2009: bis 10 Minuten ganz, bis 20 zu 68 %, bis 30 zu 22 %); "
        "Einrichtungen ohne bekannte Plätze zählen nicht mit."
    )


def _facilities(workspace: Workspace, question: ReachQuestion) -> str:
    kinds = question.filter.kinds
    if not kinds:
        return "Alle Einrichtungen"
    named = [
        workspace.facility_kinds[kind].many for kind in kinds if kind in workspace.facility_kinds
    ]
    return ", ".join(named or kinds)
