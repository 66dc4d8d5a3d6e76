import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given

from glossary.domain import (
    Agreement,
    Answer,
    Definition,
    Draft,
    Outcome,
    OutcomeKind,
    Partner,
    Position,
    Restatement,
    Stand,
    Status,
    Term,
    TermSet,
    Verdict,
    Vocabulary,
    fingerprint,
    fresh_positions,
    is_understood,
    normalise,
    status_of,
)
from tests.domain.strategies import TERM, TODAY, termsets, wordings

_CLOSED = {
    OutcomeKind.SHARED: Status.AGREED,
    OutcomeKind.DIFFER: Status.DIFFERS,
    OutcomeKind.RENAMED: Status.RENAMED,
    OutcomeKind.PARKED: Status.PARKED,
}
_DRAFT = Draft("Goed werk is merkbaar.")


@given(termsets())
def test_every_set_has_a_status_that_fits_what_is_in_it(termset: TermSet) -> None:
    status = status_of(termset, TERM, TODAY)
    agreement = termset.agreement(TERM)
    said = len(termset.meanings(TERM))
    if agreement.outcome is not None:
        assert status in (Status.STALE, _CLOSED[agreement.outcome.kind])
    elif agreement.draft.fingerprint is not None:
        assert status in (Status.DRAFTED, Status.OBJECTED, Status.CONSENTED)
    elif said == 0:
        assert status is Status.EMPTY
    elif said < len(termset.partners):
        assert status is Status.COLLECTING
    else:
        assert status in (Status.COMPARABLE, Status.UNDERSTOOD)


@given(termsets(), wordings)
def test_a_changed_draft_never_counts_an_old_position(termset: TermSet, wording: str) -> None:
    before = termset.agreement(TERM)
    after = replace(before, draft=Draft(wording), outcome=None)
    changed = replace(termset, agreements={TERM: after})
    fresh = fresh_positions(changed, TERM)
    assert all(position.on == fingerprint(wording) for position in fresh.values())
    if normalise(wording) != normalise(before.draft.wording):
        assert not fresh.keys() & fresh_positions(termset, TERM).keys()
    if not wording.strip():
        assert fresh == {}


@given(termsets())
def test_consent_is_everybodys_and_an_objection_anybodys(termset: TermSet) -> None:
    agreement = termset.agreement(TERM)
    status = status_of(
        replace(termset, agreements={TERM: replace(agreement, outcome=None)}), TERM, TODAY
    )
    stands = {key: one.position for key, one in fresh_positions(termset, TERM).items()}
    objected = Stand.OBJECTION in stands.values()
    assert (status is Status.OBJECTED) == objected
    if status is Status.CONSENTED:
        assert stands.keys() == termset.partners.keys()


@given(termsets())
def test_nobody_is_understood_without_having_said_anything(termset: TermSet) -> None:
    for key, partner in termset.partners.items():
        if not partner.meaning_of(TERM).strip():
            assert not is_understood(termset, TERM, key)


def _set(agreement: Agreement, partners: Mapping[str, Partner]) -> TermSet:
    vocabulary = Vocabulary("Keten", "nl", terms={TERM: Term(TERM, TERM)})
    return TermSet("keten", vocabulary, partners, {TERM: agreement})


def _partner(key: str, meaning: str) -> Partner:
    return Partner(key, key.title(), definitions={TERM: Definition(meaning)})


def _pair() -> dict[str, Partner]:
    return {"delta": _partner("delta", "Aandacht."), "noord": _partner("noord", "Geen fouten.")}


def _restated(owner: Partner, by: Partner, text: str, answer: Answer) -> dict[str, Partner]:
    on = owner.meaning_fingerprint(TERM) or ""
    restatement = Restatement(TERM, owner.id, on, text)
    verdict = Verdict(TERM, by.id, fingerprint(text), answer)
    return {
        owner.id: replace(owner, verdicts=(*owner.verdicts, verdict)),
        by.id: replace(by, restatements=(*by.restatements, restatement)),
    }


def test_understood_when_each_heard_yes_on_its_current_meaning() -> None:
    partners = _pair()
    partners |= _restated(partners["delta"], partners["noord"], "Gezien worden.", Answer.YES)
    termset = _set(Agreement(TERM), partners)
    assert is_understood(termset, TERM, "delta")
    assert status_of(termset, TERM, TODAY) is Status.COMPARABLE

    partners |= _restated(partners["noord"], partners["delta"], "Alles klopt.", Answer.YES)
    termset = _set(Agreement(TERM), partners)
    assert status_of(termset, TERM, TODAY) is Status.UNDERSTOOD

    rewritten = replace(partners["noord"], definitions={TERM: Definition("Geen klachten.")})
    termset = _set(Agreement(TERM), partners | {"noord": rewritten})
    assert not is_understood(termset, TERM, "noord")
    assert status_of(termset, TERM, TODAY) is Status.COMPARABLE


@pytest.mark.parametrize("answer", [Answer.ALMOST, Answer.NO])
def test_almost_is_not_understood(answer: Answer) -> None:
    partners = _pair()
    partners |= _restated(partners["delta"], partners["noord"], "Gezien worden.", answer)
    assert not is_understood(_set(Agreement(TERM), partners), TERM, "delta")


@pytest.mark.parametrize("kind", OutcomeKind)
def test_an_outcome_gives_its_status_until_a_meaning_changes(kind: OutcomeKind) -> None:
    partners = _pair()
    meanings = {key: one.meaning_fingerprint(TERM) or "" for key, one in partners.items()}
    outcome = Outcome(kind, on=_DRAFT.fingerprint or "", date=TODAY, meanings=meanings)
    agreement = Agreement(TERM, draft=_DRAFT, outcome=outcome)
    assert status_of(_set(agreement, partners), TERM, TODAY) is _CLOSED[kind]

    laid_out = partners | {"delta": _partner("delta", "  Aandacht.\n")}
    assert status_of(_set(agreement, laid_out), TERM, TODAY) is _CLOSED[kind]
    changed = partners | {"delta": _partner("delta", "Inzet.")}
    assert status_of(_set(agreement, changed), TERM, TODAY) is Status.STALE
    gone = {"noord": partners["noord"]}
    assert status_of(_set(agreement, gone), TERM, TODAY) is Status.STALE


def test_a_partner_that_speaks_for_the_first_time_after_an_outcome_makes_it_stale() -> None:
    partners = _pair()
    meanings = {key: one.meaning_fingerprint(TERM) or "" for key, one in partners.items()}
    agreement = Agreement(TERM, outcome=Outcome(OutcomeKind.DIFFER, meanings=meanings))
    silent = partners | {"wonen": Partner("wonen", "Wonen")}
    assert status_of(_set(agreement, silent), TERM, TODAY) is Status.DIFFERS
    spoken = partners | {"wonen": _partner("wonen", "Een dak.")}
    assert status_of(_set(agreement, spoken), TERM, TODAY) is Status.STALE


def test_a_shared_outcome_is_stale_once_its_draft_changes() -> None:
    outcome = Outcome(OutcomeKind.SHARED, on=_DRAFT.fingerprint or "")
    agreement = Agreement(TERM, draft=Draft("Iets anders."), outcome=outcome)
    assert status_of(_set(agreement, _pair()), TERM, TODAY) is Status.STALE
    parked = replace(agreement, outcome=replace(outcome, kind=OutcomeKind.PARKED))
    assert status_of(_set(parked, _pair()), TERM, TODAY) is Status.PARKED


def test_an_outcome_of_before_fingerprints_is_judged_by_its_positions() -> None:
    agreement = Agreement(TERM, draft=_DRAFT, outcome=Outcome(OutcomeKind.SHARED))
    position = Position(_DRAFT.fingerprint or "", Stand.CONSENT)
    consenting = {"delta": replace(_partner("delta", "Aandacht."), positions={TERM: position})}
    assert status_of(_set(agreement, consenting), TERM, TODAY) is Status.AGREED
    changed = replace(agreement, draft=Draft("Iets anders."))
    assert status_of(_set(changed, consenting), TERM, TODAY) is Status.STALE


def test_an_outcome_is_stale_the_day_after_its_review_date() -> None:
    outcome = Outcome(OutcomeKind.PARKED, review=TODAY)
    termset = _set(Agreement(TERM, outcome=outcome), _pair())
    assert status_of(termset, TERM, TODAY) is Status.PARKED
    assert status_of(termset, TERM, TODAY + dt.timedelta(days=1)) is Status.STALE
