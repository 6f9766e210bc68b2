"""Make the demonstration workspace again: its source files, then the workspace from them."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import click

from geodata.demonstration.area_files import area_files, county_municipalities
from geodata.demonstration.model import model_files
from geodata.demonstration.origins import Origin, RegistryPackages, SharedFolder
from geodata.demonstration.register_file import NAME as REGISTER
from geodata.demonstration.register_file import register_file
from geodata.demonstration.table_files import table_files
from geodata.refusals import Refusal

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
WORKSPACE = HERE / "workspace"


def make_sources(origin: Origin, folder: Path) -> None:
    """Write all source files but the typed-in LSN table, which must stand there already."""
    municipalities = county_municipalities(origin)
    for name, text in area_files(origin, municipalities).items():
        _write(folder / name, text.encode())
    for name, text in table_files(origin, municipalities).items():
        _write(folder / name, text.encode())
    _write(folder / REGISTER, register_file(origin.register()))
    for name, text in model_files(folder).items():
        _write(folder / name, text.encode())


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
