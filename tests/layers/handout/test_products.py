"""All files of a view, by their names."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from geodata.workspace import Workspace
from layers.handout.facts import handout
from layers.handout.map_picture import map_svg
from layers.handout.products import PRODUCTS, made_file
from layers.handout.refusals import UnknownProduct
from layers.words import section
from tests.layers.handout.conftest import CHILDREN


def test_many_who_draw_at_once_get_the_same(workspace: Workspace) -> None:
    told = handout(workspace, CHILDREN)

    def drawn(_: int) -> bytes:
        return map_svg(workspace, told, width_mm=100, height_mm=80)

    with ThreadPoolExecutor(4) as several:
        assert len(set(several.map(drawn, range(8)))) == 1


def test_a_file_is_made_once_for_all_who_ask(workspace: Workspace) -> None:
    first = made_file(workspace, "tabelle.csv", CHILDREN)
    assert made_file(workspace, "tabelle.csv", CHILDREN) is first
    assert made_file(workspace, "tabelle.csv", CHILDREN, base="http://atlas") is not first


def test_what_is_no_product_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UnknownProduct, match=r"tabelle\.xlsx"):
        made_file(workspace, "../atlas.gpkg", CHILDREN)


def test_every_product_has_its_words() -> None:
    assert set(section("handout.files")) == set(PRODUCTS)
