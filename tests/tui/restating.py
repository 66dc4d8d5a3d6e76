"""The screen of restating on a set on disk, and what is in its files."""

import tomllib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from glossary.store.folder import FolderStore
from glossary.tui.screens.restate import RestateScreen
from glossary.tui.widgets.restate_form import RestateForm
from tests.tui.paper import paper
from tests.tui.seeing import Seen, opened

ORDER = 'order = ["gemeente-noord", "zorggroep-delta", "de-haven"]\n'
REVEALED = f'format = 1\nphase = "restate"\nrevealed = 2026-11-23T14:05:00+01:00\n{ORDER}'


def reveal(folder: Path, text: str = REVEALED) -> None:
    """Noord restates Delta, Delta Noord, and the school, which said nothing, Noord."""
    if not (folder / "keten").exists():
        paper(folder)
    agreements = folder / "keten" / "agreements"
    agreements.mkdir(exist_ok=True)
    (agreements / "kwaliteit.toml").write_text(text, encoding="utf-8")


@asynccontextmanager
async def restating(folder: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Seen]:
    """The screen of restating "kwaliteit", at its first turn."""
    if not (folder / "keten" / "agreements").exists():
        reveal(folder)
    async with opened(store=FolderStore(folder), size=size) as seen:
        seen.app.desk.complete()
        seen.app.push_screen(RestateScreen(seen.app.desk, "kwaliteit"))
        await seen.rest()
        yield seen


def partner_file(folder: Path, partner: str) -> dict[str, Any]:
    path = folder / "keten" / "partners" / f"{partner}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def said(folder: Path, partner: str = "gemeente-noord") -> list[str]:
    """What a partner's file holds as restatements, in order."""
    return [one["text"] for one in partner_file(folder, partner).get("restatements", [])]


def answered(folder: Path, partner: str = "zorggroep-delta") -> list[tuple[str, str]]:
    """What an owner's file holds as verdicts, with their corrections."""
    found = partner_file(folder, partner).get("verdicts", [])
    return [(one["verdict"], one.get("correction", "")) for one in found]


def typed(seen: Seen) -> str:
    return seen.app.screen.query_one(RestateForm).said.text
