"""Record how the conversation about a term ended, or take that back."""

import datetime as dt
from dataclasses import replace

from glossary.domain import (
    Agreement,
    Disposition,
    Objection,
    Outcome,
    OutcomeKind,
    Phase,
    RefusedError,
    Stand,
    TermSet,
    fresh_positions,
)
from glossary.domain.phases import disposition_of, is_promised, with_objections
from glossary.locale import gettext as _
from glossary.workflow.lookup import term_of
from glossary.workflow.meanwhile import refuse_unseen
from glossary.workflow.naming import quote
from glossary.workflow.ports import Store
from glossary.workflow.session.timing import start_anew
from glossary.workflow.typed import accept, accept_name


def record_outcome(
    store: Store,
    set_id: str,
    term_id: str,
    kind: OutcomeKind,
    *,
    name: str = "",
    review: dt.date | None = None,
    seen: str | None = None,
    today: dt.date,
    now: dt.datetime | None = None,
) -> Agreement:
    """Close a term with an outcome, in place of an earlier one.

    The clock of a session starts anew at `now` where that closes the term on the table.

    The outcome remembers the draft and each partner's meaning as they are now. A shared wording
    to which a partner still objects is recorded with that objection as sustained. `seen` is the
    fingerprint of the draft that somebody looks at: nobody shares another one.

    Raises NotFoundError for an unknown set or term, RefusedError for a shared outcome without
    a wording or with another one than was `seen`, and a renamed one without its name.
    """
    termset = store.load(set_id).termset
    term = term_of(termset, term_id)
    draft = termset.agreement(term.id).draft.fingerprint
    if kind is OutcomeKind.SHARED and draft is None:
        raise RefusedError(
            _("{term} has no wording to share yet. Write a draft first.").format(
                term=quote(term.label)
            )
        )
    if kind is OutcomeKind.SHARED:
        refuse_unseen(draft or "", seen)
    outcome = Outcome(
        kind,
        name=_accepted_name(kind, name),
        on=draft or "",
        date=today,
        review=review,
        meanings=_fingerprints(termset, term.id),
    )
    made = fresh_objections(termset, term.id) if kind is OutcomeKind.SHARED else ()
    closed = store.update_agreement(set_id, term.id, lambda one: _closed(one, outcome, made))
    if now is not None:
        start_anew(store, termset, term.id, closed.phase, now)
    return closed


def reopen(store: Store, set_id: str, term_id: str, *, now: dt.datetime | None = None) -> Agreement:
    """Take the outcome of a term back; nothing is written when there is none.

    The clock of a session starts anew at `now`.

    Raises NotFoundError for an unknown set or term.
    """
    termset = store.load(set_id).termset
    term = term_of(termset, term_id)
    agreement = termset.agreement(term.id)
    if agreement.outcome is None:
        return agreement
    opened = store.update_agreement(set_id, term.id, _reopened)
    if now is not None:
        start_anew(store, termset, term.id, opened.phase, now)
    return opened


def _accepted_name(kind: OutcomeKind, name: str) -> str:
    label = _("New name")
    if kind is OutcomeKind.RENAMED:
        return accept_name(name, label)
    return accept(name, label)


def _fingerprints(termset: TermSet, term: str) -> dict[str, str]:
    found = ((key, one.meaning_fingerprint(term)) for key, one in termset.partners.items())
    return {key: meaning for key, meaning in found if meaning is not None}


def fresh_objections(termset: TermSet, term: str) -> tuple[Objection, ...]:
    """The objections to the wording as it is now, as if nothing had been done with them yet."""
    return tuple(
        Objection(partner, position.on, position.reason)
        for partner, position in fresh_positions(termset, term).items()
        if position.position is Stand.OBJECTION
    )


def promised(termset: TermSet, term: str) -> tuple[str, ...]:
    """The partners whose objection is said to be integrated, in a wording that is the same."""
    agreement = termset.agreement(term)
    said = {one.partner for one in agreement.objections if is_promised(agreement, one)}
    return tuple(one.partner for one in fresh_objections(termset, term) if one.partner in said)


def _closed(now: Agreement, outcome: Outcome, fresh: tuple[Objection, ...]) -> Agreement:
    """What the group already did with an objection stands; an open one is now sustained."""
    listed = with_objections(now, fresh)
    still = {
        (one.partner, one.on)
        for one in fresh
        if disposition_of(listed, one.partner, one.on) is Disposition.OPEN
    }
    objections = tuple(
        replace(one, disposition=Disposition.SUSTAINED) if (one.partner, one.on) in still else one
        for one in listed.objections
    )
    return replace(now, phase=Phase.CLOSED, objections=objections, outcome=outcome)


def _reopened(now: Agreement) -> Agreement:
    phase = Phase.COMPARE if now.draft.fingerprint is None else Phase.DRAFT
    return replace(now, phase=phase, outcome=None)
