import pytest

from glossary.compare import compare
from tests.compare.seen import linked, two


def test_the_same_word_inflected() -> None:
    found = two("De fouten van kinderen", "Een fout van elk kind")
    assert {("fouten", "fout"), ("kinderen", "kind"), ("van", "van")} <= linked(found)


def test_a_compound_and_its_part() -> None:
    found = two("zorgkwaliteit meten", "kwaliteit van de zorg meten")
    assert {("zorgkwaliteit", "kwaliteit"), ("zorgkwaliteit", "zorg")} <= linked(found, alike=True)


def test_a_derived_word() -> None:
    assert ("veiligheid", "veilig") in linked(two("veiligheid voorop", "altijd veilig"))


@pytest.mark.parametrize(
    ("slip", "meant", "language"),
    [
        ("kwailteit", "kwaliteit", "nl"),
        ("behandelplaan", "behandelplan", "nl"),
        ("recieve", "receive", "en"),
    ],
)
def test_a_slip_of_the_pen(slip: str, meant: str, language: str) -> None:
    assert (slip, meant) in linked(two(f"{slip} telt", f"{meant} telt", language))


@pytest.mark.parametrize(
    ("one", "other"),
    [("leren", "leven"), ("huis", "huid"), ("plan2025", "plan2026"), ("vrijwillig", "verplicht")],
)
def test_words_that_only_look_alike_are_not_linked(one: str, other: str) -> None:
    assert linked(two(one, other)) == set()


def test_a_word_is_linked_once() -> None:
    found = two("fout na fout na fout", "een fout")
    assert [words for words in linked(found) if words[1] == "fout"] == [("fout", "fout")]
    assert len(found.pairs["delta", "noord"].links) == 1


def test_function_words_never_lead() -> None:
    assert linked(two("dat is van de gemeente", "dat is van de school")) == set()
    found = two("de bank in het park", "het bestuur van de bank")
    assert linked(found) == {("bank", "bank"), ("de", "de")}


def test_a_language_without_data_compares_by_words() -> None:
    found = compare({"noord": "Gjin flaters meitsje", "delta": "flaters melde"}, language="fy")
    assert linked(found, alike=True) == {("flaters", "flaters")}
