"""The agreement screen on a set on disk, and what is in its files."""

import tomllib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from glossary.domain import fingerprint
from glossary.store.folder import FolderStore
from glossary.tui.screens.agreement import AgreementScreen
from tests.tui.paper import paper
from tests.tui.seeing import Seen, opened

WORDING = "Een bewoner merkt dat er niets mis gaat."
DRAFT = f'format = 1\nphase = "draft"\n\n[draft]\nwording = "{WORDING}"  # samen gevonden\n'


def write_draft(folder: Path, text: str = DRAFT) -> None:
    agreements = paper(folder) / "agreements"
    agreements.mkdir()
    (agreements / "kwaliteit.toml").write_text(text, encoding="utf-8")


def add_position(folder: Path, partner: str, stand: str, reason: str = "", on: str = "") -> None:
    path = folder / "keten" / "partners" / f"{partner}.toml"
    table = (
        f'\n[positions.kwaliteit]\non = "{on or fingerprint(WORDING)}"\n'
        f'position = "{stand}"\nreason = "{reason}"\ndate = 2026-11-20\n'
    )
    path.write_bytes(path.read_bytes() + table.encode())


def agreed(folder: Path) -> dict[str, Any]:
    text = (folder / "keten" / "agreements" / "kwaliteit.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def position(folder: Path, partner: str) -> dict[str, Any]:
    path = folder / "keten" / "partners" / f"{partner}.toml"
    found: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))["positions"]
    return dict(found["kwaliteit"])


@asynccontextmanager
async def agreement(folder: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Seen]:
    """The agreement screen of "kwaliteit" in a set on disk."""
    if not (folder / "keten").exists():
        paper(folder)
    async with opened(store=FolderStore(folder), size=size) as seen:
        seen.app.push_screen(AgreementScreen(seen.app.desk, "kwaliteit"))
        await seen.rest()
        yield seen
