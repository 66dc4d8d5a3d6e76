"""What happened on a day and what stays open, from what the files hold."""

import datetime as dt
from dataclasses import replace

from glossary.domain import (
    Agreement,
    Case,
    CaseAnswer,
    Definition,
    Difference,
    DifferenceKind,
    Disposition,
    Draft,
    Objection,
    Outcome,
    OutcomeKind,
    Phase,
    Position,
    Restatement,
    Stand,
    Term,
    TermSet,
    Vocabulary,
    fingerprint,
)
from glossary.domain.agreements import Round, Skip
from glossary.domain.partners import Partner, PastPosition
from glossary.domain.sessions import Session
from glossary.locale import use
from glossary.workflow.session.agenda import come_back
from glossary.workflow.session.progress import OpenEnds, open_ends
from glossary.workflow.session.telling import told_day
from glossary.workflow.session.today import TermDay, changed_on
from tests.memory_store import MemoryStore

TODAY = dt.date(2026, 11, 25)
YESTERDAY = TODAY - dt.timedelta(days=1)
NOON = dt.datetime.combine(TODAY, dt.time(12), dt.UTC)
TERMS = {key: Term(key, key) for key in ("regie", "ruimte", "zorg")}
ON = fingerprint("Wie beslist.")


def _set(*partners: Partner, agreements: tuple[Agreement, ...] = ()) -> TermSet:
    return TermSet(
        "keten",
        Vocabulary("Keten", "nl", terms=TERMS),
        {one.id: one for one in partners},
        {one.term: one for one in agreements},
    )


def test_a_day_counts_what_is_dated_on_it_and_nothing_else() -> None:
    noord = Partner(
        "noord",
        "Noord",
        definitions={
            "regie": Definition("Wij.", updated=TODAY),
            "ruimte": Definition("Jij.", updated=YESTERDAY),
        },
        restatements=(
            Restatement("regie", "delta", ON, "Een.", TODAY),
            Restatement("regie", "delta", ON, "Twee.", TODAY),
            Restatement("regie", "delta", ON, "Drie.", YESTERDAY),
        ),
        positions={"regie": Position(ON, Stand.CONSENT, date=TODAY)},
    )
    delta = Partner("delta", "Delta", positions={"regie": Position(ON, Stand.CONSENT)})
    outcome = Outcome(OutcomeKind.DIFFER, date=TODAY)
    regie = Agreement(
        "regie",
        Phase.CLOSED,
        revealed=NOON,
        skips=(Skip("noord", "delta", ON, TODAY),),
        rounds=(Round("Wie beslist.", TODAY), Round("Wie doet.", YESTERDAY)),
        outcome=outcome,
    )
    ruimte = Agreement("ruimte", revealed=NOON - dt.timedelta(days=1))
    found = changed_on(_set(noord, delta, agreements=(regie, ruimte)), TODAY)
    told = TermDay(
        "regie",
        "regie",
        revealed=NOON,
        meanings=("noord",),
        restated=2,
        skipped=1,
        asked=1,
        positions=("noord",),
        outcome=outcome,
    )
    assert found == (told,)


def test_a_day_tells_what_people_named_decided_and_had_against_a_wording() -> None:
    use("en")
    case = Case("nacht", "Om drie uur 's nachts.")
    terms = {"regie": Term("regie", "regie", cases=(case,))}
    named = Difference(("noord", "delta"), DifferenceKind.ACTOR, "Wie belt er?")
    made = Objection("noord", ON, "Te vaag.", Disposition.INTEGRATED)
    agreement = Agreement(
        "regie",
        Phase.CONSENT,
        NOON,
        differences=(named,),
        draft=Draft("Wie beslist en belt.", cases={"nacht": CaseAnswer.NO}),
        objections=(made,),
    )
    against = PastPosition("regie", ON, Stand.OBJECTION, "Te vaag.", TODAY)
    now = Position(fingerprint("Wie beslist en belt."), Stand.CONCERN, "Geld?", TODAY)
    noord = Partner("noord", "Noord", positions={"regie": now}, past_positions=(against,))
    delta = Partner("delta", "Delta")
    going_on = replace(_set(noord, delta, agreements=(agreement,)))
    going_on = replace(going_on, vocabulary=replace(going_on.vocabulary, terms=terms))
    names = {"noord": "Noord", "delta": "Delta"}
    told = told_day(going_on, TODAY, names)
    assert "regie: difference named: Noord ↔ Delta (actor): Wie belt er?" in told
    assert "regie: case “Om drie uur 's nachts.”: draft no, like everybody" in told
    assert "regie: Objection (integrated) of Noord: Te vaag." in told
    assert not any("Geld?" in one for one in told)
    over = replace(agreement, phase=Phase.CLOSED)
    told = told_day(replace(going_on, agreements={"regie": over}), TODAY, names)
    assert "regie: Concern of Noord: Geld?" in told


def test_on_a_day_on_which_nothing_happened_nothing_is_told() -> None:
    assert changed_on(_set(Partner("noord", "Noord")), TODAY) == ()


def test_what_stays_open_is_undecided_parked_or_an_objection_that_stands() -> None:
    def objection(on: str, disposition: Disposition) -> Objection:
        return Objection("noord", on, "Te vaag.", disposition)

    shared = Agreement(
        "regie",
        Phase.CLOSED,
        draft=Draft("Wie beslist."),
        objections=(
            objection(ON, Disposition.SUSTAINED),
            objection(fingerprint("Eerst anders."), Disposition.SUSTAINED),
        ),
        outcome=Outcome(OutcomeKind.SHARED),
    )
    parked = Agreement("ruimte", Phase.CLOSED, outcome=Outcome(OutcomeKind.PARKED))
    session = Session(terms=("zorg", "regie", "weg", "ruimte"))
    found = open_ends(_set(agreements=(shared, parked)), session)
    assert found == OpenEnds(("zorg",), ("ruimte",), (("regie", "noord"),))
    settled = replace(shared, objections=(objection(ON, Disposition.ADDRESSED),))
    assert open_ends(_set(agreements=(settled,)), Session(terms=("regie",))) == OpenEnds()
    promised = replace(shared, objections=(objection(ON, Disposition.INTEGRATED),))
    found = open_ends(_set(agreements=(promised,)), Session(terms=("regie",)))
    assert found.sustained == (("regie", "noord"),)


def test_a_clock_that_was_never_stopped_goes_on_the_same_day_and_not_another() -> None:
    for since, kept in ((NOON, NOON), (NOON - dt.timedelta(days=1), NOON), (None, NOON)):
        session = Session(terms=("regie",), current="regie", since=since)
        store = MemoryStore(replace(_set(), session=session))
        assert come_back(store, "keten", NOON).since == kept
    store = MemoryStore(replace(_set(), session=Session(terms=("regie",))))
    assert come_back(store, "keten", NOON).since is None
