"""Other word, same meaning: terms that may be one, each with the sentences that say why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from glossary.compare.overlaps import (
    AlikeNames,
    AlikeTexts,
    Entry,
    Key,
    NameKind,
    Overlap,
    overlaps,
)
from glossary.domain import Term, TermSet, one_line
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.workflow.naming import listed, quote

_WORDS = 6  # that differ, in a sentence

_NAMES: Mapping[NameKind, str] = {
    NameKind.SAME: mark("Both go by the name {x}."),
    NameKind.SPELLING: mark("{x} and {y} are spellings of one name."),
    NameKind.FORM: mark("{x} and {y} are forms of one name."),
    NameKind.SLIP: mark("{x} and {y} differ by a letter or two: perhaps one is a slip."),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two terms may be one.

    `kind` is that of the names ("same-name", "spelling", "form", "slip") or "same-text" or
    "near-text"; for texts `partners` are the ids of who says the first and who says the second.
    """

    kind: str
    sentence: str
    partners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two terms to merge or to keep apart knowingly: their keys, labels and at least one reason.

    A key is the id of a set and of a term in it.
    """

    terms: tuple[Key, Key]
    labels: tuple[str, str]
    reasons: tuple[Reason, ...]


def candidates(termsets: Sequence[TermSet], *, vectors: bool = True) -> tuple[Candidate, ...]:
    """Pairs of terms of these sets that may be one, what tells most first.

    The order of the sets does not matter. `vectors`: see `glossary.compare.overlaps`.
    """
    sets = {termset.id: termset for termset in termsets}
    entries = {
        (termset.id, term.id): Entry(termset.language, _names(term), meanings)
        for termset in sets.values()
        for term, meanings in _with_meanings(termset)
    }
    return tuple(_candidate(found, sets) for found in overlaps(entries, vectors=vectors))


def _names(term: Term) -> tuple[str, ...]:
    return tuple(name for name in (term.label, *term.variants, term.translation) if name.strip())


def _with_meanings(termset: TermSet) -> Iterator[tuple[Term, dict[str, str]]]:
    for term in termset.terms.values():
        yield term, termset.meanings(term.id)


def _candidate(found: Overlap, sets: Mapping[str, TermSet]) -> Candidate:
    (one_set, one), (other_set, other) = found.terms
    labels = (sets[one_set].terms[one].label, sets[other_set].terms[other].label)
    reasons = []
    if found.texts:
        reasons.append(_of_texts(found, found.texts, labels, sets))
    if found.names:
        reasons.append(_of_names(found.names))
    return Candidate(found.terms, labels, tuple(reasons))


def _of_names(names: AlikeNames) -> Reason:
    sentence = _(_NAMES[names.kind]).format(x=quote(names.a), y=quote(names.b))
    return Reason(str(names.kind), sentence)


def _of_texts(
    found: Overlap, texts: AlikeTexts, labels: tuple[str, str], sets: Mapping[str, TermSet]
) -> Reason:
    one_set, other_set = found.terms[0][0], found.terms[1][0]
    place: dict[str, str] = {
        "a": one_line(sets[one_set].partners[texts.a].short_name),
        "b": one_line(sets[other_set].partners[texts.b].short_name),
        "x": quote(labels[0]),
        "y": quote(labels[1]),
    }
    by_one = one_set == other_set and texts.a == texts.b
    partners = (texts.a, texts.b)
    if texts.share == 1.0:
        return Reason("same-text", _same(by_one=by_one).format(**place), partners)
    sentence = f"{_nearly(by_one=by_one).format(**place)} {_differing(texts)}"
    return Reason("near-text", sentence, partners)


def _same(*, by_one: bool) -> str:
    if by_one:
        return _("{a} says the same of {x} and of {y}, word for word.")
    return _("What {a} says of {x}, {b} says of {y}, word for word.")


def _nearly(*, by_one: bool) -> str:
    if by_one:
        return _("{a} says nearly the same of {x} and of {y}.")
    return _("What {a} says of {x}, {b} says of {y} in nearly the same words.")


def _differing(texts: AlikeTexts) -> str:
    here, there = listed(texts.only_a, _WORDS), listed(texts.only_b, _WORDS)
    if here and there:
        return _("Words that differ: {here} against {there}.").format(here=here, there=there)
    if here or there:
        return _("Only one of them says {words}.").format(words=here or there)
    return _("They differ in small words, forms of words or their order.")
