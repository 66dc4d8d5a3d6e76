"""Which conversation card is proposed, and why."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from glossary.compare import Signal, SignalKind
from glossary.domain import (
    Agreement,
    Answer,
    CaseAnswer,
    Definition,
    Draft,
    Partner,
    Phase,
    Position,
    Ratings,
    Restatement,
    Stand,
    TermSet,
    Verdict,
    fingerprint,
)
from glossary.domain.cards import Sign, Warmth, warmth_of
from glossary.domain.cells import cell_len
from glossary.locale import use
from glossary.store.cards import shipped
from glossary.workflow.session.cards import Moment, moment_of, proposed, temperature
from tests.tui.sample import sample

CARDS = shipped("en")
NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _english() -> None:
    use("en")


def first(moment: Moment) -> tuple[str, str]:
    best = proposed(CARDS, moment)[0]
    return best.card.id, best.reason


def test_dutch_and_english_have_the_same_cards_for_the_same_moments() -> None:
    dutch = shipped("nl")
    assert list(dutch) == list(CARDS)
    for key, card in CARDS.items():
        assert replace(dutch[key], title="", lines=()) == replace(card, title="", lines=())
        assert dutch[key].lines != card.lines


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_card_is_read_at_a_glance(language: str) -> None:
    for card in shipped(language).values():
        assert 3 <= len(card.lines) <= 5, card.id
        assert all(cell_len(text) <= 76 for text in card.lines), card.id
        assert cell_len(card.title) <= 32, card.id


def test_an_unknown_language_has_english_cards() -> None:
    assert shipped("fr") == CARDS


def test_every_phase_warmth_and_sign_has_a_card_of_its_own() -> None:
    cards = CARDS.values()
    assert {one for card in cards for one in card.phases} == set(Phase)
    assert {one for card in cards for one in card.warmth} == set(Warmth)
    assert {one for card in cards for one in card.signs} == set(Sign)


@pytest.mark.parametrize(
    ("moment", "best"),
    [
        (Moment(Phase.COLLECT), ("own-words", "fits this phase")),
        (Moment(Phase.COMPARE, Warmth.COOL), ("what-is-not-said", "cool: polite, and still vague")),
        (
            Moment(Phase.RESTATE, Warmth.WARM, (Sign.STUCK,)),
            ("listen-first", "warm: restated more than once, and still not what was meant"),
        ),
        (Moment(Phase.COMPARE, Warmth.HOT), ("three-layers", "hot: emotions run high")),
        (
            Moment(Phase.CONSENT, None, (Sign.OBJECTION,)),
            ("objection-gift", "there is an objection"),
        ),
        (
            Moment(Phase.CONSENT, Warmth.WARM, (Sign.OBJECTED_AGAIN, Sign.OBJECTION)),
            ("keep-two", "warm: an objection comes back"),
        ),
        (
            Moment(Phase.COMPARE, None, (Sign.TWO_ROLES,)),
            ("two-roles", "somebody speaks in two roles"),
        ),
        (Moment(Phase.CLOSED), ("take-home", "fits this phase")),
    ],
)
def test_the_best_card_comes_first_and_says_why(moment: Moment, best: tuple[str, str]) -> None:
    assert first(moment) == best


@given(
    st.sampled_from(Phase),
    st.none() | st.sampled_from(Warmth),
    st.sets(st.sampled_from(Sign)).map(tuple),
)
@example(Phase.CONSENT, Warmth.COOL, (Sign.OBJECTED_AGAIN,))
def test_every_card_is_there_once_whatever_the_moment(
    phase: Phase, warmth: Warmth | None, signs: tuple[Sign, ...]
) -> None:
    found = proposed(CARDS, Moment(phase, warmth, signs))
    assert {one.card.id for one in found} == set(CARDS)
    assert len(found) == len(CARDS)
    assert found == proposed(CARDS, Moment(phase, warmth, signs))
    best = found[0].card
    assert warmth is None or not best.warmth or warmth in best.warmth


def test_what_the_facilitator_feels_outranks_the_mean_of_the_partners() -> None:
    termset = _with(ratings={"quality": Ratings(temperature=2)})
    assert temperature(termset, "quality") == 2.0
    felt = replace(termset, agreements={"quality": Agreement("quality", temperature=5)})
    assert temperature(felt, "quality") == 5.0
    assert moment_of(felt, "quality").warmth is Warmth.HOT
    assert temperature(sample(), "quality") is None
    assert [warmth_of(n) for n in (1.0, 3.0, 4.0, None)] == [
        Warmth.COOL,
        Warmth.WARM,
        Warmth.HOT,
        None,
    ]


def test_signs_are_read_from_the_files() -> None:
    assert moment_of(sample(), "quality").signs == (Sign.SPLIT,)
    assert Sign.SILENT in moment_of(sample(), "trust").signs
    definition = Definition("Nothing goes wrong.", as_partner="That we help each other.")
    assert Sign.TWO_ROLES in moment_of(_with(definitions={"quality": definition}), "quality").signs
    signals = [Signal(kind, 0.5, "", "") for kind in SignalKind]
    found = moment_of(sample(), "quality", signals).signs
    assert {Sign.TURN, Sign.ANGLES} <= set(found)


def test_a_turn_that_failed_twice_is_stuck() -> None:
    termset = sample(2)
    delta = termset.partners["delta"]
    on = fingerprint(delta.meaning_of("quality"))
    said = tuple(Restatement("quality", "delta", on, text) for text in ("Time.", "More time."))
    answers = tuple(
        Verdict("quality", "council", fingerprint(one.text), Answer.NO, of_fingerprint=on)
        for one in said
    )
    council = replace(termset.partners["council"], restatements=said)
    once = {"council": council, "delta": replace(delta, verdicts=answers[:1])}
    twice = {"council": council, "delta": replace(delta, verdicts=answers)}
    assert Sign.STUCK not in moment_of(replace(termset, partners=once), "quality").signs
    assert Sign.STUCK in moment_of(replace(termset, partners=twice), "quality").signs


def test_an_objection_is_a_sign_once_its_round_is_over() -> None:
    draft = Draft("We do what we say.")
    position = Position(draft.fingerprint or "", Stand.OBJECTION, "Too vague.")
    agreement = Agreement("quality", Phase.CONSENT, draft=draft)
    going_on = replace(_with(positions={"quality": position}), agreements={"quality": agreement})
    assert Sign.OBJECTION not in moment_of(going_on, "quality").signs
    over = replace(going_on, agreements={"quality": replace(agreement, phase=Phase.DRAFT)})
    assert Sign.OBJECTION in moment_of(over, "quality").signs


def test_a_blind_term_gives_no_sign_of_what_was_said() -> None:
    definition = Definition("Nothing goes wrong.", as_partner="Help.", lenses=("effort",))
    termset = _with(
        definitions={"quality": definition}, cases={"quality": {"late": CaseAnswer.DEPENDS}}
    )
    blind = replace(termset, agreements={"quality": Agreement("quality", opened=NOW)})
    signals = [Signal(kind, 0.5, "", "") for kind in SignalKind]
    assert moment_of(blind, "quality", signals).signs == ()


def _with(**fields: object) -> TermSet:
    termset = sample(2)
    council: Partner = replace(termset.partners["council"], **fields)  # type: ignore[arg-type]
    return replace(termset, partners={**termset.partners, "council": council})
