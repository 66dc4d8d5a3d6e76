"""What a partner sees and does from a seat of its own, phase by phase; and what it never sees."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.domain import (
    CaseAnswer,
    Definition,
    NotFoundError,
    Partner,
    Phase,
    Position,
    Ratings,
    Restatement,
    Stand,
    TermSet,
    fingerprint,
)
from glossary.domain.sessions import Session
from glossary.domain.visibility import holds_reasons, is_blind
from glossary.join.pages.room import RoomPages
from glossary.workflow.session.asking import MyMeaning, Seat
from glossary.workflow.session.reading import Others, Positions, Wait
from glossary.workflow.session.seat import seat, seat_at
from tests.join.paper import HIDDEN
from tests.memory_store import MemoryStore
from tests.workflow.session.moves import Group, new_set
from tests.workflow.session.seated import (
    DAY,
    MEANINGS,
    NAMES,
    SET,
    STANDS,
    TERM,
    WORDING,
    seated,
)

_COLLECT = ["meaning", "lens", "case-te-laat", "case-hersteld", "know-before", "wait"]
_texts = st.text(max_size=40)


def ids(found: Seat) -> list[str]:
    return [one.id for one in found.questions]


def html(termset: TermSet, partner: str) -> list[str]:
    """Every page that a partner can open, with its place."""
    pages = RoomPages(MemoryStore(termset), SET, lambda: DAY)
    asked = ["", *ids(seat(termset, partner))]
    return [repr(pages.show(partner, one, "nl", HIDDEN)) for one in asked]


@pytest.mark.parametrize(
    ("phase", "answered", "asked"),
    [
        (Phase.COLLECT, False, _COLLECT),
        (Phase.COLLECT, True, _COLLECT),
        (Phase.COMPARE, True, ["others", "temperature", "wait"]),
        (Phase.RESTATE, False, ["restate-haven", "others", "temperature", "wait"]),
        (Phase.RESTATE, True, ["restate-haven", "answer-noord", "others", "temperature", "wait"]),
        (Phase.DRAFT, True, ["others", "temperature", "wait"]),
        (Phase.CONSENT, False, ["position", "others", "temperature", "wait"]),
        (Phase.CONSENT, True, ["position", "positions", "others", "temperature", "wait"]),
        (Phase.CLOSED, True, ["know-after", "positions", "others", "wait"]),
    ],
)
def test_a_phase_asks_its_own_questions(phase: Phase, answered: bool, asked: list[str]) -> None:
    found = seat(seated(phase, answered=answered), "delta")
    assert (found.term, found.label, found.phase) == (TERM, "kwaliteit", phase)
    assert ids(found) == asked


@pytest.mark.parametrize("phase", [*Phase])
@pytest.mark.parametrize("partner", [*NAMES])
def test_everybody_has_a_seat_that_ends_with_nothing_to_do(phase: Phase, partner: str) -> None:
    found = seat(seated(phase), partner)
    assert found.name == NAMES[partner][0]
    assert isinstance(found.questions[-1], Wait)
    assert found.take("nowhere") == found.take("")


def test_the_first_question_is_the_first_without_an_answer() -> None:
    assert seat(seated(Phase.COLLECT, answered=False), "delta").take("").id == "meaning"
    assert seat(seated(Phase.COLLECT), "delta").take("").id == "lens"
    assert seat(seated(Phase.COLLECT), "noord").take("").id == "wait"
    assert seat(seated(Phase.COMPARE), "delta").take("").id == "others"
    # Its owner was not content; who was heard has nothing to do but to answer.
    assert seat(seated(Phase.RESTATE), "noord").take("").id == "restate-delta"
    assert seat(seated(Phase.RESTATE), "delta").take("").id == "wait"
    assert seat(seated(Phase.RESTATE), "west").take("").id == "answer-haven"
    assert seat(seated(Phase.CONSENT), "delta").take("").id == "positions"


def test_who_passed_a_question_by_is_asked_it_again_behind_all_others() -> None:
    found = seat(seated(Phase.COLLECT, answered=False), "delta")
    assert [found.after(one).id for one in _COLLECT[:-1]] == [*_COLLECT[1:-1], "meaning"]
    assert found.after("nowhere").id == "meaning"
    assert seat(seated(Phase.COLLECT), "noord").after("meaning").id == "wait"


def test_without_a_term_on_the_table_there_is_nothing_to_do() -> None:
    termset = seated(Phase.COMPARE)
    for session in (None, Session(DAY), Session(DAY, current="weg")):
        found = seat(replace(termset, session=session), "delta")
        assert (found.term, ids(found)) == ("", ["wait"])
    with pytest.raises(NotFoundError):
        seat(termset, "nobody")


def test_a_file_that_names_a_phase_reveals_nothing_by_that() -> None:
    termset = seated(Phase.COLLECT)
    for phase in (Phase.COMPARE, Phase.RESTATE, Phase.CONSENT, Phase.CLOSED):
        agreement = replace(termset.agreement(TERM), phase=phase)
        found = seat(replace(termset, agreements={TERM: agreement}), "delta")
        assert not {"others", "positions"} & {*ids(found)}
        assert MEANINGS["noord"] not in repr(found)


def test_after_the_reveal_all_words_stand_there_beside_ones_own() -> None:
    found = seat(seated(Phase.COMPARE), "delta").take("others")
    assert isinstance(found, Others)
    assert [(one.name, one.is_mine) for one in found.said] == [
        ("Gemeente Noord", False),
        ("Zorggroep Delta", True),
        ("Basisschool De Haven", False),
        ("Huisartsenpraktijk West", False),
    ]
    assert {one.definition.meaning for one in found.said} == {*MEANINGS.values()}


def test_letters_stand_in_the_place_of_names_where_the_session_hides_them() -> None:
    termset = seated(Phase.COMPARE, anonymous=True)
    found = seat(termset, "delta").take("others")
    assert isinstance(found, Others)
    assert [one.name for one in found.said] == ["A", "B", "C", "D"]
    # The rest of what somebody wrote stands on no screen then, and may say who it is.
    assert not any(one.definition.example for one in found.said)
    shown = "".join(html(termset, "delta"))
    for key, names in NAMES.items():
        if key != "delta":
            assert all(name not in shown for name in (key, *names))


def test_reasons_are_told_once_everybody_has_spoken() -> None:
    waits = seat(seated(Phase.CONSENT, silent="west"), "delta")
    assert "positions" not in ids(waits)
    assert STANDS["noord"][1] not in repr(waits)
    found = seat(seated(Phase.CONSENT), "delta").take("positions")
    assert isinstance(found, Positions)
    assert {one.partner for one in found.stood} == {*NAMES}
    closed = seated(Phase.CONSENT, silent="west")
    rounds = (replace(closed.agreement(TERM).rounds[-1], closed=True),)
    agreements = {TERM: replace(closed.agreement(TERM), rounds=rounds)}
    without = seat(replace(closed, agreements=agreements), "delta").take("positions")
    assert isinstance(without, Positions)
    assert without.absent == ("west",)


def test_own_words_are_there_while_nobody_sees_those_of_others() -> None:
    found = seat(seated(Phase.COLLECT), "delta").take("meaning")
    assert isinstance(found, MyMeaning)
    assert found.texts["meaning"] == MEANINGS["delta"]
    assert found.texts["example"] == "Even zitten, ook als het druk is."


def _said(texts: list[str], scale: int | None) -> Definition:
    lenses = ("inzet",) if scale else ()
    return Definition(texts[0], example=texts[1], as_partner=texts[2], lenses=lenses)


_others = st.builds(
    lambda texts, answers, scale, said: Partner(
        "",
        "",
        "",
        {TERM: _said(texts, scale)} if texts else {},
        {TERM: answers},
        {TERM: Ratings(scale)},
        tuple(Restatement(TERM, "delta", fingerprint(MEANINGS["delta"]), one) for one in said),
    ),
    st.lists(_texts, min_size=3, max_size=3) | st.just([]),
    st.dictionaries(st.sampled_from(["te-laat", "hersteld"]), st.sampled_from(CaseAnswer)),
    st.none() | st.integers(1, 5),
    st.lists(_texts, max_size=2),
)


def _with(termset: TermSet, said: Mapping[str, Partner]) -> TermSet:
    """The set in which the others say this."""
    partners = {
        key: replace(one, id=key, name=NAMES[key][0], short=NAMES[key][1])
        for key, one in said.items()
    }
    return replace(termset, partners={**termset.partners, **partners})


@settings(max_examples=40, deadline=None)
@given(me=st.sampled_from([*NAMES]), said=st.lists(_others, min_size=3, max_size=3))
def test_before_the_reveal_a_seat_is_the_same_whatever_others_say(
    me: str, said: list[Partner]
) -> None:
    termset = seated(Phase.COLLECT)
    others = dict(zip((key for key in NAMES if key != me), said, strict=True))
    changed = _with(termset, others)
    assert seat(changed, me) == seat(termset, me)
    assert html(changed, me) == html(termset, me)


@settings(max_examples=40, deadline=None)
@given(
    me=st.sampled_from([*NAMES]),
    stood=st.lists(st.none() | st.tuples(st.sampled_from(Stand), _texts), min_size=2, max_size=2),
)
def test_while_a_round_goes_on_a_seat_is_the_same_whatever_others_answer(
    me: str, stood: list[tuple[Stand, str] | None]
) -> None:
    """One of the others has not spoken, so that the round is not over."""
    one, two, silent = (key for key in NAMES if key != me)
    termset = seated(Phase.CONSENT, silent=silent)
    partners = dict(termset.partners)
    for key, given_now in zip((one, two), stood, strict=True):
        taken = {TERM: Position(fingerprint(WORDING), *given_now)} if given_now else {}
        partners[key] = replace(partners[key], positions=taken)
    changed = replace(termset, partners=partners)
    assert seat(changed, me) == seat(termset, me)
    assert html(changed, me) == html(termset, me)


def _hidden(group: Group, term: str, me: str) -> set[str]:
    """Texts of others that `me` must not see now."""
    termset = group.termset
    found = set(group.said[term]) if is_blind(termset, term) else set()
    if holds_reasons(termset, term):
        on = termset.agreement(term).draft.fingerprint
        stood = [one.positions.get(term) for one in termset.partners.values()]
        found |= {one.reason for one in stood if one is not None and one.on == on and one.reason}
    return {text for text in found if text not in repr(termset.partners[me])}


def test_no_session_however_odd_shows_too_much_at_a_seat() -> None:
    hidden = 0
    for seed in range(25):
        group = Group(MemoryStore(new_set(3)), Random(seed))
        for _move in range(30):
            group.move()
            termset = group.termset
            for term, me in product(termset.terms, termset.partners):
                told = repr(seat_at(termset, me, term))
                unseen = _hidden(group, term, me)
                assert not [text for text in unseen if text in told]
                hidden += len(unseen)
    assert hidden > 100
