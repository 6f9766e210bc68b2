"""What is refused about facilities."""

from __future__ import annotations

from geodata.refusals import Refusal


class NobodyServed(Refusal):
    sentence = (
        "Für „{kind}“ ist auf der Raumebene „{system}“ nicht bekannt, wie viele Kinder oder "
        "Menschen versorgt werden sollen. Im Katalog nennt „serves“ bei dieser Art, wer gezählt "
        "wird."
    )
