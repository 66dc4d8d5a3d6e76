"""Text that could not be saved is back at the next start, and people decide about it."""

import os
import tomllib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from glossary.domain import visible
from glossary.domain.visibility import seats
from glossary.store.folder import FolderStore
from glossary.store.journal import FileJournal
from glossary.tui.keeper import Keeper
from glossary.tui.screens.agreement import AgreementScreen
from glossary.tui.screens.question import Question
from glossary.tui.widgets.draft_panel import DraftPanel
from glossary.workflow.keeping import Unsaved
from tests.tui.agreeing import agreed, position, write_draft
from tests.tui.entering import form
from tests.tui.paper import paper
from tests.tui.seeing import Seen, opened
from tests.tui.test_entry_safety import HOSTILE, no_disk

TYPED = "Dat wij op tijd zijn."
ASKED = "typed here last could not be saved. Put it back?"


@asynccontextmanager
async def program(folder: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Seen]:
    """The list of a set on disk, with a journal beside it."""
    if not (folder / "keten").exists():
        paper(folder)
    store = FolderStore(folder, journal=FileJournal(folder / "state", folder))
    async with opened(store=store, size=size) as seen:
        yield seen
        seen.app.exit()


async def leave_unsaved(
    folder: Path, monkeypatch: pytest.MonkeyPatch, text: str = TYPED, way: str = "e"
) -> None:
    """Type what no disk takes, in the form of the first partner, and end the program."""
    with monkeypatch.context() as patch:
        async with program(folder) as seen:
            await seen.press(*"/kwal", "escape", way, *(["enter"] if way == "e" else []))
            patch.setattr(os, "replace", no_disk)
            patch.setattr(os, "link", no_disk)
            # The journal is on another disk.
            patch.setattr("glossary.store.atomic.put_private", Path.write_bytes)
            shown = await seen.press(*text, "ctrl+s")
            assert "Not saved, but kept apart meanwhile:" in " ".join(shown.split())
        assert (seen.app.desk.unsaved, seen.app.desk.has_kept) == ([], True)


def journal(folder: Path) -> list[Path]:
    return list((folder / "state").iterdir())


def haven(folder: Path) -> Path:
    return folder / "keten" / "partners" / "de-haven.toml"


def meaning(folder: Path) -> str:
    plain = tomllib.loads(haven(folder).read_text(encoding="utf-8"))
    return str(plain.get("definitions", {}).get("kwaliteit", {}).get("meaning", ""))


async def test_the_list_says_whose_text_waits_and_never_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await leave_unsaved(tmp_path, monkeypatch)
    async with program(tmp_path) as seen:
        assert (
            "School typed something for kwaliteit that is not saved yet: press e there."
            in seen.text
        )
        assert "op tijd" not in seen.text


async def test_what_was_typed_is_put_back_and_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await leave_unsaved(tmp_path, monkeypatch)
    async with program(tmp_path) as seen:
        shown = await seen.press(*"/kwal", "escape", "e")
        assert ASKED in shown
        assert TYPED in shown
        assert "(nothing)" in shown
        shown = await seen.press("enter")
        assert form(seen).texts()["meaning"] == TYPED
        assert "Saved " in shown
        assert "not saved yet" not in await seen.press("escape")
    assert meaning(tmp_path) == TYPED
    assert journal(tmp_path) == []


async def test_a_text_that_was_written_since_is_not_overwritten_by_the_first_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await leave_unsaved(tmp_path, monkeypatch)
    with haven(tmp_path).open("a", encoding="utf-8") as file:
        file.write('\n[definitions.kwaliteit]\nmeaning = "Van elders."\n')
    async with program(tmp_path) as seen:
        shown = await seen.press(*"/kwal", "escape", "e")
        assert TYPED in shown
        assert "Van elders." in shown
        await seen.press("enter")
        assert form(seen).texts()["meaning"] == "Van elders."
        assert len(journal(tmp_path)) == 1
        await seen.press("escape", "e", "2")
        assert form(seen).texts()["meaning"] == TYPED
    assert meaning(tmp_path) == TYPED
    assert journal(tmp_path) == []


@pytest.mark.parametrize("answer", ["2", "escape"])
async def test_later_keeps_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    await leave_unsaved(tmp_path, monkeypatch)
    async with program(tmp_path) as seen:
        await seen.press(*"/kwal", "escape", "e", answer)
        assert form(seen).texts()["meaning"] == ""
        # What is typed and saved meanwhile does not touch it.
        await seen.press(*"Anders.", "ctrl+s")
        assert "not saved yet" in await seen.press("escape")
        shown = await seen.press("e")
        assert "Anders." in shown
        assert TYPED in shown
    assert meaning(tmp_path) == "Anders."
    assert len(journal(tmp_path)) == 1


async def test_the_file_may_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await leave_unsaved(tmp_path, monkeypatch)
    async with program(tmp_path) as seen:
        await seen.press(*"/kwal", "escape", "e", "3")
        assert form(seen).texts()["meaning"] == ""
        assert "not saved yet" not in await seen.press("escape")
    assert meaning(tmp_path) == ""
    assert journal(tmp_path) == []


async def test_nobody_else_is_asked_about_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await leave_unsaved(tmp_path, monkeypatch)
    async with program(tmp_path) as seen:
        await seen.press(*"/kwal", "escape", "e", "escape")
        for _other in range(2):
            shown = await seen.press("ctrl+n")
            assert not isinstance(seen.app.screen, Question)
            assert TYPED not in shown
        assert ASKED in await seen.press("ctrl+n")
        await seen.press("escape", "escape", *"/bereik", "escape", "e", "enter")
        assert not isinstance(seen.app.screen, Question)


async def test_a_draft_comes_back_in_the_agreement(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_draft(tmp_path)
    await leave_unsaved(tmp_path, monkeypatch, " Zonder haast.", way="a")
    async with program(tmp_path) as seen:
        assert "Text typed in the draft of kwaliteit is not saved yet: press a there." in seen.text
        shown = await seen.press(*"/kwal", "escape", "e", "enter")
        assert "Zonder haast" not in shown
        shown = await seen.press("escape", "a")
        assert ASKED in shown
        assert "Zonder haast." in shown
        await seen.press("1")
        assert isinstance(seen.app.screen, AgreementScreen)
        wording = seen.app.screen.query_one(DraftPanel).texts()["wording"]
        assert wording.endswith("mis gaat. Zonder haast.")
    assert agreed(tmp_path)["draft"]["wording"] == wording
    assert journal(tmp_path) == []


async def test_a_second_text_that_cannot_be_saved_does_not_replace_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await leave_unsaved(tmp_path, monkeypatch, "Eerst.")
    async with program(tmp_path) as seen:
        await seen.press(*"/kwal", "escape", "e", "escape")
        haven(tmp_path).write_bytes(b"= =")
        await seen.press(*"Toen.", "ctrl+s", "ctrl+q")
        await seen.press("2")
    paper_text = 'format = 1\nname = "Basisschool De Haven"\nshort = "School"\n'
    haven(tmp_path).write_text(paper_text, encoding="utf-8")
    async with program(tmp_path) as seen:
        assert "One more text waits." in " ".join(seen.text.split())
        assert "Eerst." in await seen.press(*"/kwal", "escape", "e")
        shown = await seen.press("1")
        assert "Toen." in shown
        assert "Eerst." in shown
        await seen.press("2")
    assert meaning(tmp_path) == "Toen."
    assert journal(tmp_path) == []


async def test_leaving_without_saving_forgets_and_later_keeps(tmp_path: Path) -> None:
    async with program(tmp_path) as seen:
        await seen.press(*"/kwal", "escape", "e", "enter")
        haven(tmp_path).write_bytes(b"= =")
        await seen.press(*"Weg", "ctrl+s")
        assert len(journal(tmp_path)) == 1
        assert "Leave and decide later" in await seen.press("escape")
        await seen.press("3")
        assert journal(tmp_path) == []


async def test_typing_back_what_the_file_says_leaves_nothing_waiting(tmp_path: Path) -> None:
    async with program(tmp_path) as seen:
        await seen.press(*"/kwal", "escape", "e", "enter")
        whole = haven(tmp_path).read_bytes()
        haven(tmp_path).write_bytes(b"= =")
        await seen.press(*"ab", "ctrl+s")
        assert len(journal(tmp_path)) == 1
        haven(tmp_path).write_bytes(whole)
        await seen.press("backspace", "backspace")
        assert journal(tmp_path) == []


async def test_a_partner_that_is_gone_has_its_text_named_by_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await leave_unsaved(tmp_path, monkeypatch)
    haven(tmp_path).unlink()
    (file,) = journal(tmp_path)
    async with program(tmp_path, size=(200, 24)) as seen:
        assert (
            "What was typed for kwaliteit/de-haven, which this set does not have now" in seen.text
        )
        assert str(file) in seen.text
        await seen.press(*"/kwal", "escape", "e", "enter")
        assert not isinstance(seen.app.screen, Question)
    assert TYPED in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_in_the_journal_is_shown_and_never_acted_on(
    tmp_path: Path, text: str
) -> None:
    paper(tmp_path)
    FileJournal(tmp_path / "state", tmp_path).keep(
        "keten",
        Unsaved("0" * 12, "definition", "kwaliteit", "de-haven", {"meaning": f"{text} een"}, {}),
    )
    async with program(tmp_path) as seen:
        shown = await seen.press(*"/kwal", "escape", "e")
        assert ASKED in shown
        assert shown == visible(shown)
        shown = await seen.press("1")
        assert shown == visible(shown)
        typed = form(seen).texts()["meaning"]
        assert typed == visible(typed)
        assert typed.endswith("een")


async def test_long_texts_are_paged_and_the_answers_stay_in_sight(tmp_path: Path) -> None:
    paper(tmp_path)
    words = {"meaning": "\n".join(f"regel {number}" for number in range(30))}
    FileJournal(tmp_path / "state", tmp_path).keep(
        "keten", Unsaved("0" * 12, "definition", "kwaliteit", "de-haven", words, {})
    )
    async with program(tmp_path) as seen:
        shown = await seen.press(*"/kwal", "escape", "e")
        assert "regel 0" in shown
        assert "Decide later" in shown
        shown = await seen.press("pagedown", "pagedown", "pagedown")
        assert "(nothing)" in shown
        assert "Decide later" in shown


async def test_a_reason_comes_back_in_the_round_and_is_saved_when_it_is_complete(
    tmp_path: Path,
) -> None:
    write_draft(tmp_path)
    termset = FolderStore(tmp_path).load("keten").termset
    first = termset.partners[seats(termset, "kwaliteit")[0]]
    file = tmp_path / "keten" / "partners" / f"{first.id}.toml"
    whole = file.read_bytes()
    async with program(tmp_path) as seen:
        await seen.press(*"/kwal", "escape", "a", "f5", "2", *"Te duur.")
        file.write_bytes(b"= =")
    assert (seen.app.desk.unsaved, seen.app.desk.has_kept) == ([], True)
    file.write_bytes(whole)
    async with program(tmp_path) as seen:
        waiting = f"{first.short_name} was giving a reason about kwaliteit: press a there."
        assert waiting in seen.text
        assert "duur" not in seen.text
        shown = await seen.press(*"/kwal", "escape", "a")
        assert f"{first.name} · Concern. Why?" in shown
        assert "Te duur." not in shown
        shown = await seen.press("1")
        assert f"{first.name} · Concern. Why?" in shown
        assert "Te duur." in shown
        await seen.press("enter")
    assert position(tmp_path, first.id)["reason"] == "Te duur."
    async with program(tmp_path) as seen:
        assert "press a there" not in seen.text
    assert journal(tmp_path) == []


async def test_a_reason_about_another_wording_says_so(tmp_path: Path) -> None:
    write_draft(tmp_path)
    typed = {"stand": "concern", "reason": "Te duur."}
    kept = FileJournal(tmp_path / "state", tmp_path)
    kept.keep("keten", Unsaved("0" * 12, "position", "kwaliteit", "de-haven", typed, {"on": "x"}))
    async with program(tmp_path) as seen:
        shown = await seen.press(*"/kwal", "escape", "a", "1")
        assert "The wording changed meanwhile. Does this still hold?" in shown
        # Nothing is taken on a wording that nobody asked about, and nothing is lost either.
        await seen.press("ctrl+n", "ctrl+n", "escape", "escape")
        assert "School was giving a reason about kwaliteit" in seen.text
    assert "positions" not in haven(tmp_path).read_text(encoding="utf-8")


async def test_a_choice_that_nobody_made_is_asked_again_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Keeper, "SOON", 3600.0)
    monkeypatch.setattr(Keeper, "LATEST", 3600.0)
    async with program(tmp_path) as seen:
        await seen.press(*"/kwal", "escape", "e", "enter", *"Van hier.")
        with haven(tmp_path).open("a", encoding="utf-8") as file:
            file.write('\n[definitions.kwaliteit]\nmeaning = "Van elders."\n')
        assert "changed elsewhere" in await seen.press("ctrl+s")
    assert (seen.app.desk.unsaved, seen.app.desk.has_kept) == ([], True)
    async with program(tmp_path) as seen:
        shown = await seen.press(*"/kwal", "escape", "e")
        assert "1 Decide later" in shown
        assert "Van hier." in shown
        assert "Van elders." in shown
        await seen.press("2")
    assert meaning(tmp_path) == "Van hier."
    assert journal(tmp_path) == []
