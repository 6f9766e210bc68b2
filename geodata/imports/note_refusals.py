"""What a note beside a figure refuses."""

from __future__ import annotations

from geodata.refusals import Refusal


class UnknownNotePlace(Refusal):
    sentence = "Lesart: {what} „{given}“ gibt es hier nicht."


class NoNote(Refusal):
    sentence = "Lesart: {department} hat zu „{indicator}“ ({period}) dort keine geschrieben."


class WrongNote(Refusal):
    sentence = "Lesart: {problem}."
