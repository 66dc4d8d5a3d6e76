"""Letters that stand for names: they stay, and nothing about their places tells whose they are."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from glossary.domain import Agreement, Partner, Phase, Term, TermSet, Vocabulary
from glossary.domain.phases import moved
from glossary.domain.sessions import Session
from glossary.domain.visibility import hides_names, letter_order, lettered, letters, seats

TERM = "regie"
NOW = dt.datetime(2026, 11, 23, 14, tzinfo=dt.UTC)
_ids = st.lists(st.text("abcdefgh", min_size=1, max_size=4), unique=True, max_size=8)


def _set(partners: list[str], agreement: Agreement | None = None) -> TermSet:
    people = {key: Partner(key, f"Name of {key}", f"Short {key}") for key in sorted(partners)}
    vocabulary = Vocabulary("Keten", "nl", terms={TERM: Term(TERM, TERM)})
    return TermSet("keten", vocabulary, people, {TERM: agreement or Agreement(TERM)})


def _moved(termset: TermSet, phase: Phase) -> TermSet:
    order, called = seats(termset, TERM), letter_order(termset, TERM)
    agreement = moved(termset.agreement(TERM), phase, NOW, order, called)
    return replace(termset, agreements={TERM: agreement})


def _without(termset: TermSet, gone: str) -> TermSet:
    partners = {key: one for key, one in termset.partners.items() if key != gone}
    return replace(termset, partners=partners)


@given(_ids)
def test_letters_stand_in_another_order_than_the_turns(partners: list[str]) -> None:
    assume(len(partners) > 1)
    before = _set(partners)
    for termset in (before, _moved(before, Phase.COMPARE)):
        assert tuple(letters(termset, TERM)) != seats(termset, TERM)
        assert letters(termset, TERM).keys() == termset.partners.keys()
        assert [*letters(termset, TERM).values()] == [*"ABCDEFGH"[: len(partners)]]
    assert letters(before, TERM) == letters(_moved(before, Phase.COMPARE), TERM)


@given(_ids, st.lists(st.text("ijkl", min_size=1, max_size=4), unique=True, max_size=4), st.data())
def test_whoever_joins_or_leaves_after_the_reveal_shifts_nobodys_letter(
    partners: list[str], late: list[str], data: st.DataObject
) -> None:
    assume(partners)
    termset = _moved(_set(partners), Phase.COMPARE)
    given_ = dict(letters(termset, TERM))
    for phase, key in zip((Phase.RESTATE, Phase.COMPARE) * 2, late, strict=False):
        newcomer = replace(termset, partners={**termset.partners, key: Partner(key, key)})
        called = letters(newcomer, TERM)
        assert called[key] > max(called[other] for other in termset.partners)
        given_[key] = called[key]
        termset = _moved(newcomer, phase)
        assert letters(termset, TERM) == given_
    gone = data.draw(st.sampled_from(sorted(given_)))
    left = _without(termset, gone)
    expected = {key: letter for key, letter in given_.items() if key != gone}
    assert letters(left, TERM) == expected
    assert letters(_moved(left, Phase.DRAFT), TERM) == expected


@given(_ids)
def test_a_set_in_letters_has_no_name_and_the_order_of_the_letters(partners: list[str]) -> None:
    shown = lettered(_set(partners), TERM)
    assert tuple(shown.partners) == tuple(letters(shown, TERM))
    for key, partner in shown.partners.items():
        assert (partner.name, partner.short) == (letters(shown, TERM)[key],) * 2


def test_a_term_that_was_revealed_without_letters_gets_them_and_keeps_them() -> None:
    agreement = Agreement(TERM, Phase.COMPARE, revealed=NOW, order=("c", "gone", "a", "b"))
    termset = _set(["a", "b", "c"], agreement)
    called = letters(termset, TERM)
    assert called.keys() == {"a", "b", "c"}
    after = _moved(termset, Phase.RESTATE)
    assert "gone" in after.agreement(TERM).letters
    assert letters(after, TERM) == called


def test_after_z_comes_aa() -> None:
    many = _set([f"p{n:02}" for n in range(30)])
    assert [*letters(many, TERM).values()][24:28] == ["Y", "Z", "AA", "AB"]


@pytest.mark.parametrize("phase", Phase)
def test_names_are_hidden_while_a_session_that_chose_so_compares(phase: Phase) -> None:
    termset = _set(["a", "b"], Agreement(TERM, phase))
    assert not hides_names(termset, TERM)
    assert not hides_names(replace(termset, session=Session()), TERM)
    chosen = replace(termset, session=Session(anonymous=True))
    assert hides_names(chosen, TERM) == (phase in (Phase.COLLECT, Phase.COMPARE))
