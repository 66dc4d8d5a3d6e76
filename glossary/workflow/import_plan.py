"""Decide where what a file holds belongs, before anything is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from glossary.domain import (
    Definition,
    Draft,
    Partner,
    RefusedError,
    Term,
    TermSet,
    Vocabulary,
    fingerprint,
)
from glossary.domain.ids import unique_slug
from glossary.locale import gettext as _
from glossary.workflow.import_answers import Answers, PlacedAnswer, decided
from glossary.workflow.import_definitions import accepted_definition, completing, differing
from glossary.workflow.import_terms import accepted_term, filled
from glossary.workflow.incoming import Answered, Incoming, LeftOut, Place, Row
from glossary.workflow.naming import fold, quote
from glossary.workflow.shortnames import short_names
from glossary.workflow.showing import told_apart
from glossary.workflow.typed import accept, accept_filled, accept_name
from glossary.workflow.words import field_word


@dataclass(frozen=True, slots=True)
class Placed:
    """A row for which there is a term and a partner (by id)."""

    place: Place
    term: str
    partner: str
    definition: Definition


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import will do; every row is in one of the five after the drafts.

    `new_terms` and `new_partners` are keyed by id, in the order of the file; `filled_terms` are
    terms of the set about which the file knows what the set does not. `drafts` are shared wordings
    by id of the term, for terms without one: what was agreed elsewhere is proposed here.
    `new_definitions` will be added, `identical` ones stand there already, `conflicts` meet a
    definition in other words, `left_out` cannot be used. `completed` have the same meaning as what
    stands there, and more besides: what is empty there is filled; where something else stands the
    row is a conflict as well. `other_answers` meet another answer to the same boundary case.
    """

    new_terms: Mapping[str, Term]
    filled_terms: Mapping[str, Term]
    new_partners: Mapping[str, Partner]
    drafts: Mapping[str, Draft]
    new_definitions: tuple[Placed, ...]
    identical: tuple[Placed, ...]
    conflicts: tuple[Placed, ...]
    left_out: tuple[LeftOut, ...]
    completed: tuple[Placed, ...] = ()
    new_answers: tuple[PlacedAnswer, ...] = ()
    other_answers: tuple[PlacedAnswer, ...] = ()


def plan_import(termset: TermSet | None, incoming: Incoming) -> ImportPlan:
    """Place what a file holds in a set, or in a new one where it is None. Nothing is written.

    Terms are found by label, variant or id and partners by name or id, whatever the case; what
    is not found will be made, under the first spelling. A partner has one definition of a term:
    of two different ones in the file the second is left out, and one that differs from what
    the set holds is a conflict. What a set says of a term or in a draft stays.
    """
    planner = _Planner(termset or TermSet("", Vocabulary("", "")))
    for row in incoming.rows:
        planner.place(row)
    for term in incoming.terms:
        planner.tell(term)
    for partner in incoming.partners:
        planner.welcome(partner)
    for label, draft in incoming.wordings.items():
        planner.propose(label, draft)
    for answer in incoming.answers:
        planner.answer(answer)
    return planner.plan(incoming.left_out)


class _Planner:
    def __init__(self, termset: TermSet) -> None:
        self._termset = termset
        self._terms = _term_names(termset)
        self._partners = _partner_names(termset)
        self._new_terms: dict[str, Term] = {}
        self._filled: dict[str, Term] = {}
        self._new_partners: dict[str, Partner] = {}
        self._drafts: dict[str, Draft] = {}
        self._term_ids = set(termset.terms)
        self._partner_ids = set(termset.partners)
        self._first: dict[tuple[str, str], Placed] = {}
        self._added: list[Placed] = []
        self._identical: list[Placed] = []
        self._conflicts: list[Placed] = []
        self._completed: list[Placed] = []
        self._answers = Answers(termset.partners)
        self._left_out: list[LeftOut] = []

    def place(self, row: Row) -> None:
        """Find the term and the partner of a row."""
        try:
            label = accept_name(row.term, _("Term"))
            name = accept_name(row.partner, _("Partner"))
            definition = accepted_definition(row.definition)
        except RefusedError as refusal:
            cells = (row.term, row.definition.meaning, row.partner)
            self._left_out.append(LeftOut(row.place, str(refusal), cells))
            return
        placed = Placed(row.place, self._term(label), self._partner(name), definition)
        first = self._first.setdefault((placed.term, placed.partner), placed)
        if first is placed:
            self._compare(placed)
        elif fingerprint(first.definition.meaning) == fingerprint(definition.meaning):
            self._identical.append(placed)
        else:
            cells = (row.term, row.definition.meaning, row.partner)
            self._left_out.append(LeftOut(row.place, _second(name, label, first.place), cells))

    def tell(self, term: Term) -> None:
        """Take over what a file knows of a term."""
        try:
            told = accepted_term(term)
        except RefusedError as refusal:
            self._left_out.append(LeftOut(_NOWHERE, str(refusal), (term.label,)))
            return
        key = self._term(told.label)
        better = filled(self._known(key), told)
        if key in self._new_terms:
            self._new_terms[key] = better
        elif better != self._termset.terms[key]:
            self._filled[key] = better
        for variant in told.variants:
            self._terms.setdefault(fold(variant), key)

    def welcome(self, partner: Partner) -> None:
        """Take over a partner's name, and its short name where it is new."""
        try:
            key = self._partner(accept_name(partner.name, _("Partner")))
            short = " ".join(accept(partner.short, _("Short name")).split())
        except RefusedError as refusal:
            self._left_out.append(LeftOut(_NOWHERE, str(refusal), (partner.name,)))
            return
        if key in self._new_partners and short:
            self._new_partners[key] = replace(self._new_partners[key], short=short)

    def propose(self, label: str, draft: Draft) -> None:
        """Propose a shared wording for a term that has none."""
        try:
            label = accept_name(label, _("Term"))
            proposed = Draft(
                accept_filled(draft.wording, _("Wording")),
                accept(draft.example, field_word("example")),
                accept(draft.counterexample, field_word("counterexample")),
            )
        except RefusedError as refusal:
            self._left_out.append(LeftOut(_NOWHERE, str(refusal), (label, draft.wording)))
            return
        key = self._term(label)
        proposed = replace(proposed, cases=decided(draft.cases, self._known(key)))
        there = self._termset.agreement(key).draft
        if not there.wording.strip():
            self._drafts.setdefault(key, proposed)
        elif there.fingerprint != proposed.fingerprint:
            told = _("{term} has another shared wording here, and that stays.")
            reason = told.format(term=quote(label))
            self._left_out.append(LeftOut(_NOWHERE, reason, (label, draft.wording)))

    def answer(self, told: Answered) -> None:
        """Find the term, the partner and the case of an answer."""
        try:
            label = accept_name(told.term, _("Term"))
            name = accept_name(told.partner, _("Partner"))
        except RefusedError as refusal:
            cells = (told.term, told.case, told.partner)
            self._left_out.append(LeftOut(told.place, str(refusal), cells))
            return
        term = self._known(self._term(label))
        left = self._answers.place(told, self._partner(name), term)
        if left is not None:
            self._left_out.append(left)

    def plan(self, unread: Iterable[LeftOut]) -> ImportPlan:
        """What will be done; `unread` never came as far as this."""
        taken = {one.short_name for one in self._termset.partners.values()}
        nameless = [one.name for one in self._new_partners.values() if not one.short]
        shorts = short_names(nameless, taken)
        return ImportPlan(
            self._new_terms,
            self._filled,
            {
                key: one if one.short else replace(one, short=shorts[one.name])
                for key, one in self._new_partners.items()
            },
            self._drafts,
            tuple(self._added),
            tuple(self._identical),
            tuple(self._conflicts),
            tuple(sorted((*unread, *self._left_out), key=lambda one: one.place.order)),
            tuple(self._completed),
            tuple(self._answers.new),
            tuple(self._answers.other),
        )

    def _compare(self, placed: Placed) -> None:
        partner = self._termset.partners.get(placed.partner)
        there = partner.meaning_fingerprint(placed.term) if partner else None
        if partner is None or there is None:
            self._added.append(placed)
        elif there != fingerprint(placed.definition.meaning):
            self._conflicts.append(placed)
        else:
            self._compare_besides(placed, partner.definitions[placed.term])

    def _compare_besides(self, placed: Placed, there: Definition) -> None:
        """What a row says besides the same meaning."""
        other, more = differing(placed.definition, there), completing(placed.definition, there)
        if other:
            self._conflicts.append(placed)
        if more:
            self._completed.append(placed)
        if not other and not more:
            self._identical.append(placed)

    def _known(self, key: str) -> Term:
        """The term as far as it is known by now."""
        return self._new_terms.get(key) or self._filled.get(key) or self._termset.terms[key]

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
        self._new_partners[key] = Partner(key, name)
        return key


# What concerns a whole term or partner comes behind the rows of a file.
_NOWHERE = Place(1_000_000_000, "")


def _term_names(termset: TermSet) -> dict[str, str]:
    """Folded name to id; a label outranks a variant, and a variant an id."""
    terms = termset.terms.values()
    found = {term.id: term.id for term in terms}
    found |= {fold(variant): term.id for term in terms for variant in term.variants}
    return found | {fold(term.label): term.id for term in terms}


def _partner_names(termset: TermSet) -> dict[str, str]:
    """Folded name to id; a name outranks an id, and both the number that tells it apart."""
    found = {fold(one.name): one.id for one in told_apart(termset).partners.values()}
    found |= {one.id: one.id for one in termset.partners.values()}
    return found | {fold(one.name): one.id for one in termset.partners.values()}


def _second(partner: str, term: str, place: Place) -> str:
    return _("{partner} has another definition of {term} already, on {place}.").format(
        partner=quote(partner), term=quote(term), place=place.words
    )
