"""The slides opened by LibreOffice: a page for each, and nothing is cut off or written over."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from geodata.workspace import Workspace
from layers.handout.story_slides import story_slides
from tests.layers.handout.conftest import CHILDREN
from tests.layers.handout.test_story import FIRST, STORY
from tests.villages import BEDORF

OFFICE = shutil.which("soffice")
LONG = "Bedorf hat gebaut, und es wird noch mehr gebaut werden; 12 % mehr. " * 6


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice ist nicht installiert")
def test_libreoffice_opens_the_slides_with_all_their_text(
    workspace: Workspace, tmp_path: Path
) -> None:
    chosen = replace(CHILDREN, areas=(BEDORF,)).search
    chapters = (replace(FIRST, search=chosen, text=LONG[:400].strip()), FIRST)
    content = story_slides(workspace, replace(STORY, chapters=chapters), base="http://atlas")
    (tmp_path / "g.pptx").write_bytes(content)
    assert OFFICE is not None
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    call = [OFFICE, "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path)]
    done = subprocess.run([*call, str(tmp_path / "g.pptx")], capture_output=True, check=False)
    if not (tmp_path / "g.pdf").is_file():
        pytest.skip(f"LibreOffice kann hier keine Folien öffnen: {done.stderr.decode()[:80]}")
    pages = PdfReader(tmp_path / "g.pdf").pages
    assert len(pages) == 2
    first = " ".join(pages[0].extract_text().split())
    for said in ("Wo leben Kinder?", "Bedorf 1.234", "geheim gehalten", "Quelle: Kreisamt"):
        assert said in first
