"""Short names of partners for narrow columns: at most eight cells wide, and all different."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import count

from glossary.domain.cells import cell_len
from glossary.workflow.naming import fold

_CELLS = 8
# Words that say what kind of organisation it is, or nothing: no room calls a partner "Group".
_KINDS = frozenset(
    word
    for line in (
        "advice and association bewonersraad bibliotheek care centre charity college cooperative",
        "corporatie council coöperatie district en for foundation gemeente groep group health",
        "homes hospital housing huis in jeugdhulp jeugdzorg library museum network of partners",
        "partnership praktijk provincie residents school service services society stichting",
        "support team trust van vereniging voor welzijn zorg zorggroep",
    )
    for word in line.split()
)
_ARTICLES = frozenset(("de", "het", "een", "the", "a", "an"))
_VOWELS = "aeiouyëéèïöü"
_LEAST = 4  # letters by which a word is still known
_DIGITS = re.compile(r"\d{4,}$")
_WORD = re.compile(r"[^\W_]+(?:[&.-][^\W_]+)*")


def short_names(names: Iterable[str], taken: Collection[str] = ()) -> dict[str, str]:
    """A short name for each name, empty where the name itself is short enough.

    No two of them are alike, nor like one that is `taken`, whatever the case.
    """
    ordered = tuple(dict.fromkeys(names))
    used = {fold(name) for name in taken}
    found = {name: "" for name in ordered if _fits(name) and fold(name) not in used}
    used |= {fold(name) for name in found}
    spread = Counter(fold(word) for name in ordered for word in set(_WORD.findall(name)))
    for name in ordered:
        if name not in found:
            own = [word for word in _WORD.findall(name) if spread[fold(word)] == 1]
            found[name] = next(
                short
                for short in _candidates(name, own)
                if _fits(short) and fold(short) not in used
            )
            used.add(fold(found[name]))
    return found


def numbered(name: str, number: int) -> str:
    """A short name with a number behind it, of which the end gives way."""
    return f"{_cut(name, _CELLS - len(str(number)))}{number}"


def _candidates(name: str, own: list[str]) -> Iterator[str]:
    """Of the words that no other name has: an abbreviation, the last that is a name, the end of
    a number, any other, the beginning of the last that is a name; then that of the name.
    """
    words = [word for word in own if len(word) > 1 and word.lower() not in _ARTICLES]
    yield from (word for word in words if sum(map(str.isupper, word)) > 1)
    proper = [word for word in reversed(words) if fold(word) not in _KINDS]
    yield from proper[:1]
    yield from (digits[0][-_CELLS:] for word in words if (digits := _DIGITS.search(word)))
    yield from (*proper, *reversed(words))
    yield from map(_shortened, (*proper[:1], *words[-1:], name))
    for number in count(2):
        yield numbered(name, number)


def _shortened(word: str) -> str:
    """The beginning of a long word, up to a consonant, as people shorten words."""
    cut = _cut(word, _CELLS)
    bare = cut.rstrip(_VOWELS)
    return cut if cut == word or len(bare) < _LEAST else bare


def _fits(text: str) -> bool:
    return cell_len(text) <= _CELLS


def _cut(text: str, cells: int) -> str:
    while cell_len(text) > cells:
        text = text[:-1]
    return text.strip()
