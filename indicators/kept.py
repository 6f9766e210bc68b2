"""Results kept as long as the snapshot that they were reckoned from, and no longer."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from geodata.workspace import Workspace

_Asked = ParamSpec("_Asked")
_Result = TypeVar("_Result")
_Question = Callable[Concatenate[Workspace, _Asked], _Result]


def kept(most: int) -> Callable[[_Question[_Asked, _Result]], _Question[_Asked, _Result]]:
    """Keep the `most` last used results of a function for each workspace that it is asked of.

    The workspace itself is not held, so purged figures go with the last request that needs them;
    results must not hold it either. Arguments must be hashable. Safe between threads: at worst two
    reckon the same.
    """

    def keeping(function: _Question[_Asked, _Result]) -> _Question[_Asked, _Result]:
        everything: WeakKeyDictionary[Workspace, OrderedDict[Hashable, _Result]] = (
            WeakKeyDictionary()
        )
        lock = threading.Lock()

        @wraps(function)
        def asked(workspace: Workspace, /, *args: _Asked.args, **named: _Asked.kwargs) -> _Result:
            question = (args, tuple(sorted(named.items())))
            with lock:
                results = everything.setdefault(workspace, OrderedDict())
                if question in results:
                    results.move_to_end(question)
                    return results[question]
            result = function(workspace, *args, **named)
            with lock:
                results[question] = result
                if len(results) > most:
                    results.popitem(last=False)
            return result

        return asked

    return keeping
