"""The words of a text that carry what it says."""

from glossary.compare.analysis import Load, analyse, term_forms
from glossary.compare.languages import language as known_language


def content_words(text: str, *, language: str, term: str = "") -> tuple[tuple[int, int], ...]:
    """[start, end) of these words in code points, in order.

    Left out are function words, words that fit anywhere ("good", "make") and the term itself.
    `language` is a BCP 47 tag. Never raises on any text.
    """
    known = known_language(language)
    analysed = analyse(text, known, term_forms(term, known))
    return tuple(
        (token.start, token.end)
        for index, (token, word) in enumerate(zip(analysed.tokens, analysed.words, strict=True))
        if word.load is Load.CONTENT and index not in analysed.term
    )
