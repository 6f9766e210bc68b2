"""The portraits of all areas of a level in one ZIP, made aside while somebody waits and is told."""

from __future__ import annotations

import io
import threading
import zipfile
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias
from weakref import WeakKeyDictionary

from geodata.workspace import Workspace
from layers.handout.area_portrait import area_portrait
from layers.handout.drawing import DRAWING
from layers.handout.facts import Handout
from layers.handout.file_name import distinct_names, safe_name
from layers.handout.refusals import ManyPortraitsWait, PortraitsFailed, PortraitsNotReady
from layers.view import View

# The same at every making, so that the same portraits are the same file.
_DATE = (1980, 1, 1, 0, 0, 0)
_MOST_WAITING = 4
# Small ones stay until all who wait for them have come by; of the largest there are two.
_MOST_KEPT, _MOST_KEPT_BYTES = 16, 300_000_000

Heard = Callable[[int], None]
_Question: TypeAlias = tuple[str, View]


class Portraits:
    """The portraits of one handout, made in a thread that waits for those of others; `done` of
    `total`.
    """

    def __init__(self, workspace: Workspace, told: Handout, base: str) -> None:
        self.done, self.total = 0, len(told.figures.system)
        self.failure: BaseException | None = None
        self._content = b""
        self._ready = threading.Event()
        thread = threading.Thread(target=self._run, args=(workspace, told, base), daemon=True)
        thread.start()

    @property
    def is_ready(self) -> bool:
        return self._ready.is_set()

    @property
    def size(self) -> int:
        """Bytes; 0 as long as it is not there."""
        return len(self._content)

    def content(self) -> bytes:
        """The ZIP, as soon as it is there; raises what went wrong."""
        self._ready.wait()
        if self.failure is not None:
            raise self.failure
        return self._content

    def _run(self, workspace: Workspace, told: Handout, base: str) -> None:
        try:
            with _turn:
                self._content = portraits_zip(workspace, told, base=base, heard=self._heard)
        except BaseException as failure:  # noqa: BLE001 - handed on to whoever asks
            self.failure = failure
        finally:
            self._ready.set()

    def _heard(self, done: int) -> None:
        self.done = done


_kept: WeakKeyDictionary[Workspace, OrderedDict[_Question, Portraits]] = WeakKeyDictionary()
_lock = threading.Lock()
_turn = threading.Lock()


def portraits_of(workspace: Workspace, told: Handout, *, base: str = "") -> Portraits:
    """Those being made or made of a handout; the first to ask sets it going.

    Failed ones are told of once, and then made anew. Raises `ManyPortraitsWait`.
    """
    shown = _shown(told)
    question = (base, shown.view)
    with _lock:
        kept = _kept.setdefault(workspace, OrderedDict())
        found = kept.get(question)
        if found is None:
            if _waiting() >= _MOST_WAITING:
                raise ManyPortraitsWait
            found = kept[question] = Portraits(workspace, shown, base)
        elif found.failure is not None:
            return kept.pop(question)
        kept.move_to_end(question)
        _drop_oldest(kept)
        return found


def ready_portraits(workspace: Workspace, told: Handout, *, base: str = "") -> bytes:
    """The ZIP, if it is made; raises `PortraitsNotReady`, `PortraitsFailed`."""
    with _lock:
        found = _kept.get(workspace, OrderedDict()).get((base, _shown(told).view))
    if found is None or not found.is_ready:
        raise PortraitsNotReady
    if found.failure is not None:
        raise PortraitsFailed
    return found.content()


def _waiting() -> int:
    """How many are not made yet, whatever the workspace."""
    return sum(not job.is_ready for jobs in _kept.values() for job in jobs.values())


def _shown(told: Handout) -> Handout:
    """Without what differs from one screen to another, and not from one portrait to another."""
    return replace(told, view=_shown_view(told.view), marked=())


def _shown_view(view: View) -> View:
    shown = replace(view.drawn, names=view.names)
    if not view.like:
        return shown
    return replace(shown, like=replace(View.from_search(view.like).drawn, like="").search or "?")


def _drop_oldest(kept: OrderedDict[_Question, Portraits]) -> None:
    """Only of those that are made, and never the last one."""
    made = [question for question, job in kept.items() if job.is_ready]
    for question in made[:-1]:
        sizes = [job.size for job in kept.values() if job.is_ready]
        if len(sizes) <= _MOST_KEPT and sum(sizes) <= _MOST_KEPT_BYTES:
            return
        del kept[question]


def portraits_zip(
    workspace: Workspace, told: Handout, *, base: str = "", heard: Heard = lambda _: None
) -> bytes:
    """A PDF for each area, named by key and name; `heard` is told how many are done."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        system = told.figures.system
        areas = zip(system.area_ids, system.names, strict=True)
        names = distinct_names(f"{safe_name(key)}_{safe_name(name)}" for key, name in areas)
        for number, (area_id, name) in enumerate(zip(system.area_ids, names, strict=True), start=1):
            entry = zipfile.ZipInfo(f"{name}.pdf", _DATE)
            with DRAWING:
                portrait = area_portrait(workspace, told, area_id, base=base)
            archive.writestr(entry, portrait)
            heard(number)
    return out.getvalue()
