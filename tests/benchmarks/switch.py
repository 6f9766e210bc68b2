"""Another indicator: from the click to the painted map, the atlas beside four bare pages."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks import browser, serving
from tests.benchmarks.finding import Finding, german, median_ratio, milliseconds, size
from tests.benchmarks.worlds import GERMANY_AREAS, MISSING, World, county, germany

ROUNDS = 12
ROUNDS_OF_MANY_AREAS = 6
ATLAS = "Atlas"
BARE = {
    "dash-leaflet, Flächen behalten (nackte Seite)": "leaflet_kept",
    "Plotly, Abbildung neu gesendet": "plotly_figure",
    "Plotly, `Patch` von z": "plotly_patch",
    "dash-leaflet, GeoJSON neu gesendet": "leaflet_geojson",
}
FASTEST, RESENT, PATCHED, _ = BARE
FINE = {f"{name}, feinere Flächen (10,7 MB)": BARE[name] for name in (RESENT, PATCHED)}
FINE_RESENT, FINE_PATCHED = FINE


@dataclass(frozen=True)
class Way:
    """A page that is open in a browser of its own, and the control that shows each indicator."""

    name: str
    driver: Any
    controls: tuple[str, str]


def run(*, rounds: int = ROUNDS, rounds_of_many: int = ROUNDS_OF_MANY_AREAS) -> list[Finding]:
    if not browser.is_there():
        return [Finding("Indikatorwechsel", browser.NO_BROWSER)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = _few(measured(county(folder), rounds=rounds))
        if not GERMANY_AREAS.is_file():
            return [*found, Finding("Indikatorwechsel, 11.299 Gebiete", MISSING)]
        return found + _many(measured(germany(folder), rounds=rounds_of_many))


def measured(world: World, *, rounds: int) -> dict[str, list[browser.Switch]]:
    """Each way in turn, again and again; the first round of each warms up and is not kept."""
    with opened(world) as ways:
        turns = [
            {way.name: browser.switch(way.driver, way.controls[turn % 2]) for way in ways}
            for turn in range(1, rounds + 2)
        ]
    return {name: [turn[name] for turn in turns[1:]] for name in turns[0]}


@contextmanager
def opened(world: World) -> Iterator[list[Way]]:
    """All ways served, open and settled. The atlas shows legend, ranking and table."""
    first, second = world.indicators
    with ExitStack() as stack:
        server = stack.enter_context(serving.served(serving.atlas(world.workspace)))
        search = f"/?indikator={first}&ebene=gemeinde&liste=tabelle"
        radios = (f'input[type="radio"][value="{first}"]', f'input[type="radio"][value="{second}"]')
        ways = [Way(ATLAS, _page(stack, server.address + search), radios)]
        for name, page, file in _bare_pages(world):
            server = stack.enter_context(serving.served(serving.bare(page, file)))
            controls = ("label:nth-of-type(1) input", "label:nth-of-type(2) input")
            ways.append(Way(name, _page(stack, server.address), controls))
        yield ways


def _bare_pages(world: World) -> list[tuple[str, str, Path]]:
    """Name, page and what it draws: all with the areas of the atlas, Plotly with finer ones too."""
    plain = [(name, page, world.file) for name, page in BARE.items()]
    fine = world.fine
    return plain + ([(name, page, fine) for name, page in FINE.items()] if fine else [])


def _page(stack: ExitStack, address: str) -> Any:
    driver = stack.enter_context(browser.browser())
    browser.first_painted(driver, address)
    browser.settle(driver)
    return driver


def _few(switches: dict[str, list[browser.Switch]]) -> list[Finding]:
    bytes_held = {"/karte/klassen": 1000, "/karte/werte": 4000}
    return [
        *_times("29 Gebiete", switches, {FASTEST: (1.25, "höchstens 1,25")}, slower_first=True),
        *_bytes("29 Gebiete", switches, bytes_held),
    ]


def _many(switches: dict[str, list[browser.Switch]]) -> list[Finding]:
    # Held against both: with the areas of the atlas, and with those of the size in the design.
    resent, patched = (20.0, "mindestens 20"), (6.0, "mindestens 6")
    targets = {RESENT: resent, FINE_RESENT: resent, PATCHED: patched, FINE_PATCHED: patched}
    return [
        *_times("11.299 Gebiete", switches, targets, slower_first=False),
        *_bytes("11.299 Gebiete", switches, {}),
    ]


def _times(
    areas: str,
    switches: dict[str, list[browser.Switch]],
    targets: dict[str, tuple[float, str]],
    *,
    slower_first: bool,
) -> Iterator[Finding]:
    """With `slower_first` the ratio is atlas : way, else way : atlas; one and the same sense."""
    times = {name: [s.painted_ms for s in switches[name]] for name in switches}
    for name, rounds in times.items():
        ratio, target, held = "", "", None
        if name != ATLAS:
            pair = (times[ATLAS], rounds) if slower_first else (rounds, times[ATLAS])
            found = median_ratio(*pair)
            ratio = german(found, 2 if slower_first else 1)
            limit, target = targets.get(name, (0.0, ""))
            held = (found <= limit if slower_first else found >= limit) if target else None
        yield Finding(
            f"{areas} · {name}: Klick bis gemalt", milliseconds(rounds), ratio, target, held
        )
    lists = [s.list_ms for s in switches[ATLAS] if s.list_ms is not None]
    if lists:
        yield Finding(f"{areas} · {ATLAS}: Klick bis Rangliste steht", milliseconds(lists))


def _bytes(
    areas: str, switches: dict[str, list[browser.Switch]], limits: dict[str, int]
) -> Iterator[Finding]:
    titles = {"/karte/klassen": "Kartenantwort", "/karte/werte": "Werteantwort"}
    for output, title in titles.items():
        sent, plain = _largest(switches[ATLAS], output)
        limit = limits.get(output)
        yield Finding(
            f"{areas} · {ATLAS}: {title}",
            f"{size(sent)} übertragen, {size(plain)} entpackt",
            target=f"höchstens {size(limit)}" if limit else "",
            held=sent <= limit if limit else None,
        )
    for name in [way for way in switches if way != ATLAS]:
        sent, plain = _largest(switches[name], "")
        yield Finding(
            f"{areas} · {name}: Antwort", f"{size(sent)} übertragen, {size(plain)} entpackt"
        )


def _largest(switches: Sequence[browser.Switch], output: str) -> tuple[float, float]:
    """Bytes on the wire and unpacked of the largest answer to an output: that is what is held."""
    answers = [a for s in switches for a in s.answers if output in a.output]
    return (max(a.sent for a in answers), max(a.plain for a in answers))
