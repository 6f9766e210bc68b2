"""Every word that explains itself stands in the glossary, once."""

from __future__ import annotations

import pytest

from indicators.published import Nature, Status
from layers.glossary import glossary, terms
from layers.term_button import term_button


def test_each_term_has_an_id_of_its_own_and_a_whole_sentence() -> None:
    listed = [term for group in glossary() for term in group.terms]
    assert len(terms()) == len(listed)
    assert all(term.meaning.endswith((".", "!")) and term.word for term in listed)


@pytest.mark.parametrize("code", [*(s.code for s in Status if s is not Status.SHOWN), "model"])
def test_each_gap_of_the_legend_is_explained(code: str) -> None:
    assert terms()[code].meaning


def test_what_no_real_figure_wears_is_explained() -> None:
    assert {nature.code for nature in Nature if nature is not Nature.REAL} <= set(terms())


def test_a_word_without_a_meaning_is_no_button() -> None:
    with pytest.raises(KeyError):
        term_button("unbekannt", "Unbekannt")
