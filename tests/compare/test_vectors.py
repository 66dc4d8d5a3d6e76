from random import Random

from hypothesis import given
from hypothesis import strategies as st

from glossary.compare.vectors import Vectors, table

WORDS = ("huurder", "bewoner", "toezicht", "naleving", "aandacht", "dossier", "xyzzy", "")


def dutch() -> Vectors:
    vectors = table("nl")
    assert vectors is not None
    return vectors


def test_words_used_alike_are_near() -> None:
    vectors = dutch()
    assert vectors.similarity("huurder", "bewoner") > vectors.similarity("huurder", "dossier")
    assert vectors.similarity("toezicht", "naleving") > vectors.similarity("toezicht", "huurder")


def test_english_has_a_table_too() -> None:
    vectors = table("en-GB")
    assert vectors is not None
    assert vectors.similarity("tenant", "resident") > vectors.similarity("tenant", "cheese")


def test_a_language_without_a_table_has_none() -> None:
    assert table("fy") is None
    assert table("") is None
    assert table("../nl") is None


def test_a_compound_is_what_its_last_part_is() -> None:
    vectors = dutch()
    assert vectors.similarity("huisbewoner", "huurder") >= vectors.similarity("bewoner", "huurder")
    assert vectors.near(["huisbewoner", "wijkbewoner"], 0.5) == []


def test_an_unknown_form_is_its_dictionary_form() -> None:
    vectors = dutch()
    assert vectors.knows("zorggroepsdossiers")
    assert not vectors.knows("xyzzy")


def test_what_is_unknown_is_near_nothing() -> None:
    vectors = dutch()
    assert vectors.similarity("xyzzy", "huurder") == 0
    assert vectors.nearest(["xyzzy"], [{"huurder": 1.0}, {}]) == [[0.0, 0.0]]
    assert vectors.nearest([], [{"huurder": 1.0}]) == []
    assert vectors.near(["xyzzy", "huurder"], 0.0) == []


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=12), max_size=12), st.randoms())
def test_the_same_words_give_the_same_numbers_in_any_order(
    words: list[str], random: Random
) -> None:
    vectors = dutch()
    shuffled = random.sample(words, len(words))
    assert vectors.near(words, 0.3) == vectors.near(shuffled, 0.3)
    groups = [dict.fromkeys(shuffled, 1.0), dict.fromkeys(words, 1.0)]
    assert all(one == other for one, other in vectors.nearest(words, groups))
    for one, other in zip(words, shuffled, strict=True):
        assert vectors.similarity(one, other) == vectors.similarity(other, one)


def test_many_words_are_compared_in_blocks() -> None:
    vectors = dutch()
    words = [f"{start}bewoner" for start in ("huis", "dorps", "wijk", "stads", "eiland")] * 60
    words += [f"woord{n}huurder" for n in range(600)]
    assert vectors.near(words, 0.5) == sorted(vectors.near(words, 0.5))
    assert len(vectors.near(words, 0.5)) == 5 * 600
