"""Outside of a session a form asks once whose definition is typed."""

from pathlib import Path

from glossary.store.folder import FolderStore
from glossary.tui.screens.compare import CompareScreen
from glossary.tui.screens.entry import EntryScreen
from glossary.tui.screens.library import LibraryScreen
from glossary.tui.screens.question import Question
from tests.tui.leading import shown
from tests.tui.paper import paper
from tests.tui.sample import sample
from tests.tui.seeing import Seen, opened

QUALITY = (*"/kwal", "escape")
REACH = (*"/bereik", "escape")


def writer(seen: Seen) -> str:
    screen = seen.app.screen
    assert isinstance(screen, EntryScreen)
    return screen.partner_id


async def test_enter_takes_the_first_that_has_not_answered(tmp_path: Path) -> None:
    paper(tmp_path)
    async with opened(store=FolderStore(tmp_path)) as seen:
        text = await seen.press(*QUALITY, "e")
        assert "Whose definition do you type?" in text
        assert "✓ Gemeente Noord" in text
        assert "✓ Basisschool De Haven" not in text
        await seen.press("enter")
        assert writer(seen) == "de-haven"


async def test_who_said_it_once_is_not_asked_again(tmp_path: Path) -> None:
    paper(tmp_path)
    async with opened(store=FolderStore(tmp_path)) as seen:
        await seen.press(*QUALITY, "e", "3")
        assert writer(seen) == "zorggroep-delta"
        await seen.press("escape", "escape", *REACH, "e")
        assert writer(seen) == "zorggroep-delta"
        await seen.press("escape", "enter", "e")
        assert writer(seen) == "zorggroep-delta"


async def test_who_hands_the_keyboard_on_is_asked_again(tmp_path: Path) -> None:
    paper(tmp_path)
    async with opened(store=FolderStore(tmp_path)) as seen:
        await seen.press(*REACH, "e", "2", "ctrl+n", "escape", "e")
        assert shown(seen) is Question
        await seen.press("1", "shift+tab", "right", "enter")
        second = writer(seen)
        await seen.press("escape", "e")
        assert writer(seen) == second


async def test_escape_opens_nothing() -> None:
    async with opened(sample()) as seen:
        await seen.press("home", "e", "escape")
        assert shown(seen) is LibraryScreen
        await seen.press("enter", "e", "escape")
        assert shown(seen) is CompareScreen


async def test_help_says_what_is_asked_and_whom_the_digits_mean() -> None:
    async with opened(sample()) as seen:
        asked = await seen.press("home", "e")
        assert "F1 explains" in asked
        for key in ("f1", "question_mark"):
            text = await seen.press(key)
            assert "choose whose words you are about to type" in " ".join(text.split())
            assert any(line.split()[:2] == ["2", "✓"] for line in seen.lines)
            assert await seen.press("escape") == asked


async def test_the_only_partner_is_not_asked() -> None:
    async with opened(sample(1)) as seen:
        await seen.press("home", "e")
        assert shown(seen) is EntryScreen
