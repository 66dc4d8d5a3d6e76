"""A restatement that is still being worded, and when there is nothing to restate."""

import datetime as dt
from dataclasses import replace

import pytest

from glossary.domain import Answer, Phase, RefusedError, TermSet, fingerprint
from glossary.domain.restating import Turn, TurnState, attempts, is_outdated, state_of
from glossary.store.folder import FolderStore
from glossary.workflow.defining import define
from glossary.workflow.session.moving import go
from glossary.workflow.session.restating import answer, restate, why_not
from tests.workflow.conftest import TODAY, keten

TURN = Turn("noord", "delta")


def say(store: FolderStore, text: str) -> None:
    restate(store, "keten", "kwaliteit", *_who(), text, TODAY, rewording=True)


def said(store: FolderStore) -> list[tuple[str, str]]:
    termset = store.load("keten").termset
    tried = attempts(termset, "kwaliteit", TURN)
    return [(one.restatement.text, one.verdict.verdict if one.verdict else "") for one in tried]


def _who() -> tuple[str, str]:
    return TURN.by, TURN.of


def test_who_is_still_typing_is_still_at_the_same_attempt(store: FolderStore) -> None:
    say(store, "Iemand krijgt")
    say(store, "Iemand krijgt aandacht.")
    assert said(store) == [("Iemand krijgt aandacht.", "")]


def test_what_was_answered_stays_as_it_is(store: FolderStore) -> None:
    say(store, "Iemand krijgt tijd.")
    answer(store, "keten", "kwaliteit", *_who(), Answer.ALMOST)
    say(store, "Iemand krijgt aandacht.")
    say(store, "Iemand krijgt alle aandacht.")
    assert said(store) == [
        ("Iemand krijgt tijd.", "almost"),
        ("Iemand krijgt alle aandacht.", ""),
    ]


def test_nobody_answers_words_that_are_not_on_its_screen(store: FolderStore) -> None:
    say(store, "Iemand krijgt tijd.")
    place = ("keten", "kwaliteit", *_who())
    with pytest.raises(RefusedError, match="in other words just now"):
        answer(store, *place, Answer.YES, seen=fingerprint("Iemand krijgt rust."))
    assert said(store) == [("Iemand krijgt tijd.", "")]


def test_a_meaning_that_changed_opens_the_turn_again_and_keeps_what_was_said(
    store: FolderStore,
) -> None:
    say(store, "Iemand krijgt tijd.")
    answer(store, "keten", "kwaliteit", *_who(), Answer.YES)
    assert not is_outdated(store.load("keten").termset, "kwaliteit", TURN)
    define(store, "keten", "kwaliteit", "delta", {"meaning": "Dat iemand rust krijgt."}, TODAY)
    termset = store.load("keten").termset
    assert state_of(termset, "kwaliteit", TURN) is TurnState.OPEN
    assert is_outdated(termset, "kwaliteit", TURN)
    say(store, "Iemand krijgt rust.")
    termset = store.load("keten").termset
    assert not is_outdated(termset, "kwaliteit", TURN)
    texts = [one.text for one in termset.partners["noord"].restatements]
    assert texts == ["Iemand krijgt tijd.", "Iemand krijgt rust."]


def _without_meanings(termset: TermSet) -> TermSet:
    silent = {key: replace(one, definitions={}) for key, one in termset.partners.items()}
    return replace(termset, partners=silent)


def test_why_nobody_can_restate_is_said(store: FolderStore) -> None:
    assert why_not(keten(), "kwaliteit") == ""
    lonely = replace(keten(), partners={"delta": keten().partners["delta"]})
    assert "two partners" in why_not(lonely, "kwaliteit")
    assert "Nobody has said yet" in why_not(_without_meanings(keten()), "kwaliteit")
    go(store, "keten", "kwaliteit", Phase.COLLECT, dt.datetime(2026, 11, 23, 14, tzinfo=dt.UTC))
    assert "not revealed yet" in why_not(store.load("keten").termset, "kwaliteit")
