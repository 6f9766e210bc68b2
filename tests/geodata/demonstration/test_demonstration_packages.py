"""Packages are fetched by their registry's own client, once, and refused in plain words."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from geodata.demonstration.packages import STATISTICS, STOPS, Package, content
from geodata.demonstration.refusals import OriginMissing, ToolMissing


@pytest.fixture
def cache_with_the_stops(tmp_path: Path) -> Path:
    with tarfile.open(tmp_path / STOPS.archive, "w:gz") as archive:
        member = tarfile.TarInfo("package/full.ndjson")
        member.size = 3
        archive.addfile(member, io.BytesIO(b"{}\n"))
    return tmp_path


def test_a_package_that_is_there_is_read_and_not_fetched(
    cache_with_the_stops: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert content(STOPS, "full.ndjson", cache=cache_with_the_stops) == b"{}\n"


def test_a_file_that_the_package_lacks_is_refused_by_name(cache_with_the_stops: Path) -> None:
    with pytest.raises(OriginMissing, match=r"db-hafas-stations-2\.0\.0\.tgz.*data\.csv"):
        content(STOPS, "data.csv", cache=cache_with_the_stops)


def test_without_npm_the_sentence_names_the_tool_and_the_way_round(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ToolMissing, match=r"„npm“ fehlt.*--shared"):
        content(STOPS, "full.ndjson", cache=tmp_path)


@pytest.mark.parametrize(
    ("package", "archive", "member"),
    [
        (STOPS, "db-hafas-stations-2.0.0.tgz", "package/a.json"),
        (STATISTICS, "pystatis-0.5.5.tar.gz", "pystatis-0.5.5/a.json"),
    ],
)
def test_each_registry_names_its_archives_in_its_own_way(
    package: Package, archive: str, member: str
) -> None:
    assert package.archive == archive
    assert package.member("a.json") == member
    assert package.command[-1].endswith(package.version)
