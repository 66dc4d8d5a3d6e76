import pytest

from glossary.compare.forms import akin, is_known, lemma


@pytest.mark.parametrize(
    ("word", "code", "base"),
    [
        ("kwaliteiten", "nl", "kwaliteit"),
        ("kinderen", "nl", "kind"),
        ("opgelost", "nl", "oplossen"),
        ("zit", "nl", "zitten"),
        ("zitten", "nl", "zitten"),
        ("rijden", "nl", "rijden"),
        ("rijdt", "nl", "rijden"),
        ("lijntjes", "nl", "lijn"),
        ("werkgever", "nl", "werkgever"),
        ("criteria", "nl", "criterium"),
        ("children", "en", "child"),
        ("decided", "en", "decide"),
        ("kwaliteiten", "xx", "kwaliteiten"),
        ("2026", "nl", "2026"),
    ],
)
def test_dictionary_form(word: str, code: str, base: str) -> None:
    assert lemma(word, code) == base


def test_derived_words_are_akin_and_words_that_only_share_a_stem_are_not() -> None:
    assert akin("veilig", "veiligheid", "nl")
    assert akin("rol", "rollen", "nl")
    assert not akin("kwaal", "kwaliteit", "nl")
    assert not akin("veilig", "gezond", "nl")


def test_a_slip_of_the_pen_is_not_in_the_dictionary() -> None:
    assert is_known("kwaliteit", "nl")
    assert not is_known("kwailteit", "nl")
    assert not is_known("kwaliteit", "xx")
