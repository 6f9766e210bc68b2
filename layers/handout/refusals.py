"""What cannot be handed out, and why."""

from __future__ import annotations

from geodata.refusals import Refusal
from layers.words import words


class NothingToHandOut(Refusal):
    sentence = words("handout.refused.nothing")


class UnknownQuestion(Refusal):
    sentence = words("handout.refused.unknown_question")


class NoFiguresToHandOut(Refusal):
    sentence = words("handout.refused.no_figures")


class NoAreaToPortray(Refusal):
    sentence = words("handout.refused.no_area")


class SeveralAreas(Refusal):
    sentence = words("handout.refused.several_areas")


class TooManyPortraits(Refusal):
    sentence = words("handout.refused.too_many_portraits")


class ManyPortraitsWait(Refusal):
    sentence = words("handout.refused.many_portraits_wait")


class PortraitsNotReady(Refusal):
    sentence = words("handout.refused.portraits_not_ready")


class PortraitsFailed(Refusal):
    sentence = words("handout.refused.portraits_failed")


class ManyFilesAsked(Refusal):
    sentence = words("handout.refused.many_files_asked")


class NoPortraitOfReach(Refusal):
    sentence = words("handout.refused.no_portrait_of_reach")


class EmptyStory(Refusal):
    sentence = words("handout.refused.empty_story")


class UnknownProduct(Refusal):
    sentence = words("handout.refused.unknown_product")
