"""What a story, its file or a saved view refuses."""

from __future__ import annotations

from geodata.refusals import Refusal


class WrongStory(Refusal):
    sentence = "Geschichte: {problem}."


class NoSuchStory(Refusal):
    sentence = "Diese Geschichte gibt es nicht mehr. Bitte die Seite neu laden."


class WrongSavedView(Refusal):
    sentence = "Ansicht merken: {problem}."


class NoSuchView(Refusal):
    sentence = "Eine gemerkte Ansicht „{name}“ gibt es nicht mehr. Bitte die Seite neu laden."


class UnreadableStory(Refusal):
    sentence = (
        "„{file}“ ist keine Geschichte aus dem Sozialraumatlas ({reason}). Bitte die Datei noch "
        "einmal ausgeben lassen: Präsentation, „Als Datei“."
    )


class NewerStory(Refusal):
    sentence = (
        "„{file}“ kommt aus einer neueren Version des Sozialraumatlas (Form {found}, bekannt bis "
        "{known}). Bitte das Programm aktualisieren."
    )


class HugeStory(Refusal):
    sentence = (
        "„{file}“ ist {size} kB groß; eine Geschichte hat höchstens {most} kB. Bitte prüfen, ob es "
        "die richtige Datei ist."
    )
