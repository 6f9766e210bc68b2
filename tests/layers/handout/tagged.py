"""A PDF seen as a screen reader gets it: its language, its tags, what stands for pictures."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader


class Tagged:
    def __init__(self, content: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(content))
        self.catalog: Any = self.reader.trailer["/Root"]
        self._content = content

    @property
    def tags(self) -> Counter[str]:
        return Counter(str(element["/S"]) for element in self._elements())

    @property
    def alternatives(self) -> list[str]:
        """What is read for each picture."""
        figures = (element for element in self._elements() if element["/S"] == "/Figure")
        return [str(element.get("/Alt", "")) for element in figures]

    @property
    def claims_ua(self) -> bool:
        return b"pdfuaid:part" in self.catalog["/Metadata"].get_object().get_data()

    def text(self, folder: Path) -> str:
        """As another program reads it."""
        if shutil.which("pdftotext") is None:
            pytest.skip("pdftotext fehlt (Debian-Paket poppler-utils)")
        (folder / "datei.pdf").write_bytes(self._content)
        call = ["pdftotext", "-layout", str(folder / "datei.pdf"), "-"]
        return subprocess.run(call, check=True, capture_output=True).stdout.decode()

    def _elements(self) -> Iterator[Any]:
        waiting = [self.catalog["/StructTreeRoot"]]
        while waiting:
            element = waiting.pop()
            if "/S" in element:
                yield element
            below = element.get("/K", [])
            kids = below if isinstance(below, list) else [below]
            waiting += [k for kid in kids if hasattr(k := kid.get_object(), "get")]


def assert_is_accessible(found: Tagged) -> None:
    """What PDF/UA asks for and a program can see: language, title, tags, texts for pictures."""
    assert found.claims_ua
    assert found.catalog["/Lang"].startswith("de")
    assert found.catalog["/MarkInfo"]["/Marked"]
    assert found.catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert found.tags["/H1"] == 1
    assert found.tags["/TH"] >= 3
    assert found.alternatives
    assert all(len(text) > 10 for text in found.alternatives)
