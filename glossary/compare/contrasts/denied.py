"""Whether a clause says what another denies, word by word."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from glossary.compare.analysis import Analysed, Load, Word
from glossary.compare.contrasts.turned import Links, nearest, weigh
from glossary.compare.kinship import PART
from glossary.compare.languages import Language, Pole
from glossary.compare.turns import Turn
from glossary.compare.verbs import is_verb

_COVERED = 0.7  # share of the denied clause that the other text says
_LEAST = 1 / 3  # share of its words that must be linked for a clause to be looked at closely
_TOGETHER = 2  # words in common; one may be a coincidence


@dataclass(frozen=True, slots=True)
class _Denied:
    """The words of a denied clause that another says, shares a part with, or leaves out."""

    said: list[int] = field(default_factory=list)
    hinted: list[int] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)

    def share(self, text: Analysed) -> float:
        """How much of the clause the other says, 0 to 1."""
        said = weigh(text, self.said) + PART * weigh(text, self.hinted)
        return said / weigh(text, [*self.said, *self.hinted, *self.missing])


def met(
    a: Analysed, b: Analysed, turn: Turn, forth: Links, partly: Set[int], known: Language
) -> tuple[int, float] | None:
    """The clause of `b` that says what `turn` denies in `a`, and how much of it, 0 to 1.

    `partly` are words of `a` that share a part with a word of `b`.
    """
    found = nearest(a, b, turn.clause, forth)
    if found is None:
        return None
    clause, linked = found
    if len(linked) < _LEAST * len(a.clauses[turn.clause]):
        return None
    denied = _denied(a, turn.clause, _forms(b, clause), forth, partly, known)
    if len(denied.said) < _TOGETHER and (denied.hinted or denied.missing):
        return None
    missing = [a.words[i] for i in denied.missing]
    more = not all(is_verb(word.norm, word.lemma, known) for word in missing)
    if more and not turn.scope:
        # Who does not go there by tram may go there.
        return None
    own = _own(b, clause, _forms(a, turn.clause), forth)
    if any(_opposite(one, other, known) for one in missing for other in own):
        # Who does not reject a plan accepts it.
        return None
    share = denied.share(a)
    if share >= _COVERED and _aimed(turn, denied, forth, b.clauses[clause]):
        return clause, share
    # "Prevent" is a verb itself, so that another verb may say the same.
    small = a.words[turn.first].load is Load.FUNCTION
    one = len(missing) == 1 and not more and not denied.hinted
    replaced = small and one and any(is_verb(word.norm, word.lemma, known) for word in own)
    return (clause, share) if replaced else None


def _denied(
    text: Analysed, clause: int, there: Set[str], forth: Links, partly: Set[int], known: Language
) -> _Denied:
    denied = _Denied()
    for i in text.clauses[clause]:
        # A word may be said though none is linked to it: "spoelt", "spoelt … af".
        if i in forth or _says(there, text.words[i]):
            denied.said.append(i)
        elif i in partly:
            denied.hinted.append(i)
        elif not _says(known.anyone, text.words[i]):
            # "Geen persoon" denies what "iemand" does.
            denied.missing.append(i)
    return denied


def _aimed(turn: Turn, denied: _Denied, forth: Links, there: Sequence[int]) -> bool:
    """Whether the clause holds the very word that "geen" or "without" stands before."""
    every = {*denied.said, *denied.hinted, *denied.missing}
    target = next((i for i in turn.scope if i in every), None)
    if target is None or target in denied.hinted:
        return True
    return target in denied.said and forth.get(target, there[0]) in there


def _own(text: Analysed, clause: int, said: Set[str], forth: Links) -> list[Word]:
    """The words that a clause has for itself: not linked, and not among the forms `said`."""
    linked = set(forth.values())
    own = (text.words[i] for i in text.clauses[clause] if i not in linked)
    return [word for word in own if not _says(said, word)]


def _opposite(one: Word, other: Word, known: Language) -> bool:
    """Whether two words are known opposites."""
    sides = {(pole.opposition, pole.side) for pole in _poles(one, known)}
    return any((pole.opposition, 1 - pole.side) in sides for pole in _poles(other, known))


def _poles(word: Word, known: Language) -> Iterator[Pole]:
    for form in (word.norm, word.lemma):
        for words, poles in known.poles.get(form, ()):
            if len(words) == 1:
                yield from poles


def _forms(text: Analysed, clause: int) -> set[str]:
    words = (text.words[i] for i in text.clauses[clause])
    return {form for word in words for form in (word.norm, word.lemma)}


def _says(forms: Set[str], word: Word) -> bool:
    return word.norm in forms or word.lemma in forms
