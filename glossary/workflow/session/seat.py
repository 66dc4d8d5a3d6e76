"""What a partner may see and do from a seat of its own: the one place that says so.

Its own answers come from the set as it is, all else from the set as anybody may see it. Before
the reveal, and of positions while a round goes on, nothing of others is in a seat: it is the same
whatever they say, and whether they do.
"""

from collections.abc import Iterator
from dataclasses import replace

from glossary.domain import Definition, Partner, Phase, Ratings, Term, TermSet, fingerprint
from glossary.domain.restating import Attempt, Turn, attempts, is_outdated, state_of, turns
from glossary.domain.visibility import (
    columns,
    hides_names,
    is_blind,
    is_round_complete,
    lettered,
    seats,
)
from glossary.workflow.lookup import partner_by_id, term_by_id
from glossary.workflow.session.asking import (
    ASKED_FIELDS,
    AnswerRestatement,
    MyCase,
    MyLens,
    MyMeaning,
    MyPosition,
    MyRating,
    Question,
    Restate,
    Seat,
)
from glossary.workflow.session.consenting import consent_round
from glossary.workflow.session.rating import Scale, asks_before
from glossary.workflow.session.reading import Others, Positions, Said, Wait
from glossary.workflow.session.restating import why_not
from glossary.workflow.session.settling import CaseChoice
from glossary.workflow.session.standing import standing
from glossary.workflow.showing import shown, told_apart

_TALKING = (Phase.COMPARE, Phase.RESTATE, Phase.DRAFT, Phase.CONSENT)


def seat(termset: TermSet, partner_id: str) -> Seat:
    """The seat of a partner at the term on the table, if there is one.

    `termset` is the set as it is. Raises NotFoundError for an unknown partner.
    """
    current = termset.session.current if termset.session is not None else ""
    if current in termset.terms:
        return seat_at(termset, partner_id, current)
    partner = partner_by_id(told_apart(termset), partner_id)
    return Seat(partner.id, partner.name, (Wait(),))


def seat_at(termset: TermSet, partner_id: str, term_id: str) -> Seat:
    """The seat of a partner at a term, on the table or not.

    Raises NotFoundError for an unknown partner or term.
    """
    partner, term = partner_by_id(termset, partner_id), term_by_id(termset, term_id)
    phase = termset.agreement(term.id).phase
    asked = tuple(_asked(termset, partner, term, phase))
    awaited = (one for one in asked if one.is_answer and not _is_extra(one))
    answered = tuple((one.id, not one.is_open) for one in awaited)
    outcome = termset.agreement(term.id).outcome if phase is Phase.CLOSED else None
    name = told_apart(termset).partners[partner.id].name
    questions = (*asked, Wait(answered, outcome))
    blind = is_blind(termset, term.id)
    return Seat(partner.id, name, questions, term.id, term.label, phase, blind)


def _is_extra(question: Question) -> bool:
    return isinstance(question, MyRating) and not question.is_awaited


def _asked(termset: TermSet, partner: Partner, term: Term, phase: Phase) -> Iterator[Question]:
    rated = partner.ratings.get(term.id, Ratings())
    if phase is Phase.COLLECT:
        yield from _collected(termset, partner, term, rated)
        return
    # What a file says of a phase reveals nothing: the group does.
    is_revealed = termset.agreement(term.id).revealed is not None
    seen = shown(termset)
    if is_revealed and phase is Phase.RESTATE:
        yield from _restated(seen, partner.id, term)
    if phase is Phase.CONSENT:
        yield from _position(termset, partner, term)
    if phase is Phase.CLOSED and len(termset.partners) > 1:
        yield MyRating(Scale.KNOW_AFTER, rated.know_after)
    if is_revealed and phase in (Phase.CONSENT, Phase.CLOSED):
        yield from _positions(seen, term, is_open=phase is Phase.CONSENT)
    if is_revealed:
        yield _others(seen, partner.id, term, is_open=phase is Phase.COMPARE)
    if phase in _TALKING:
        yield MyRating(Scale.TEMPERATURE, rated.temperature, is_awaited=False)


def _collected(
    termset: TermSet, partner: Partner, term: Term, rated: Ratings
) -> Iterator[Question]:
    said = partner.definitions.get(term.id, Definition(""))
    yield MyMeaning(term.questions, {field: getattr(said, field) for field in ASKED_FIELDS})
    if term.lenses:
        known = tuple(lens.id for lens in term.lenses if lens.id in said.lenses)
        yield MyLens(term.lenses, said.meaning, known)
    given = partner.cases.get(term.id, {})
    yield from (MyCase(case, given.get(case.id)) for case in term.cases)
    if asks_before(termset, term.id):
        yield MyRating(Scale.KNOW_BEFORE, rated.know_before)


def _others(seen: TermSet, me: str, term: Term, *, is_open: bool) -> Others:
    hidden = hides_names(seen, term.id)
    called = lettered(seen, term.id) if hidden else seen
    order = columns(seen, term.id, hidden=hidden)
    said = seen.meanings(term.id)
    return Others(
        tuple(
            Said(
                key,
                called.partners[key].name,
                key == me,
                _told(seen.partners[key].definitions[term.id], hidden=hidden),
            )
            for key in order
            if key in said
        ),
        tuple(called.partners[key].name for key in order if key not in said),
        is_open,
    )


def _told(said: Definition, *, hidden: bool) -> Definition:
    """What others read of it; without names only what stands on the screen too."""
    if hidden:
        return Definition(said.meaning, lenses=said.lenses)
    return replace(said, entered_by="", updated=None)


def _restated(seen: TermSet, me: str, term: Term) -> Iterator[Question]:
    if why_not(seen, term.id):
        return
    mine = next((turn for turn in turns(seen, term.id) if turn.by == me), None)
    if mine is not None:
        yield Restate(
            mine.of,
            seen.partners[mine.of].name,
            seen.partners[mine.of].meaning_of(term.id),
            state_of(seen, term.id, mine),
            attempts(seen, term.id, mine),
            is_outdated(seen, term.id, mine),
        )
    for key in seats(seen, term.id):
        tried = attempts(seen, term.id, Turn(key, me)) if key != me else ()
        if tried:
            yield _answer(key, seen.partners[key].name, tried[-1])


def _answer(by: str, name: str, last: Attempt) -> AnswerRestatement:
    said, given = last.restatement.text, last.verdict
    verdict = given.verdict if given is not None else None
    correction = given.correction if given is not None else ""
    return AnswerRestatement(by, name, said, fingerprint(said), verdict, correction)


def _position(termset: TermSet, partner: Partner, term: Term) -> Iterator[MyPosition]:
    agreement = termset.agreement(term.id)
    draft, on = agreement.draft, agreement.draft.fingerprint
    if on is None:
        return
    now = partner.positions.get(term.id)
    earlier = partner.earlier_positions(term.id, on)
    asked = consent_round(termset, term.id)
    yield MyPosition(
        draft.wording,
        draft.example,
        draft.counterexample,
        on,
        asked.number,
        asked.changed,
        tuple(
            CaseChoice(case, {}, draft.cases[case.id])
            for case in term.cases
            if case.id in draft.cases
        ),
        now if now is not None and now.on == on else None,
        earlier[-1] if earlier else None,
        agreement.outcome is not None,
    )


def _positions(seen: TermSet, term: Term, *, is_open: bool) -> Iterator[Positions]:
    if not is_round_complete(seen, term.id):
        return
    now = standing(seen, term.id)
    names = {key: one.name for key, one in seen.partners.items()}
    wording = seen.agreement(term.id).draft.wording
    yield Positions(wording, now.stood, now.objections, now.absent, names, is_open)
