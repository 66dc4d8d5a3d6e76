"""The draft of a term, who stands where on it and how it ended, as lines."""

from collections.abc import Iterator

from glossary.cli.plain_text import fact, facts, names
from glossary.domain import Disposition, Stand, Term, TermSet, one_line
from glossary.domain.worddiff import Piece, PieceKind
from glossary.locale import gettext as _
from glossary.workflow.comparing import compare_term
from glossary.workflow.session.consenting import (
    ConsentRound,
    PastRound,
    Seat,
    by_stand,
    consent_round,
    past_rounds,
)
from glossary.workflow.session.settling import case_choices, choices
from glossary.workflow.telling import in_words
from glossary.workflow.words import (
    answer_word,
    disposition_word,
    field_word,
    short_names_of,
    stand_word,
)


def consent_lines(termset: TermSet, term: Term) -> Iterator[str]:
    """What the group did towards one wording; nothing where there is none and no outcome."""
    agreement = termset.agreement(term.id)
    draft = agreement.draft
    if draft.wording.strip():
        yield ""
        yield fact(_("Draft"), draft.wording)
        yield from facts(
            (field_word(field), getattr(draft, field)) for field in ("example", "counterexample")
        )
        yield from _settled(termset, term)
        yield ""
        yield from _round(termset, term)
    for one in past_rounds(termset, term.id):
        yield from _past(termset, one)
    if agreement.outcome is not None:
        yield ""
        yield fact(_("Outcome"), in_words(agreement.outcome))
        yield from facts(((_("Recorded on"), agreement.outcome.date or ""),))


def word_changes(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """What went and what came, each on its line."""
    heads = {PieceKind.REMOVED: _("Gone"), PieceKind.ADDED: _("New")}
    for piece in pieces:
        if piece.kind in heads and piece.text.strip():
            yield fact(heads[piece.kind], piece.text)


def _settled(termset: TermSet, term: Term) -> Iterator[str]:
    """What stays open between partners in this wording, and what it decides."""
    called = short_names_of(termset)
    draft = termset.agreement(term.id).draft
    found = compare_term(termset, term.id)
    for one in choices(found, draft.wording, language=termset.language, term=term.label):
        ways = "; ".join(
            _("{who}: {words}").format(who=names(who, called), words=f"“{one_line(words)}”")
            if words
            else _("{who} does not say this").format(who=names(who, called))
            for words, who in one.sides.items()
        )
        yield fact(_("Still open") if one.taken is None else _("Settled"), ways)
    for case in case_choices(termset, term.id):
        if case.decided is not None:
            text = f"{one_line(case.case.text)} {answer_word(case.decided)}"
            yield fact(_("What this wording decides"), text)


def _round(termset: TermSet, term: Term) -> Iterator[str]:
    found = consent_round(termset, term.id)
    yield fact(_("Positions"), _("Round {number}").format(number=found.number))
    if found.number > 1:
        yield from word_changes(found.changed)
    for seat in found.seats:
        yield fact(
            one_line(termset.partners[seat.partner].name), _stand(termset, term, found, seat)
        )
    if found.holds_reasons:
        yield _("Reasons are shown when all have spoken.")


def _past(termset: TermSet, past: PastRound) -> Iterator[str]:
    """An earlier wording, who stood where on it, and what became of objections."""
    if past.number:
        yield fact(_("Round {number}").format(number=past.number), past.wording)
    else:
        yield _("Earlier positions:")
    called = {key: partner.name for key, partner in termset.partners.items()}
    for one in by_stand(past.stood):
        stand = stand_word(one.stand)
        yield fact(names(one.partners, called), fact(stand, one.reason) if one.reason else stand)
    for made in past.objections:
        fate = f"{stand_word(Stand.OBJECTION)}, {disposition_word(made.disposition)}"
        yield fact(names([made.partner], called), fact(fate, made.text) if made.text else fate)


def _stand(termset: TermSet, term: Term, found: ConsentRound, seat: Seat) -> str:
    if seat.position is None:
        if found.is_complete:
            return _("(round closed without an answer)")
        if seat.was_asked:
            before = termset.partners[seat.partner].positions[term.id].position
            return _("asked again (was: {stand})").format(stand=stand_word(before))
        return _("no position yet")
    fate = next(
        (
            disposition_word(one.disposition)
            for one in found.objections
            if one.partner == seat.partner and one.disposition is not Disposition.OPEN
        ),
        "",
    )
    told = ", ".join(filter(None, (stand_word(seat.position.position), fate)))
    reason = one_line(seat.position.reason)
    return f"{told}: {reason}" if reason else told
