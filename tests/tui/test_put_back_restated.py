"""What was being said back, and could not be saved, is back in the same turn."""

import os
from pathlib import Path

import pytest

from tests.tui.restating import answered, reveal, said, typed
from tests.tui.test_entry_safety import no_disk
from tests.tui.test_put_back import journal, program

OPEN = (*"/kwal", "escape", "r")


async def leave_unsaved(
    folder: Path, monkeypatch: pytest.MonkeyPatch, before: tuple[str, ...], text: str
) -> None:
    """Press these keys, type what no disk takes, and end the program."""
    reveal(folder)
    with monkeypatch.context() as patch:
        async with program(folder) as seen:
            await seen.press(*OPEN, *before)
            patch.setattr(os, "replace", no_disk)
            patch.setattr(os, "link", no_disk)
            # The journal is on another disk.
            patch.setattr("glossary.store.atomic.put_private", Path.write_bytes)
            await seen.press(*text)
        assert (seen.app.desk.unsaved, seen.app.desk.has_kept) == ([], True)


async def test_a_restatement_is_back_in_its_own_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await leave_unsaved(tmp_path, monkeypatch, ("ctrl+n",), "Niets mis.")
    async with program(tmp_path) as seen:
        assert "Delta typed something for kwaliteit" in seen.text
        assert "press r there" in seen.text
        assert "Niets mis" not in seen.text
        shown = await seen.press(*OPEN)
        assert "Niets mis." in shown
        shown = await seen.press("enter")
        assert "Zorggroep Delta says in its own words what Gemeente Noord means" in shown
        assert typed(seen) == "Niets mis."
    assert said(tmp_path, "zorggroep-delta") == ["Niets mis."]
    assert journal(tmp_path) == []


async def test_a_correction_is_back_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await leave_unsaved(tmp_path, monkeypatch, (*"Snel.", "ctrl+s", "a"), "en rustig")
    async with program(tmp_path) as seen:
        assert "en rustig" in await seen.press(*OPEN)
        await seen.press("enter", "enter")
    assert answered(tmp_path) == [("almost", "en rustig")]
    assert journal(tmp_path) == []
