"""A word with an outcome: it is looked at before it is changed, and not agreed again unasked."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.domain import Agreement, Draft, Outcome, OutcomeKind, Phase, fingerprint
from glossary.store.folder import FolderStore
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


async def _agree_on_quality(seen: Seen) -> None:
    terms = seen.app.screen.query_one(TermList)
    terms.cursor = next(at for at, one in enumerate(terms.rows) if one.id == "quality")
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
