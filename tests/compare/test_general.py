import tomllib
from importlib.resources import files

import pytest

from glossary.compare import Comparison, SignalKind, SpanKind, compare
from glossary.compare.general import GENERAL, general_labels, general_lenses
from glossary.compare.pulls import general_attraction
from glossary.domain import Lens
from glossary.locale import use


def strongest(text: str, language: str = "nl") -> str:
    weights = compare({"noord": text}, language=language).lenses["noord"]
    return max(weights, key=lambda lens: weights[lens].weight, default="")


@pytest.mark.parametrize(
    ("text", "lens"),
    [
        ("Het resultaat telt: een meetbaar hogere score", "result"),
        ("Wij doorlopen alle stappen van het plan en stellen het bij", "effort"),
        ("Wat voldoet aan de wettelijke eisen", "rule"),
        ("Ik voel me thuis en durf te zeggen wat ik wil", "experience"),
        ("Elkaar kennen en respect hebben", "relation"),
        ("Dat er iemand de tijd neemt en luistert", "attention"),
        ("Zoals vorige week, toen mevrouw aan de keukentafel zat", "example"),
        ("Warmtepomp", ""),
    ],
)
def test_an_angle_shows_in_how_people_put_things(text: str, lens: str) -> None:
    assert strongest(text) == lens


@pytest.mark.parametrize(
    ("text", "lens"),
    [
        ("Measurable outcomes and a better score", "result"),
        ("Whatever meets the statutory requirements", "rule"),
        ("I feel at home there", "experience"),
        ("Someone who takes time and listens", "attention"),
    ],
)
def test_in_english_too(text: str, lens: str) -> None:
    assert strongest(text, "en") == lens


def two(lenses: tuple[Lens, ...] = ()) -> Comparison:
    texts = {
        "noord": "Dat het voldoet aan de wettelijke norm",
        "delta": "Dat bewoners zich thuis voelen",
    }
    return compare(texts, language="nl", lenses=lenses)


def test_a_term_without_lenses_still_shows_its_angles() -> None:
    found = two()
    signal = next(each for each in found.signals if each.kind is SignalKind.LENSES)
    assert str(signal) == "delta looks at “Experience”, noord at “Rule and norm”"
    lenses = {span.lens for span in found.texts["noord"].spans if span.kind is SpanKind.ONLY}
    assert "rule" in lenses


def test_its_own_lenses_replace_the_general_ones() -> None:
    found = two((Lens("inzet", "Inzet", ("dossier",)),))
    assert not any(lens in GENERAL for own in found.lenses.values() for lens in own)


def test_general_angles_weigh_nothing() -> None:
    calm = two((Lens("leeg", "Leeg"),))
    assert two().attention == calm.attention


def test_a_language_without_words_for_them_has_none() -> None:
    assert general_lenses("fy") == general_lenses("") == ()
    assert strongest("Ik voel my thús", "fy") == ""


def test_their_names_are_in_the_language_of_the_reader() -> None:
    use("en")
    assert [lens.id for lens in general_labels()] == list(GENERAL)
    assert general_labels()[0].label == "Result"


def test_every_language_has_words_for_all_of_them() -> None:
    for source in (files("glossary.compare") / "angles").iterdir():
        data = tomllib.loads(source.read_text("utf-8"))
        assert list(data) == ["but", *GENERAL], source.name
        for lens in GENERAL:
            cues = data[lens]["cues"]
            assert len(cues) == len(set(cues)) >= 15


def test_angles_do_not_depend_on_what_was_compared_before() -> None:
    apart = {"noord": "Wij lopen het plan door"}  # "doorlopen" is a cue
    whole = {"noord": "Wij lopen naar buiten"}

    def in_turn(*texts: dict[str, str]) -> list[Comparison]:
        general_attraction.cache_clear()
        return [compare(each, language="nl") for each in texts]

    there = in_turn(apart, whole)
    assert in_turn(whole, apart) == there[::-1]
