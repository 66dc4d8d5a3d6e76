"""Short names of partners for narrow columns: at most eight cells wide, and all different."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from itertools import count

from glossary.workflow.naming import fold

_CELLS = 8


def short_names(names: Iterable[str], taken: Collection[str] = ()) -> dict[str, str]:
    """A short name for each name, empty where the name itself is short enough.

    No two of them are alike, nor like one that is `taken`, whatever the case.
    """
    ordered = tuple(dict.fromkeys(names))
    used = {fold(name) for name in taken}
    found = {name: "" for name in ordered if _fits(name) and fold(name) not in used}
    used |= {fold(name) for name in found}
    for name in ordered:
        if name not in found:
            found[name] = next(
                short for short in _candidates(name) if _fits(short) and fold(short) not in used
            )
            used.add(fold(found[name]))
    return found


def _candidates(name: str) -> Iterator[str]:
    """Abbreviations in the name, its last word, the end of its number, its first word, …"""
    words = re.findall(r"[^\W_]+", name)
    yield from (word for word in words if sum(map(str.isupper, word)) > 1)
    yield from words[-1:]
    yield from (f"…{word[1 - _CELLS :]}" for word in words if any(map(str.isdigit, word)))
    yield from words[:1]
    yield f"{_cut(name, _CELLS - 1)}…"
    for number in count(2):
        yield f"{_cut(name, _CELLS - len(str(number)))}{number}"


def _fits(text: str) -> bool:
    return _cells(text) <= _CELLS


def _cut(text: str, cells: int) -> str:
    while _cells(text) > cells:
        text = text[:-1]
    return text.strip()


def _cells(text: str) -> int:
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in ("W", "F"))
        for char in text
    )
