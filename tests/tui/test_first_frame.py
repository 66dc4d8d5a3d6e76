"""The list before the partners' files have been read."""

import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from glossary.domain import TermSet, UnreadableError
from glossary.tui.app import GlossaryApp
from glossary.tui.screens.compare import CompareScreen
from glossary.workflow.ports import Loaded
from tests.memory_store import MemoryStore
from tests.tui.sample import TODAY, sample
from tests.tui.seeing import Seen, opened

# Starts on the demo and tells which modules were loaded when the partners' turn came.
START = """
import asyncio, sys, threading
from glossary.bootstrap import starters, today
from glossary.tui.app import GlossaryApp

store, asked, loaded = starters(), threading.Event(), []
load = store.load

def noting(set_id):
    loaded.extend(sys.modules)
    asked.set()
    return load(set_id)

store.load = noting

async def start():
    async with GlossaryApp(store, today=today, set_id="demo").run_test():
        await asyncio.to_thread(asked.wait, 30)

asyncio.run(start())
print(*loaded)
"""


class SlowStore(MemoryStore):
    """Reads a set in a thread only after it is told to; at once for who cannot wait."""

    def __init__(self) -> None:
        super().__init__(sample())
        self.gate = threading.Event()

    def load(self, set_id: str) -> Loaded:
        if threading.current_thread() is not threading.main_thread():
            self.gate.wait(30)
        return super().load(set_id)


class BrokenStore(MemoryStore):
    """A disk that goes away after termset.toml was read."""

    def outline(self, set_id: str) -> TermSet:
        return sample()

    def load(self, set_id: str) -> Loaded:
        raise UnreadableError("The disk reports an error.")


@pytest.fixture
def slow() -> Iterator[SlowStore]:
    store = SlowStore()
    yield store
    store.gate.set()


async def test_terms_show_before_the_partners_and_claim_nothing_of_them(slow: SlowStore) -> None:
    app = GlossaryApp(slow, today=lambda: TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        seen = Seen(app, pilot)
        await pilot.pause()
        assert "▶ trust" in seen.text
        assert seen.lines[0].endswith(" 4 terms")
        assert "empty" not in seen.text
        assert "0/0" not in seen.text
        slow.gate.set()
        await seen.rest()
        assert seen.lines[0].endswith("4 terms · 4 partners")
        assert "4/4  to compare" in seen.text


async def test_who_is_faster_than_the_reading_gets_a_whole_set(slow: SlowStore) -> None:
    app = GlossaryApp(slow, today=lambda: TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        seen = Seen(app, pilot)
        await pilot.press("down", "up", "enter")
        await pilot.pause()
        assert isinstance(app.screen, CompareScreen)
        assert "partners" in seen.lines[0]
        slow.gate.set()
        await seen.rest()
        assert isinstance(app.screen, CompareScreen)


async def test_what_cannot_be_read_later_is_said_on_the_list() -> None:
    async with opened(store=BrokenStore(sample())) as seen:
        assert "The disk reports an error." in seen.text
        assert "trust" in seen.text
        await seen.press("enter")
        assert not isinstance(seen.app.screen, CompareScreen)


def test_a_first_frame_loads_what_terms_need_and_nothing_of_partners() -> None:
    found = subprocess.run(
        [sys.executable, "-c", START], capture_output=True, text=True, check=True
    )
    loaded = set(found.stdout.split())
    assert {"glossary.domain.terms", "glossary.store.shapes.vocabulary"} <= loaded
    assert loaded.isdisjoint(
        {
            "glossary.domain.agreements",
            "glossary.domain.deriving",
            "glossary.domain.partners",
            "glossary.store.blocks",
            "glossary.store.editing",
            "glossary.store.shapes.agreement",
            "glossary.store.shapes.partner",
            "glossary.workflow.history",
            "glossary.workflow.words",
        }
    )
    assert loaded.isdisjoint({"hashlib", "secrets"})
    rooms = ("glossary.compare", "glossary.formats", "glossary.git")
    assert not any(name.startswith(rooms) for name in loaded)
