"""How much of what somebody says another text carries.

It only ever rises when words are added to that text: what counts is whether a word stands there,
never how much else does. So no word is linked to one word of the other text and thereby lost to
another, as `align` does, and words are read one by one, whatever the clause around them.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import chain, groupby

from glossary.compare.analysis import Load, Word, analyse, term_forms, word
from glossary.compare.kinship import Kin, kinship
from glossary.compare.languages import Language
from glossary.compare.languages import language as known_language
from glossary.compare.tokens import tokenize
from glossary.compare.wording import WEIGHTS

_RUN = 3  # words in a row: fewer small ones stand in any text


def carried(
    text: str, sayings: Mapping[str, str], *, language: str, term: str = ""
) -> dict[str, float]:
    """For each of `sayings` the share (0 to 1) of its words that `text` carries, by their weight.

    A word that says something counts when it, or one near it in form, stands anywhere; a small
    word when it stands in a row of the saying's own words, in their order. The term itself does
    not count. `language` is a BCP 47 tag. Never raises on any text.
    """
    known = known_language(language)
    forms = term_forms(term, known)
    there = _words(text, known)
    own = {key: _words(saying, known) for key, saying in sayings.items()}
    vocabulary = {
        each.norm: each.lemma for each in chain(there, *own.values()) if each.load is Load.CONTENT
    }
    vocabulary.update([(base, base) for base in vocabulary.values()])
    kin = kinship(dict(sorted(vocabulary.items())), known)
    places: dict[str, list[int]] = {}
    for at, each in enumerate(there):
        places.setdefault(each.lemma, []).append(at)
    return {
        key: _share(own[key], analyse(sayings[key], known, forms).term, places, kin)
        for key in sayings
    }


def _words(text: str, known: Language) -> tuple[Word, ...]:
    return tuple([word(token.norm, known.code) for token in tokenize(text)])


def _share(
    words: Sequence[Word],
    term: frozenset[int],
    places: Mapping[str, Sequence[int]],
    kin: Kin,
) -> float:
    weights = [0.0 if at in term else WEIGHTS[each.load] for at, each in enumerate(words)]
    total = sum(weights)
    if not total:
        return 0.0
    in_rows = _in_rows(words, places)
    found = (
        weight * (1.0 if at in in_rows else _nearest(words[at], places, kin))
        for at, weight in enumerate(weights)
    )
    return min(1.0, sum(found) / total)


def _nearest(one: Word, places: Mapping[str, Sequence[int]], kin: Kin) -> float:
    if one.load is not Load.CONTENT:
        return 0.0
    if one.lemma in places:
        return 1.0
    near = kin.get(one.lemma, {})
    return max((strength for other, strength in near.items() if other in places), default=0.0)


def _in_rows(words: Sequence[Word], places: Mapping[str, Sequence[int]]) -> set[int]:
    """Which words stand in a row; of a row one, if the saying has any, is more than small."""
    size = min(_RUN, len(words))
    small = {at for at, each in enumerate(words) if each.load is Load.FUNCTION}
    bases = [each.lemma for each in words]
    starts = range(len(words) - size + 1)
    found: set[int] = set()
    for is_there, run in groupby(starts, lambda at: _is_in_order(bases[at : at + size], places)):
        first, *rest = run
        row = range(first, first + len(rest) + size)
        if is_there and (len(small) == len(words) or not small.issuperset(row)):
            found.update(row)
    return found


def _is_in_order(row: Sequence[str], places: Mapping[str, Sequence[int]]) -> bool:
    last = -1
    for base in row:
        where = places.get(base, ())
        after = bisect_right(where, last)
        if after == len(where):
            return False
        last = where[after]
    return True
