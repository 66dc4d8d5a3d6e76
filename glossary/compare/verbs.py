"""Verbs that fall apart: "lost … op" is "oplossen", and so is "op te lossen"."""

from collections.abc import Iterator, Sequence

from glossary.compare.forms import is_known
from glossary.compare.languages import Language

_REACH = 20  # words between the halves


def whole_verbs(norms: Sequence[str], clause: Sequence[int], known: Language) -> dict[int, str]:
    """The tokens that are half a verb, each with the word that they are together.

    `norms` are the normal words of a text, `clause` the number of the clause of each. Only
    words that a dictionary holds are put together.
    """
    found: dict[int, str] = {}
    for index, norm in enumerate(norms):
        if norm in known.verb_ends:
            for half in _halves(norms, clause, known, index):
                whole = norm + norms[half]
                if half not in found and norms[half].isalpha() and is_known(whole, known.code):
                    found[half] = whole
                    break
    return found


def _halves(
    norms: Sequence[str], clause: Sequence[int], known: Language, end: int
) -> Iterator[int]:
    """Where the other half may stand of a verb whose end stands at `end`, likeliest first."""
    if end + 2 < len(norms) and norms[end + 1] in known.verb_joints:
        yield end + 2
    last = end + 1 == len(norms) or clause[end + 1] != clause[end]
    # Anywhere else "in" and "op" are likelier to be prepositions.
    if last or known.verb_ends[norms[end]]:
        for half in range(end - 1, max(-1, end - _REACH), -1):
            if clause[half] == clause[end] and norms[half] not in known.function:
                yield half
