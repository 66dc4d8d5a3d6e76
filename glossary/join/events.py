"""Tells each phone when what it is asked has changed, and nothing else."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from glossary.domain import GlossaryError
from glossary.join.lobby import Lobby, Phone

_LOOK: Final = 0.5  # seconds between two looks at the files
_BEAT: Final = 15.0  # seconds between two signs of life
_MOST_TABS = 4
_CLOSED = "closed"

Place = Callable[[Phone | None, str], str]


@dataclass(eq=False, slots=True)
class _Listener:
    session: str
    question: str
    place: str = ""
    news: asyncio.Event = field(default_factory=asyncio.Event)
    is_over: bool = False

    def tell(self, place: str) -> None:
        if place != self.place:
            self.place = place
            self.news.set()

    def end(self) -> None:
        self.is_over = True
        self.news.set()


class Pulse:
    """One look at the files for all phones, and only while one of them listens.

    `version` is equal as long as nothing changed; `place` says where a phone with a question is.
    Both are called in a thread, and may raise GlossaryError: then nothing is told.
    """

    def __init__(self, lobby: Lobby, version: Callable[[], object], place: Place) -> None:
        self._lobby, self._version, self._place = lobby, version, place
        self._listeners: list[_Listener] = []
        self._task: asyncio.Task[None] | None = None
        self._is_closed = False
        # Sessions of pages that were told of the end, and did not come for its page yet.
        self.unaware: set[str] = set()

    def __len__(self) -> int:
        return len(self._listeners)

    async def listen(self, session: str, question: str) -> AsyncIterator[str]:
        """What is sent to one page of a phone until it leaves or the server closes."""
        listener = _Listener(session, question)
        self._add(listener)
        try:
            yield "retry: 2000\n\n"
            while True:
                with suppress(TimeoutError):
                    await asyncio.wait_for(listener.news.wait(), _BEAT)
                self._lobby.of(session)
                is_news, is_over = listener.news.is_set(), listener.is_over
                listener.news.clear()
                yield f"data: {listener.place}\n\n" if is_news and listener.place else ":\n\n"
                if is_over:
                    return
        finally:
            self._listeners.remove(listener)

    def close(self) -> None:
        """Let every page know that it is over; called in the loop of the server."""
        if self._is_closed:
            return
        self._is_closed = True
        for listener in self._listeners:
            self.unaware.add(listener.session)
            listener.tell(_CLOSED)
            listener.end()

    def _add(self, listener: _Listener) -> None:
        tabs = [one for one in self._listeners if one.session == listener.session]
        if len(tabs) >= _MOST_TABS:
            tabs[0].end()
        self._listeners.append(listener)
        if self._is_closed:
            listener.tell(_CLOSED)
            listener.end()
        elif self._task is None or self._task.done():
            self._task = asyncio.create_task(self._look())

    async def _look(self) -> None:
        seen: object = None
        while self._listeners and not self._is_closed:
            start = time.monotonic()
            changes = self._lobby.changes
            with suppress(GlossaryError):
                now = (await asyncio.to_thread(self._version), changes)
                # Who just came has not been told anything.
                asked = [one for one in self._listeners if now != seen or not one.place]
                places = await asyncio.to_thread(self._places, asked)
                seen = now
                for listener, place in zip(asked, places, strict=True):
                    if place and not self._is_closed:
                        listener.tell(place)
            # However many are asked, at least half of the time is for something else.
            await asyncio.sleep(max(_LOOK, time.monotonic() - start))

    def _places(self, asked: Sequence[_Listener]) -> list[str]:
        """Phones of one partner with one question are in one place."""
        found: dict[tuple[object, ...], str] = {}
        places = []
        for listener in asked:
            phone = self._lobby.peek(listener.session)
            key = (phone and phone.state, phone and phone.partner, listener.question)
            if key not in found:
                found[key] = self._place(phone, listener.question)
            places.append(found[key])
        return places
