"""Names of different terms that may be one name: the same, another form, another spelling."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from glossary.compare.analysis import word
from glossary.compare.forms import is_known, stem
from glossary.compare.fuzzy import slips
from glossary.compare.languages import language
from glossary.compare.overlaps.carrying import carries
from glossary.compare.overlaps.model import AlikeNames, Entry, Key, NameKind, Pair
from glossary.compare.tokens import tokenize

_RANK = {kind: rank for rank, kind in enumerate(NameKind)}
_SHORTEST = 4  # letters; shorter names are abbreviations, of which every other letter is another
_CROWD = 50  # terms with one name in common; beyond it the name is a filler
_ADDED = re.compile(r"\([^()]{1,40}\)\s*$")  # "zero trust (ZT)" is "zero trust" as well
_MARKS = dict.fromkeys(range(0x300, 0x370))  # accents, once taken off their letters


class _Name(NamedTuple):
    """A name of a term as written, and its words in normal form.

    Those in `capitals` are abbreviations: "IT" is no "it".
    """

    term: Key
    code: str
    written: str
    words: tuple[str, ...]
    capitals: frozenset[str]


def alike_names(entries: Mapping[Key, Entry]) -> dict[Pair, AlikeNames]:
    """The pairs of terms with names that may be one, each with the most telling names."""
    names = sorted(_names(entries), key=_place)
    best: dict[Pair, AlikeNames] = {}
    for kind, one, other in _found(names):
        if one.term == other.term:
            continue
        first, second = sorted((one, other), key=_place)
        told = AlikeNames(kind, first.written, second.written)
        pair = (first.term, second.term)
        if pair not in best or _order(told) < _order(best[pair]):
            best[pair] = told
    return best


def _place(name: _Name) -> tuple[Key, str]:
    return name.term, name.written


def _order(told: AlikeNames) -> tuple[int, str, str]:
    return _RANK[told.kind], told.a, told.b


def _names(entries: Mapping[Key, Entry]) -> Iterator[_Name]:
    for key, entry in entries.items():
        code = language(entry.language).code
        bare = (_ADDED.sub("", name) for name in entry.names)
        for name in dict.fromkeys((*entry.names, *bare)):
            tokens = tokenize(name)
            written = {token.norm: name[token.start : token.end] for token in tokens}
            capitals = frozenset(norm for norm, text in written.items() if text.isupper())
            if tokens:
                yield _Name(key, code, name, tuple(token.norm for token in tokens), capitals)


def _found(names: list[_Name]) -> Iterator[tuple[NameKind, _Name, _Name]]:
    for kind, key in (
        (NameKind.SAME, lambda name: name.words),
        (NameKind.SPELLING, _letters),
        (NameKind.FORM, _forms),
    ):
        groups: dict[object, list[_Name]] = defaultdict(list)
        for name in names:
            if made := key(name):
                groups[made].append(name)
        for group in groups.values():
            if len({name.term for name in group}) <= _CROWD:
                yield from ((kind, one, other) for one, other in combinations(group, 2))
    yield from _slips(names)


def _letters(name: _Name) -> str:
    """The letters alone: "e-mail" and "email", "coördinatie" and "coordinatie"."""
    bare = unicodedata.normalize("NFKD", "".join(name.words)).translate(_MARKS)
    letters = "".join(char for char in bare if char.isalnum())
    return letters if len(letters) >= _SHORTEST else ""


def _forms(name: _Name) -> tuple[str, ...]:
    """The language and the dictionary forms of the words that make the name."""
    known = language(name.code)
    words = [word(norm, name.code) for norm in name.words]
    told = [each.lemma for each in words if carries(each, known) or each.norm in name.capitals]
    return (name.code, *told) if any(len(each) >= _SHORTEST for each in told) else ()


def _slips(names: Iterable[_Name]) -> Iterator[tuple[NameKind, _Name, _Name]]:
    """Names that are the same but for one word: with a slip of the pen, or another ending."""
    by_words: dict[tuple[str, ...], list[_Name]] = defaultdict(list)
    holding: dict[str, list[_Name]] = defaultdict(list)
    for name in names:
        by_words[name.code, *name.words].append(name)
        for norm in set(name.words):
            holding[norm].append(name)
    for one, other in slips(holding, holding):
        for name in holding[one]:
            # Two words of the dictionary are two words.
            if not (is_known(one, name.code) and is_known(other, name.code)):
                # The dictionary misses compounds; their endings are endings all the same.
                ending = stem(one, name.code) == stem(other, name.code)
                kind = NameKind.FORM if ending else NameKind.SLIP
                changed = (other if norm == one else norm for norm in name.words)
                for near in by_words.get((name.code, *changed), ()):
                    yield kind, name, near
