"""What happened to a term, in sentences for the notes of SKOS."""

import datetime as dt
from collections.abc import Iterator

from glossary.domain import Objection, Stand, Status, TermSet, status_of
from glossary.domain.phases import objections_of
from glossary.locale import gettext as _
from glossary.workflow.days import day
from glossary.workflow.overtaken import overtaken
from glossary.workflow.session.consenting import Stood, by_stand
from glossary.workflow.session.standing import standing
from glossary.workflow.telling import in_words
from glossary.workflow.words import disposition_word, kind_word, stand_sentence, stand_word

_ADMS = "http://purl.org/adms/status/"


def status_iri(termset: TermSet, term: str, today: dt.date) -> str:
    """How far a shared wording is, as catalogues know it: agreed, let go, or still worked on."""
    found = status_of(termset, term, today)
    if found is Status.AGREED:
        return f"{_ADMS}Completed"
    return f"{_ADMS}{'Withdrawn' if found is Status.DIFFERS else 'UnderDevelopment'}"


def history(termset: TermSet, term: str) -> Iterator[str]:
    """The outcome, and who stands where on the wording as it is now."""
    outcome = termset.agreement(term).outcome
    if outcome is not None:
        told = in_words(outcome)
        on = _("Recorded: {date}").format(date=day(outcome.date)) if outcome.date else ""
        yield f"{told}. {on}" if on else told
    now = standing(termset, term)
    for one in by_stand(each for each in now.stood if not _is_objection(each)):
        who = ", ".join(_name(termset, key) for key in one.partners)
        if one.reason:
            yield stand_sentence(one.stand).format(partner=who, reason=one.reason)
        else:
            yield f"{stand_word(one.stand)}: {who}"
    if now.answered and now.absent:
        names = ", ".join(_name(termset, key) for key in now.absent)
        yield _("Without a position: {partners}").format(partners=names)


def warnings(termset: TermSet, term: str, today: dt.date) -> Iterator[str]:
    """What overtook the outcome, and objections with what became of them.

    What is objected to in a round that goes on is nobody's to read yet.
    """
    names = {key: partner.name for key, partner in termset.partners.items()}
    told = overtaken(termset, term, today, names)
    if told:
        yield told
    agreement = termset.agreement(term)
    now = standing(termset, term)
    made = [
        Objection(one.partner, one.position.on, one.position.reason)
        for one in now.stood
        if _is_objection(one)
    ]
    for one in (*now.objections, *made):
        yield _objection(termset, _("Objection of {partner} ({fate})"), one)
    for one in objections_of(agreement):
        if one.on != agreement.draft.fingerprint:
            said = _("Objection of {partner} to an earlier wording ({fate})")
            yield _objection(termset, said, one)


def differences(termset: TermSet, term: str) -> Iterator[str]:
    """The differences that people named."""
    for one in termset.agreement(term).differences:
        names = " ↔ ".join(_name(termset, key) for key in one.between)
        note = f": {one.note}" if one.note.strip() else ""
        yield f"{_('Difference')}: {names} ({kind_word(one.kind)}){note}"


def _is_objection(stood: Stood) -> bool:
    return stood.position.position is Stand.OBJECTION


def _objection(termset: TermSet, said: str, one: Objection) -> str:
    fate = disposition_word(one.disposition)
    told = said.format(partner=_name(termset, one.partner), fate=fate)
    return f"{told}: {one.text}" if one.text.strip() else told


def _name(termset: TermSet, key: str) -> str:
    partner = termset.partners.get(key)
    return partner.name if partner else key
