"""What was filled in, left out or not followed while a timetable was read."""

from __future__ import annotations

from collections.abc import Iterator

from geodata.german_count import counted
from geodata.timetables.feed import Feed
from geodata.timetables.stop_times import StopTimes
from geodata.timetables.stops import Stops
from geodata.timetables.transfers import Transfers
from geodata.timetables.trips import Repeats

_HALTS, _STOPS = ("Halt", "Halte"), ("Haltestelle", "Haltestellen")
_ROWS, _TRIPS = ("Angabe", "Angaben"), ("Fahrt", "Fahrten")


def remarks(
    feed: Feed,
    stops: Stops,
    times: StopTimes,
    repeats: Repeats,
    transfers: Transfers,
    *,
    short: int,
    never: int,
) -> tuple[str, ...]:
    """German sentences; `short` counts trips of fewer than two halts, `never` those of no day."""
    counts = [
        *_of_places(stops),
        *_of_times(times),
        (repeats.rows, _ROWS, "in frequencies.txt: Der Takt beginnt mit der ersten Minute seines "
         "Zeitraums; die wirklichen Abfahrten können anders liegen."),
        (short, _TRIPS, "mit weniger als zwei Halten: weggelassen."),
        (never, _TRIPS, "ohne einen einzigen Tag im Kalender: Sie kommen nie vor."),
        (transfers.narrower, _ROWS, "in transfers.txt nur für einzelne Linien oder Fahrten: nicht "
         "berücksichtigt."),
        (transfers.on_board, _ROWS, "in transfers.txt zum Sitzenbleiben: Es zählt als Umstieg."),
    ]  # fmt: skip
    said = [f"{counted(count, *words)} {rest}" for count, words, rest in counts if count]
    if feed.not_utf8:
        listed = ", ".join(feed.not_utf8)
        said.insert(0, f"Nicht in UTF-8 geschrieben und als Windows-Text gelesen: {listed}.")
    return tuple(said)


def _of_places(stops: Stops) -> Iterator[tuple[int, tuple[str, str], str]]:
    at_station = "ohne Koordinaten: am Ort ihrer Station."
    yield stops.placed_by_parent, _STOPS, at_station
    yield stops.left_out, _STOPS, "ohne Koordinaten, an denen nichts fährt: weggelassen."


def _of_times(times: StopTimes) -> Iterator[tuple[int, tuple[str, str], str]]:
    reckoned = "ohne Uhrzeit: nach der Entfernung zwischen den Halten davor und danach gerechnet."
    yield times.interpolated, _HALTS, reckoned
    on_call = "nur nach Anruf: Das Einsteigen dort zählt nicht zum Fahrplan."
    yield times.on_call, _HALTS, on_call
    flexible = "ohne feste Haltestelle (Rufbus): zählen nicht zum Fahrplan."
    yield times.flexible, _HALTS, flexible
