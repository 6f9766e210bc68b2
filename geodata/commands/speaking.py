"""How a command answers: results on stdout, warnings and refusals on stderr."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from geodata.refusals import Refusal
from geodata.store import Store

Command = TypeVar("Command", bound=Callable[..., Any])

workspace_option = click.option(
    "--workspace",
    metavar="ORDNER",
    type=click.Path(path_type=Path, readable=False),
    envvar="SOZIALRAUMATLAS_WORKSPACE",
    required=True,
    help="Ordner des Arbeitsbereichs",
)
overwrite_option = click.option(
    "--overwrite", is_flag=True, help="eine Datei, die es schon gibt, überschreiben"
)
json_option = click.option("--json", "as_json", is_flag=True, help="Antwort als JSON")


@contextmanager
def refusals_spoken(*, as_json: bool = False) -> Iterator[None]:
    """A refusal becomes one sentence on stderr and exit status 1, with --json also an object."""
    try:
        yield
    except Refusal as refusal:
        if as_json:
            say_json({"schema": 1, "stored": False, "error": str(refusal)})
        click.echo(str(refusal), err=True)
        raise SystemExit(1) from None


@contextmanager
def opened(workspace: Path) -> Iterator[Store]:
    with Store.open(workspace) as store:
        yield store


def say_json(answer: Mapping[str, Any]) -> None:
    """JSON is UTF-8, also where Windows would write its own encoding into a file."""
    click.echo((json.dumps(answer, ensure_ascii=False, indent=2) + "\n").encode(), nl=False)


def say_warnings(report: Mapping[str, Any]) -> None:
    for warning in report.get("warnings", ()):
        click.echo(f"Hinweis: {warning}", err=True)


def say_lines(lines: Iterable[str], *, err: bool = False) -> None:
    for line in lines:
        click.echo(line, err=err)
