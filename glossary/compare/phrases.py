"""A text cut into phrases that can be read by themselves: "zonder hulp", "a bed in January".

Words that only tie a sentence together ("en", "that", "is") stand between phrases; a preposition
begins one. So a phrase is cut without knowing what is a noun or a verb.
"""

from collections.abc import Iterator

from glossary.compare.analysis import Analysed, Load
from glossary.compare.languages import Language

_LONGEST = 6  # words that can be read at a glance
_FULL = 3


def phrases(text: Analysed, known: Language) -> Iterator[range]:
    """The phrases of a text as ranges of tokens, in order; none crosses a clause."""
    start = 0
    for index in range(1, len(text.words) + 1):
        if index == len(text.words) or _begins(text, known, start, index):
            phrase = _tidy(text, known, start, index)
            if phrase:
                yield phrase
            start = index


def _begins(text: Analysed, known: Language, start: int, index: int) -> bool:
    """Whether token `index` begins another phrase than the one from `start`."""
    words, clause = text.words, text.clause
    norm, size = words[index].norm, index - start
    if clause[index] != clause[index - 1] or size >= _LONGEST:
        return True
    if norm in known.between or words[index - 1].norm in known.between:
        return True
    if words[index].load or index + 1 == len(words) or clause[index + 1] != clause[index]:
        return False
    if norm in known.beginning and words[index + 1].norm not in known.verb_joints:
        return any(words[i].load for i in range(start, index))
    return size >= _FULL and words[index - 1].load is not Load.FUNCTION


def _tidy(text: Analysed, known: Language, start: int, stop: int) -> range:
    """Without words at either end that say nothing there: "je", "er", "they"."""
    while start < stop and text.words[start].norm in known.around:
        start += 1
    while start < stop and text.words[stop - 1].norm in known.around:
        stop -= 1
    return range(start, stop)
