"""Verbs: what looks like one, and those that fall apart ("lost … op", "op te lossen")."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from glossary.compare.forms import is_known, lemma
from glossary.compare.languages import Language, language

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
                whole = _whole(norm, norms[half], known.code)
                if whole and half not in found:
                    found[half] = whole
                    break
    return found


@lru_cache(maxsize=65_536)
def _whole(end: str, half: str, code: str) -> str:
    """The word that two halves make, or nothing; a verb of any two: "zet … aan" is no "aanzet"."""
    wholes = (end + half, end + lemma(half, code)) if half.isalpha() else ()
    words = [whole for whole in wholes if is_known(whole, code)]
    verbs = (word for word in words if lemma(word, code).endswith(language(code).infinitives))
    return next(verbs, words[0] if words else "")


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


def is_verb(norm: str, base: str, known: Language) -> bool:
    """Whether a word ends as a verb does, and its dictionary form as well."""
    if not norm.endswith(known.verb_forms):
        return False
    return base.endswith(known.infinitives) if known.infinitives else base != norm
