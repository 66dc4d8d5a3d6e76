"""Which terms may be one: the same whatever the order, for any text, and in time."""

import random
from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.compare.overlaps import Entry, Key, NameKind, Overlap, overlaps

CLIENT = "Iemand die zorg of ondersteuning krijgt van een van onze organisaties in de wijk."
PATIENT = "Iemand die zorg of ondersteuning krijgt van een van onze organisaties in de regio."
WORDS = [
    "zorg",
    "wijk",
    "niet",
    "moet",
    "huurder",
    "bewoners",
    "Zorg,",
    "2",
    "\u0301",
    "\ud800",
    "汉字",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join) | st.text(max_size=30)


def term(label: str, *texts: str, language: str = "nl") -> Entry:
    return Entry(language, (label,), {f"p{n}": text for n, text in enumerate(texts)})


def numbered(*entries: Entry) -> dict[Key, Entry]:
    return {("set", f"t{n}"): entry for n, entry in enumerate(entries)}


def pairs(found: tuple[Overlap, ...]) -> list[tuple[str, str]]:
    return [(one.terms[0][1], one.terms[1][1]) for one in found]


def test_nothing_overlaps_in_nothing() -> None:
    assert overlaps({}) == ()
    assert overlaps(numbered(term("cliënt", CLIENT))) == ()


def test_what_tells_most_comes_first() -> None:
    found = overlaps(
        numbered(
            term("cliënt", CLIENT),
            term("cliënten", CLIENT),
            term("patiënt", PATIENT),
            term("co-creatie"),
            term("cocreatie"),
        )
    )
    # names and texts together, the text alone, names alone, what only comes near
    assert pairs(found)[0] == ("t0", "t1")
    assert found[0].names is not None
    assert found[0].names.kind is NameKind.FORM
    assert set(pairs(found)) == {("t0", "t1"), ("t0", "t2"), ("t1", "t2"), ("t3", "t4")}


def test_words_that_differ_are_told_as_they_are_written() -> None:
    (found,) = overlaps(numbered(term("cliënt", CLIENT), term("patiënt", PATIENT)))
    assert found.texts is not None
    assert (found.texts.only_a, found.texts.only_b) == (("wijk",), ("regio",))
    assert found.names is None


def test_partners_that_differ_about_one_term_are_no_overlap() -> None:
    assert overlaps(numbered(term("cliënt", CLIENT, PATIENT))) == ()


def test_a_text_of_many_terms_is_a_filler() -> None:
    filler = "Wordt bepaald in het overleg van maart door alle betrokken partners."
    assert overlaps(numbered(*(term(f"woord{n}{n}{n}", filler) for n in range(9)))) == ()


def test_words_used_alike_bring_texts_over_the_line() -> None:
    one = "De bewoner van een woning die toezicht krijgt."
    other = "De huurder van een woning die naleving krijgt."
    entries = numbered(term("a", one), term("b", other))
    with_vectors, without = overlaps(entries), overlaps(entries, vectors=False)
    assert len(with_vectors) >= len(without)


@settings(max_examples=60)
@given(
    st.dictionaries(
        st.tuples(st.sampled_from(["a", "b"]), st.sampled_from(["x", "y", "z"])),
        st.builds(
            Entry,
            st.sampled_from(["nl", "en", "fi", ""]),
            st.lists(TEXTS, min_size=1, max_size=3).map(tuple),
            st.dictionaries(st.sampled_from(["p", "q"]), TEXTS, max_size=2),
        ),
        max_size=5,
    ),
    st.randoms(use_true_random=False),
)
def test_any_text_in_any_order(entries: Mapping[Key, Entry], mix: random.Random) -> None:
    found = overlaps(entries)
    turned = list(entries.items())
    mix.shuffle(turned)
    assert overlaps(dict(turned)) == found
    assert all(one.terms[0] < one.terms[1] and (one.names or one.texts) for one in found)
    assert len({one.terms for one in found}) == len(found)


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_whoever_comes_first_the_same_is_found(text: str, other: str) -> None:
    entries = {("s", "a"): term("noot", text), ("s", "b"): term("mies", other)}
    swapped = {("s", "a"): term("mies", other), ("s", "b"): term("noot", text)}
    here, there = overlaps(entries), overlaps(swapped)
    assert [one.texts and one.texts.share for one in here] == [
        one.texts and one.texts.share for one in there
    ]
