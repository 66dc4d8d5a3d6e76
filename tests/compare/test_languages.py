import pytest

from glossary.compare.languages import Language, Phrases, language
from glossary.compare.tokens import normal, tokenize


def lines(phrases: Phrases[object]) -> list[str]:
    return [" ".join(words) for group in phrases.values() for words, _ in group]


@pytest.mark.parametrize("tag", ["nl", "nl-BE", "NL", "nl_NL"])
def test_a_tag_finds_its_language(tag: str) -> None:
    assert language(tag) is language("nl")


def test_a_language_without_data_knows_no_small_words() -> None:
    assert language("fy") == Language("fy")


@pytest.mark.parametrize("code", ["nl", "en"])
def test_small_words_are_written_as_texts_are_read(code: str) -> None:
    known = language(code)
    everything = [
        *known.function,
        *known.generic,
        *known.clauses,
        *known.opposites,
        *lines(known.negations),
        *lines(known.not_negations),
        *lines(known.obligations),
        *lines(known.poles),
        *lines(known.indifferent),
        *lines(known.limits),
        *lines(known.deciding),
        *known.everyone,
        *known.anyone,
        *known.numbers,
        *known.percent,
        *known.between,
        *known.beginning,
        *known.around,
        *known.weighing,
        *known.corrected,
        *known.corrected.values(),
        *known.verb_forms,
        *known.infinitives,
        *known.diminutives,
        *known.feminines,
    ]
    for line in everything:
        assert line == normal(line)
    phrases = (
        *lines(known.negations),
        *lines(known.not_negations),
        *lines(known.obligations),
        *lines(known.poles),
        *lines(known.indifferent),
        *lines(known.limits),
        *lines(known.deciding),
    )
    for line in phrases:
        assert [token.norm for token in tokenize(line)] == line.split()


@pytest.mark.parametrize("code", ["nl", "en"])
def test_no_word_is_both_grammar_and_generic(code: str) -> None:
    known = language(code)
    assert not known.function & known.generic


@pytest.mark.parametrize("code", ["nl", "en"])
def test_phrases_fall_apart_at_small_words_only(code: str) -> None:
    known = language(code)
    assert known.between | known.beginning | known.around <= known.function
    assert not known.between & known.beginning


@pytest.mark.parametrize("code", ["nl", "en"])
def test_no_word_is_its_own_opposite(code: str) -> None:
    for group in language(code).poles.values():
        for words, poles in group:
            numbers = [pole.opposition for pole in poles]
            assert len(numbers) == len(set(numbers)), words
