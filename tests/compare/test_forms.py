import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import product

import pytest
import snowballstemmer

from glossary.compare.forms import akin, is_known, lemma, stem

_MADE_UP = ["".join(letters) for letters in product("bdfg", "aeo", "lmnr", "dkt")]


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


def test_threads_that_compare_at_once_do_not_mix_their_words() -> None:
    words = [f"{first}{last}" for first in _MADE_UP for last in ("ational", "ingness", "iveness")]
    alone = {word: snowballstemmer.stemmer("english").stemWord(word) for word in words}
    pace = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            found = dict(pool.map(lambda word: (word, stem.__wrapped__(word, "en")), words * 8))
    finally:
        sys.setswitchinterval(pace)
    assert found == {word: alone[lemma(word, "en")] for word in words}
