"""Which different words of a comparison are near in form: derived, part of a compound, a slip.

Worked out once over all words of all texts, so that pairs of texts only look things up.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, combinations

from glossary.compare.forms import akin, is_known, lemma, stem
from glossary.compare.fuzzy import slips
from glossary.compare.languages import Language, language

# How much of a match each kind of nearness is; the same word counts 1.
DERIVED = 0.8
SLIP = 0.9
PART = 0.6
SHORT = 0.7  # an abbreviation and a word of what it stands for
SHARED_OUT = (PART, SHORT)  # one word here may be several there

_SHORTEST_PART = 4
_LONGEST = 40

Kin = Mapping[str, Mapping[str, float]]


def kinship(
    lemmas: Mapping[str, str], known: Language, written_out: Iterable[tuple[str, str]] = ()
) -> Kin:
    """For every dictionary form the forms near it, with how near (above 0, below 1).

    `lemmas` maps every word of the comparison, as written, to its dictionary form; `written_out`
    holds abbreviations with each of the words that they stand for. The result is symmetric;
    forms without relatives are absent.
    """
    near: dict[str, dict[str, float]] = defaultdict(dict)
    shortened = ((short, word, SHORT) for short, word in written_out)
    for first, second, strength in chain(_pairs(lemmas, known), shortened):
        if first != second and near[first].get(second, 0.0) < strength:
            near[first][second] = near[second][first] = strength
    return {word: others for word, others in near.items() if others}


def _pairs(lemmas: Mapping[str, str], known: Language) -> Iterator[tuple[str, str, float]]:
    bases = sorted(set(lemmas.values()))
    for first, second in _derived(bases, known.code):
        yield first, second, DERIVED
    if known.compounds:
        for base in bases:
            for part in _parts(base, lemmas, known):
                yield base, lemmas[part], PART
    yield from _hyphened(bases, lemmas)
    # Of two words that a dictionary holds neither is a slip of the other.
    suspects = {word for word in lemmas if not is_known(word, known.code)}
    for first, second in slips(lemmas, suspects):
        yield lemmas[first], lemmas[second], SLIP


def _hyphened(bases: list[str], lemmas: Mapping[str, str]) -> Iterator[tuple[str, str, float]]:
    """The same word with and without hyphens, and the parts between them."""
    for base in bases:
        if "-" in base and len(base) <= _LONGEST:
            bare = base.replace("-", "")
            if bare in lemmas:
                yield lemmas[bare], base, SLIP
            for part in base.split("-"):
                if part in lemmas and len(part) >= _SHORTEST_PART:
                    yield lemmas[part], base, PART


def _derived(bases: list[str], code: str) -> Iterator[tuple[str, str]]:
    families: dict[str, list[str]] = defaultdict(list)
    for base in bases:
        families[stem(base, code)].append(base)
    for family in families.values():
        for first, second in combinations(family, 2):
            if akin(first, second, code):
                yield first, second


def _parts(base: str, lemmas: Mapping[str, str], known: Language) -> Iterator[str]:
    """The words of the comparison that `base` is made of: its beginning and its end."""
    for first, last in _cuts(base, known.code):
        if last in lemmas:
            yield last
        elif not is_known(last, known.code):
            continue
        if first in lemmas and len(first) >= _SHORTEST_PART:
            yield first


@lru_cache(maxsize=65_536)
def _cuts(base: str, code: str) -> tuple[tuple[str, str], ...]:
    """Where a compound may be cut: a known word's dictionary form, and what follows it."""
    if len(base) > _LONGEST:
        return ()
    known = language(code)
    cuts = range(_SHORTEST_PART - 1, len(base) - _SHORTEST_PART + 1)
    parts = ((_first_part(base[:cut], known), base[cut:].lstrip("-")) for cut in cuts)
    return tuple((first, last) for first, last in parts if first is not None)


def _first_part(letters: str, known: Language) -> str | None:
    """The dictionary form of a beginning, if it is a word by itself or with a joint after it."""
    bare = (letters.removesuffix(joint) for joint in known.joints if letters.endswith(joint))
    forms = (form for form in (letters, *bare) if len(form) >= _SHORTEST_PART - 1)
    found = next((form for form in forms if is_known(form, known.code)), None)
    return None if found is None else lemma(found, known.code)
