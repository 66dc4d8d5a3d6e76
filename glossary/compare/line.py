"""A text as one row of words and marks, as people see it when two texts lie side by side."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from glossary.compare.analysis import Analysed

_MARK = re.compile(r"[^\w\s]")
_START = 3  # letters by which words that look alike are found
_LONGEST = 40


class Role(IntEnum):
    """What an item of a line is; only carriers lead."""

    MARK = 0
    SMALL = 1
    CARRIER = 2


@dataclass(frozen=True, slots=True)
class Line:
    """The words and marks of one text in order; indices count both.

    `spans` are [start, end) in code points; `forms` what is compared; `of_token` maps tokens of
    the text to items; `places` maps a form to its items; `small` maps dictionary forms of small
    words, and marks, to their items; `starts` the first letters of carriers to theirs.
    """

    spans: tuple[tuple[int, int], ...]
    forms: tuple[str, ...]
    roles: tuple[Role, ...]
    of_token: tuple[int, ...]
    places: Mapping[str, list[int]]
    small: Mapping[str, list[int]]
    starts: Mapping[str, list[int]]


def line(text: Analysed) -> Line:
    """The line of a text."""
    spans: list[tuple[int, int]] = []
    forms: list[str] = []
    roles: list[Role] = []
    of_token: list[int] = []
    places: dict[str, list[int]] = {}
    small: dict[str, list[int]] = {}
    starts: dict[str, list[int]] = {}

    def add(start: int, end: int, form: str, role: Role) -> None:
        places.setdefault(form, []).append(len(spans))
        spans.append((start, end))
        forms.append(form)
        roles.append(role)

    def add_marks(start: int, end: int) -> None:
        for mark in _MARK.finditer(text.text, start, end):
            small.setdefault(mark[0], []).append(len(spans))
            add(mark.start(), mark.end(), mark[0], Role.MARK)

    end = 0
    for index, (token, word) in enumerate(zip(text.tokens, text.words, strict=True)):
        add_marks(end, token.start)
        end = token.end
        of_token.append(len(spans))
        if index in text.carriers:
            if _START < len(word.norm) <= _LONGEST and word.norm.isalpha():
                starts.setdefault(word.norm[:_START], []).append(len(spans))
            add(token.start, end, word.norm, Role.CARRIER)
        else:
            small.setdefault(word.lemma, []).append(len(spans))
            add(token.start, end, word.norm, Role.SMALL)
    add_marks(end, len(text.text))
    return Line(tuple(spans), tuple(forms), tuple(roles), tuple(of_token), places, small, starts)
