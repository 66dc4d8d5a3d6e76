"""The screen on which one partner writes, opened on a set on disk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from glossary.store.folder import FolderStore
from glossary.tui.screens.entry import EntryScreen
from glossary.tui.widgets.entry_form import EntryForm
from tests.tui.paper import paper
from tests.tui.seeing import Seen, opened


@asynccontextmanager
async def entry(
    folder: Path,
    partner: str | None = None,
    *,
    term: str = "kwaliteit",
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[Seen]:
    """The entry screen of a set on disk."""
    if not (folder / "keten").exists():
        paper(folder)
    async with opened(store=FolderStore(folder), size=size) as seen:
        seen.app.push_screen(EntryScreen(seen.app.desk, term, partner))
        await seen.rest()
        yield seen


def form(seen: Seen) -> EntryForm:
    return seen.app.screen.query_one(EntryForm)
