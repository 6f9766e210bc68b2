"""The names by which callbacks find the parts of the page."""

from __future__ import annotations

from enum import StrEnum


class Id(StrEnum):
    """Every component that a callback reads or writes."""

    # What is true: the address, and what of it is chosen and shown.
    URL = "url"
    SELECTED = "selected"
    CLICKED = "clicked"
    BESIDE = "beside"

    # What comes after the map.
    FURNISHING = "furnishing"
    FURNITURE = "furniture"
    TABLE_COMING = "table-coming"

    # The map and what travels to it.
    MAP = "map"
    PAINTED = "painted"
    MAP_VALUES = "map-values"
    MAP_VOICE = "map-voice"
    LEGEND = "legend"
    SOURCE_LINE = "source-line"

    # The panel „Frage“.
    QUESTION_PANEL = "question-panel"
    QUESTION_TOGGLE = "question-toggle"
    TOPICS = "topics"
    QUESTIONS = "questions"
    PERIOD = "period"
    TIME = "time"
    SINCE = "since"
    CHANGE = "change"
    CHANGE_FIELD = "change-field"
    SYSTEM = "system"
    METHOD = "method"
    CLASS_COUNT = "class-count"
    CLASS_COUNT_FIELD = "class-count-field"
    OWN_BREAKS = "own-breaks"
    OWN_BREAKS_FIELD = "own-breaks-field"
    PALETTE = "palette"
    KEEP_CLASSES = "keep-classes"
    CLASSES_SAID = "classes-said"
    FIXED_CLASSES = "fixed-classes"
    SECOND_MAP = "second-map"
    SIDE = "side"
    SIDE_FIELD = "side-field"
    SAME_CLASSES = "same-classes"
    NAMES = "names"
    BASEMAP_SWITCH = "basemap-switch"

    # The panel „Gebiet“.
    AREA_PANEL = "area-panel"
    AREA_TOGGLE = "area-toggle"
    PORTRAIT = "portrait"
    SERIES = "series"
    OTHERS = "others"
    LIST = "list"
    RANKING = "ranking"
    TABLE = "table"
    TABLE_PLACE = "table-place"
    PHRASES = "phrases"

    # The panel „Vergleich“.
    COMPARISON_PANEL = "comparison-panel"
    COMPARISON_TOGGLE = "comparison-toggle"

    # The panel „Einrichtungen“.
    FACILITIES_PANEL = "facilities-panel"
    FACILITIES_TOGGLE = "facilities-toggle"

    # The panels „Erreichbarkeit“ and „Ergebnis“.
    REACH_PANEL = "reach-panel"
    RESULT_PANEL = "result-panel"

    # The mode „Präsentation“, and what is told in it.
    STORIES_PANEL = "stories-panel"
    STORIES_TOGGLE = "stories-toggle"
    STAGE = "stage"

    # The frame around them.
    SHELL = "shell"
    SHARE = "share"
    HANDOUT = "handout"
    NUMBER = "number"
    MODE_MAP = "mode-map"
    MODE_COMPARISON = "mode-comparison"
    MODE_FACILITIES = "mode-facilities"
    MODE_REACH = "mode-reach"
    MODE_STORIES = "mode-stories"
    MODE_DATA = "mode-data"
    DATA_PAGE = "data-page"
    DATA_OPENED = "data-opened"
    NOTICE = "notice"
    NEWS = "news"
    NEWEST = "newest"
    NEWS_CLOCK = "news-clock"
    NEWS_BUTTON = "news-button"
