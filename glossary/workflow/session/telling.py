"""A session in sentences: what happened on a day, and what stays open."""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import chain

from glossary.domain import Difference, Stand, TermSet, one_line, status_of
from glossary.domain.phases import disposition_of
from glossary.domain.sessions import Session
from glossary.domain.visibility import is_blind
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.workflow.overtaken import since_agreed
from glossary.workflow.session.consenting import Stood
from glossary.workflow.session.open_points import told_case
from glossary.workflow.session.progress import open_ends
from glossary.workflow.session.today import TermDay, changed_on
from glossary.workflow.status_words import status_word
from glossary.workflow.words import disposition_word, kind_word, stand_word

Names = Mapping[str, str]


def told_day(
    termset: TermSet, day: dt.date, names: Names, *, with_stands: bool = False
) -> list[str]:
    """A sentence for everything that happened on a day, and for an outcome that it overtook.

    `termset` is the set as it is: of meanings only who wrote is told, not what, so that nothing of
    a blind term shows. With `with_stands` positions are told, never their reasons; those on a
    blind term are not.
    """
    told = (
        _told(termset, day, one, names, with_stands=with_stands) for one in changed_on(termset, day)
    )
    return [*filter(None, chain.from_iterable(told))]


def told_ends(termset: TermSet, session: Session, names: Names) -> list[str]:
    """What stays open; a sentence also where nothing does."""
    ends = open_ends(termset, session)
    sustained = (
        _("{partner} on {term}").format(partner=names.get(key, key), term=label)
        for label, key in ends.sustained
    )
    parts = (
        (_("Open: {terms}."), ends.undecided),
        (_("Parked: {terms}."), ends.parked),
        (_("Changed since the outcome: {terms}."), ends.overtaken),
        (_("Objections that stand: {terms}."), tuple(sustained)),
    )
    said = [text.format(terms=", ".join(map(one_line, items))) for text, items in parts if items]
    if said:
        return said
    terms = len(session.terms)
    return [
        ngettext(
            "The term has an outcome; nothing stays open.",
            "All {n} terms have an outcome; nothing stays open.",
            terms,
        ).format(n=terms)
    ]


def _told(
    termset: TermSet,
    date: dt.date,
    day: TermDay,
    names: Names,
    *,
    with_stands: bool,
) -> Iterator[str]:
    is_open = with_stands and not is_blind(termset, day.term)
    for what in _deeds(termset, date, day, names, with_stands=is_open):
        yield _("{term}: {what}").format(term=one_line(day.label), what=what)
    yield since_agreed(termset, day.term, date, names)


def _deeds(
    termset: TermSet, date: dt.date, day: TermDay, names: Names, *, with_stands: bool
) -> Iterator[str]:
    if day.meanings:
        yield _("meaning written by {partners}").format(partners=_listed(day.meanings, names))
    if day.revealed is not None:
        yield _("revealed at {time}").format(time=f"{day.revealed:%H:%M}")
    for difference in day.differences:
        yield _("difference named: {difference}").format(difference=_difference(difference, names))
    if day.restated:
        yield ngettext("restated once", "restated {n} times", day.restated).format(n=day.restated)
    if day.skipped:
        yield ngettext("one turn left out", "{n} turns left out", day.skipped).format(n=day.skipped)
    yield from (told_case(one, names) for one in day.cases)
    if day.asked:
        yield ngettext(
            "consent asked on one wording", "consent asked on {n} wordings", day.asked
        ).format(n=day.asked)
    if day.positions:
        taken = _stands(termset, day, names) if with_stands else _listed(day.positions, names)
        yield _("position taken by {partners}").format(partners=taken)
    yield from (_stood(termset, day.term, one, names) for one in day.against)
    if day.outcome is not None:
        word = status_word(status_of(termset, day.term, date))
        words = " ".join(filter(None, (word, one_line(day.outcome.name))))
        yield _("outcome: {outcome}").format(outcome=words)


def _stands(termset: TermSet, day: TermDay, names: Names) -> str:
    """Who took which position."""
    return ", ".join(
        _("{partner} ({stand})").format(
            partner=one_line(names.get(key, key)),
            stand=stand_word(termset.partners[key].positions[day.term].position),
        )
        for key in day.positions
    )


def _difference(one: Difference, names: Names) -> str:
    who = " ↔ ".join(one_line(names.get(key, key)) for key in one.between)
    note = f": {one_line(one.note)}" if one.note.strip() else ""
    return f"{who} ({kind_word(one.kind)}){note}"


def _stood(termset: TermSet, term: str, one: Stood, names: Names) -> str:
    stand, said = one.position.position, one_line(one.position.reason)
    word = stand_word(stand)
    if stand is Stand.OBJECTION:
        fate = disposition_of(termset.agreement(term), one.partner, one.position.on)
        word = f"{word} ({disposition_word(fate)})"
    return _("{stand} of {partner}: {reason}").format(
        stand=word, partner=one_line(names.get(one.partner, one.partner)), reason=said
    )


def _listed(partners: tuple[str, ...], names: Names) -> str:
    return ", ".join(one_line(names.get(key, key)) for key in partners)
