"""Words in running text that may be loaded: names of what cannot be pointed at."""

import re
from collections.abc import Iterator, Sequence

from glossary.compare.analysis import Load, word
from glossary.compare.languages import Language
from glossary.compare.tokens import Token

_STEM = 3  # letters before an end, which "ding" and "city" do not have
_BESIDE = 5  # words within which somebody says what a word means
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+(?=[^\s\w]*[A-ZÀ-Ý0-9])")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """[start, end) of the sentences of a text, without the space around them."""
    start = 0
    for stop in (*(found.end() for found in _SENTENCE.finditer(text)), len(text)):
        piece = text[start:stop]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            yield start + lead, start + len(piece.rstrip())
        start = stop


def abstract(token: Token, known: Language) -> str:
    """The dictionary form of a word for what cannot be pointed at; "" for all others."""
    if not token.norm.isalpha():
        return ""
    found = word(token.norm, known.code)
    base = found.lemma
    if found.load is not Load.CONTENT or base in known.concrete:
        return ""
    ends = (end for end in known.abstract_ends if base.endswith(end))
    return base if any(len(base) - len(end) >= _STEM for end in ends) else ""


def is_defined(tokens: Sequence[Token], at: int, known: Language) -> bool:
    """Whether somebody says here what a word of a sentence means."""
    near = tokens[max(0, at - _BESIDE) : at + _BESIDE + 1]
    return any(token.norm in known.defining for token in near)
