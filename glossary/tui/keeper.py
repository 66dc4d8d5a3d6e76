"""What people type reaches the disk soon after the last key, and typing never waits for it."""

import asyncio
import threading
import time
from collections.abc import Callable, Mapping
from typing import Protocol

from textual.screen import Screen
from textual.timer import Timer

from glossary.domain import GlossaryError

Changes = Mapping[str, str]


class Sheet(Protocol):
    """Texts that are being typed, and what of them is not on disk yet."""

    def unsaved(self) -> Changes:
        """Field to text as typed, for the fields that differ from the file."""

    def write(self, changes: Changes) -> None:
        """Put these on disk; may be called in a thread. Raises GlossaryError."""

    def settle(self) -> None:
        """Forget what was kept of it elsewhere: nothing is unsaved any more."""


class Keeper:
    """Saves a sheet: `SOON` seconds after the last `touch`, or `now`.

    Who types on and on is saved all the same, at most `LATEST` seconds after the first key.

    `report` hears of every attempt on the thread of the screen: None, or why nothing was saved.
    What could not be saved is tried again with the next change.
    """

    SOON = 1.0
    LATEST = 1.5

    def __init__(
        self,
        screen: Screen[None],
        sheet: Sheet,
        report: Callable[[GlossaryError | None], None],
    ) -> None:
        self._screen = screen
        self._sheet = sheet
        self._report = report
        self._timer: Timer | None = None
        self._since: float | None = None
        self._lock = threading.Lock()
        self._is_closed = False
        self._issued = 0
        self._written = 0

    def close(self) -> None:
        """Save nothing from now on: the form belongs to another sheet.

        A timer that went off already would otherwise put one partner's words in another's file.
        """
        self._stop_timer()
        self._is_closed = True

    def touch(self) -> None:
        """Something was typed."""
        self._stop_timer()
        if self._unsaved():
            now = time.monotonic()
            self._since = self._since or now
            rest = min(self.SOON, self._since + self.LATEST - now)
            if rest <= 0:
                self.soon()
            else:
                self._timer = self._screen.set_timer(rest, self.soon)
        else:
            self._since = None
            self._settle()

    def soon(self) -> None:
        """Save in a thread."""
        self._stop_timer()
        self._since = None
        changes = self._unsaved()
        if changes:
            self._screen.run_worker(self._save(self._next(), changes), group="keep")

    def now(self) -> bool:
        """Save before anything else happens; whether all that was typed is on disk."""
        self._stop_timer()
        self._since = None
        with self._lock:
            changes = self._unsaved()
        if changes:
            self._report(self._write(self._next(), changes))
        is_done = not self._unsaved()
        if is_done:
            self._settle()
        return is_done

    async def run(self, change: Callable[[], None]) -> GlossaryError | None:
        """Make another change to the same files in a thread, in turn with the savings."""
        return await asyncio.to_thread(self._in_turn, change)

    async def _save(self, number: int, changes: Changes) -> None:
        error = await asyncio.to_thread(self._write, number, changes)
        self._report(error)

    def _unsaved(self) -> Changes:
        return {} if self._is_closed else self._sheet.unsaved()

    def _settle(self) -> None:
        if not self._is_closed:
            self._sheet.settle()

    def _next(self) -> int:
        self._issued += 1
        return self._issued

    def _write(self, number: int, changes: Changes) -> GlossaryError | None:
        with self._lock:
            # A thread that got its turn late must not put older words over newer ones.
            if number < self._written:
                return None
            self._written = number
            return _tried(lambda: self._sheet.write(changes))

    def _in_turn(self, change: Callable[[], None]) -> GlossaryError | None:
        with self._lock:
            return _tried(change)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None


def _tried(change: Callable[[], None]) -> GlossaryError | None:
    try:
        change()
    except GlossaryError as error:
        return error
    return None
