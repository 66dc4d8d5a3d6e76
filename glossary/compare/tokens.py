"""Words of a text: each with its place in the original and the normal form that is compared."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# Marks that combine with the letter before them (Latin, Hebrew, Arabic, Indic), and signs that
# are invisible inside a word or only dress up a figure ("1" in a box). `re` counts them as no part
# of a word.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0b82"
    "\u0bbe-\u0bcd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
)
_HIDDEN = "\u00ad\u200c\u200d\ufe0e\ufe0f\u20e3"
# What the parts of an address say is nothing that a partner said.
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>\"“”]+", re.IGNORECASE)


def _words(letters: str) -> re.Pattern[str]:
    return re.compile(
        rf"\d+(?:[.,:]\d+)+|[^\W\d_](?:\.[^\W\d_])+(?![^\W_])|{letters}(?:['’ʼ‐‑-]{letters})*"
    )


_WORD = _words(f"(?:[^\\W_][{_MARKS}{_HIDDEN}]*)+")
# Few texts hold such signs; in all others this finds the same words, several times as fast.
_PLAIN_WORD = _words("[^\\W_]+")
_SIGN = re.compile(f"[{_MARKS}{_HIDDEN}]")
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-", **dict.fromkeys(_HIDDEN)})


class Token(NamedTuple):
    """A word at [start, end) in code points of the original; `norm` is what is compared."""

    start: int
    end: int
    norm: str


def tokenize(text: str) -> tuple[Token, ...]:
    """The words of `text` in order; between them lie punctuation, space and addresses (URLs)."""
    if "://" in text or "www." in text:
        text = _ADDRESS.sub(lambda found: " " * len(found[0]), text)
    word = _WORD if _SIGN.search(text) else _PLAIN_WORD
    return tuple([Token(*match.span(), normal(match[0])) for match in word.finditer(text)])


@lru_cache(maxsize=65_536)
def normal(word: str) -> str:
    """One form per word: Unicode NFC, case folded, plain apostrophes and hyphens.

    Accents are kept: in Dutch "één" is another word than "een".
    """
    folded = unicodedata.normalize("NFC", word.translate(_PLAIN)).casefold()
    return unicodedata.normalize("NFC", folded)
