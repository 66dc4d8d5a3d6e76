"""Sets without what a format leaves out, and in a form in which ids do not count."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from glossary.domain import Agreement, Definition, Draft, Partner, Term, TermSet
from glossary.domain.agreements import Phase
from glossary.formats.json_text import plain
from glossary.formats.parts import Part

_Change = Callable[[TermSet], TermSet]


def without(termset: TermSet, parts: Collection[Part]) -> TermSet:
    """What is left of a set on the way through a format that leaves these parts out."""
    for part in parts:
        termset = _TAKEN_OUT[part](termset)
    return termset


def named(termset: TermSet) -> dict[str, Any]:
    """The set as plain values, in which a label, name or text stands in the place of each id.

    Agreements that say nothing are left out, and so are answers of partners that gave none.
    """
    partners = {key: one.name for key, one in termset.partners.items()}
    labels = {key: one.label for key, one in termset.terms.items()}
    told = {
        labels.get(key, key): _told(one, labels, partners, _of_term(termset, key))
        for key, one in termset.agreements.items()
        if one != Agreement(key)
    }
    return {
        "title": termset.title,
        "language": termset.language,
        "about": termset.vocabulary.about,
        "terms": {one.label: _term(one) for one in termset.terms.values()},
        "partners": {
            one.name: _partner(termset, one, labels, partners) for one in termset.partners.values()
        },
        "agreements": told,
        "session": _told(termset.session, labels, partners, {}),
    }


def _term(term: Term) -> Any:
    """A term, whose variants and the like stand in any order."""
    found: Any = plain(term)
    del found["id"]
    for one in (*found["lenses"], *found["cases"]):
        del one["id"]
    return found


def _partner(
    termset: TermSet, one: Partner, labels: Mapping[str, str], names: Mapping[str, str]
) -> Any:
    found: Any = _told(replace(one, definitions={}, cases={}), labels, names, {})
    del found["id"]
    found["definitions"] = {
        labels.get(key, key): _told(definition, {}, {}, _of_term(termset, key))
        for key, definition in one.definitions.items()
    }
    found["cases"] = {
        labels.get(key, key): _told(given, {}, {}, _of_term(termset, key))
        for key, given in one.cases.items()
        if given
    }
    return found


def _of_term(termset: TermSet, term: str) -> Mapping[str, str]:
    """What the lenses and cases of a term are called, by id."""
    there = termset.terms.get(term)
    if there is None:
        return {}
    return {one.id: one.label for one in there.lenses} | {one.id: one.text for one in there.cases}


# Where ids stand: as values below these keys, and as keys below those.
_TERM_AT = frozenset({"term", "terms", "current"})
_PARTNER_AT = frozenset({"of", "by", "partner", "between", "order", "letters"})
_INNER_AT = frozenset({"lenses"})
_TERM_KEYS = frozenset({"ratings", "positions", "spent"})
_PARTNER_KEYS = frozenset({"meanings"})


def _told(
    value: Any, terms: Mapping[str, str], partners: Mapping[str, str], inner: Mapping[str, str]
) -> Any:
    """Plain values with names; what is left of an id that names nothing is the id."""

    def at(key: str, item: Any) -> Any:
        if isinstance(item, dict):
            known: Mapping[str, str] = {}
            known = terms if key in _TERM_KEYS else known
            known = partners if key in _PARTNER_KEYS else known
            known = inner if key == "cases" else known
            return {known.get(name, name): at(name, one) for name, one in item.items()}
        if isinstance(item, list):
            return [at(key, one) for one in item]
        if not isinstance(item, str):
            return item
        known = terms if key in _TERM_AT else partners if key in _PARTNER_AT else {}
        return (inner if key in _INNER_AT else known).get(item, item)

    return at("cases" if isinstance(value, Mapping) else "", plain(value))


def _vocabulary(**changes: Any) -> _Change:
    return lambda termset: replace(termset, vocabulary=replace(termset.vocabulary, **changes))


def _terms(**changes: Any) -> _Change:
    def change(termset: TermSet) -> TermSet:
        terms = {key: replace(one, **changes) for key, one in termset.terms.items()}
        return _vocabulary(terms=terms)(termset)

    return change


def _partners(**changes: Any) -> _Change:
    def change(termset: TermSet) -> TermSet:
        partners = {key: replace(one, **changes) for key, one in termset.partners.items()}
        return replace(termset, partners=partners)

    return change


def _definitions(**changes: Any) -> _Change:
    def less(one: Definition) -> Definition:
        return replace(one, **changes)

    def change(termset: TermSet) -> TermSet:
        partners = {
            key: replace(one, definitions={term: less(d) for term, d in one.definitions.items()})
            for key, one in termset.partners.items()
        }
        return replace(termset, partners=partners)

    return change


def _agreements(**changes: Any) -> _Change:
    def change(termset: TermSet) -> TermSet:
        agreements = {key: replace(one, **changes) for key, one in termset.agreements.items()}
        return replace(termset, agreements=agreements)

    return change


def _drafts(**changes: Any) -> _Change:
    def change(termset: TermSet) -> TermSet:
        agreements = {
            key: replace(one, draft=replace(one.draft, **changes))
            for key, one in termset.agreements.items()
        }
        return replace(termset, agreements=agreements)

    return change


def _silent(termset: TermSet) -> TermSet:
    """Without terms that nobody defined and partners that defined nothing, as far as they go."""
    partners = {key: one for key, one in termset.partners.items() if one.definitions}
    said = {key for one in partners.values() for key in one.definitions}
    terms = {key: one for key, one in termset.terms.items() if key in said}
    agreements = {key: one for key, one in termset.agreements.items() if key in said}
    less = replace(termset, partners=partners, agreements=agreements)
    return _vocabulary(terms=terms)(less)


def _all(*changes: _Change) -> _Change:
    def change(termset: TermSet) -> TermSet:
        for one in changes:
            termset = one(termset)
        return termset

    return change


_TAKEN_OUT: Mapping[Part, _Change] = {
    Part.SILENT: _silent,
    Part.ABOUT: _vocabulary(about=""),
    Part.VARIANTS: _terms(variants=()),
    Part.TRANSLATION: _terms(translation=""),
    Part.WHY: _terms(why=""),
    Part.QUESTIONS: _terms(questions=()),
    Part.LENSES: _terms(lenses=()),
    Part.CASES: _all(_terms(cases=()), _partners(cases={}), _drafts(cases={})),
    Part.SHORT_NAMES: _partners(short=""),
    Part.EXAMPLES: _all(
        _definitions(example="", counterexample=""), _drafts(example="", counterexample="")
    ),
    Part.BACKGROUND: _definitions(belief="", interest="", as_partner=""),
    Part.SOURCE: _definitions(source=""),
    Part.CHOSEN_LENSES: _definitions(lenses=()),
    Part.TYPED: _definitions(entered_by="", updated=None),
    Part.RATINGS: _all(_partners(ratings={}), _agreements(temperature=None)),
    Part.RESTATEMENTS: _partners(restatements=(), verdicts=()),
    Part.DIFFERENCES: _agreements(differences=()),
    Part.WORDING: _agreements(draft=Draft()),
    Part.POSITIONS: _all(_partners(positions={}, past_positions=()), _agreements(objections=())),
    Part.OUTCOME: _agreements(outcome=None),
    Part.COURSE: _agreements(
        phase=Phase.COLLECT, opened=None, revealed=None, order=(), letters=(), skips=(), rounds=()
    ),
    Part.SESSION: lambda termset: replace(termset, session=None),
}
