"""One verdict per pair of key and name, decided with the whole file in view."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from geodata.join import reasons
from geodata.join.examination import Finding, Hit
from geodata.join.near_misses import suggestion
from geodata.join.register import Register


@dataclass(frozen=True)
class Verdict:
    """The outcome of a pair, the area it goes to, and the German reason."""

    outcome: str
    hit: Hit | None = None
    how: str = ""
    suggestion: str = ""

    @property
    def cells(self) -> tuple[str, str, str, str, str]:
        """Outcome, system, area_id, how, suggestion."""
        area = self.hit.area if self.hit and self.outcome != "ignored" else None
        place = (area.system, area.area_id) if area else ("", "")
        return (self.outcome, *place, self.how, self.suggestion)


def decided(findings: list[Finding], register: Register, system: str | None) -> list[Verdict]:
    """Decide between levels: a key that fits several goes where the rest of the file belongs."""
    votes: Counter[str] = Counter()
    for finding in findings:
        fitting = {hit.area.system for hit in finding.hits}
        if len(fitting) == 1:
            votes.update(fitting)
    places = {name: place for place, name in enumerate(register.systems)}

    def preference(hit: Hit) -> tuple[int, int, int]:
        return (-votes[hit.area.system], hit.rank, places[hit.area.system])

    return [_verdict(finding, sorted(finding.hits, key=preference), system) for finding in findings]


def _verdict(finding: Finding, hits: list[Hit], system: str | None) -> Verdict:
    if not hits:
        return Verdict(finding.outcome, how=finding.how, suggestion=finding.suggestion)
    asked = [hit for hit in hits if system in (None, hit.area.system)]
    if not asked:
        title = hits[0].area.system[:1].upper() + hits[0].area.system[1:]
        return Verdict("ignored", hits[0], reasons.OTHER_SYSTEM.format(system=title))
    best = asked[0]
    rivals = [hit.area for hit in asked if _as_good(hit, best)]
    if len(rivals) > 1:
        return Verdict("unmatched", how=reasons.SEVERAL, suggestion=suggestion(tuple(rivals)))
    return Verdict("repaired" if best.repaired else "matched", best, best.how)


def _as_good(hit: Hit, best: Hit) -> bool:
    return hit.area.system == best.area.system and hit.rank == best.rank
