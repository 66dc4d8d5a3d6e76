"""What goes into a search for overlaps, and what comes out."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

# A set and a term in it.
Key = tuple[str, str]
Pair = tuple[Key, Key]


class Entry(NamedTuple):
    """A term: its names (the label first) and what each partner means by it, by partner id.

    `language` is the BCP 47 tag of both.
    """

    language: str
    names: tuple[str, ...]
    meanings: Mapping[str, str]


class NameKind(StrEnum):
    """How two names are one."""

    SAME = "same-name"
    SPELLING = "spelling"
    FORM = "form"
    SLIP = "slip"


class AlikeNames(NamedTuple):
    """Two names that may be one: `a` of the first term, `b` of the second."""

    kind: NameKind
    a: str
    b: str


class AlikeTexts(NamedTuple):
    """Two texts that nearly coincide: what partner `a` says of the first term, `b` of the second.

    `share` is how much of their words they share, weighed by how rare those are: 0 to 1, and 1
    only for the same text. It orders findings and is not for people. `only_a` and `only_b` are the
    words that the other does not say.
    """

    share: float
    a: str
    b: str
    only_a: tuple[str, ...] = ()
    only_b: tuple[str, ...] = ()


class Overlap(NamedTuple):
    """Two terms that may be one, and why: by their names, by what is said of them, or both."""

    terms: Pair
    names: AlikeNames | None
    texts: AlikeTexts | None
