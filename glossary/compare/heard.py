"""What one text says by itself, kept for the next comparison.

While somebody types seven of eight texts stay as they are, and so do those of the term that is
opened again.
"""

from functools import lru_cache
from typing import NamedTuple

from glossary.compare.analysis import Analysed, analyse
from glossary.compare.contrasts import Said, said
from glossary.compare.languages import Language, language
from glossary.compare.turns import Turn, turns

_LONGEST = 2_000  # code points of a text that is kept, which bounds the memory it takes


class Heard(NamedTuple):
    """The words of a text, the small ones that turn a sentence, and all that can turn another."""

    text: Analysed
    turns: tuple[Turn, ...]
    said: Said


def hear(text: str, term: tuple[str, ...], known: Language) -> Heard:
    """Listen to a text; `term` as dictionary forms."""
    return (kept if len(text) <= _LONGEST else _listen)(text, term, known.code)


def _listen(text: str, term: tuple[str, ...], code: str) -> Heard:
    known = language(code)
    analysed = analyse(text, known, term)
    turning = turns(analysed, known)
    return Heard(analysed, turning, said(analysed, turning, known))


kept = lru_cache(maxsize=256)(_listen)
