"""The portraits of all areas of a level in one ZIP, made aside while somebody waits and is told."""

from __future__ import annotations

import io
import threading
import zipfile
from collections import OrderedDict
from collections.abc import Callable
from weakref import WeakKeyDictionary

from geodata.workspace import Workspace
from layers.handout.area_portrait import area_portrait
from layers.handout.facts import Handout
from layers.handout.file_name import safe_name

# The same at every making, so that the same portraits are the same file.
_DATE = (1980, 1, 1, 0, 0, 0)
_MOST_KEPT = 4

Heard = Callable[[int], None]


class Portraits:
    """The portraits of one handout being made in a thread of their own; `done` of `total`."""

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

    def content(self) -> bytes:
        """The ZIP, as soon as it is there; raises what went wrong."""
        self._ready.wait()
        if self.failure is not None:
            raise self.failure
        return self._content

    def _run(self, workspace: Workspace, told: Handout, base: str) -> None:
        try:
            self._content = portraits_zip(workspace, told, base=base, heard=self._heard)
        except BaseException as failure:  # noqa: BLE001 - handed on to whoever asks
            self.failure = failure
        finally:
            self._ready.set()

    def _heard(self, done: int) -> None:
        self.done = done


_kept: WeakKeyDictionary[Workspace, OrderedDict[str, Portraits]] = WeakKeyDictionary()
_lock = threading.Lock()


def portraits_of(workspace: Workspace, told: Handout, *, base: str = "") -> Portraits:
    """Those being made or made of a handout; the first to ask sets it going."""
    question = f"{base} {told.view.search}"
    with _lock:
        kept = _kept.setdefault(workspace, OrderedDict())
        found = kept.get(question)
        if found is None or found.failure is not None:
            found = kept[question] = Portraits(workspace, told, base)
        kept.move_to_end(question)
        if len(kept) > _MOST_KEPT:
            kept.popitem(last=False)
        return found


def portraits_zip(
    workspace: Workspace, told: Handout, *, base: str = "", heard: Heard = lambda _: None
) -> bytes:
    """A PDF for each area, named by key and name; `heard` is told how many are done."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        system = told.figures.system
        for number, (area_id, name) in enumerate(
            zip(system.area_ids, system.names, strict=True), start=1
        ):
            entry = zipfile.ZipInfo(f"{safe_name(area_id)}_{safe_name(name)}.pdf", _DATE)
            archive.writestr(entry, area_portrait(workspace, told, area_id, base=base))
            heard(number)
    return out.getvalue()
