"""By which words a lens is recognised."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from glossary.compare.analysis import Load, word
from glossary.compare.general import general_lenses
from glossary.compare.languages import Language, language
from glossary.compare.tokens import tokenize
from glossary.domain import Lens

_PART = 0.8  # a word of a phrase, or of the label: points the same way, but more weakly


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of a lens as dictionary forms."""

    lens: str
    text: str
    lemmas: tuple[str, ...]
    norms: tuple[str, ...]
    weight: float


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
