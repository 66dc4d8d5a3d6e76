"""By which words a lens is recognised, and how near every word of the texts is to it."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from glossary.compare.analysis import Load, Word, word
from glossary.compare.general import general_lenses
from glossary.compare.kinship import Kin
from glossary.compare.languages import Language, language
from glossary.compare.tokens import tokenize
from glossary.compare.vectors import Vectors
from glossary.domain import Lens

_PART = 0.8  # a word of a phrase, or of the label: points the same way, but more weakly
_ALIKE = 0.85  # a word used like a cue is not the cue
_MANY = 50_000  # words of a long life whose pull is kept
_NO_CUES: Mapping[str, tuple[float, str]] = {}
_STEEP = 1.5  # one word near a cue says more than two that are half as near


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of a lens as dictionary forms."""

    lens: str
    text: str
    lemmas: tuple[str, ...]
    norms: tuple[str, ...]
    weight: float


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


def read_cues(lenses: Sequence[Lens], known: Language) -> tuple[Cue, ...]:
    """All cues, phrases first, in an order that does not depend on that of the lenses."""
    found: dict[tuple[str, tuple[str, ...]], Cue] = {}
    for lens in sorted(lenses, key=lambda lens: lens.id):
        named = [lens.label]
        for text in lens.cues:
            norms = tuple(token.norm for token in tokenize(text))
            if len(norms) > 1:
                named.append(text)
            _add(found, lens.id, text, norms, 1.0, known)
        for text in named:
            for token in tokenize(text):
                if word(token.norm, known.code).load is not Load.FUNCTION:
                    _add(found, lens.id, token.norm, (token.norm,), _PART, known)
    return _phrases_first(found.values())


@cache
def general_cues(code: str) -> tuple[Cue, ...]:
    """The cues of the general lenses in a language, phrases first.

    A word of their phrases alone is no cue: such words are in every definition.
    """
    known = language(code)
    found: dict[tuple[str, tuple[str, ...]], Cue] = {}
    for lens in general_lenses(code):
        for text in lens.cues:
            norms = tuple(token.norm for token in tokenize(text))
            _add(found, lens.id, text, norms, 1.0, known)
    return _phrases_first(found.values())


def _phrases_first(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    return tuple(sorted(cues, key=lambda cue: (-len(cue.lemmas), cue.lens, cue.lemmas)))


def _add(
    found: dict[tuple[str, tuple[str, ...]], Cue],
    lens: str,
    text: str,
    norms: tuple[str, ...],
    weight: float,
    known: Language,
) -> None:
    lemmas = tuple(word(norm, known.code).lemma for norm in norms)
    if norms:
        found.setdefault((lens, lemmas), Cue(lens, text, lemmas, norms, weight))


def pulls(words: Iterable[Word], cues: Sequence[Cue], kin: Kin, alike: Vectors | None) -> Pulls:
    """How each of `words` draws to the lenses of `cues`.

    A word counts by the nearest cue of each lens: the same word, one near in form or, with
    vectors, one used alike. What it has in common with all lenses alike tells none of them apart.
    """
    lenses = tuple(sorted({cue.lens for cue in cues}))
    singles = [cue for cue in cues if len(cue.lemmas) == 1]
    distinct = sorted({each.norm: each for each in words}.values(), key=lambda each: each.norm)
    forms = _by_form(singles, kin)
    used = _by_use(distinct, singles, lenses, alike)
    found = {}
    for each, use in zip(distinct, used, strict=True):
        own = forms.get(each.lemma, _NO_CUES)
        common = sum(use) / len(lenses) if lenses else 0.0
        near = _nearer(own, lenses, use) if own else use
        found[each.norm] = Pull(tuple([_steep(value - common) for value in near]), own)
    return Pulls(lenses, found)


def general_pulls(words: Iterable[Word], code: str, alike: Vectors | None) -> Pulls:
    """The same for the general lenses of a language, which are the same for every term."""
    met = _met(code, alike is not None)
    asked = list(words)
    if len(met) > _MANY:
        return pulls(asked, general_cues(code), {}, alike)
    new = pulls((each for each in asked if each.norm not in met), general_cues(code), {}, alike)
    met.update(new.words)
    return Pulls(new.lenses, met)


@cache
def _met(code: str, vectors: bool) -> dict[str, Pull]:  # noqa: ARG001  # keys of the cache
    return {}


def _nearer(
    own: Mapping[str, tuple[float, str]], lenses: Iterable[str], use: Iterable[float]
) -> list[float]:
    """For each lens how near a word is by its form or by its use, whichever is nearer."""
    pairs = zip(lenses, use, strict=True)
    return [max(own[lens][0], value) if lens in own else value for lens, value in pairs]


def _steep(gain: float) -> float:
    return math.copysign(math.pow(abs(gain), _STEEP), gain)


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


def _by_use(
    words: Sequence[Word], cues: Sequence[Cue], lenses: Sequence[str], alike: Vectors | None
) -> list[list[float]]:
    """For each word and lens how near the cue is that is used most like the word."""
    if alike is None:
        return [[0.0] * len(lenses) for _ in words]
    groups: dict[str, dict[str, float]] = {lens: {} for lens in lenses}
    for cue in cues:
        groups[cue.lens][cue.norms[0]] = _ALIKE * cue.weight
    return alike.nearest([each.norm for each in words], list(groups.values()))
