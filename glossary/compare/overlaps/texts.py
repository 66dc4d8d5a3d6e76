"""Definitions of different terms that nearly coincide.

Texts say the same as far as they share words, and rare words more than common ones.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from glossary.compare.analysis import Load, word
from glossary.compare.languages import Language, language
from glossary.compare.overlaps.carrying import carries
from glossary.compare.overlaps.model import AlikeTexts, Entry, Key, Pair
from glossary.compare.overlaps.rarity import Rarity, Words
from glossary.compare.tokens import tokenize
from glossary.compare.vectors import Vectors, table

_ENOUGH = 0.6  # of the weight of all words of two texts: less is about the same, not the same
_MAYBE = 0.45  # from here on words that are used alike may make up for the rest
_NEAR = 0.65  # how alike words are used that may stand for one another
_COUNTS = 0.5  # of a shared word, because opposites are used alike as well
_NEARLY = 0.99  # the most that texts share that are not the same
_FEWEST = 2  # words with a content of their own; a text with fewer ("zie aldaar") fits anything
_CROWD = 6  # terms with one text; beyond it the text is a filler ("to be decided")


class _Said(NamedTuple):
    """A text of one term: who says it, all its words, and those that carry something.

    `words` maps dictionary forms to the words as written.
    """

    term: Key
    partner: str
    norms: tuple[str, ...]
    words: Words


def alike_texts(entries: Mapping[Key, Entry], *, vectors: bool) -> dict[Pair, AlikeTexts]:
    """The pairs of terms with texts that nearly coincide, each with the texts that do most."""
    by_code: dict[str, dict[Key, Entry]] = defaultdict(dict)
    for key, entry in sorted(entries.items()):
        by_code[language(entry.language).code][key] = entry
    best: dict[Pair, AlikeTexts] = {}
    for code, group in sorted(by_code.items()):
        said = _without_fillers(list(_said(group, language(code))))
        alike = table(code) if vectors else None
        for pair, told in [*_equal(said), *_near(said, alike)]:
            if pair not in best or _order(told) < _order(best[pair]):
                best[pair] = told
    return best


def _order(told: AlikeTexts) -> tuple[float, bool, str, str]:
    return -told.share, told.a != told.b, told.a, told.b


def _said(entries: Mapping[Key, Entry], known: Language) -> Iterator[_Said]:
    """What is said of every term."""
    for key, entry in entries.items():
        for partner, meaning in sorted(entry.meanings.items()):
            tokens = tokenize(meaning)
            analysed = [(word(token.norm, known.code), token) for token in tokens]
            words = {
                each.lemma: meaning[token.start : token.end]
                for each, token in analysed
                if carries(each, known)
            }
            if sum(each.load is Load.CONTENT for each, _ in analysed) >= _FEWEST:
                yield _Said(key, partner, tuple(token.norm for token in tokens), words)


def _without_fillers(said: Sequence[_Said]) -> list[_Said]:
    terms: dict[tuple[str, ...], set[Key]] = defaultdict(set)
    for each in said:
        terms[each.norms].add(each.term)
    return [each for each in said if len(terms[each.norms]) <= _CROWD]


def _equal(said: Sequence[_Said]) -> Iterator[tuple[Pair, AlikeTexts]]:
    """Texts with the same words in the same order."""
    groups: dict[tuple[str, ...], list[_Said]] = defaultdict(list)
    for each in said:
        groups[each.norms].append(each)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if one.term != other.term:
                yield (one.term, other.term), AlikeTexts(1.0, one.partner, other.partner)


def _near(said: Sequence[_Said], alike: Vectors | None) -> Iterator[tuple[Pair, AlikeTexts]]:
    """Texts that share most of what they say."""
    rarity = Rarity([each.words for each in said])
    for i, j in rarity.candidates(_ENOUGH if alike is None else _MAYBE):
        one, other = said[i], said[j]
        if one.term != other.term and one.norms != other.norms:
            share = rarity.share(one.words, other.words)
            # Few pairs come this close, so that only they cost a look at how words are used.
            if alike is not None and _MAYBE <= share < _ENOUGH:
                share = rarity.share(one.words, other.words, _used_alike(one, other, rarity, alike))
            if share >= _ENOUGH:
                yield (one.term, other.term), _told(one, other, share)


def _told(one: _Said, other: _Said, share: float) -> AlikeTexts:
    return AlikeTexts(
        min(_NEARLY, share),
        one.partner,
        other.partner,
        tuple(one.words[base] for base in one.words if base not in other.words),
        tuple(other.words[base] for base in other.words if base not in one.words),
    )


def _used_alike(one: _Said, other: _Said, rarity: Rarity, alike: Vectors) -> float:
    """The weight of words of the one that stand for words of the other, each word once."""
    here, there = one.words.keys() - other.words.keys(), other.words.keys() - one.words.keys()
    taken: set[str] = set()
    weight = 0.0
    near = alike.near(here | there, _NEAR)
    for a, b, _ in sorted(near, key=lambda each: (-each[2], each)):
        if (a in here) != (b in here) and not taken & {a, b}:
            taken |= {a, b}
            weight += _COUNTS * min(rarity.weight(a), rarity.weight(b))
    return weight
