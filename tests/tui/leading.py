"""A session of the sample set on disk, with a clock that stands in the hands of the test."""

import datetime as dt
import tomllib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from glossary.domain import TermSet
from glossary.store.folder import FolderStore
from glossary.store.journal import FileJournal
from glossary.tui.screens.entry import EntryScreen
from glossary.tui.screens.question import Question
from tests.tui.sample import TODAY, sample
from tests.tui.seeing import Seen, opened

START = dt.datetime.combine(TODAY, dt.time(14), dt.UTC)


class Watch:
    """Tells the time that it was set to."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> dt.datetime:
        return self.time

    def forward(self, minutes: float) -> None:
        self.time += dt.timedelta(minutes=minutes)


def unspoken(partners: int = 4) -> TermSet:
    """The sample set before anybody said anything."""
    termset = sample(partners)
    silent = {key: replace(one, definitions={}, cases={}) for key, one in termset.partners.items()}
    return replace(termset, partners=silent, agreements={})


@asynccontextmanager
async def session(
    folder: Path, termset: TermSet | None = None, *, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Seen, Watch]]:
    """The first screen of the session of a set; the set is made where there is none yet."""
    store = FolderStore(folder, journal=FileJournal(folder / "state", folder))
    watch = Watch()
    if not store.sets():
        store.create(termset or sample())
    async with opened(store=store, size=size) as seen:
        seen.app.desk.now = watch
        await seen.press("s")
        yield seen, watch


def planned(folder: Path) -> dict[str, Any]:
    """What session.toml holds."""
    text = (folder / "sample" / "session.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def agreement(folder: Path, term: str) -> dict[str, Any]:
    """What the agreement on a term holds."""
    text = (folder / "sample" / "agreements" / f"{term}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def shown(seen: Seen) -> type[object]:
    """Which screen is seen."""
    return type(seen.app.screen)


async def begun(seen: Seen) -> Seen:
    """Quality, the first term, on the table: everybody writes."""
    await seen.press("enter", "enter")
    if shown(seen) is Question:
        await seen.press("2")
    assert shown(seen) is EntryScreen
    return seen
