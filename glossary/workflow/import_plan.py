"""Decide where rows of term, definition and organisation belong, before anything is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from glossary.domain import Partner, RefusedError, Term, TermSet, Vocabulary, fingerprint
from glossary.domain.ids import unique_slug
from glossary.locale import gettext as _
from glossary.workflow.naming import fold, quote
from glossary.workflow.shortnames import short_names
from glossary.workflow.typed import accept, accept_filled, accept_name
from glossary.workflow.words import field_word


@dataclass(frozen=True, slots=True)
class Row:
    """One definition as a file gives it; `line` counts from 1."""

    line: int
    term: str
    definition: str
    partner: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A row for which there is a term and a partner (by id)."""

    line: int
    term: str
    partner: str
    meaning: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A row that goes nowhere, and the sentence that says why."""

    row: Row
    reason: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import will do; every row is in exactly one of the last four.

    `new_terms` and `new_partners` are keyed by id, in the order of the rows. `new_definitions`
    will be added, `identical` ones stand there already, `conflicts` meet a definition in other
    words, `unplaced` rows cannot be used.
    """

    new_terms: Mapping[str, Term]
    new_partners: Mapping[str, Partner]
    new_definitions: tuple[Placed, ...]
    identical: tuple[Placed, ...]
    conflicts: tuple[Placed, ...]
    unplaced: tuple[Unplaced, ...]


def plan_import(termset: TermSet | None, rows: Iterable[Row]) -> ImportPlan:
    """Place rows in a set, or in a new one where it is None. Nothing is written.

    Terms are found by label, variant or id and partners by name or id, whatever the case; what
    is not found will be made, under the first spelling. A partner has one definition of a term:
    of two different ones in the file the second is unplaced, and one that differs from what
    the set holds is a conflict.
    """
    planner = _Planner(termset or TermSet("", Vocabulary("", "")))
    for row in rows:
        planner.place(row)
    return planner.plan()


class _Planner:
    def __init__(self, termset: TermSet) -> None:
        self._termset = termset
        self._terms = _term_names(termset)
        self._partners = _partner_names(termset)
        self._new_terms: dict[str, Term] = {}
        self._new_partners: dict[str, str] = {}
        self._term_ids = set(termset.terms)
        self._partner_ids = set(termset.partners)
        self._first: dict[tuple[str, str], Placed] = {}
        self._added: list[Placed] = []
        self._identical: list[Placed] = []
        self._conflicts: list[Placed] = []
        self._unplaced: list[Unplaced] = []

    def place(self, row: Row) -> None:
        try:
            label = accept_name(row.term, _("Term"))
            name = accept_name(row.partner, _("Partner"))
            meaning = accept_filled(row.definition, _("Definition"))
            source = accept(row.source, field_word("source"))
        except RefusedError as refusal:
            self._unplaced.append(Unplaced(row, str(refusal)))
            return
        placed = Placed(row.line, self._term(label), self._partner(name), meaning, source)
        first = self._first.setdefault((placed.term, placed.partner), placed)
        if first is placed:
            self._compare(placed)
        elif fingerprint(first.meaning) == fingerprint(meaning):
            self._identical.append(placed)
        else:
            self._unplaced.append(Unplaced(row, _second(name, label, first.line)))

    def plan(self) -> ImportPlan:
        taken = {one.short_name for one in self._termset.partners.values()}
        shorts = short_names(self._new_partners.values(), taken)
        return ImportPlan(
            self._new_terms,
            {key: Partner(key, name, shorts[name]) for key, name in self._new_partners.items()},
            tuple(self._added),
            tuple(self._identical),
            tuple(self._conflicts),
            tuple(self._unplaced),
        )

    def _compare(self, placed: Placed) -> None:
        partner = self._termset.partners.get(placed.partner)
        there = partner.meaning_fingerprint(placed.term) if partner else None
        if there is None:
            self._added.append(placed)
        elif there == fingerprint(placed.meaning):
            self._identical.append(placed)
        else:
            self._conflicts.append(placed)

    def _term(self, label: str) -> str:
        known = self._terms.get(fold(label))
        if known is not None:
            return known
        key = unique_slug(label, self._term_ids, "term")
        self._term_ids.add(key)
        self._terms[fold(label)] = key
        self._new_terms[key] = Term(key, label)
        return key

    def _partner(self, name: str) -> str:
        known = self._partners.get(fold(name))
        if known is not None:
            return known
        key = unique_slug(name, self._partner_ids, "partner")
        self._partner_ids.add(key)
        self._partners[fold(name)] = key
        self._new_partners[key] = name
        return key


def _term_names(termset: TermSet) -> dict[str, str]:
    """Folded name to id; a label outranks a variant, and a variant an id."""
    terms = termset.terms.values()
    found = {term.id: term.id for term in terms}
    found |= {fold(variant): term.id for term in terms for variant in term.variants}
    return found | {fold(term.label): term.id for term in terms}


def _partner_names(termset: TermSet) -> dict[str, str]:
    """Folded name to id; a name outranks an id."""
    partners = termset.partners.values()
    return {one.id: one.id for one in partners} | {fold(one.name): one.id for one in partners}


def _second(partner: str, term: str, line: int) -> str:
    return _("{partner} has another definition of {term} already, on line {line}.").format(
        partner=quote(partner), term=quote(term), line=line
    )
