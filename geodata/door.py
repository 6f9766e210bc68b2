"""What every program gives the store that starts from outside: the protection of figures."""

from __future__ import annotations

from geodata.store import Writer


def keep_secret(writer: Writer) -> None:
    """Let `indicators` reckon what must be hidden before a change takes hold.

    The one place that looks upwards, since whoever opens the door has the whole house. Loaded when
    something is written: `--help` does without.
    """
    from indicators.secrecy.guard import keep_secret as reckon

    reckon(writer)
