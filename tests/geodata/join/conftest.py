"""The county as the tests of the join doctor know it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd
import pytest

from geodata.join.doctor import AreaNames, Diagnosis, diagnose

GEMEINDEN = {
    "03354001": "Bergen an der Dumme",
    "03354002": "Clenze",
    "03354003": "Damnatz",
    "03354004": "Dannenberg (Elbe)",
    "03354005": "Gartow",
    "03354006": "Göhrde",
    "03354007": "Gorleben",
    "03354008": "Gusborn",
    "03354009": "Hitzacker (Elbe)",
    "03354010": "Höhbeck",
    "03354011": "Jameln",
    "03354012": "Karwitz",
    "03354013": "Küsten",
    "03354014": "Langendorf",
    "03354015": "Lemgow",
    "03354016": "Luckau (Wendland)",
    "03354017": "Lübbow",
    "03354018": "Lüchow (Wendland)",
    "03354019": "Neu Darchau",
    "03354020": "Prezelle",
    "03354021": "Schnackenburg",
    "03354022": "Schnega",
    "03354023": "Trebel",
    "03354024": "Waddeweitz",
    "03354025": "Woltersdorf",
    "03354026": "Wustrow (Wendland)",
    "03354027": "Zernien",
    "03354501": "Gartow",
    "03354502": "Göhrde",
}
SAMTGEMEINDEN = {
    "033545403": "Gartow",
    "033545406": "Elbtalaue",
    "033545407": "Lüchow (Wendland)",
}


def area_names(system: str, named: dict[str, str]) -> AreaNames:
    return AreaNames(system, tuple(named), tuple(named.values()))


COUNTY = (
    area_names("gemeinde", GEMEINDEN),
    area_names("samtgemeinde", SAMTGEMEINDEN),
    area_names("kreis", {"03354": "Lüchow-Dannenberg"}),
)


def table_of(pairs: Iterable[tuple[str, str]]) -> pd.DataFrame:
    """Rows as they stand in a file: the first data row is row 2."""
    cells = [(place, key, name) for place, (key, name) in enumerate(pairs, start=2)]
    return pd.DataFrame(cells, columns=["row", "key", "name"])


@pytest.fixture(scope="session")
def examined() -> Callable[..., Diagnosis]:
    """Diagnose pairs of key and name in the county."""

    def examine(
        pairs: Iterable[tuple[str, str]],
        *,
        system: str | None = None,
        areas: tuple[AreaNames, ...] = COUNTY,
        county: str = "03354",
        name_header: str = "",
    ) -> Diagnosis:
        rows = table_of(pairs)
        return diagnose(rows, areas, county=county, system=system, name_header=name_header)

    return examine


@pytest.fixture(scope="session")
def county_areas() -> tuple[AreaNames, ...]:
    return COUNTY
