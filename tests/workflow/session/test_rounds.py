"""Rounds of consent that were, and what partners learned."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.domain import (
    Disposition,
    Draft,
    Objection,
    PastPosition,
    Phase,
    Position,
    Ratings,
    Stand,
    TermSet,
    fingerprint,
)
from glossary.domain.agreements import Round
from glossary.locale import use
from glossary.store.folder import FolderStore
from glossary.workflow.announcing import known
from glossary.workflow.drafting import write_draft
from glossary.workflow.positions import PHONE, take_position
from glossary.workflow.session.consenting import by_stand, consent_round, past_rounds
from glossary.workflow.session.moving import close_round
from glossary.workflow.session.rating import Knowing, knowing
from glossary.workflow.showing import shown
from tests.tui.rounds import DAY, FIRST, OBJECTED, STANDS, WORDING, round_set

TODAY = dt.date(2026, 11, 24)


def test_earlier_rounds_keep_their_wording_and_what_became_of_objections() -> None:
    termset = round_set(3, 0)
    agreement = termset.agreement("kwaliteit")
    loose = Objection("gone", "0a1b2c3d4e5f", "Te kort.", Disposition.ADDRESSED)
    between = Round("Goed werk: aandacht.", None)
    agreement = replace(
        agreement,
        objections=(*agreement.objections, loose),
        rounds=(agreement.rounds[0], between, agreement.rounds[1]),
    )
    past = past_rounds(replace(termset, agreements={"kwaliteit": agreement}), "kwaliteit")
    assert [(one.number, one.wording) for one in past] == [
        (1, FIRST),
        (2, between.wording),
        (0, ""),
    ]
    assert [[made.text for made in one.objections] for one in past] == [
        ["Altijd lukt ons nooit."],
        [],
        ["Te kort."],
    ]
    assert past[0].changed == ()
    assert past[1].changed


def test_what_a_partner_said_in_an_earlier_round_is_kept_in_its_file(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.create(round_set(3, 3))
    place = ("keten", "kwaliteit")
    write_draft(store, *place, Draft("Samen."))
    take_position(store, *place, "p02", Stand.CONSENT, "", TODAY)
    take_position(store, *place, "p02", Stand.STAND_ASIDE, "", TODAY, entered_by=PHONE)
    # The same again, by whatever way, is the same position.
    take_position(store, *place, "p02", Stand.STAND_ASIDE, "", TODAY)
    partner = store.load("keten").termset.partners["p02"]
    now = Position(fingerprint("Samen."), Stand.STAND_ASIDE, "", TODAY, "phone")
    assert partner.positions["kwaliteit"] == now
    said = PastPosition("kwaliteit", fingerprint(WORDING), Stand.CONCERN, STANDS[2].reason, DAY)
    assert partner.past_positions[1:] == (said,)
    assert store.undo() is not None
    assert store.undo() is not None
    assert store.load("keten").termset.partners["p02"].past_positions[1:] == ()


def test_an_earlier_round_tells_who_stood_where_and_why(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.create(round_set(5, 5))
    place = ("keten", "kwaliteit")
    write_draft(store, *place, Draft("Samen."))
    for key in ("p02", "p03"):  # the others have not answered again yet
        take_position(store, *place, key, Stand.CONSENT, "", TODAY)
    termset = store.load("keten").termset
    first, second = past_rounds(termset, "kwaliteit")
    assert list(by_stand(first.stood)) == [
        (Stand.CONSENT, ("p02", "p03", "p04"), ""),
        (Stand.CONCERN, ("p01",), "Te veel."),
    ]
    assert [(one.partner, one.text) for one in first.objections] == [("p00", OBJECTED)]
    assert [(one.partner, one.position.position) for one in second.stood] == [
        ("p00", Stand.CONSENT),
        ("p02", Stand.CONCERN),
        ("p03", Stand.STAND_ASIDE),
        ("p04", Stand.CONSENT),
    ]
    assert [(one.partner, one.text) for one in second.objections] == [("p01", STANDS[1].reason)]
    assert list(by_stand(second.stood)) == [
        (Stand.CONSENT, ("p00",), ""),
        (Stand.STAND_ASIDE, ("p03",), ""),
        (Stand.CONSENT, ("p04",), STANDS[4].reason),
        (Stand.CONCERN, ("p02",), STANDS[2].reason),
    ]


def test_a_wording_that_comes_back_keeps_what_was_said_of_it_each_time(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.create(round_set(1, 1))
    place = ("keten", "kwaliteit")
    for wording, reason in (("Samen.", "Wie?"), (WORDING, "Hoe?"), ("Samen.", "Waar?")):
        write_draft(store, *place, Draft(wording))
        take_position(store, *place, "p00", Stand.CONCERN, reason, TODAY)
    past = past_rounds(store.load("keten").termset, "kwaliteit")
    assert [(one.number, [said.position.reason for said in one.stood]) for one in past] == [
        (1, []),
        (2, ["", "Hoe?"]),
        (0, ["Wie?"]),
    ]


def test_a_round_that_was_never_opened_can_be_closed(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    termset = round_set(3, 1, phase=Phase.DRAFT)
    bare = replace(termset.agreement("kwaliteit"), rounds=())
    store.create(replace(termset, agreements={"kwaliteit": bare}))
    close_round(store, "keten", "kwaliteit", TODAY)
    closed = store.load("keten").termset
    assert closed.agreement("kwaliteit").rounds == (Round(WORDING, TODAY, closed=True),)
    assert consent_round(closed, "kwaliteit").is_complete


def test_averages_are_of_the_same_people() -> None:
    ratings = [Ratings(1, 5), Ratings(3, 4), Ratings(5), Ratings()]
    assert knowing(_rated(ratings), "kwaliteit") == Knowing(2.0, 4.5, 2)
    assert knowing(_rated([Ratings(5), Ratings()]), "kwaliteit") == Knowing(5.0, None, 1)
    assert knowing(_rated([Ratings(know_after=2)]), "kwaliteit") == Knowing(None, 2.0, 1)
    assert knowing(_rated([Ratings()]), "kwaliteit") == Knowing()


def test_averages_have_a_comma_in_dutch() -> None:
    termset = _rated([Ratings(2, 4), Ratings(2, 5), Ratings(4)])
    use("nl")
    assert known(termset, "kwaliteit") == "vooraf 2,0 → nu 4,5 (2 van 3 partners)"
    use("en")
    assert known(termset, "kwaliteit") == "before 2.0 → now 4.5 (2 of 3 partners)"
    assert known(_rated([Ratings()]), "kwaliteit") == ""


def _rated(ratings: list[Ratings]) -> TermSet:
    termset = round_set(len(ratings), 0)
    partners = {
        key: replace(one, ratings={"kwaliteit": given})
        for (key, one), given in zip(termset.partners.items(), ratings, strict=True)
    }
    return replace(termset, partners=partners)


@pytest.mark.parametrize("phase", Phase)
def test_reasons_stay_closed_while_the_round_of_consent_goes_on(phase: Phase) -> None:
    going_on, over = round_set(6, 5, phase=phase), round_set(6, 6, phase=phase)
    reason = STANDS[1].reason
    for termset, is_told in ((going_on, phase is not Phase.CONSENT), (over, True)):
        assert (reason in str(shown(termset).partners["p01"].positions)) is is_told
        assert consent_round(termset, "kwaliteit").holds_reasons is not is_told


def test_reasons_stay_closed_while_a_file_that_cannot_be_read_may_hold_nothing() -> None:
    two = replace(round_set(2, 2), unread=("p03",))
    assert consent_round(two, "kwaliteit").holds_reasons
    assert STANDS[1].reason not in str(shown(two).partners["p01"].positions)
