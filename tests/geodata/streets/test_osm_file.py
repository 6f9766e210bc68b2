"""Files of OpenStreetMap in every form, whole and damaged."""

from __future__ import annotations

import bz2
import gzip
from pathlib import Path

import osmium
import pytest

from geodata.refusals import Refusal
from geodata.streets import osm_file
from geodata.streets.highways import Highways, read_highways
from geodata.streets.mode_table import mode_table
from geodata.streets.opl import Kinds, read_lines
from geodata.streets.refusals import BrokenOsm, NotOsm, OsmEntities, SwollenOsm, TruncatedOsm
from tests.roads import EVERYWHERE, osm_text

POINTS = {"A": (0, 0), "B": (100, 0), "C": (200, 0)}
WAYS = [
    ("AB", {"highway": "residential", "name": "Straße, lang = breit"}),
    ("BC", {"highway": "track", "surface": "gravel"}),
    ("AC", {"building": "yes"}),
]
TEXT = osm_text(POINTS, WAYS, {"B": {"barrier": "gate"}}).encode()


def read(path: Path) -> Highways:
    return read_highways(path, mode_table(), EVERYWHERE, progress=lambda _: None)


def as_pbf(text: bytes, path: Path) -> Path:
    """The same in the other form, by osmium itself."""
    with osmium.SimpleWriter(str(path)) as writer:
        osmium.apply(osmium.io.Reader(osmium.io.FileBuffer(text, "osm")), writer)
    return path


def village_file(form: str, folder: Path) -> Path:
    path = folder / f"dorf{form}"
    if form == ".osm.pbf":
        return as_pbf(TEXT, path)
    packed = {".osm": TEXT, ".osm.gz": gzip.compress(TEXT), ".osm.bz2": bz2.compress(TEXT)}
    path.write_bytes(packed[form])
    return path


FORMS = [".osm", ".osm.gz", ".osm.bz2", ".osm.pbf"]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_the_same(form: str, tmp_path: Path) -> None:
    found = read(village_file(form, tmp_path))
    assert found.ways.starts.tolist() == [0, 2, 4]
    assert found.ways.ids.tolist() == [65, 66, 66, 67]
    assert found.tags == [{"highway": "residential"}, {"highway": "track", "surface": "gravel"}]
    assert (found.barriers, found.barrier_tags) == ({66: 0}, [{"barrier": "gate"}])
    assert found.in_file == 2


@pytest.mark.parametrize("form", FORMS)
def test_a_file_is_read_in_pieces_all_the_same(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = village_file(form, tmp_path)
    whole = read(path)
    monkeypatch.setattr(osm_file, "_PIECE", 200)
    shares: list[float] = []
    parted = read_highways(path, mode_table(), EVERYWHERE, progress=shares.append)
    assert parted.ways.ids.tolist() == whole.ways.ids.tolist()
    assert parted.ways.lon.tolist() == whole.ways.lon.tolist()
    assert parted.barriers == whole.barriers
    assert len(shares) > 1
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_only_ways_in_the_frame_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "dorf.osm"
    path.write_bytes(TEXT)
    found = read_highways(path, mode_table(), (0, 0, 1, 1), progress=lambda _: None)
    assert (len(found.ways.kind), found.in_file) == (0, 2)
    assert found.nearest is not None


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("left", [0.4, 0.9])
def test_a_file_that_is_cut_off_is_refused(form: str, left: float, tmp_path: Path) -> None:
    path = village_file(form, tmp_path)
    content = path.read_bytes()
    path.write_bytes(content[: int(left * len(content))])
    with pytest.raises(TruncatedOsm, match=path.name):
        read(path)


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", NotOsm),
        (b"<html><body>404</body></html>", NotOsm),
        (b"AGS;Name\n03354;X\n", NotOsm),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), NotOsm),
        (TEXT.replace(b"<way id", b"<way <id"), BrokenOsm),
        (TEXT.replace(b"<osm", b'<!DOCTYPE osm [<!ENTITY a "b">]><osm'), OsmEntities),
        (TEXT.replace(b"<node", b'<!ENTITY a "b"><node', 1), OsmEntities),
        (gzip.compress(TEXT)[:-8] + bytes(8), BrokenOsm),
    ],
)
def test_what_is_no_such_file_is_refused(
    content: bytes, refusal: type[Refusal], tmp_path: Path
) -> None:
    path = tmp_path / "dorf.osm"
    path.write_bytes(content)
    with pytest.raises(refusal, match=r"dorf\.osm"):
        read(path)


def test_a_damaged_pbf_is_refused(tmp_path: Path) -> None:
    path = village_file(".osm.pbf", tmp_path)
    content = bytearray(path.read_bytes())
    content[-40:-20] = bytes(20)
    path.write_bytes(content)
    with pytest.raises(BrokenOsm):
        read(path)


def test_what_swells_when_unpacked_is_refused_before_it_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(osm_file, "_NEVER_TOO_MUCH", 1000)
    path = tmp_path / "dorf.osm.gz"
    path.write_bytes(gzip.compress(TEXT.replace(b"</osm>", b" " * 10_000_000 + b"</osm>")))
    with pytest.raises(SwollenOsm, match="100-Fache"):
        read(path)


def test_escaped_text_is_read_as_it_was_meant() -> None:
    kinds = Kinds(lambda key, _: key != "x")
    read_lines(b"w1 Tmaxspeed=30%20%mph,note=a%2c%%3d%,x=y Nn1x8y49\n", kinds, kinds)
    assert kinds.tags() == [{"maxspeed": "30 mph", "note": "a,="}]
