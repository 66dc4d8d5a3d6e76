"""What an outcome will say, before it is recorded; and when it is looked at again."""

import datetime as dt

from glossary.domain import Outcome, OutcomeKind, RefusedError, Stand, TermSet, fresh_positions
from glossary.locale import decimal, ngettext
from glossary.locale import gettext as _
from glossary.workflow.days import day
from glossary.workflow.lookup import term_of
from glossary.workflow.naming import listed, quote
from glossary.workflow.outcomes import promised
from glossary.workflow.session.rating import knowing


def announce(termset: TermSet, term_id: str, kind: OutcomeKind, name: str = "") -> str:
    """The sentence or two that recording this outcome of a term would mean.

    `name` is the new term of a renamed one. Raises NotFoundError for an unknown term.
    """
    term = term_of(termset, term_id)
    label = quote(term.label)
    if kind is OutcomeKind.SHARED:
        return _announce_shared(termset, term.id, label)
    if kind is OutcomeKind.DIFFER:
        return _("Each partner keeps its own meaning of {term}, under its own name.").format(
            term=label
        )
    if kind is OutcomeKind.PARKED:
        return _("{term} is parked: nothing was agreed, and that is said.").format(term=label)
    if not name.strip():
        return _("{term} makes room for a new term. Type its name.").format(term=label)
    return _("{term} makes room for a new term: {name}.").format(term=label, name=quote(name))


def known(termset: TermSet, term_id: str) -> str:
    """How well partners know what the others mean: "before 2.1 → now 4.3"; empty while unasked."""
    found = knowing(termset, term_id)
    sides = []
    if found.before is not None:
        sides.append(_("before {value}").format(value=decimal(found.before)))
    if found.after is not None:
        sides.append(_("now {value}").format(value=decimal(found.after)))
    told = " → ".join(sides)
    if told and found.partners < len(termset.partners):
        told += " " + _("({k} of {n} partners)").format(k=found.partners, n=len(termset.partners))
    return told


def recorded_words(outcome: Outcome) -> str:
    """When an outcome was recorded, which one, and when it is looked at again."""
    kinds = {
        OutcomeKind.SHARED: _("Recorded on {date}: one wording for all."),
        OutcomeKind.DIFFER: _("Recorded on {date}: each its own name."),
        OutcomeKind.RENAMED: _("Recorded on {date}: a new term, {name}."),
        OutcomeKind.PARKED: _("Recorded on {date}: parked."),
    }
    said = kinds[outcome.kind].format(
        date=day(outcome.date) if outcome.date else "?", name=outcome.name
    )
    if outcome.review is not None:
        said += " " + _("To be looked at again on {date}.").format(date=day(outcome.review))
    return said


def one_year_after(today: dt.date) -> dt.date:
    """The same day a year later; 28 February after a 29th."""
    try:
        return today.replace(year=today.year + 1)
    except ValueError:
        return today.replace(year=today.year + 1, day=28)


def read_review(text: str, today: dt.date) -> dt.date | None:
    """The review date that was typed (ISO, as in 2027-05-01); None when nothing was.

    Raises RefusedError for anything else and for a day that has passed.
    """
    typed = text.strip()
    if not typed:
        return None
    try:
        review = dt.date.fromisoformat(typed)
    except ValueError:
        raise RefusedError(
            _("{text} is not a date. Write year, month and day: {example}.").format(
                text=quote(typed), example=one_year_after(today).isoformat()
            )
        ) from None
    if review < today:
        raise RefusedError(
            _("The review date {date} has passed. Choose a later day.").format(date=day(review))
        )
    return review


def _announce_shared(termset: TermSet, term_id: str, label: str) -> str:
    if termset.agreement(term_id).draft.fingerprint is None:
        return _("{term} has no wording to share yet. Write a draft first.").format(term=label)
    positions = fresh_positions(termset, term_id)
    against = [key for key, one in positions.items() if one.position is Stand.OBJECTION]
    sentences = [_("{term} is shared in this wording.").format(term=label)]
    if against:
        sentences = [
            ngettext(
                "{term} is shared in this wording, with {n} objection that stands: {partners}.",
                "{term} is shared in this wording, with {n} objections that stand: {partners}.",
                len(against),
            ).format(
                term=label,
                n=len(against),
                partners=listed(termset.partners[key].short_name for key in against),
            )
        ]
    said = promised(termset, term_id)
    if said:
        sentences.append(
            ngettext(
                "The objection of {partners} was to be integrated, and the wording is the same.",
                "The objections of {partners} were to be integrated, and the wording is the same.",
                len(said),
            ).format(partners=listed(termset.partners[key].short_name for key in said))
        )
    silent = len(termset.partners) - len(positions)
    if silent:
        sentences.append(
            ngettext(
                "{n} partner has no position on it.", "{n} partners have no position on it.", silent
            ).format(n=silent)
        )
    return " ".join(sentences)
