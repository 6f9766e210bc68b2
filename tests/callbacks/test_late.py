"""What is bound by name is there when it is asked for."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import callbacks
from callbacks import addresses
from callbacks.late import late

FOLDER = Path(callbacks.__file__).parent
BOUND = {
    *re.findall(r'late\("([\w.]+)"', (FOLDER / "gestures.py").read_text(encoding="utf-8")),
    *addresses.READ.values(),
    *addresses.WRITTEN.values(),
}


@pytest.mark.parametrize("name", sorted(BOUND))
def test_every_bound_function_exists(name: str) -> None:
    module, function = name.split(".")
    assert callable(getattr(import_module(f"callbacks.{module}"), function))


def test_what_is_given_goes_with_what_is_asked() -> None:
    settle = late("guard_requests.content_security_policy", script_hashes=["'sha256-x'"])
    assert "script-src 'self' 'sha256-x'" in settle()
    assert settle.__name__ == "content_security_policy"
