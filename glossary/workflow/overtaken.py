"""Why an outcome no longer says what partners agreed on."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping

from glossary.domain import Outcome, OutcomeKind, Status, TermSet, one_line, status_of
from glossary.domain.deriving import is_stale
from glossary.domain.text import fingerprint
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.workflow.days import day
from glossary.workflow.naming import quote
from glossary.workflow.overview import TermRow
from glossary.workflow.status_words import status_word


def overtaken(termset: TermSet, term_id: str, today: dt.date, names: Mapping[str, str]) -> str:
    """What happened since the outcome of a term was recorded; empty while it holds.

    Who is not in `names` is called by its id.
    """
    told = what_happened(termset, term_id, today, names)
    return _("Look again: {reasons}.").format(reasons=told) if told else ""


def since_agreed(termset: TermSet, term_id: str, today: dt.date, names: Mapping[str, str]) -> str:
    """The same as a sentence that also says of which term and of which day; otherwise as above."""
    told = one_line(what_happened(termset, term_id, today, names))
    outcome = termset.agreement(term_id).outcome
    if not told or outcome is None:
        return ""
    is_shared = outcome.kind is OutcomeKind.SHARED
    if outcome.date is None:
        text = _("{term} was agreed; since then {reasons}.")
        text = text if is_shared else _("{term} has an outcome; since then {reasons}.")
        return text.format(term=quote(termset.terms[term_id].label), reasons=told)
    text = _("{term} was agreed on {date}; since then {reasons}.")
    text = text if is_shared else _("{term} has an outcome of {date}; since then {reasons}.")
    label = quote(termset.terms[term_id].label)
    return text.format(term=label, date=day(outcome.date), reasons=told)


def before_change(termset: TermSet, term_id: str, today: dt.date, names: Mapping[str, str]) -> str:
    """What who is about to change a meaning should know of an outcome; empty where there is none.

    One that was overtaken already is told as `since_agreed`.
    """
    outcome = termset.agreement(term_id).outcome
    told = since_agreed(termset, term_id, today, names)
    if told or outcome is None or not outcome.meanings:
        return told
    return _(
        "An outcome is recorded for {term}: {outcome}. Change a meaning, and it is overtaken: the "
        "group has to look again."
    ).format(
        term=quote(termset.terms[term_id].label),
        outcome=status_word(status_of(termset, term_id, today)),
    )


def what_happened(termset: TermSet, term_id: str, today: dt.date, names: Mapping[str, str]) -> str:
    """The same as a part of a sentence."""
    agreement = termset.agreement(term_id)
    outcome = agreement.outcome
    if outcome is None or not is_stale(termset, agreement, outcome, today):
        return ""
    reasons = [*_reasons(termset, term_id, outcome, today, names)]
    return "; ".join(reasons) or _("a meaning or the wording changed after this was recorded")


def overtaken_terms(
    termset: TermSet, rows: Iterable[TermRow], today: dt.date, names: Mapping[str, str]
) -> dict[str, str]:
    """By term, what happened since its outcome: the reason to look at it again."""
    stale = (row.id for row in rows if row.status is Status.STALE)
    return {term: what_happened(termset, term, today, names) for term in stale}


def above_meanings(
    termset: TermSet, term_id: str, today: dt.date, names: Mapping[str, str]
) -> Iterator[str]:
    """What overtook the outcome of a term, and the wording that was agreed."""
    told = since_agreed(termset, term_id, today, names)
    if told:
        yield told
    agreement = termset.agreement(term_id)
    wording = one_line(agreement.draft.wording).strip()
    if wording and agreement.outcome and agreement.outcome.kind is OutcomeKind.SHARED:
        yield _("Agreed wording: {wording}").format(wording=quote(wording))


def _reasons(
    termset: TermSet, term_id: str, outcome: Outcome, today: dt.date, names: Mapping[str, str]
) -> Iterator[str]:
    def listed(partners: Collection[str]) -> str:
        return ", ".join(names.get(key, key) for key in partners)

    if outcome.review is not None and outcome.review < today:
        yield _("the review date has passed")
    draft = termset.agreement(term_id).draft.fingerprint
    if outcome.kind is OutcomeKind.SHARED and outcome.on and outcome.on != draft:
        yield _("the wording changed")
    then = outcome.meanings
    now = {key: fingerprint(text) for key, text in termset.meanings(term_id).items()}
    left = [key for key in then if key not in (*termset.partners, *termset.unread)]
    changed = [key for key in then if key in termset.partners and then[key] != now.get(key)]
    late = [key for key in now if then and key not in then]
    if changed:
        yield ngettext(
            "{partners} changed its meaning", "{partners} changed their meanings", len(changed)
        ).format(partners=listed(changed))
    if late:
        yield ngettext(
            "{partners} said only afterwards what it means",
            "{partners} said only afterwards what they mean",
            len(late),
        ).format(partners=listed(late))
    if left:
        yield ngettext(
            "{partners} takes no part now", "{partners} take no part now", len(left)
        ).format(partners=listed(left))
