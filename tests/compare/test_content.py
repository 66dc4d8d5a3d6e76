"""Which words carry what a text says."""

from hypothesis import given
from hypothesis import strategies as st

from glossary.compare.content import content_words


def words(text: str, language: str, term: str = "") -> list[str]:
    return [text[start:end] for start, end in content_words(text, language=language, term=term)]


def test_function_words_and_the_term_are_left_out() -> None:
    assert words("De kwaliteit van het dossier en de bewoner", "nl", "kwaliteit") == [
        "dossier",
        "bewoner",
    ]
    assert words("the quality of a garden", "en", "quality") == ["garden"]


def test_without_language_data_every_word_counts() -> None:
    assert words("ein Garten", "de") == ["ein", "Garten"]


@given(st.text(max_size=60), st.sampled_from(["nl", "en", "xx"]))
def test_any_text_gives_places_in_order(text: str, language: str) -> None:
    found = content_words(text, language=language)
    flat = [place for pair in found for place in pair]
    assert flat == sorted(flat)
    assert all(0 <= start < end <= len(text) for start, end in found)
