"""What answers a gesture is imported when the gesture is first made: the page opens without it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any


def late(name: str, /, **given: Any) -> Callable[..., Any]:  # noqa: ANN401 - whatever the function takes
    """`late("show_data.show_data", holder=holder)`: a function of this folder, with what it is
    given besides. Its module is imported by the first call.
    """
    module, function = name.split(".")

    def answer(*asked: Any, **named: Any) -> Any:  # noqa: ANN401 - as the function itself
        return getattr(import_module(f"callbacks.{module}"), function)(*asked, **named, **given)

    answer.__name__ = function
    return answer
