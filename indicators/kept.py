"""Results kept as long as the snapshot that they were reckoned from, and no longer."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, Generic, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from geodata.workspace import Workspace

_Asked = ParamSpec("_Asked")
_Result = TypeVar("_Result")
_Question = Callable[Concatenate[Workspace, _Asked], _Result]


class _Kept(Generic[_Result]):
    """A result, once it is there; whoever makes it holds the lock."""

    def __init__(self) -> None:
        self.reckoning = threading.RLock()
        self.result: list[_Result] = []


def kept(most: int) -> Callable[[_Question[_Asked, _Result]], _Question[_Asked, _Result]]:
    """Keep the `most` last used results of a function for each workspace that it is asked of.

    The workspace itself is not held, so purged figures go with the last request that needs them;
    results must not hold it either. Arguments must be hashable. Safe between threads: who asks what
    another is just reckoning waits for it.
    """

    def keeping(function: _Question[_Asked, _Result]) -> _Question[_Asked, _Result]:
        everything: WeakKeyDictionary[Workspace, OrderedDict[Hashable, _Kept[_Result]]]
        everything = WeakKeyDictionary()
        lock = threading.Lock()

        @wraps(function)
        def asked(workspace: Workspace, /, *args: _Asked.args, **named: _Asked.kwargs) -> _Result:
            question = (args, tuple(sorted(named.items())))
            with lock:
                results = everything.setdefault(workspace, OrderedDict())
                found = results.setdefault(question, _Kept())
                results.move_to_end(question)
                if len(results) > most:
                    results.popitem(last=False)
            with found.reckoning:
                if not found.result:
                    found.result.append(function(workspace, *args, **named))
                return found.result[0]

        return asked

    return keeping
