"""Counts as German sentences write them: 1 Gebiet, 2 Gebiete, 11.299 Gebiete."""

from __future__ import annotations


def german_count(number: int) -> str:
    """A whole number with points between the thousands.

    >>> german_count(11299)
    '11.299'
    """
    return f"{number:,}".replace(",", ".")


def counted(number: int, one: str, many: str) -> str:
    """A number with the form of the word that fits it.

    >>> counted(1, "Gebiet", "Gebiete"), counted(0, "Gebiet", "Gebiete")
    ('1 Gebiet', '0 Gebiete')
    """
    return f"{german_count(number)} {one if number == 1 else many}"
