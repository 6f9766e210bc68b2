"""The name of an area as it is said in a sentence: „in der Samtgemeinde Elbtalaue“."""

from __future__ import annotations

from dataclasses import dataclass

from layers.words import section

_FREE = ", gemeindefrei"


@dataclass(frozen=True)
class SpokenArea:
    """The cases of a name: who, where, for whom; all but the name itself in small letters."""

    who: str
    where: str
    whom: str


def spoken_area(name: str, system_title: str = "", *, with_kind: bool = False) -> SpokenArea:
    """The name with the article that its kind needs.

    The kind is the first word of the name where it is one ("Landkreis Stendal"), else that of the
    area system ("Samtgemeinde", "Sozialraum (Vorschlag)"). A Gemeinde or Kreis is called by its
    bare name, unless `with_kind` says that another kind stands beside it.
    """
    if name.endswith(_FREE):
        return _with_article(name.removesuffix(_FREE), "free")
    bare, _, addition = name.partition(", ")
    genders = section("comparison.genders")
    own = _gender(bare.split(" ")[0], genders)
    if own:
        return _with_article(bare, own)
    kind = system_title.split(" ")[0]
    gender = _gender(kind, genders)
    is_town = kind in section("comparison.bare_kinds")
    if not gender or "tadt" in addition or (is_town and not with_kind):
        shown = f"{bare} ({system_title})" if with_kind and kind and not gender else bare
        return _with_article(shown, "name")
    return _with_article(f"{kind} {bare}", gender)


def _gender(kind: str, genders: dict[str, str]) -> str:
    """`Altmarkkreis` and `Ilm-Kreis` are Kreise; but `Neustadt` may be a village."""
    return genders.get("Kreis" if kind.casefold().endswith("kreis") else kind, "")


def _with_article(name: str, gender: str) -> SpokenArea:
    cases = section(f"comparison.cases.{gender}")
    return SpokenArea(*(cases[case].format(name=name) for case in ("who", "where", "whom")))


def starting(sentence: str) -> str:
    """A sentence begins with a capital letter."""
    return sentence[:1].upper() + sentence[1:]
