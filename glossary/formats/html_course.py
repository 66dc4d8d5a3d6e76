"""How a conversation went, in HTML: rounds, objections, what was said back, what people learned."""

from collections.abc import Iterable, Iterator, Sequence

from glossary.domain import Disposition, Objection, Term
from glossary.domain.worddiff import Piece
from glossary.formats.html_book import Book
from glossary.formats.html_text import NOTHING, Html, line, say, tag, together
from glossary.locale import gettext as _
from glossary.workflow.announcing import known
from glossary.workflow.days import day
from glossary.workflow.session.changes import MOST_CHANGES, told_changes
from glossary.workflow.session.consenting import (
    PastRound,
    Stood,
    by_stand,
    consent_round,
    is_kept,
    past_rounds,
)
from glossary.workflow.session.rating import knowing
from glossary.workflow.session.settling import CaseChoice, case_choices
from glossary.workflow.session.standing import standing
from glossary.workflow.words import answer_word, disposition_word, stand_sentence, stand_word


def items(found: Iterable[Html]) -> Html:
    """A list of these; nothing where there are none."""
    listed = [tag("li", one) for one in found]
    return tag("ul", *listed) if listed else NOTHING


def positions(book: Book, term: Term) -> Iterator[Html]:
    """Who stands where on the wording as it is now; of a round that goes on only how many."""
    now = standing(book.termset, term.id)
    if now.holds_reasons:
        yield say(
            _("The round is going on. Answered: {k} of {n} partners."),
            k=now.answered,
            n=book.termset.size,
        )
        return
    yield from stands(book, now.stood)
    if now.answered and now.absent:
        yield say(_("Without a position: {partners}"), partners=book.names(now.absent))
    for one in now.objections:
        yield objection(book, one)


def stands(book: Book, stood: Iterable[Stood]) -> Iterator[Html]:
    """One for each kind of stand without a reason, and one for each reason."""
    for one in by_stand(stood):
        who = book.names(one.partners)
        if one.reason:
            yield say(stand_sentence(one.stand), partner=who, reason=book.words(one.reason))
        else:
            yield together(stand_word(one.stand), ": ", who)


def objection(book: Book, one: Objection, *, is_earlier: bool = False) -> Html:
    """Who objected, what became of it, and the words."""
    said = _("Objection of {partner} ({fate})")
    if is_earlier:
        said = _("Objection of {partner} to an earlier wording ({fate})")
    fate = disposition_word(one.disposition)
    stays = one.disposition is Disposition.SUSTAINED
    told = tag("strong" if stays else "span", say(said, partner=book.name(one.partner), fate=fate))
    return together(told, ": ", book.words(one.text)) if one.text.strip() else told


def rounds(book: Book, term: Term) -> Iterator[Html]:
    """Each round of consent, when there was more than one, with what was said in it."""
    past = past_rounds(book.termset, term.id)
    for one in past:
        if one.number:
            told = _changes(one.changed) or book.words(one.wording)
            said = [*stands(book, one.stood), *(objection(book, made) for made in one.objections)]
            date = day(one.date) if one.date else ""
            yield together(_round(one.number, date, told), items(said))
    agreement, now = book.termset.agreement(term.id), consent_round(book.termset, term.id)
    for asked in agreement.rounds:
        if now.changed and asked.on == agreement.draft.fingerprint:
            told = _changes(now.changed) or tag("span", _("the wording as it is now"))
            yield _round(now.number, day(asked.date) if asked.date else "", told)
    for one in past:
        if not one.number:
            yield from _loose(book, one)


def decided_cases(book: Book, term: Term) -> Iterator[Html]:
    """The boundary cases that the wording decides, and who sees them else."""
    decided = [one for one in case_choices(book.termset, term.id) if one.decided is not None]
    if decided:
        told = (together(book.words(one.case.text), " – ", _verdict(book, one)) for one in decided)
        yield together(_("Is this covered by the wording?"), items(told))


def learned(book: Book, term: Term) -> Iterator[Html]:
    """How well partners say they know what the others mean, once that was asked."""
    if knowing(book.termset, term.id).after is not None:
        yield say(
            _("“I know what the others mean”, average on a scale from 1 to 5: {averages}"),
            averages=known(book.termset, term.id),
        )


def _loose(book: Book, past: PastRound) -> Iterator[Html]:
    """What is known of no round."""
    yield from (objection(book, made, is_earlier=True) for made in past.objections)
    if past.stood:
        yield together(_("Earlier positions:"), items(stands(book, past.stood)))


def _round(number: int, date: str, told: Html) -> Html:
    head = say(_("Round {number}"), number=number)
    return together(head, ", ", date, ": ", told) if date else together(head, ": ", told)


def _changes(pieces: Sequence[Piece]) -> Html:
    """What became what, where that is a few words; else nothing."""
    found = [line(one) for one in told_changes(pieces)]
    is_few = 0 < len(found) <= MOST_CHANGES
    return together(*found, between="; ") if is_few and any(map(is_kept, pieces)) else NOTHING


def _verdict(book: Book, one: CaseChoice) -> Html:
    told = answer_word(one.decided) if one.decided else ""
    apart = [
        say(
            _("{partner} said “{answer}”"),
            partner=book.name(key),
            answer=answer_word(one.answers[key]),
        )
        for key in one.apart
    ]
    return together(told, " (", together(*apart, between=", "), ")") if apart else line(told)
