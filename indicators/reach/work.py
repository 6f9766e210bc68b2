"""Answers that take long, reckoned aside: asked again they tell how far they are."""

from __future__ import annotations

import threading
from weakref import WeakKeyDictionary

from geodata.workspace import Workspace
from indicators.reach.answer import answer
from indicators.reach.progress import Stopped, heard_by
from indicators.reach.question import Trip

# So long somebody waits without being told anything.
PATIENCE_S = 0.4


class Work:
    """One answer being reckoned in a thread of its own. `share` is told, 0 to 1."""

    def __init__(self, workspace: Workspace, trip: Trip) -> None:
        self.share = 0.0
        self.failure: BaseException | None = None
        self._stop = threading.Event()
        self._done = threading.Event()
        thread = threading.Thread(target=self._run, args=(workspace, trip), daemon=True)
        thread.start()

    @property
    def is_stopped(self) -> bool:
        return self._stop.is_set()

    def stop(self) -> None:
        """Ends at the next step that tells of itself."""
        self._stop.set()

    def wait(self, seconds: float) -> bool:
        """Whether it is done by then, well or not."""
        return self._done.wait(seconds)

    def _run(self, workspace: Workspace, trip: Trip) -> None:
        try:
            with heard_by(self._heard):
                answer(workspace, trip)
        except BaseException as failure:  # noqa: BLE001 - handed on to whoever asks
            self.failure = failure
        finally:
            self._done.set()

    def _heard(self, share: float) -> None:
        self.share = share
        if self._stop.is_set():
            raise Stopped


_works: WeakKeyDictionary[Workspace, dict[Trip, Work]] = WeakKeyDictionary()
_lock = threading.Lock()


def share_done(workspace: Workspace, trip: Trip) -> float | None:
    """How much of an answer is reckoned; None where it is there, and can be asked for.

    The first to ask sets it going and waits a moment. Raises what `answer` raises, and `Stopped`
    once where somebody has stopped it.
    """
    with _lock:
        works = _works.setdefault(workspace, {})
        work = works.get(trip)
        if work is None:
            work = works[trip] = Work(workspace, trip)
    if not work.wait(PATIENCE_S):
        return work.share
    if work.failure is not None:
        with _lock:
            works.pop(trip, None)
        raise work.failure
    return None


def stop(workspace: Workspace, trip: Trip) -> None:
    """Stop reckoning an answer, where it is being reckoned."""
    with _lock:
        work = _works.get(workspace, {}).get(trip)
    if work is not None:
        work.stop()
