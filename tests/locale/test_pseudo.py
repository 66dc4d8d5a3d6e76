"""Nothing on a screen is outside the catalogues, and longer words than ours still fit."""

import re
from pathlib import Path

import pytest

from glossary.domain import TermSet
from glossary.store.folder import FolderStore
from tests.locale.pseudo import CLOSE, OPEN, speak, written
from tests.locale.test_dutch_screens import WAYS
from tests.tui.meeting import REVEALED, meeting
from tests.tui.pictures import PHASES
from tests.tui.sample import sample
from tests.tui.seeing import opened

# Names of folders, files and languages, and what is typed here.
_NO_MESSAGES = {"TERMSETS", "MD", "EN", "VAAG"}
# Screens on which one line says the beginning of what there is to say, on purpose.
_SHORTENED = {"draft"}
_PLAIN_WORD = re.compile(r"[A-Za-z]{2,}(?!\w*…)")


def _unspoken(shown: str, termset: TermSet) -> set[str]:
    """Words that nobody wrote and that are in no catalogue."""
    known = {word.upper() for word in _PLAIN_WORD.findall(written(termset))} | _NO_MESSAGES
    return {word for word in _PLAIN_WORD.findall(shown) if word.upper() not in known}


def _cut(shown: str, way: str) -> int:
    """How many messages do not fit."""
    return shown.count(OPEN) - shown.count(CLOSE) - (way in _SHORTENED and "…" in shown)


@pytest.mark.parametrize("way", WAYS)
async def test_a_screen_speaks_a_language_that_nobody_knows(
    way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(monkeypatch)
    async with opened(sample()) as seen:
        shown = await seen.press(*WAYS[way])
    assert _unspoken(shown, sample()) == set()
    assert _cut(shown, way) == 0


@pytest.mark.parametrize("name", PHASES)
async def test_a_phase_speaks_it_too(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(monkeypatch)
    phase, keys = PHASES[name]
    store = FolderStore(tmp_path)
    store.create(meeting(6, phase))
    async with opened(store=store) as seen:
        seen.app.desk.now = lambda: REVEALED
        shown = await seen.press("s", *keys)
    assert _unspoken(shown, meeting(6, phase)) == set()
    assert _cut(shown, name) == 0
