"""Files that are no table, each refused with one sentence and nothing else."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from geodata.archive import (
    DamagedArchive,
    EscapingArchive,
    OversizedArchive,
    check_archive,
)
from geodata.refusals import Refusal
from geodata.tables.read import read_table
from geodata.tables.refusals import (
    BinaryJunk,
    DamagedWorkbook,
    EmptyFile,
    GeometryAsTable,
    HeaderOnly,
    HtmlPage,
    MissingFile,
    NoHeader,
    NulBytes,
    OneColumn,
    PasswordProtected,
    PictureAsTable,
    RaggedRow,
    TooLarge,
    UnclosedQuote,
    XmlEntities,
)

Write = Callable[..., Path]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
JUNK = bytes((i * 37 + 11) % 256 for i in range(1, 5000))


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", EmptyFile),
        (b"\xef\xbb\xbf\r\n \r\n", EmptyFile),
        (b"AGS;Name;Einwohner\n", HeaderOnly),
        (b"AGS;Name;Einwohner\n\n\n", HeaderOnly),
        (JUNK, BinaryJunk),
        (b"AGS;Wert 2020\n03354001;1\n03354\x00002;2\n", NulBytes),
        (b"AGS Name Einwohner\n03354001 Bergen 1422\n", OneColumn),
        (b"AGS:Name\n03354001:1422\n", OneColumn),
        (b"AGS;Wert 2020\n03354001;1;2;3\n03354002;1\n", RaggedRow),
        (b'AGS;Name;Wert\n03354001;"Bergen;1\n03354002;Clenze;2\n', UnclosedQuote),
        (b'AGS;Name;Wert\n03354001;"Bergen" an;1\n', UnclosedQuote),
        (b"03354001;Bergen;1422\n03354002;Clenze;2289\n", NoHeader),
        (b"<!DOCTYPE html><html><body>502 Bad Gateway</body></html>", HtmlPage),
        (b"\n\n<html>\n<table><tr><td>1;2</td></tr></table>", HtmlPage),
        (b'{"type": "FeatureCollection", "features": []}', GeometryAsTable),
        (b"SQLite format 3\x00" + b"\x00" * 100, GeometryAsTable),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, PictureAsTable),
        (b"%PDF-1.4 ...", PictureAsTable),
        (OLE + b"\x00" * 512 + "EncryptedPackage".encode("utf-16-le"), PasswordProtected),
        (OLE + b"\x00" * 512 + "Workbook".encode("utf-16-le"), DamagedWorkbook),
        (OLE + b"\x00" * 512, BinaryJunk),
        (b"PK\x03\x04 truncated", DamagedArchive),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(
    write: Write, content: bytes, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal) as caught:
        read_table(write(content))
    sentence = str(caught.value)
    assert "tabelle.csv" in sentence
    assert "\n" not in sentence


def test_a_ragged_row_is_named(write: Write) -> None:
    with pytest.raises(RaggedRow, match="Zeile 3: 4 Felder, der Kopf hat aber 3"):
        read_table(write("AGS;Name;Wert\n03354001;Bergen;1\n03354002;Clenze;Stadt;2\n"))


def test_the_row_of_an_unclosed_quote_is_named(write: Write) -> None:
    with pytest.raises(UnclosedQuote, match="Zeile 3"):
        read_table(write('AGS;Name;Wert\n03354001;Bergen;1\n03354002;"Clenze;2\n'))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match=r"nirgends\.csv"):
        read_table(tmp_path / "nirgends.csv")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        read_table(tmp_path)


def _zip(
    path: Path, members: dict[str, str | bytes], *, compression: int = zipfile.ZIP_DEFLATED
) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_a_small_archive_passes(tmp_path: Path) -> None:
    assert check_archive(_zip(tmp_path / "a.zip", {"a/b.txt": "abc", "c.txt": "d"})) is None


def test_a_bomb_is_refused_before_unpacking(tmp_path: Path) -> None:
    bomb = _zip(tmp_path / "bombe.zip", {"a": b"0" * 5_000_000})
    with pytest.raises(OversizedArchive, match="5 MB"):
        check_archive(bomb)


def test_more_than_500_mb_are_refused_without_reading_them(tmp_path: Path) -> None:
    path = _zip(tmp_path / "gross.zip", {"a": b"0" * 100}, compression=zipfile.ZIP_STORED)
    content = bytearray(path.read_bytes())
    entry = content.index(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = struct.pack("<I", 501_000_000)
    path.write_bytes(bytes(content))
    with pytest.raises(OversizedArchive, match="501 MB"):
        check_archive(path)


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/etc/x", "C:/x", "..\\x", "C:\\x"])
def test_a_member_outside_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(EscapingArchive):
        check_archive(_zip(tmp_path / "flucht.zip", {name: "x"}))


SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    "{rows}</sheetData></worksheet>"
)
WORKBOOK = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"/>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/'
    'main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/'
    '2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def test_entities_in_a_workbook_are_refused(tmp_path: Path) -> None:
    sheet = '<!DOCTYPE x [<!ENTITY a "b">]>' + SHEET.format(rows="")
    path = _zip(tmp_path / "x.xlsx", {**WORKBOOK, "xl/worksheets/sheet1.xml": sheet})
    with pytest.raises(XmlEntities, match=r"sheet1\.xml"):
        read_table(path)


def test_entities_in_an_ods_are_refused(tmp_path: Path) -> None:
    content = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    path = _zip(tmp_path / "x.ods", {"content.xml": content, "META-INF/manifest.xml": "<m/>"})
    with pytest.raises(XmlEntities):
        read_table(path)


def test_an_encrypted_ods_is_refused(tmp_path: Path) -> None:
    members = {"content.xml": "abc", "META-INF/manifest.xml": "<m><encryption-data/></m>"}
    with pytest.raises(PasswordProtected):
        read_table(_zip(tmp_path / "x.ods", members))


def test_two_cells_in_far_corners_do_not_fill_the_memory(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )
    sheet = SHEET.format(rows=rows)
    path = _zip(tmp_path / "x.xlsx", {**WORKBOOK, "xl/worksheets/sheet1.xml": sheet})
    with pytest.raises(TooLarge, match="Zellen"):
        read_table(path)


def test_a_repeated_ods_cell_does_not_fill_the_memory(tmp_path: Path) -> None:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<d xmlns:table="{space}:table:1.0" xmlns:office="{space}:office:1.0"><table:table>'
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        'table:number-columns-repeated="1000" office:value-type="float" office:value="1"/>'
        "</table:table-row></table:table></d>"
    )
    path = _zip(tmp_path / "x.ods", {"content.xml": content, "META-INF/manifest.xml": "<m/>"})
    with pytest.raises(TooLarge, match=r"1\.000\.000\.000 Zellen"):
        read_table(path)


def test_a_bomb_named_xlsx_is_refused(tmp_path: Path) -> None:
    path = _zip(tmp_path / "x.xlsx", {**WORKBOOK, "xl/worksheets/sheet1.xml": b" " * 9_000_000})
    with pytest.raises(OversizedArchive):
        read_table(path)


def test_a_part_that_lies_about_its_size_is_damaged(tmp_path: Path) -> None:
    sheet = SHEET.format(rows=" " * 2_000)
    path = _zip(tmp_path / "x.xlsx", {**WORKBOOK, "xl/worksheets/sheet1.xml": sheet})
    content = bytearray(path.read_bytes())
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = struct.pack("<I", 50)
    path.write_bytes(bytes(content))
    with pytest.raises(DamagedWorkbook):
        read_table(path)
