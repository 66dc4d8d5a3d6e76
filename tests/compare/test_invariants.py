"""What holds for every comparison, whatever people type."""

from collections.abc import Mapping
from random import Random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from glossary.compare import Comparison, Relation, SpanKind, compare
from glossary.domain import Lens

WORDS = """
kwaliteit kwaliteiten zorg zorgkwaliteit fout fouten incident moet mag niet geen hoeft kan
zonder met maar de een van bewoner bewoners melden gemeld must may not no need
"""
LENSES = (
    Lens("foutloos", "Er gaat niets mis", ("fout", "incident", "klacht")),
    Lens("aandacht", "Aandacht", ("aandacht", "bewoner", "tijd nemen")),
)
sentences = st.lists(st.sampled_from([*WORDS.split(), ",", ". "]), max_size=14).map(" ".join)
anything = st.text(st.characters(exclude_categories=()), max_size=60)
texts = st.one_of(sentences, anything)
groups = st.dictionaries(st.sampled_from("abcdef"), texts, max_size=5)
answers = st.dictionaries(
    st.sampled_from("abcd"),
    st.dictionaries(st.sampled_from(["x", "y"]), st.sampled_from(["yes", "no", "depends"])),
)
languages = st.sampled_from(["nl", "en", "nl-BE", "xx", ""])
calm = settings(max_examples=150)


def run(
    definitions: Mapping[str, str],
    language: str = "nl",
    lenses: tuple[Lens, ...] = LENSES,
    cases: Mapping[str, Mapping[str, str]] | None = None,
) -> Comparison:
    return compare(definitions, language=language, term="kwaliteit", lenses=lenses, cases=cases)


@calm
@given(groups, languages)
def test_spans_cover_each_text_exactly_in_order(group: dict[str, str], language: str) -> None:
    found = run(group, language)
    assert found.texts.keys() == group.keys()
    for partner, text in group.items():
        spans = found.texts[partner].spans
        assert "".join(text[span.start : span.end] for span in spans) == text
        assert all(span.start < span.end for span in spans)
        assert [span.start for span in spans] == [0, *(s.end for s in spans)][: len(spans)]


@calm
@given(groups, answers, languages, st.randoms())
def test_order_of_the_arguments_is_of_no_account(
    group: dict[str, str], cases: dict[str, dict[str, str]], language: str, random: Random
) -> None:
    def shuffled(items: Mapping[str, str]) -> dict[str, str]:
        keys = list(items)
        random.shuffle(keys)
        return {key: items[key] for key in keys}

    backwards = {key: dict(reversed(cases[key].items())) for key in reversed(cases)}
    one = run(group, language, LENSES, cases)
    other = run(shuffled(group), language, LENSES[::-1], backwards)
    assert one == other
    # Links are worked out when asked for, so they are no part of what is compared above.
    assert {key: pair.links for key, pair in one.pairs.items()} == {
        key: pair.links for key, pair in other.pairs.items()
    }


@calm
@given(texts, texts, languages)
@example("kwaliteit kwaliteit hoeft niet", "kwaliteit moet", "nl")
def test_swapping_two_texts_mirrors_what_is_found(one: str, two: str, language: str) -> None:
    there, back = run({"a": one, "b": two}, language), run({"a": two, "b": one}, language)
    pair, mirror = there.pairs["a", "b"], back.pairs["a", "b"]
    assert pair.relation is mirror.relation
    assert pair.wording_apart == mirror.wording_apart
    assert there.attention == back.attention
    assert {(link.a, link.b) for link in pair.links} == {(m.b, m.a) for m in mirror.links}
    assert sorted((c.kind, c.a.start, c.a.words, c.b.start, c.b.words) for c in pair.contrasts) == (
        sorted((c.kind, c.b.start, c.b.words, c.a.start, c.a.words) for c in mirror.contrasts)
    )
    assert [(s.start, s.end, s.kind) for s in there.texts["a"].spans] == [
        (s.start, s.end, s.kind) for s in back.texts["b"].spans
    ]


@calm
@given(texts, st.integers(2, 5), languages)
def test_equal_texts_are_the_same_with_nothing_marked(text: str, n: int, language: str) -> None:
    found = run({f"p{i}": text for i in range(n)}, language)
    assert {pair.relation for pair in found.pairs.values()} == {Relation.SAME}
    assert {pair.wording_apart for pair in found.pairs.values()} == {0.0}
    marked = {span.kind for each in found.texts.values() for span in each.spans}
    assert not marked & {SpanKind.ONLY, SpanKind.CONTRAST}
    assert found.attention == 0.0
    assert found.signals == ()


@calm
@given(groups, answers, languages)
def test_figures_stay_in_their_bounds(
    group: dict[str, str], cases: dict[str, dict[str, str]], language: str
) -> None:
    found = run(group, language, LENSES, cases)
    assert 0.0 <= found.attention <= 1.0
    assert all(0.0 <= pair.wording_apart <= 1.0 for pair in found.pairs.values())
    for weights in found.lenses.values():
        assert all(0.0 < each.weight <= 1.0 for each in weights.values())
        assert sum(each.weight for each in weights.values()) <= 1.0 + 1e-9
    strengths = [signal.strength for signal in found.signals]
    assert strengths == sorted(strengths, reverse=True)
    assert all(str(signal).isprintable() for signal in found.signals)


@calm
@given(groups, languages)
def test_offsets_of_links_and_contrasts_name_words(group: dict[str, str], language: str) -> None:
    for (a, b), pair in run(group, language).pairs.items():
        for link in pair.links:
            assert group[a][slice(*link.a)].strip() == group[a][slice(*link.a)] != ""
            assert group[b][slice(*link.b)].strip() == group[b][slice(*link.b)] != ""
        for contrast in pair.contrasts:
            for partner, side in ((a, contrast.a), (b, contrast.b)):
                assert side.partner == partner
                assert group[partner][side.start : side.end] == side.words
