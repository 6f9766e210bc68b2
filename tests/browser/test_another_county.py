"""Another county has its own atlas, and a new share appears on it while it runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import second_county
from tests.browser.serving import served

pytestmark = pytest.mark.browser


@pytest.fixture
def lueneburg_folder(tmp_path: Path, shared_data: Path) -> Path:
    """The second county with its tables, before anything was catalogued."""
    second_county.bring_in(tmp_path / "w", shared_data)
    return tmp_path / "w"


@pytest.fixture
def lueneburg(lueneburg_folder: Path) -> Iterator[str]:
    with served(lueneburg_folder) as address:
        yield address


def test_another_county_has_its_own_atlas_and_a_new_share_appears_while_it_runs(
    lueneburg: str, lueneburg_folder: Path, reads: Any
) -> None:
    reader = reads(lueneburg).open("?indikator=prs018")
    assert "Landkreis Lüneburg" in reader.text(".top-bar")
    assert len(reader.see("fills")) == 43
    assert "Amelinghausen" in reader.text("#ranking")
    assert "Uelzen" in {e.text for e in reader.all(".place-name-neighbour")}
    second_county.make_a_share(lueneburg_folder)
    reader.until(reader.find("#news").is_displayed)
    reader.click("#news-button")
    reader.until(lambda: reader.see("settled") and "Demografie" in reader.text(".topics"))
    reader.ask("Demografie", "Wo leben mehr Frauen als Männer?")
    reader.until(lambda: reader.choices.get("indikator") == "frauenanteil")
    reader.settled()
    assert "Anteil der Frauen" in reader.text(".legend")
    assert "51,4" in reader.text("#portrait .figure")
    assert "Hitzacker" not in reader.driver.page_source
    assert "03354" not in reader.driver.page_source
