"""Many viewers, each another indicator every second: the atlas beside a bare page.

`python -m tests.benchmarks.load --seconds 300` is the full measurement; `--seconds 1800 --alone`
watches the memory of the atlas for half an hour. Nothing but this machine is asked.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import click

from tests.benchmarks import browser, serving
from tests.benchmarks.finding import Finding, german, markdown
from tests.benchmarks.viewers import Switch, Watched, asked_once, recorded, watched
from tests.benchmarks.worlds import World, county

SECONDS, VIEWERS = 60, 50
ROUNDS = 5
AT_MOST = 5.0
ATLAS, BARE = "Atlas", "nackte Seite"
# Asked for in turn, so that no single answer is all that is measured.
_INDICATORS = (
    "frauenanteil",
    "anteil_65_plus",
    "anteil_unter_18",
    "menschen_ab_65",
    "haltestellen_je_1000",
    "kinder_sgb2_anteil",
    "alter_0_2",
    "bevoelkerung_veraenderung",
)


@dataclass(frozen=True)
class Way:
    """A page that is served, and what viewers of it ask for in turn."""

    server: serving.Served
    switches: list[Switch]


def run(*, seconds: int = SECONDS, viewers: int = VIEWERS, alone: bool = False) -> list[Finding]:
    """What both answer under the same load; `alone` asks the atlas and no bare page."""
    if not browser.is_there():
        return [Finding("Last", browser.NO_BROWSER)]
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        world = county(Path(name))
        ways = {ATLAS: _atlas(stack, world)}
        if not alone:
            ways[BARE] = _bare(stack, world)
        found = _in_turn(ways, seconds, viewers)
    told = [
        finding
        for name, watched in found.items()
        for finding in _found(f"{viewers} Leute, {seconds} s · {name}", watched)
    ]
    return told if alone else [*told, _ratio(p95(found[ATLAS]) / p95(found[BARE]))]


def _in_turn(ways: dict[str, Way], seconds: int, viewers: int) -> dict[str, Watched]:
    """Each way for a while, again and again: whatever else the machine does meets both."""
    found = {name: Watched() for name in ways}
    for way in ways.values():
        asked_once(way.server.address, way.switches)
    for _ in range(ROUNDS):
        for name, way in ways.items():
            watched(
                way.server.address,
                way.server.process,
                way.switches,
                seconds=max(1, seconds // ROUNDS),
                viewers=viewers,
                found=found[name],
            )
    return found


def _atlas(stack: ExitStack, world: World) -> Way:
    """One switch is recorded with ranking and portrait open, and asked of all indicators."""
    first, second = world.indicators
    server = stack.enter_context(serving.served(serving.atlas(world.workspace)))
    page = f"{server.address}/?indikator={first}&ebene=gemeinde"
    (switch,) = recorded(page, [f'input[type="radio"][value="{second}"]'])
    return Way(server, [_of(indicator, switch, second) for indicator in _INDICATORS])


def _of(indicator: str, switch: Switch, recorded_of: str) -> Switch:
    return tuple(asked.about(indicator, instead_of=recorded_of) for asked in switch)


def _bare(stack: ExitStack, world: World) -> Way:
    """The fastest of the bare pages: its answer is as small as that of the atlas."""
    server = stack.enter_context(serving.served(serving.bare("leaflet_kept", world.file)))
    controls = [f"label:nth-of-type({number}) input" for number in (2, 1)]
    return Way(server, recorded(server.address, controls))


def p95(found: Watched) -> float:
    """95 of 100 switches were answered within so many ms."""
    return statistics.quantiles(found.milliseconds, n=20)[-1]


def _found(who: str, found: Watched) -> list[Finding]:
    times = f"p50 {german(statistics.median(found.milliseconds))} ms, p95 {german(p95(found))} ms"
    count = german(len(found.milliseconds))
    for fault in found.errors[:3]:
        sys.stderr.write(f"{who}: {fault}\n")
    return [
        Finding(f"{who}: Wechsel", f"{times} ({count} Wechsel)"),
        Finding(
            f"{who}: Fehler",
            german(len(found.errors)),
            target="keiner",
            held=not found.errors,
        ),
        Finding(f"{who}: Arbeitsspeicher", _memory(found.megabytes)),
    ]


def _memory(megabytes: list[float]) -> str:
    """At the end of each quarter."""
    quarters = [megabytes[len(megabytes) * part // 4 - 1] for part in (1, 2, 3, 4)]
    return " → ".join(german(quarter) for quarter in quarters) + " MB"


def _ratio(found: float) -> Finding:
    return Finding(
        "p95, Atlas gegen nackte Seite",
        "",
        german(found, 2),
        f"höchstens {german(AT_MOST)}",
        found <= AT_MOST,
    )


@click.command(help="Misst den Atlas neben einer nackten Seite unter Last.")
@click.option("--seconds", default=SECONDS, show_default=True, type=click.IntRange(5, 3600))
@click.option("--viewers", default=VIEWERS, show_default=True, type=click.IntRange(1, 500))
@click.option("--alone", is_flag=True, help="ohne die nackte Seite")
def main(seconds: int, viewers: int, alone: bool) -> None:
    """Measure and print the table."""
    click.echo(markdown(run(seconds=seconds, viewers=viewers, alone=alone)))


if __name__ == "__main__":
    main()
