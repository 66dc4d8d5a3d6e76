"""The demo shows the classic confusion, and a term at every stage of the conversation."""

from collections.abc import Iterator
from datetime import date

import pytest

from glossary.compare import compare
from glossary.domain import Partner, Status, TermSet, fingerprint, status_of
from glossary.store.folder import FolderStore
from tests.termsets import FOLDER, TODAY

DEMOS = ("demo", "demo-en")
STAGES = {
    "demo": {
        "kwaliteit": Status.COMPARABLE,
        "vertrouwen": Status.AGREED,
        "regie": Status.UNDERSTOOD,
        "eigenaarschap": Status.OBJECTED,
        "gezamenlijk-doel": Status.COLLECTING,
        "draagvlak": Status.DRAFTED,
        "verbinding": Status.DIFFERS,
        "conflict": Status.EMPTY,
    },
    "demo-en": {
        "quality": Status.COMPARABLE,
        "trust": Status.AGREED,
        "steering": Status.UNDERSTOOD,
        "ownership": Status.OBJECTED,
        "shared-goal": Status.COLLECTING,
        "support": Status.DRAFTED,
        "connection": Status.DIFFERS,
        "conflict": Status.EMPTY,
    },
}
CONFUSED = [("demo", "kwaliteit"), ("demo-en", "quality")]


def _load(set_id: str) -> TermSet:
    return FolderStore(FOLDER).load(set_id).termset


@pytest.mark.parametrize("set_id", DEMOS)
def test_three_partners_with_names_that_fit_a_narrow_column(set_id: str) -> None:
    partners = _load(set_id).partners.values()
    assert len(partners) == 3
    assert [partner.name for partner in partners if not 0 < len(partner.short) <= 8] == []


@pytest.mark.parametrize(("set_id", "term"), CONFUSED)
def test_three_partners_look_at_quality_from_three_sides(set_id: str, term: str) -> None:
    termset = _load(set_id)
    confirmed = {key: partner.definitions[term].lenses for key, partner in termset.partners.items()}
    assert sorted(confirmed.values()) == sorted((lens.id,) for lens in termset.terms[term].lenses)

    found = compare(
        termset.meanings(term),
        language=termset.language,
        term=termset.terms[term].label,
        lenses=termset.terms[term].lenses,
    )
    heard = {
        key: (max(lenses, key=lambda lens: lenses[lens].weight),)
        for key, lenses in found.lenses.items()
    }
    assert heard == confirmed


@pytest.mark.parametrize(("set_id", "term"), CONFUSED)
def test_their_answers_to_the_cases_of_quality_are_split(set_id: str, term: str) -> None:
    termset = _load(set_id)
    for case in termset.terms[term].cases:
        answers = {partner.cases[term][case.id] for partner in termset.partners.values()}
        assert len(answers) > 1, case.id


@pytest.mark.parametrize("set_id", DEMOS)
def test_terms_stand_at_every_stage(set_id: str) -> None:
    termset = _load(set_id)
    found = {term: status_of(termset, term, TODAY) for term in STAGES[set_id]}
    assert found == STAGES[set_id]


@pytest.mark.parametrize("set_id", DEMOS)
def test_the_agreed_term_stays_fresh_for_a_year(set_id: str) -> None:
    termset = _load(set_id)
    statuses = [status_of(termset, term, date(2027, 11, 1)) for term in termset.terms]
    assert Status.AGREED in statuses
    assert Status.STALE not in statuses


@pytest.mark.parametrize("set_id", DEMOS)
def test_every_fingerprint_refers_to_a_text_that_is_there(set_id: str) -> None:
    termset = _load(set_id)
    references = [*_said_of_partners(termset), *_said_of_drafts(termset)]
    assert len(references) > 10
    assert [place for place, known, actual in references if known not in actual] == []


# A place in the files, the fingerprint that stands there, and those of the texts it may mean.
Reference = tuple[str, str, set[str | None]]


def _said_of_partners(termset: TermSet) -> Iterator[Reference]:
    for key, partner in termset.partners.items():
        for said in partner.restatements:
            owner = termset.partners[said.of]
            meant: set[str | None] = {owner.meaning_fingerprint(said.term)}
            yield f"{key} restates {said.of} on {said.term}", said.of_fingerprint, meant
        for verdict in partner.verdicts:
            texts = _restated(termset.partners[verdict.by], key, verdict.term)
            yield f"{key} answers {verdict.by} on {verdict.term}", verdict.fingerprint, texts
    for term, agreement in termset.agreements.items():
        if agreement.outcome is not None:
            for key, then in agreement.outcome.meanings.items():
                now: set[str | None] = {termset.partners[key].meaning_fingerprint(term)}
                yield f"outcome of {term} for {key}", then, now


def _restated(by: Partner, of: str, term: str) -> set[str | None]:
    return {
        fingerprint(said.text) for said in by.restatements if (said.of, said.term) == (of, term)
    }


def _said_of_drafts(termset: TermSet) -> Iterator[Reference]:
    for key, partner in termset.partners.items():
        for term, position in partner.positions.items():
            draft: set[str | None] = {termset.agreement(term).draft.fingerprint}
            yield f"{key} on the draft of {term}", position.on, draft
    for term, agreement in termset.agreements.items():
        current: set[str | None] = {agreement.draft.fingerprint}
        for objection in agreement.objections:
            yield f"objection of {objection.partner} to {term}", objection.on, current
        if agreement.outcome is not None and agreement.outcome.on:
            yield f"outcome of {term}", agreement.outcome.on, current
