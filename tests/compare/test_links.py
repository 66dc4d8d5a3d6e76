"""Every link of two texts, for who reads them side by side."""

from collections.abc import Mapping

from hypothesis import example, given, settings
from hypothesis import strategies as st

from glossary.compare import Link, compare
from glossary.compare.tokens import tokenize
from tests.compare.seen import linked, two

WORDS = """
kwaliteit kwaliteiten zorg zorgkwaliteit van de het een lost op oplossen AVG algemene
verordening gegevensbescherming en , . met moet niet 2025 2026
"""
texts = st.lists(st.sampled_from(WORDS.split()), max_size=16).map(" ".join)
calm = settings(max_examples=100)


def links(group: Mapping[str, str], *, vectors: bool = True) -> tuple[Link, ...]:
    return compare(group, language="nl", vectors=vectors).pairs["a", "b"].links


def test_small_words_and_marks_follow_the_words_around_them() -> None:
    found = two("De zorg, en de buurt.", "Zorg voor de buurt, en de rest.")
    assert {("zorg", "Zorg"), ("buurt", "buurt"), (".", "."), ("de", "de")} <= linked(found)
    assert linked(found, alike=True) == {("zorg", "Zorg"), ("buurt", "buurt")}


def test_another_word_in_the_same_place_is_not_alike() -> None:
    found = two("The council pays every parent", "The council visits every parent", "en")
    assert ("pays", "visits") in linked(found)
    assert ("pays", "visits") not in linked(found, alike=True)


def test_words_used_alike_are_linked_with_vectors_only() -> None:
    group = {"a": "After school the teacher may call", "b": "An instructor is there at school"}
    for vectors in (True, False):
        found = compare(group, language="en", vectors=vectors).pairs["a", "b"].links
        named = {(group["a"][slice(*link.a)], group["b"][slice(*link.b)]) for link in found}
        assert (("teacher", "instructor") in named) is vectors


def test_texts_too_long_to_read_word_by_word_keep_their_plain_links() -> None:
    long = " ".join(f"woord{number:x}" for number in range(1_000))
    found = compare({"a": long, "b": f"{long} slot"}, language="nl").pairs["a", "b"].links
    assert len(found) == 1_000
    assert all(link.a == link.b and link.alike for link in found)


@calm
@given(texts)
def test_a_text_is_linked_to_itself_word_by_word(text: str) -> None:
    text = f"kwaliteit {text}"
    found = links({"a": text, "b": text})
    assert [link.a for link in found if link.a == link.b] == [
        (token.start, token.end) for token in tokenize(text.replace(",", "k").replace(".", "k"))
    ]


@calm
@given(texts, texts, st.booleans())
def test_the_other_way_round_links_are_the_same(one: str, other: str, vectors: bool) -> None:
    there = links({"a": one, "b": other}, vectors=vectors)
    back = links({"a": other, "b": one}, vectors=vectors)
    assert {(link.a, link.b, link.alike) for link in there} == {
        (link.b, link.a, link.alike) for link in back
    }


@calm
@given(texts, texts)
def test_words_that_are_not_alike_are_linked_once(one: str, other: str) -> None:
    found = [link for link in links({"a": one, "b": other}) if not link.alike]
    assert len({link.a for link in found}) == len({link.b for link in found}) == len(found)


@calm
@example("zorg lost op", "oplossen lost kwaliteit")
@given(texts, texts)
def test_nothing_is_linked_without_a_word_that_is_alike(one: str, other: str) -> None:
    found = links({"a": one, "b": other})
    assert not found or any(link.alike for link in found)
