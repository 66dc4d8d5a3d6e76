"""How far a concept is the same as another, as people named it and as far as they answered."""

from collections.abc import Mapping
from itertools import combinations
from typing import Final

from glossary.domain import CaseAnswer, Difference, DifferenceKind, Partner, TermSet

EXACT: Final = "skos:exactMatch"
CLOSE: Final = "skos:closeMatch"
RELATED: Final = "skos:relatedMatch"
BROAD: Final = "skos:broadMatch"
NARROW: Final = "skos:narrowMatch"

INVERSE: Final = {
    EXACT: EXACT,
    CLOSE: CLOSE,
    RELATED: RELATED,
    BROAD: NARROW,
    NARROW: BROAD,
}

_Cases = Mapping[str, CaseAnswer]


def match_to(termset: TermSet, term: str, partner: Partner) -> str:
    """From the shared wording of a term to what a partner means: the same words are the same."""
    agreement = termset.agreement(term)
    draft = agreement.draft
    if partner.meaning_fingerprint(term) == draft.fingerprint:
        return EXACT
    named = [one for one in agreement.differences if partner.id in one.between]
    return _match(named, draft.cases, partner.cases.get(term, {}))


def matches_between(termset: TermSet, term: str) -> dict[str, dict[str, str]]:
    """From each partner to others, where people named a difference between the two."""
    named: dict[tuple[str, str], list[Difference]] = {}
    for one in termset.agreement(term).differences:
        there = sorted({key for key in one.between if key in termset.partners})
        for pair in combinations(there, 2):
            named.setdefault(pair, []).append(one)
    found: dict[str, dict[str, str]] = {}
    for (first, second), differences in sorted(named.items()):
        cases = (termset.partners[key].cases.get(term, {}) for key in (first, second))
        match = _match(differences, *cases)
        found.setdefault(first, {})[second] = match
        found.setdefault(second, {})[first] = INVERSE[match]
    return found


def _match(named: list[Difference], of: _Cases, to: _Cases) -> str:
    kinds = {one.kind for one in named}
    if DifferenceKind.OTHER_THING in kinds:
        return RELATED
    if DifferenceKind.SCOPE in kinds:
        return _wider(of, to)
    return CLOSE


def _wider(of: _Cases, to: _Cases) -> str:
    """Which of two covers boundary cases that the other does not; close where neither or both."""
    more = any(of.get(key) is CaseAnswer.NO and to[key] is CaseAnswer.YES for key in to)
    less = any(of.get(key) is CaseAnswer.YES and to[key] is CaseAnswer.NO for key in to)
    if more is less:
        return CLOSE
    return BROAD if more else NARROW
