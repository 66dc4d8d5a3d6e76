"""Open the program on a set, press keys, and read the screen as a user does."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress

from textual.events import Key
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from glossary.domain import TermSet
from glossary.tui.app import GlossaryApp
from glossary.workflow.ports import Store
from tests.memory_store import MemoryStore
from tests.tui.sample import TODAY

_NAMED = {" ": "space", "\r": "enter", "\b": "backspace"}


class Seen:
    """The program as somebody sees it."""

    def __init__(self, app: GlossaryApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def lines(self) -> list[str]:
        """The screen from top to bottom, trailing spaces left out."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines)

    async def press(self, *keys: str) -> str:
        """Press keys; the screen once everything has come to rest."""
        for key in keys:
            await self.pilot.press(key)
            await self.rest()
        return self.text

    def burst(self, keys: Iterable[str]) -> None:
        """Let keys arrive together, as from a quick hand or a slow disk: none waits for another."""
        for key in keys:
            self.app.post_message(
                Key(_NAMED.get(key, key), key if len(key) == 1 and key.isprintable() else None)
            )

    async def rest(self) -> None:
        """Wait until nothing is being worked on."""
        await self.pilot.pause()
        while working := [worker for worker in self.app.workers if not worker.is_finished]:
            for worker in working:
                # A newer piece of work may take the place of this one.
                with suppress(WorkerCancelled):
                    await worker.wait()
            # What was found may be the start of more work.
            await self.pilot.pause()

    async def resize(self, width: int, height: int) -> str:
        """Drag the window to another size."""
        await self.pilot.resize_terminal(width, height)
        await self.rest()
        return self.text


@asynccontextmanager
async def opened(
    *sets: TermSet, store: Store | None = None, size: tuple[int, int] = (80, 24), notice: str = ""
) -> AsyncIterator[Seen]:
    """The program on these sets (in memory) or on a store, at its first screen."""
    app = GlossaryApp(store or MemoryStore(*sets), today=lambda: TODAY, notice=notice)
    async with app.run_test(size=size) as pilot:
        seen = Seen(app, pilot)
        await seen.rest()
        yield seen
