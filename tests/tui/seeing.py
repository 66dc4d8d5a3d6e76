"""Open the program on a set, press keys, and read the screen as a user does."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from itertools import pairwise

from textual.events import Key
from textual.keys import REPLACED_KEYS, _character_to_key, key_to_character
from textual.message_pump import MessagePump
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
        """Press keys; the screen once everything has come to rest.

        Letters do not wait for the work that those before them began: nobody types so slowly.
        """
        for key, following in pairwise((*keys, "")):
            self._send(key)
            await self._handed_over()
            if len(following) == 1:
                await self.pilot.pause()
            else:
                await self.pilot.wait_for_animation()
                await self.rest()
        return self.text

    def burst(self, keys: Iterable[str]) -> None:
        """Let keys arrive together, as from a quick hand or a slow disk: none waits for another."""
        for key in keys:
            self._send(_NAMED.get(key, key))

    def _send(self, key: str) -> None:
        """As the driver of a terminal does: a key has a name, and perhaps a character."""
        name = _character_to_key(key) if len(key) == 1 else key
        character = key if len(key) == 1 else key_to_character(REPLACED_KEYS.get(name, name))
        self.app.post_message(Key(name, character))

    async def _handed_over(self) -> None:
        """Wait until a key is where it belongs, and what it brought about is on its way.

        The app hands it to the screen, that to the widget with the focus, and what that has to
        say goes up again.
        """
        screen = self.app.screen
        at = screen.focused or screen
        for node in (self.app, screen, *at.ancestors_with_self):
            has_read = asyncio.Event()
            if node.call_later(has_read.set):
                # A program that fails reads nothing more.
                ends: tuple[asyncio.Event, ...] = (has_read, self.app._exception_event)
                waits = [asyncio.create_task(one.wait()) for one in ends]
                await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
                for wait in waits:
                    wait.cancel()

    async def rest(self) -> None:
        """Wait until nothing is being worked on, and all of it is painted."""
        await self._pause()
        # As for a moment after a command of the palette, and from the end of the program on.
        while self.app._batch_count and not self.app._exit:
            await self.pilot.pause()
        while working := [worker for worker in self.app.workers if not worker.is_finished]:
            for worker in working:
                # A newer piece of work may take the place of this one.
                with suppress(WorkerCancelled):
                    await worker.wait()
            # What was found may be the start of more work.
            await self._pause()

    async def _pause(self) -> None:
        """Wait until the screen stands still.

        The pilot takes a program that gets no processor for one that has nothing to do.
        """
        while True:
            before = self._nodes()
            await self.pilot.pause()
            if self.app._exit or (before == self._nodes() and not self._is_moving()):
                return

    def _nodes(self) -> list[MessagePump]:
        return [self.app, *self.app.screen.walk_children(with_self=True)]

    def _is_moving(self) -> bool:
        """Whether a message waits to be read, or a change to be painted."""
        screen = self.app.screen
        unpainted = [*screen._dirty_widgets, *screen._callbacks]
        unread = [node for node in self._nodes() if not node._message_queue.empty()]
        later = [node for node in self._nodes() if node._next_callbacks]
        return bool(unpainted or unread or later or screen._layout_required)

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
