"""What may have been meant by a key or a name that fits no area: suggested, never taken."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator

from geodata.join.names import SpokenName
from geodata.join.register import Area, Register

_SHORTLIST = 40
_AT_MOST = 2
_DIGITS = "0123456789"


class NearMisses:
    """Suggests areas; finding similar names among 11,000 goes over shared runs of three letters."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._bases_by_run: dict[str, list[str]] = {}
        for base in register.by_base_name:
            for run in _runs(base):
                self._bases_by_run.setdefault(run, []).append(base)

    def of_key(self, key: str) -> tuple[Area, ...]:
        """Areas whose key differs by one digit: changed, missing, too many, or swapped."""
        found = (area for text in _one_off(key) for area in self._register.by_key.get(text, ()))
        return tuple(dict.fromkeys(found))[:_AT_MOST]

    def of_name(self, name: SpokenName) -> tuple[Area, ...]:
        """Areas whose name is spelt nearly like this."""
        shared = Counter(
            base for run in _runs(name.base) for base in self._bases_by_run.get(run, ())
        )
        shortlist = [base for base, _ in shared.most_common(_SHORTLIST)]
        near = difflib.get_close_matches(name.base, shortlist, n=_AT_MOST, cutoff=0.7)
        areas = [area for base in near for area in self._register.by_base_name[base]]
        fitting = [area for area in areas if not name.kind or name.kind in area.kinds]
        return tuple(dict.fromkeys(fitting or areas))


def suggestion(areas: tuple[Area, ...]) -> str:
    """Write areas as "03354018 Lüchow (Wendland)", several joined by "oder"."""
    return " oder ".join(dict.fromkeys(area.label for area in areas))


def _runs(base: str) -> set[str]:
    padded = f" {base} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)}


def _one_off(key: str) -> Iterator[str]:
    # From the right: the end of a key is mistyped more often than its Land.
    for place in reversed(range(len(key) - 1)):
        yield key[:place] + key[place + 1] + key[place] + key[place + 2 :]
    for place in reversed(range(len(key))):
        yield from (key[:place] + digit + key[place + 1 :] for digit in _DIGITS)
    for place in reversed(range(len(key) + 1)):
        yield from (key[:place] + digit + key[place:] for digit in _DIGITS)
    yield from (key[:place] + key[place + 1 :] for place in reversed(range(len(key))))
