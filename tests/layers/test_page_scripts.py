"""All scripts of the page travel as one, under an address that names what is in them."""

from __future__ import annotations

from pathlib import Path

from layers.page_scripts import page_scripts, scripts_address


def test_scripts_stand_one_after_the_other_by_name(tmp_path: Path) -> None:
    (tmp_path / "b.js").write_text("b();", encoding="utf-8")
    (tmp_path / "a.js").write_text("a();  // ohne Zeilenende", encoding="utf-8")
    (tmp_path / "later").mkdir()
    (tmp_path / "later" / "c.js").write_text("c();", encoding="utf-8")
    assert page_scripts(tmp_path).splitlines() == [
        "/* a.js */",
        "a();  // ohne Zeilenende",
        "/* b.js */",
        "b();",
    ]


def test_a_changed_script_has_another_address() -> None:
    assert scripts_address("a();") == scripts_address("a();")
    assert scripts_address("a();") != scripts_address("b();")
