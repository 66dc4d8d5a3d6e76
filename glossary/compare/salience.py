"""Which phrases of a text deserve a mark: the few that carry most.

A room reads three marks, not twenty: one in every text, and more where they carry something.
What turns a sentence carries most, then what shows an angle that the others do not take; small
words that weigh ("zelf", "every") add a little. What opens a sentence is mostly what it is about,
and the point comes after it. Of equals the first.
"""

from collections.abc import Collection, Iterable, Mapping

from glossary.compare.analysis import Analysed

_TURNS = 1.0
_WEIGHS = 0.5
_OPENS = -0.5
_MOST = 3  # phrases
_WORDS = 15  # of a long text for every phrase that is marked whatever it carries


def salient(
    text: Analysed,
    phrases: Iterable[range],
    turning: Collection[int],
    angles: Mapping[int, float],
    weighing: Collection[int],
) -> list[range]:
    """The few of `phrases` to mark, best first.

    Tokens: `turning` are in a contrast, `angles` show a lens and how much more it is this text's
    than the others', and `weighing` are small words that weigh.
    """

    def carried(phrase: range) -> float:
        turns = _TURNS if any(i in turning for i in phrase) else 0.0
        weighs = _WEIGHS if any(i in weighing for i in phrase) else 0.0
        shows = max([0.0, *(angles[i] for i in phrase if i in angles)])
        return turns + shows + weighs + (_OPENS if _opens(text, phrase) else 0.0)

    weights = {phrase: carried(phrase) for phrase in phrases}
    ranked = sorted(weights, key=lambda phrase: (-weights[phrase], phrase.start))[:_MOST]
    sure = max(1, len(text.words) // _WORDS)
    return ranked[:sure] + [phrase for phrase in ranked[sure:] if weights[phrase] > 0]


def _opens(text: Analysed, phrase: range) -> bool:
    """Whether a clause begins with this phrase and goes on after it."""
    clause = text.clause
    begins = phrase.start == 0 or clause[phrase.start - 1] != clause[phrase.start]
    ends = phrase.stop == len(clause) or clause[phrase.stop] != clause[phrase.start]
    return begins and not ends
