"""Which different words of a comparison are near in form: derived, part of a compound, a slip.

Worked out once over all words of all texts, so that pairs of texts only look things up.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import ceil

from glossary.compare.forms import is_known, stem
from glossary.compare.fuzzy import slips
from glossary.compare.languages import Language

# How much of a match each kind of nearness is; the same word counts 1.
DERIVED = 0.8
SLIP = 0.9
PART = 0.6

_SHORTEST_PART = 4
_LONGEST = 40

Kin = Mapping[str, Mapping[str, float]]


def kinship(lemmas: Mapping[str, str], known: Language) -> Kin:
    """For every dictionary form the forms near it, with how near (above 0, below 1).

    `lemmas` maps every word of the comparison, as written, to its dictionary form. The result
    is symmetric; forms without relatives are absent.
    """
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for first, second, strength in _pairs(lemmas, known):
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
    for first, second in slips(lemmas):
        if not (is_known(first, known.code) and is_known(second, known.code)):
            yield lemmas[first], lemmas[second], SLIP


def _derived(bases: list[str], code: str) -> Iterator[tuple[str, str]]:
    families: dict[str, list[str]] = defaultdict(list)
    for base in bases:
        families[stem(base, code)].append(base)
    for family in families.values():
        for place, first in enumerate(family):
            for second in family[place + 1 :]:
                # The stemmer makes one family of kwaal and kwaliteit.
                if second.startswith(first[: max(4, ceil(0.6 * len(first)))]):
                    yield first, second


def _parts(base: str, lemmas: Mapping[str, str], known: Language) -> Iterator[str]:
    """The words of the comparison that `base` is made of: its beginning and its end."""
    if len(base) > _LONGEST:
        return
    for cut in range(_SHORTEST_PART - 1, len(base) - 2):
        firsts = _without_joint(base[:cut], known)
        last = base[cut:].lstrip("-")
        if last in lemmas and len(last) >= _SHORTEST_PART and _any_known(firsts, known):
            yield last
        if any(first in lemmas for first in firsts) and is_known(last, known.code):
            yield from (first for first in firsts if first in lemmas)


def _any_known(words: list[str], known: Language) -> bool:
    return any(is_known(word, known.code) for word in words)


def _without_joint(first: str, known: Language) -> list[str]:
    bare = [first.removesuffix(joint) for joint in known.joints if first.endswith(joint)]
    return [form for form in (first, *bare) if len(form) >= _SHORTEST_PART - 1]
