"""A word with an outcome: it is looked at before it is changed, and not agreed again unasked."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.domain import Agreement, Draft, Outcome, OutcomeKind, Phase, fingerprint
from glossary.store.folder import FolderStore
from glossary.tui.screens.today import TodayScreen
from glossary.tui.widgets.term_list import TermList
from tests.tui.sample import MEANINGS, sample
from tests.tui.seeing import Seen, opened

_DRAFT = Draft("Nobody is hurt, and residents notice that we care.")
_DATE = dt.date(2026, 11, 2)


def _store(folder: Path, *, is_overtaken: bool) -> FolderStore:
    meanings = {key: fingerprint(text) for key, text in MEANINGS.items()}
    if is_overtaken:
        meanings["delta"] = "0"
    outcome = Outcome(
        OutcomeKind.SHARED, on=_DRAFT.fingerprint or "", date=_DATE, meanings=meanings
    )
    agreement = Agreement("quality", Phase.CLOSED, draft=_DRAFT, outcome=outcome)
    store = FolderStore(folder)
    store.create(replace(sample(), agreements={"quality": agreement}))
    return store


def _point_at_quality(seen: Seen) -> None:
    terms = seen.app.screen.query_one(TermList)
    terms.cursor = next(at for at, one in enumerate(terms.rows) if one.id == "quality")


async def _agree_on_quality(seen: Seen) -> None:
    _point_at_quality(seen)
    await seen.press("a")


async def test_a_key_that_was_meant_otherwise_changes_no_agreed_wording(tmp_path: Path) -> None:
    store = _store(tmp_path, is_overtaken=False)
    async with opened(store=store) as seen:
        await _agree_on_quality(seen)
        assert "Recorded on 2 November 2026" in seen.text
        await seen.press("x", "escape", "escape")
    assert store.load("sample").termset.agreement("quality").draft == _DRAFT


@pytest.mark.parametrize(("answer", "is_kept"), [("escape", True), ("1", True), ("2", False)])
async def test_what_was_overtaken_is_only_agreed_again_knowingly(
    tmp_path: Path, answer: str, is_kept: bool
) -> None:
    store = _store(tmp_path, is_overtaken=True)
    async with opened(store=store) as seen:
        await _agree_on_quality(seen)
        text = await seen.press("ctrl+s")
        assert "Record it again without asking anybody?" in text
        assert "Delta changed its meaning" in " ".join(text.split())
        await seen.press(answer)
    outcome = store.load("sample").termset.agreement("quality").outcome
    assert outcome is not None
    assert (outcome.date == _DATE) is is_kept


async def test_what_overtook_an_outcome_stands_by_the_positions_and_among_what_changed_today(
    tmp_path: Path,
) -> None:
    store = _store(tmp_path, is_overtaken=True)
    async with opened(store=store) as seen:
        await _agree_on_quality(seen)
        for panel in ("f5", "f4", "f6"):
            text = " ".join((await seen.press(panel)).split())
            assert text.count("Look again: Delta changed its meaning.") == 1
        await seen.press("escape", "e", "enter", *"x", "ctrl+s", "escape")
        seen.app.push_screen(TodayScreen(seen.app.desk))
        await seen.rest()
        assert "“quality” was agreed on 2 November 2026; since then" in seen.text


@pytest.mark.parametrize(
    ("is_overtaken", "told"),
    [
        (False, "An outcome is recorded for “quality”: agreed. Change a meaning, and it is overt"),
        (True, "“quality” was agreed on 2 November 2026; since then Delta changed its meaning."),
    ],
)
async def test_who_is_about_to_change_a_meaning_is_told_of_the_outcome(
    tmp_path: Path, is_overtaken: bool, told: str
) -> None:
    async with opened(store=_store(tmp_path, is_overtaken=is_overtaken)) as seen:
        _point_at_quality(seen)
        text = await seen.press("e", "enter")
        assert told in " ".join(text.split())
