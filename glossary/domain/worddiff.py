"""Which words went and which came between two versions of a text."""

import re
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from glossary.domain.text import normalise

# A word with the accents, hyphens and apostrophes inside it, or one other sign.
_WORD = re.compile(r"[\w\u0300-\u036f]+(?:['’-][\w\u0300-\u036f]+)*|[^\w\s]")

# Looking for what stayed takes at worst the product of both lengths for each piece; beyond this
# the middle is shown as replaced.
_MOST_PAIRS = 1_000_000


class PieceKind(StrEnum):
    """Whether words stayed, went or came."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


class Piece(NamedTuple):
    """A stretch of one or both texts, with the white space before its first word."""

    kind: PieceKind
    text: str


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order; of a replacement what went comes first.

    Kept and added pieces together are `after`, letter for letter. Kept and removed pieces are
    the words of `before`: white space and Unicode form do not count as changes. Equal
    neighbours are one piece. Longest common blocks, as in difflib.
    """
    if normalise(before) == normalise(after):
        return _joined([Piece(PieceKind.KEPT, after)])
    old, new = _tokens(before), _tokens(after)
    old_keys, new_keys = [*map(normalise, old)], [*map(normalise, new)]
    start = _common(old_keys, new_keys)
    end = _common(old_keys[start:][::-1], new_keys[start:][::-1])
    old_end, new_end = len(old) - end, len(new) - end
    pieces = [Piece(PieceKind.KEPT, "".join(new[:start]))]
    middle = _opcodes(old_keys[start:old_end], new_keys[start:new_end])
    for same, old_from, old_to, new_from, new_to in middle:
        added = "".join(new[start + new_from : start + new_to])
        if same:
            pieces.append(Piece(PieceKind.KEPT, added))
        else:
            removed = "".join(old[start + old_from : start + old_to])
            pieces += [Piece(PieceKind.REMOVED, removed), Piece(PieceKind.ADDED, added)]
    pieces.append(Piece(PieceKind.KEPT, "".join(new[new_end:])))
    return _joined(pieces)


def _opcodes(old: list[str], new: list[str]) -> list[tuple[bool, int, int, int, int]]:
    if len(old) * len(new) > _MOST_PAIRS:
        return [(False, 0, len(old), 0, len(new))]
    found = SequenceMatcher(None, old, new).get_opcodes()
    return [(tag == "equal", a, b, c, d) for tag, a, b, c, d in found]


def _tokens(text: str) -> list[str]:
    """The text in words, each with the white space before it; the last with what follows it."""
    starts = [match.end() for match in _WORD.finditer(text)][:-1]
    bounds = [0, *starts, len(text)]
    return [text[start:end] for start, end in pairwise(bounds) if end > start]


def _common(one: list[str], other: list[str]) -> int:
    """How many items both lists begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if found and found[-1].kind is piece.kind:
            found[-1] = Piece(piece.kind, found[-1].text + piece.text)
        else:
            found.append(piece)
    return tuple(found)
