"""Whatever happens to a key on its way through spreadsheets, it is found again or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.join.doctor import AreaNames, Diagnosis
from geodata.join.examination import Examination
from geodata.join.key_column import judged
from geodata.join.keys import candidates
from geodata.join.register import Register

KNOWN = (
    *(f"03354{number:03d}" for number in range(1, 28)),
    "03354501",
    "03354502",
    "033545403",
    "033545406",
    "033545407",
    "03354",
)
ARS_OF = {"03354005": "033545403005", "03354018": "033545407018", "03354501": "033549501501"}

DAMAGES: tuple[Callable[[str], str], ...] = (
    lambda key: key[1:] if key.startswith("0") else key,
    lambda key: f"{float(key)}",
    lambda key: f"{int(key)},0",
    lambda key: f"{int(key):.{len(str(int(key))) - 1}E}",
    lambda key: f"{int(key):,}".replace(",", "."),
    lambda key: f"  {key}\t",
    lambda key: " ".join(key),
    lambda key: f"'{key}",
    lambda key: f'="{key}"',
    lambda key: f"\ufeff{key}\u00a0",
    lambda key: ARS_OF.get(key, key),
    lambda key: ARS_OF.get(key, key)[1:],
    lambda key: key + "000" if len(key) == 9 else key,
    lambda key: key + "0000000" if len(key) == 5 else key,
    lambda key: key[:5] + key[6:] if len(key) == 9 else key,
)


@given(key=st.sampled_from(KNOWN), damage=st.sampled_from(DAMAGES))
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_damaged_key_finds_its_own_area(
    examined: Callable[..., Diagnosis], key: str, damage: Callable[[str], str]
) -> None:
    row = examined([(damage(key), "")]).rows.iloc[0]
    assert row["area_id"] == key


@given(digits=st.text("0123456789", min_size=1, max_size=13))
@settings(
    max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_random_digits_match_only_an_area_whose_form_they_are(
    examined: Callable[..., Diagnosis], digits: str
) -> None:
    row = examined([(digits, "")]).rows.iloc[0]
    forms = [key for key, _ in candidates(digits)]
    assert row["area_id"] in ("", *forms)
    assert row["outcome"] in ("outside", "unmatched") or row["area_id"]


@given(kreis=st.just("3354"), rest=st.text("0123456789", min_size=1, max_size=9))
@settings(
    max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_digits_near_the_county_never_match_another_area(
    examined: Callable[..., Diagnosis], kreis: str, rest: str
) -> None:
    row = examined([(kreis + rest, "")]).rows.iloc[0]
    if row["area_id"]:
        # Only whole forms count: AGS and Verband end as written, an ARS ends in the AGS's number.
        assert len(kreis + rest) in (7, 8, 11)
        assert row["how"].startswith("führende Null ergänzt")
        assert row["outcome"] == "repaired"


@given(text=st.text(max_size=20))
@settings(max_examples=500)
def test_no_text_in_a_cell_breaks_the_reading(text: str) -> None:
    assert len(candidates(text)) >= 1


@given(texts=st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), max_size=5))
@settings(max_examples=200)
def test_no_pair_of_texts_breaks_the_examination(texts: list[tuple[str, str]]) -> None:
    register = Register([AreaNames("gemeinde", ("03354001",), ("Clenze",))])
    column = judged({key for key, _ in texts})
    examination = Examination(register, column, "03354", None)
    for key, name in texts:
        finding = examination.of(key, name)
        assert bool(finding.hits) != bool(finding.outcome)


@pytest.mark.long
@given(key=st.sampled_from(KNOWN), first=st.sampled_from(DAMAGES), second=st.sampled_from(DAMAGES))
@settings(max_examples=5000, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_key_damaged_twice_never_finds_another_area(
    examined: Callable[..., Diagnosis],
    key: str,
    first: Callable[[str], str],
    second: Callable[[str], str],
) -> None:
    try:
        cell = second(first(key))
    except ValueError:
        return
    assert examined([(cell, "")]).rows["area_id"].iloc[0] in ("", key)
