"""What was decided for one year's file reads the next year's file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from geodata.catalogue import Source
from geodata.tables.read import read_table
from geodata.tables.recipe import Recipe, load_recipe, save_recipe
from geodata.tables.refusals import (
    UnknownColumn,
    UnknownRecipeEntry,
    UnreadableRecipe,
    WrongRecipeEntry,
)

Write = Callable[..., Path]
FULL = Recipe(
    sheet="Daten",
    header_row=3,
    key="Nr. der Gemeinde",
    name="Ort",
    columns={"Kinder": {"variable": "kinder", "unit": "Anzahl", "label": "Kinder"}},
    period="2022-12-31",
    base="Zensus 2011",
    source=Source(id="amt", title="Jugendamt", attribution="© Landkreis"),
    number_style="english",
    markers={"k": "."},
    system="gemeinde",
)


def test_a_recipe_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    save_recipe(FULL, tmp_path / "r.toml")
    assert load_recipe(tmp_path / "r.toml") == FULL


def test_an_empty_recipe_is_an_empty_file(tmp_path: Path) -> None:
    save_recipe(Recipe(), tmp_path / "r.toml")
    assert (tmp_path / "r.toml").read_text() == ""
    assert load_recipe(tmp_path / "r.toml") == Recipe()


@pytest.mark.parametrize(
    ("text", "refusal", "sentence"),
    [
        ("farbe = 'rot'", UnknownRecipeEntry, "„farbe“"),
        ("[columns.Kinder]\nfarbe = 'rot'", UnknownRecipeEntry, "„columns.Kinder.farbe“"),
        ("[source]\nid = 'a'\ntitle = 'b'\nfarbe = 'rot'", UnknownRecipeEntry, "„source.farbe“"),
        ("header_row = 'drei'", WrongRecipeEntry, "muss eine Zahl sein"),
        ("number_style = 'swiss'", WrongRecipeEntry, "„german“ oder „english“"),
        ("[markers]\nk = '?'", WrongRecipeEntry, "„markers.k“"),
        ("[source]\nid = 'a'", WrongRecipeEntry, "„source.title“ fehlt"),
        ("kein toml", UnreadableRecipe, "kein gültiges TOML"),
        ("key = AGS", UnreadableRecipe, "Zeile 1, Spalte 7: Texte stehen in Anführungszeichen"),
    ],
)
def test_a_wrong_recipe_is_refused(
    write: Write, text: str, refusal: type[Exception], sentence: str
) -> None:
    with pytest.raises(refusal) as caught:
        load_recipe(write(text, name="r.toml"))
    assert sentence in str(caught.value)


THIS_YEAR = "Titel\nNr;Ort;Kinder am 31.12.2021;Rest\n03354001;Bergen;1,5;1\n03354002;Clenze;2;1\n"


def test_what_was_read_this_year_reads_next_year(write: Write, tmp_path: Path) -> None:
    first = read_table(
        write(THIS_YEAR), value="Kinder am 31.12.2021", indicator="kinder_u3", key="Nr"
    )
    save_recipe(first.recipe, tmp_path / "r.toml")
    next_year = THIS_YEAR.replace("2021", "2022").replace("Titel\n", "Titel\nNoch einer\n\n")
    again = read_table(write(next_year), recipe=load_recipe(tmp_path / "r.toml"))
    assert [(v.id, v.periods) for v in again.variables] == [("kinder_u3", ("2022-12-31",))]
    assert again.rows["key"].tolist() == ["03354001", "03354002"]


def test_columns_headed_by_years_alone_are_found_again(write: Write) -> None:
    first = read_table(write("Kinder\nAGS;2020;2021\n03354001;1;2\n"))
    again = read_table(write("Kinder neu\nAGS;2021;2022\n03354001;1;2\n"), recipe=first.recipe)
    assert [(v.id, v.periods) for v in again.variables] == [("kinder", ("2021", "2022"))]


def test_a_column_that_the_recipe_needs_is_missed_by_name(write: Write) -> None:
    recipe = Recipe(columns={"Kinder": {"variable": "kinder"}})
    with pytest.raises(UnknownColumn, match="„Kinder“"):
        read_table(write("AGS;Alte 2020\n03354001;1\n"), recipe=recipe)


def test_markers_source_base_and_style_of_a_recipe_hold(write: Write) -> None:
    recipe = Recipe(
        markers={"geheim": "."}, base="Zensus 2011", number_style="english", source=FULL.source
    )
    text = "AGS;Kinder 2020\n03354001;1.234\n03354002;geheim\n03354003;1,234.5\n"
    reading = read_table(write(text), recipe=recipe)
    assert reading.cells["marker"].tolist() == ["", ".", ""]
    assert reading.cells["value"].tolist()[::2] == [1.234, 1234.5]
    assert (reading.base, reading.source) == ("Zensus 2011", FULL.source)


def test_an_option_wins_over_the_recipe(write: Write) -> None:
    text = "AGS;Kinder\n03354001;1\n"
    reading = read_table(write(text), recipe=Recipe(period="2020"), period="2021")
    assert reading.cells["period"].tolist() == ["2021"]


def test_a_genesis_recipe_takes_one_figure_under_its_name(shared_data: Path) -> None:
    path = next((shared_data / "may-ship" / "genesis").glob("12411*.csv"))
    recipe = read_table(path, value="bevstd_gesw", indicator="frauen").recipe
    assert [v.id for v in read_table(path, recipe=recipe).variables] == ["frauen"]
