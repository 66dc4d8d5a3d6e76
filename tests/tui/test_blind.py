"""Before the reveal nobody's words reach the screen, a snapshot, the clipboard or an export."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from glossary.store.folder import FolderStore
from glossary.store.journal import FileJournal
from glossary.tui.screens.entry import EntryScreen
from glossary.tui.screens.question import Question
from glossary.tui.widgets.compare_view import CompareView
from glossary.tui.widgets.cover import Cover
from glossary.tui.widgets.entry_form import EntryForm
from glossary.workflow.keeping import Unsaved
from tests.blind import REVEALED, TERM, leaks, planted, words
from tests.tui.paper import until
from tests.tui.seeing import Seen, opened

FORMS = ("ctrl+s", "f4", "f8", "tab", "tab", "ctrl+a", "ctrl+c", "ctrl+v", "ctrl+z", "ctrl+l")
# From the list, with the cursor on the term; the walk looks after every key.
WALKS = {
    "find": ("slash", *"kwal", "escape"),
    "compare": ("enter", "m", "space", "w", "escape", "n", "p", "1", "2", "escape", "escape"),
    "views": ("enter", "l", "space", "g", "space", "A", "escape", "v", "tab", "tab", "escape"),
    "focus": ("enter", "f", "1", "2", "w", "escape", "A", "down", "down", "escape", "escape"),
    "entry": (
        "e",
        "enter",
        *FORMS,
        "ctrl+n",
        "ctrl+n",
        "ctrl+n",
        "f1",
        "escape",
        "ctrl+p",
        "escape",
    ),
    "tabs": ("e", "enter", "shift+tab", "right", "enter", "tab", "right", "enter", "tab"),
    "agreement": ("a", "f4", "f7", "f8", "f5", "tab", "1", "r", "f6", "1", "2", "3", "4", "escape"),
    "history": ("h", "down", "n", "1", "escape", "enter", "h", "escape", "escape"),
    "undo": ("z", "Z", "enter", "z", "Z", "f2", "f3", "f3", "escape"),
}


@asynccontextmanager
async def blind(folder: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Seen]:
    """The list of a set that is not revealed, with the cursor on its term."""
    if not (folder / "keten").exists():
        planted(folder)
    async with opened(store=FolderStore(folder), size=size) as seen:
        await seen.press("slash", *TERM, "escape")
        yield seen


def everything(seen: Seen) -> str:
    """All that somebody could see, copy or photograph now."""
    marked = seen.app.screen.get_selected_text() or ""
    picture = seen.app.export_screenshot()
    return "\n".join((seen.text, picture, marked, seen.app.clipboard))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("walk", WALKS)
async def test_no_screen_shows_a_word(tmp_path: Path, walk: str, size: tuple[int, int]) -> None:
    async with blind(tmp_path, size) as seen:
        for key in WALKS[walk]:
            await seen.press(key)
            assert leaks(everything(seen)) == [], key
    assert any(word in _files(tmp_path) for word in words("zorggroep-delta"))


async def test_nothing_can_be_selected_and_copied(tmp_path: Path) -> None:
    async with blind(tmp_path) as seen:
        await seen.press("enter")
        view = seen.app.screen.query_one(CompareView)
        await seen.pilot.mouse_down(CompareView, offset=(1, 1))
        await seen.pilot.hover(CompareView, offset=(view.size.width - 2, view.size.height - 1))
        await seen.pilot.mouse_up(CompareView, offset=(view.size.width - 2, view.size.height - 1))
        await seen.press("ctrl+c")
        assert leaks(everything(seen)) == []


async def test_the_exported_file_holds_no_word(tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    async with blind(tmp_path) as seen:
        await seen.press("x", "ctrl+u", *str(target), "enter")
        assert leaks(everything(seen)) == []
    assert "kwaliteit" in target.read_text(encoding="utf-8")
    assert leaks(target.read_text(encoding="utf-8")) == []


async def entry(seen: Seen, partner: str) -> None:
    seen.app.push_screen(EntryScreen(seen.app.desk, TERM, partner))
    await seen.rest()


async def test_a_partner_that_answered_opens_its_own_text_with_enter(tmp_path: Path) -> None:
    async with blind(tmp_path) as seen:
        await entry(seen, "zorggroep-delta")
        assert "Delta has answered. Only Delta looks now: enter opens the text." in seen.text
        assert "✓ Delta" in seen.text
        assert "● 3 depends" not in seen.text
        shown = await seen.press("enter")
        assert set(leaks(shown)) <= set(words("zorggroep-delta"))
        assert "zqzomean" in shown
        assert "● 3 depends" in shown
        assert leaks(await seen.press("ctrl+n")) == []
        assert leaks(everything(seen)) == []


async def test_the_words_that_were_just_typed_are_gone_with_the_form(tmp_path: Path) -> None:
    async with blind(tmp_path) as seen:
        await entry(seen, "de-haven")
        await seen.press(*"geheimwoord", "ctrl+s", "shift+home", "ctrl+c")
        assert "geheimwoord" in everything(seen)
        await seen.press("ctrl+n")
        assert "geheimwoord" not in everything(seen)
        assert seen.app.screen.query_one(EntryForm).texts()["meaning"] == ""
        await seen.press("shift+tab", "left", "left", "left", "enter")
        assert "Basisschool De Haven has answered." in seen.text
        assert "geheimwoord" not in everything(seen)
        assert "geheimwoord" in await seen.press("enter")
        await seen.press("ctrl+v", "ctrl+z", "ctrl+z")
        await seen.press("shift+home", "ctrl+c", "escape")
        assert "geheimwoord" not in everything(seen)


async def test_what_was_copied_elsewhere_stays_to_paste(tmp_path: Path) -> None:
    async with blind(tmp_path) as seen:
        seen.app.copy_to_clipboard("from elsewhere")
        await entry(seen, "de-haven")
        await seen.press("ctrl+n", "escape")
        assert seen.app.clipboard == "from elsewhere"


async def test_the_next_partner_is_one_that_has_not_answered(tmp_path: Path) -> None:
    keten = planted(tmp_path)
    (keten / "partners" / "wijk.toml").write_text('format = 1\nname = "Wijk"\n', encoding="utf-8")
    async with blind(tmp_path) as seen:
        await entry(seen, "de-haven")
        assert "Basisschool De Haven" in seen.lines[2]
        shown = await seen.press("ctrl+n")
        assert "Wijk · 2 to go" in shown
        assert not seen.app.screen.query_one(Cover).display
        await seen.press(*"onze woorden", "ctrl+n")
        assert "Basisschool De Haven · 1 to go" in seen.text
        await seen.press(*"ook", "ctrl+n")
        assert "everybody has answered" in seen.text
        assert seen.app.screen.query_one(Cover).display


async def test_no_field_opens_under_the_cover_and_nothing_is_written(tmp_path: Path) -> None:
    async with blind(tmp_path) as seen:
        before = _files(tmp_path)
        await entry(seen, "zorggroep-delta")
        await seen.press("f4", "a", "b", "1", "2", "ctrl+l", "ctrl+o", "ctrl+t", "ctrl+s", "escape")
    assert _files(tmp_path) == before


async def test_the_cover_goes_with_the_reveal(tmp_path: Path) -> None:
    async with blind(tmp_path) as seen:
        await entry(seen, "zorggroep-delta")
        agreement = tmp_path / "keten" / "agreements" / f"{TERM}.toml"
        agreement.write_text(REVEALED, encoding="utf-8")
        await until(seen, lambda: "zqzomean" in seen.text)
        assert not seen.app.screen.query_one(Cover).display


async def test_an_ordinary_term_has_no_cover(tmp_path: Path) -> None:
    keten = planted(tmp_path)
    (keten / "agreements" / f"{TERM}.toml").unlink()
    async with blind(tmp_path) as seen:
        await entry(seen, "zorggroep-delta")
        assert "zqzomean" in seen.text


def _files(folder: Path) -> str:
    paths = sorted((folder / "keten" / "partners").glob("*.toml"))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


async def test_text_that_could_not_be_saved_is_offered_unread(tmp_path: Path) -> None:
    planted(tmp_path)
    journal = FileJournal(tmp_path / "state", tmp_path)
    typed = {"meaning": f"Wat {words('gemeente-noord')[0]} is."}
    journal.keep("keten", Unsaved("0" * 12, "definition", TERM, "de-haven", typed, {}))
    async with opened(store=FolderStore(tmp_path, journal=journal), size=(80, 24)) as seen:
        for key in ("slash", *TERM, "escape", "e"):
            assert leaks(await seen.press(key)) == [], key
        assert isinstance(seen.app.screen, Question)
        assert leaks(everything(seen)) == []
        await seen.press("escape", "escape")
        assert leaks(everything(seen)) == []
    assert journal.waiting("keten")
