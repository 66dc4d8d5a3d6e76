"""How near words are to the lenses: by their form and, with vectors, by their use."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from glossary.compare.analysis import Word
from glossary.compare.cues import Cue, general_cues, read_cues
from glossary.compare.kinship import Kin
from glossary.compare.languages import language
from glossary.compare.vectors import Vectors, table
from glossary.domain import Lens

_ALIKE = 0.85  # a word used like a cue is not the cue
_MANY = 50_000  # words of a long life that are kept
_NO_CUES: Mapping[str, tuple[float, str]] = {}


@dataclass(frozen=True, slots=True)
class Pull:
    """How one word draws a text to the lenses.

    `gains` by lens, in the order of their ids; below 0 where the word is further from that lens
    than from most. `cues` are the cues that the word is a form of, by lens, with how near.
    """

    gains: tuple[float, ...]
    cues: Mapping[str, tuple[float, str]]


@dataclass(frozen=True, slots=True)
class Pulls:
    """How words draw to `lenses` (ids, sorted), by normal form."""

    lenses: tuple[str, ...]
    words: Mapping[str, Pull]


class Attraction:
    """How words draw to the lenses of `cues`. What the use of a word says is worked out once.

    `words` are the cues of one word, `phrases` the others. A word counts by the nearest cue of
    each lens: the same word, one near in form or, with vectors, one used alike. What it has in
    common with all lenses alike tells none of them apart.
    """

    def __init__(self, cues: Sequence[Cue], alike: Vectors | None) -> None:
        self.phrases = tuple(cue for cue in cues if len(cue.lemmas) > 1)
        self.words = tuple(cue for cue in cues if len(cue.lemmas) == 1)
        self._forms = _by_form(self.words, {})
        self._bases = frozenset(cue.lemmas[0] for cue in self.words)
        self._lenses = tuple(sorted({cue.lens for cue in cues}))
        self._alike = alike
        self._met: dict[str, tuple[Sequence[float], Pull]] = {}

    def pulls(self, words: Iterable[Word], kin: Kin) -> Pulls:
        """How each of `words` draws, where `kin` tells which words are near in form."""
        asked = {each.norm: each for each in words}
        met = self._meet(asked)
        found = {norm: met[norm][1] for norm in asked}
        forms = self._forms if self._bases.isdisjoint(kin) else _by_form(self.words, kin)
        for norm, each in asked.items():
            if each.lemma in forms:
                found[norm] = self._pull(met[norm][0], forms[each.lemma])
        return Pulls(self._lenses, found)

    def _meet(self, asked: Iterable[str]) -> Mapping[str, tuple[Sequence[float], Pull]]:
        if len(self._met) > _MANY:
            # A new one, because another thread may still read the old.
            self._met = {}
        met = self._met
        new = [norm for norm in asked if norm not in met]
        if new:
            uses = self._by_use(new)
            pairs = zip(new, uses, strict=True)
            met.update((norm, (use, self._pull(use, _NO_CUES))) for norm, use in pairs)
        return met

    def _by_use(self, words: Sequence[str]) -> list[list[float]]:
        """For each word and lens how near the cue is that is used most like the word."""
        if self._alike is None:
            return [[0.0] * len(self._lenses) for _ in words]
        groups: dict[str, dict[str, float]] = {lens: {} for lens in self._lenses}
        for cue in self.words:
            groups[cue.lens][cue.norms[0]] = _ALIKE * cue.weight
        return self._alike.nearest(words, list(groups.values()))

    def _pull(self, use: Sequence[float], own: Mapping[str, tuple[float, str]]) -> Pull:
        common = sum(use) / len(use) if use else 0.0
        near = use
        if own:
            pairs = zip(self._lenses, use, strict=True)
            near = [max(own[lens][0], value) if lens in own else value for lens, value in pairs]
        return Pull(tuple([_steep(value - common) for value in near]), own)


@lru_cache(maxsize=256)
def attraction(lenses: tuple[Lens, ...], code: str, *, vectors: bool) -> Attraction:
    """How words draw to the lenses of a term."""
    return Attraction(read_cues(lenses, language(code)), table(code) if vectors else None)


@cache
def general_attraction(code: str, *, vectors: bool) -> Attraction:
    """The same for the general lenses of a language; by form they attract their cues alone."""
    return Attraction(general_cues(code), table(code) if vectors else None)


def _steep(gain: float) -> float:
    """One word near a cue says more than two that are half as near."""
    return gain * math.sqrt(abs(gain))


def _by_form(cues: Iterable[Cue], kin: Kin) -> dict[str, dict[str, tuple[float, str]]]:
    """For each dictionary form the lenses that it is a cue of, how near, and which cue."""
    found: dict[str, dict[str, tuple[float, str]]] = {}
    for cue in cues:
        base = cue.lemmas[0]
        for other, strength in ((base, 1.0), *kin.get(base, {}).items()):
            near = strength * cue.weight
            own = found.setdefault(other, {})
            if cue.lens not in own or own[cue.lens][0] < near:
                own[cue.lens] = (near, cue.text)
    return found
