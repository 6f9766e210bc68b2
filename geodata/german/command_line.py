"""A command line whose own words are German too: usage, help and what is wrong with a call."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from geodata.german.message_catalogue import DOMAIN, LOCALE
from geodata.german_count import german_count

OPTIONS = "[OPTIONEN]"


# What click does not give to gettext.
_UNTRANSLATED = {"required]": "nötig]", "INTEGER RANGE": "ZAHL", "INTEGER": "ZAHL", "PATH": "PFAD"}


class GermanFormatter(click.HelpFormatter):
    """Lists options with German words for what they take and that they are needed."""

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        german = [(_in_german(first), _in_german(second)) for first, second in rows]
        super().write_dl(german, col_max, col_spacing)


def _in_german(text: str) -> str:
    for english, german in _UNTRANSLATED.items():
        text = text.replace(english, german)
    return text


class GermanContext(click.Context):
    formatter_class = GermanFormatter


class _German(click.Command):
    """What a command and a group have in common: German, whatever the machine is set to."""

    context_class = GermanContext

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - click's options
        options.setdefault("options_metavar", OPTIONS)
        super().__init__(*args, **options)

    def main(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - click's options
        """Run the command line; click asks gettext for its texts, gettext the environment."""
        with _german_texts():
            return super().main(*args, **options)


class GermanCommand(_German):
    """A command that is a program of its own."""


class GermanGroup(_German, click.Group):
    """A group of commands."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - click's options
        options.setdefault("subcommand_metavar", "BEFEHL [ANGABEN]...")
        super().__init__(*args, **options)

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a command, which is the group's own from then on and speaks as it does."""
        cmd.context_class = GermanContext
        if not isinstance(cmd, click.Group):
            cmd.options_metavar = OPTIONS
        super().add_command(cmd, name)


class WholeNumber(click.ParamType[int]):
    """A whole number from `least` to `most`; click's own would say its range as a formula."""

    name = "Zahl"

    def __init__(self, least: int, most: int | None = None) -> None:
        self.least, self.most = least, most

    def convert(
        self,
        value: Any,  # noqa: ANN401 - what click has read
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> int:
        """The number; a usage error, with what is allowed, for everything else."""
        number = click.INT.convert(value, param, ctx)
        if number < self.least or (self.most is not None and number > self.most):
            upwards = "" if self.most is None else f" bis {german_count(self.most)}"
            first = "ab" if self.most is None else "von"
            self.fail(
                f"Erlaubt sind ganze Zahlen {first} {german_count(self.least)}{upwards}, "
                f"nicht {german_count(number)}.",
                param,
                ctx,
            )
        return number


@contextmanager
def _german_texts() -> Iterator[None]:
    language, domain = os.environ.get("LANGUAGE"), gettext.textdomain()
    gettext.bindtextdomain(DOMAIN, str(LOCALE))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = "de"
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if language is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = language
