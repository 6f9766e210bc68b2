"""Rows of a table meet the areas of the county."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from geodata.join.doctor import AreaNames, Diagnosis, diagnose, refuse_if_mostly_unmatched
from geodata.join.refusals import KeysRounded, MostlyUnmatched, NoSuchLevel, NothingMatched

Examined = Callable[..., Diagnosis]


def only(diagnosis: Diagnosis) -> pd.Series:
    assert len(diagnosis.rows) == 1
    return diagnosis.rows.iloc[0]


@pytest.mark.parametrize(
    ("key", "name", "outcome", "area_id"),
    [
        ("03354001", "", "matched", "03354001"),
        ("033545403005", "Gartow", "matched", "03354005"),
        ("033540000000", "", "matched", "03354"),
        ("03354000", "", "matched", "03354"),
        ("033545403", "", "matched", "033545403"),
        ("033545403000", "", "matched", "033545403"),
        ("03354403", "", "matched", "033545403"),
        ("033549502502", "", "matched", "03354502"),
        ("033549502", "", "matched", "03354502"),
        ("33545403", "", "repaired", "033545403"),
        ("3354", "", "repaired", "03354"),
        ("03354 ", "", "repaired", "03354"),
        ("", "Lüchow (Wendland), Stadt", "repaired", "03354018"),
        ("", "SG Gartow", "repaired", "033545403"),
        ("", "Gartow, gemeindefrei", "repaired", "03354501"),
        ("", "Goehrde, Gemeinde", "repaired", "03354006"),
        ("", "lüchow-dannenberg", "repaired", "03354"),
        ("Zernien", "", "repaired", "03354027"),
        ("03354108", "Zernien", "unmatched", ""),
    ],
)
def test_a_row_finds_its_area(
    examined: Examined, key: str, name: str, outcome: str, area_id: str
) -> None:
    row = only(examined([(key, name)]))
    assert (row["outcome"], row["area_id"]) == (outcome, area_id)


@pytest.mark.parametrize(
    ("key", "how"),
    [
        ("DG", "Deutschland"),
        ("00", "Deutschland"),
        ("03", "Land"),
        ("033", "Regierungsbezirk"),
        ("034", "Regierungsbezirk"),
        ("030000000000", "Land"),
        ("03355", "anderer Kreis: 03355"),
        ("130765654053", "anderer Kreis: 13076"),
        ("110000000000", "anderer Kreis: 11000"),
    ],
)
def test_rows_of_other_territory_are_outside(examined: Examined, key: str, how: str) -> None:
    row = only(examined([(key, "Wustrow (Wendland)")]))
    assert (row["outcome"], row["how"], row["area_id"]) == ("outside", how, "")


def test_a_bare_name_that_fits_several_areas_is_not_taken(examined: Examined) -> None:
    row = only(examined([("", "Gartow")]))
    assert row["outcome"] == "unmatched"
    assert row["suggestion"] == "03354005 Gartow oder 03354501 Gartow oder 033545403 Gartow"


def test_the_system_decides_between_levels_but_not_within_one(examined: Examined) -> None:
    rows = examined([("", "Lüchow"), ("", "Göhrde")], system="gemeinde").rows
    assert list(rows["outcome"]) == ["repaired", "unmatched"]
    assert rows["area_id"].iloc[0] == "03354018"
    assert only(examined([("", "Gartow")], system="samtgemeinde"))["area_id"] == "033545403"


def test_rows_of_another_level_are_ignored_and_say_so(examined: Examined) -> None:
    rows = examined([("03354", ""), ("", "SG Gartow"), ("03354001", "")], system="gemeinde").rows
    assert list(rows["outcome"]) == ["ignored", "ignored", "matched"]
    assert list(rows["how"].iloc[:2]) == [
        "andere Raumebene: Kreis",
        "andere Raumebene: Samtgemeinde",
    ]
    assert list(rows["area_id"].iloc[:2]) == ["", ""]


@pytest.mark.parametrize(
    ("key", "level"),
    [
        ("03354", "Kreis"),
        ("033540000000", "Kreis"),
        ("03354403", "Gemeindeverband"),
        ("33545403", "Gemeindeverband"),
    ],
)
def test_levels_that_the_workspace_lacks_are_ignored_when_another_is_asked_for(
    examined: Examined, key: str, level: str
) -> None:
    gemeinden = (AreaNames("gemeinde", ("03354003",), ("Damnatz",)),)
    asked = only(examined([(key, "Damnatz")], areas=gemeinden, system="gemeinde"))
    assert (asked["outcome"], asked["how"]) == ("ignored", f"andere Raumebene: {level}")
    assert only(examined([(key, "Damnatz")], areas=gemeinden))["outcome"] == "unmatched"


def test_an_empty_row_is_ignored(examined: Examined) -> None:
    row = only(examined([(" ", "")]))
    assert (row["outcome"], row["how"]) == ("ignored", "ohne Schlüssel und Namen")


@pytest.mark.parametrize(
    ("key", "name", "suggestion"),
    [
        ("", "Karwits", "03354012 Karwitz"),
        ("", "Bergen/Dumme", "03354001 Bergen an der Dumme"),
        ("03354081", "", "03354018 Lüchow (Wendland)"),
        ("03354999", "Lüchov (Wendland), Stadt", "03354018 Lüchow (Wendland)"),
    ],
)
def test_a_near_miss_is_suggested_and_not_taken(
    examined: Examined, key: str, name: str, suggestion: str
) -> None:
    row = only(examined([(key, name)]))
    assert (row["outcome"], row["area_id"]) == ("unmatched", "")
    assert suggestion in row["suggestion"].split(" oder ")


def test_a_name_on_another_level_than_the_key_is_not_taken(examined: Examined) -> None:
    gemeinden = (AreaNames("gemeinde", ("03354018",), ("Lüchow (Wendland)",)),)
    row = only(examined([("033545407", "Lüchow (Wendland)")], areas=gemeinden))
    assert row["outcome"] == "unmatched"


def test_a_key_that_disagrees_with_its_name_is_taken_with_a_warning(examined: Examined) -> None:
    diagnosis = examined([("03354001", "Bergen an der Dumme, Flecken"), ("03354005", "Zernien")])
    assert list(diagnosis.rows["outcome"]) == ["matched", "matched"]
    (warning,) = diagnosis.warnings
    assert warning.startswith("Zeile 3: Der Schlüssel „03354005“ gehört zu 03354005 Gartow")


def test_a_rounded_key_is_not_taken_and_warned_about(examined: Examined) -> None:
    diagnosis = examined([("3.35401E+06", "")])
    row = only(diagnosis)
    assert (row["outcome"], row["how"]) == (
        "unmatched",
        "Ziffern durch das Zahlenformat verloren",
    )
    assert "als Text" in diagnosis.warnings[0]


@pytest.mark.parametrize("area_id", ["033545403", "033545403000", "03354403"])
@pytest.mark.parametrize("key", ["033545403", "033545403000", "03354403", "33545403"])
def test_a_samtgemeinde_is_found_whatever_form_its_id_has(
    examined: Examined, area_id: str, key: str
) -> None:
    areas = (AreaNames("samtgemeinde", (area_id,), ("Gartow",)),)
    assert only(examined([(key, "")], areas=areas))["area_id"] == area_id


def test_free_keys_match_exactly_or_in_other_case(examined: Examined) -> None:
    areas = (AreaNames("sozialraum", ("SR-01", "SR-02"), ("Clenze", "Gartow")),)
    rows = examined([("SR-01", ""), ("sr-02", ""), ("SR-03", "")], areas=areas).rows
    assert list(rows["outcome"]) == ["matched", "repaired", "unmatched"]
    assert rows["area_id"].iloc[1] == "SR-02"


def test_free_numbers_are_not_taken_for_laender(examined: Examined) -> None:
    areas = (AreaNames("sozialraum", ("11", "12"), ("Clenze", "Gartow")),)
    rows = examined([("11", ""), ("13", "")], areas=areas).rows
    assert list(rows["outcome"]) == ["matched", "unmatched"]


def test_an_area_that_stands_on_every_level_goes_where_the_file_belongs(
    examined: Examined,
) -> None:
    on_both = {"03354501": "Gartow, gemeindefrei"}
    areas = (
        AreaNames("gemeinde", ("03354005", *on_both), ("Gartow", *on_both.values())),
        AreaNames("samtgemeinde", ("033545403", *on_both), ("Gartow", *on_both.values())),
    )
    of_gemeinden = examined([("03354005", ""), ("03354501", "")], areas=areas).rows
    of_verbaende = examined([("033545403", ""), ("033549501", "")], areas=areas).rows
    assert list(of_gemeinden["system"]) == ["gemeinde", "gemeinde"]
    assert list(of_verbaende["system"]) == ["samtgemeinde", "samtgemeinde"]
    assert list(of_verbaende["area_id"]) == ["033545403", "03354501"]


def test_a_kreisfreie_stadt_goes_to_the_level_of_its_file(examined: Examined) -> None:
    areas = (
        AreaNames("gemeinde", ("01001000", "01051001"), ("Flensburg", "Albersdorf")),
        AreaNames("kreis", ("01001", "01051"), ("Flensburg", "Dithmarschen")),
    )
    kreise = examined([("010010000000", ""), ("010510000000", "")], areas=areas, county="01051")
    gemeinden = examined([("010010000000", ""), ("010515163001", "")], areas=areas, county="01051")
    assert list(kreise.rows["area_id"]) == ["01001", "01051"]
    assert list(gemeinden.rows["area_id"]) == ["01001000", "01051001"]


def test_unknown_keys_of_a_county_whose_areas_are_here_are_unmatched(examined: Examined) -> None:
    areas = (AreaNames("gemeinde", ("03354001", "03355001"), ("Bergen", "Adendorf")),)
    rows = examined([("03355001", ""), ("03355099", ""), ("03360001", "")], areas=areas).rows
    assert list(rows["outcome"]) == ["matched", "unmatched", "outside"]


def test_the_index_and_the_input_stay_as_they_were(county_areas: tuple[AreaNames, ...]) -> None:
    rows = pd.DataFrame(
        {"row": [5, 9], "key": ["3354001", None], "name": ["", "SG Gartow"]}, index=[70, 30]
    )
    before = rows.copy(deep=True)
    diagnosis = diagnose(rows, county_areas, county="03354")
    pd.testing.assert_frame_equal(rows, before)
    assert list(diagnosis.rows.index) == [70, 30]
    assert list(diagnosis.rows["area_id"]) == ["03354001", "033545403"]


def test_an_empty_table_gives_an_empty_diagnosis(examined: Examined) -> None:
    diagnosis = examined([])
    assert diagnosis.rows.empty
    with pytest.raises(NothingMatched):
        refuse_if_mostly_unmatched(diagnosis, allow_unmatched=False, file="leer.csv")


def test_forty_percent_unmatched_are_refused_and_less_are_not(examined: Examined) -> None:
    good = [("03354001", ""), ("03354002", ""), ("03354003", "")]
    bad = [("03354901", ""), ("03354902", "")]
    outside = [("03355001", "")] * 50
    mostly = examined(good + bad + outside)
    with pytest.raises(MostlyUnmatched) as refused:
        refuse_if_mostly_unmatched(mostly, allow_unmatched=False, file="kita.csv")
    said = "kita.csv: Ohne passendes Gebiet bleiben 2 von 5 Zeilen (40 %)"
    assert str(refused.value).startswith(said)
    assert "Zeile 5 „03354901“" in str(refused.value)
    assert "--allow-unmatched" in str(refused.value)
    refuse_if_mostly_unmatched(mostly, allow_unmatched=True, file="kita.csv")
    refuse_if_mostly_unmatched(
        examined([*good, ("03354004", ""), *bad]), allow_unmatched=False, file="kita.csv"
    )


def test_a_table_of_another_county_is_refused_even_when_unmatched_are_allowed(
    examined: Examined,
) -> None:
    with pytest.raises(NothingMatched, match="1 außerhalb des Kreises"):
        refuse_if_mostly_unmatched(
            examined([("03355001", "")]), allow_unmatched=True, file="lueneburg.csv"
        )


ONLY_GEMEINDEN = (AreaNames("gemeinde", ("03360025", "03360026"), ("Uelzen", "Weste")),)


def test_kreis_rows_without_a_kreis_level_are_told_how_to_bring_it_in(examined: Examined) -> None:
    rows = [("03360", "Uelzen"), ("03354", "Lüchow-Dannenberg")]
    diagnosis = examined(rows, areas=ONLY_GEMEINDEN, county="03360")
    assert diagnosis.rows["outcome"].tolist() == ["unmatched", "outside"]
    assert diagnosis.rows["suggestion"].tolist() == ["", ""]
    with pytest.raises(NoSuchLevel, match=r"„Kreis“.*--system kreis .*AGS=03360\*"):
        refuse_if_mostly_unmatched(diagnosis, allow_unmatched=True, file="kreise.csv")


def test_one_row_of_a_missing_level_is_named_beside_rows_that_fit(examined: Examined) -> None:
    rows = [("03360", "Kreis"), ("033605401", "SG Aue"), ("03360025", ""), ("03360026", "")]
    diagnosis = examined(rows, areas=ONLY_GEMEINDEN, county="03360")
    kreis, verband = diagnosis.warnings
    assert kreis.startswith("Eine Zeile gehört zur Raumebene „Kreis“")
    assert "--system samtgemeinde" in verband


def test_no_neighbouring_number_is_suggested_where_a_name_says_otherwise(
    examined: Examined,
) -> None:
    named, bare = examined(
        [("03360027", "Wieren"), ("03360027", "")], areas=ONLY_GEMEINDEN, county="03360"
    ).rows["suggestion"]
    assert named == ""
    assert "03360026 Weste" in bare


def test_under_kreis_no_gemeinde_of_the_same_name_is_meant(examined: Examined) -> None:
    rows = [("", "Uelzen"), ("", "Lüneburg")]
    diagnosis = examined(rows, areas=ONLY_GEMEINDEN, county="03360", name_header="Kreis")
    assert diagnosis.rows["area_id"].tolist() == ["", ""]
    with pytest.raises(NoSuchLevel, match="Raumebene „Kreis“"):
        refuse_if_mostly_unmatched(diagnosis, allow_unmatched=True, file="kreise.csv")


def test_under_kreis_the_kreis_and_under_samtgemeinde_the_verband_is_meant(
    examined: Examined,
) -> None:
    areas = (*ONLY_GEMEINDEN, AreaNames("kreis", ("03360",), ("Uelzen",)))
    row = only(examined([("", "Uelzen")], areas=areas, county="03360", name_header="Landkreis"))
    assert (row["outcome"], row["area_id"]) == ("repaired", "03360")
    row = only(examined([("", "Gartow")], name_header="Samtgemeinde"))
    assert (row["outcome"], row["area_id"]) == ("repaired", "033545403")
    row = only(examined([("", "Clenze")], name_header="Samtgemeinde"))
    assert row["area_id"] == "03354002"


def test_keys_that_were_rounded_away_are_said_with_the_cure(examined: Examined) -> None:
    diagnosis = examined([("3,354E+11", ""), ("3,354E+11", "")])
    with pytest.raises(KeysRounded, match=r"Zeile 2 „3,354E\+11“.*als Text formatieren"):
        refuse_if_mostly_unmatched(diagnosis, allow_unmatched=True, file="werte.csv")


@pytest.mark.parametrize("key", ["99999999", "17001001", "00354001", "99"])
def test_a_key_of_no_german_land_is_unmatched_and_not_outside(examined: Examined, key: str) -> None:
    row = only(examined([(key, "Nirgendwo")]))
    assert (row["outcome"], row["area_id"]) == ("unmatched", "")
