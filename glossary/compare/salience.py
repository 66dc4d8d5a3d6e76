"""Which of the words that nobody else says deserve a mark: the few that carry most.

A room reads four marks, not twenty. Words that show an angle carry most; of the others long
words, because in Dutch and English alike short ones are the common ones. Their neighbours are
marked with them, so that a phrase is marked as a phrase.
"""

from collections.abc import Collection, Mapping

from glossary.compare.analysis import Analysed

_LONG = 12  # letters; longer words are not more telling
_LENS = 1.0
_SHARE = 0.3  # of the words that carry meaning
_LEAST, _MOST = 2, 5
_BESIDE = 2  # tokens


def salient(
    text: Analysed, candidates: Collection[int], lenses: Mapping[int, str]
) -> frozenset[int]:
    """The tokens of `candidates` to mark; `lenses` maps cue words to their lens."""
    budget = min(_MOST, max(_LEAST, round(_SHARE * len(text.carriers))))
    telling = sorted(candidates, key=lambda i: (-_carries(text, i, lenses), i))[:budget]
    reach = range(-_BESIDE, _BESIDE + 1)
    near = {i + step for i in telling for step in reach if _one_clause(text, i, i + step)}
    return frozenset(near.intersection(candidates))


def _carries(text: Analysed, token: int, lenses: Mapping[int, str]) -> float:
    length = min(_LONG, len(text.words[token].norm)) / _LONG
    return length + (_LENS if token in lenses else 0.0)


def _one_clause(text: Analysed, token: int, other: int) -> bool:
    return 0 <= other < len(text.clause) and text.clause[other] == text.clause[token]
