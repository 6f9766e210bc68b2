"""Scripts travel as one file, and styles, under an address that names what is in them."""

from __future__ import annotations

from pathlib import Path

from layers.page_files import PageFile, page_file


def test_the_files_stand_one_after_the_other_by_name(tmp_path: Path) -> None:
    (tmp_path / "b.js").write_text("b();", encoding="utf-8")
    (tmp_path / "a.js").write_text("a();  // ohne Zeilenende", encoding="utf-8")
    (tmp_path / "a.css").write_text("a {}", encoding="utf-8")
    (tmp_path / "later").mkdir()
    (tmp_path / "later" / "c.js").write_text("c();", encoding="utf-8")
    assert page_file(tmp_path, "js").content.splitlines() == [
        "/* a.js */",
        "a();  // ohne Zeilenende",
        "/* b.js */",
        "b();",
    ]


def test_a_changed_file_has_another_address() -> None:
    assert PageFile("a();", "js").address == PageFile("a();", "js").address
    assert PageFile("a();", "js").address != PageFile("b();", "js").address
    assert PageFile("a {}", "css").address.endswith(".css")
