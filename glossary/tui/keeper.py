"""What people type reaches the disk soon after the last key, and typing never waits for it."""

import asyncio
import threading
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


class Keeper:
    """Saves a sheet: `SOON` seconds after the last `touch`, or `now`.

    `report` hears of every attempt on the thread of the screen: None, or why nothing was saved.
    What could not be saved is tried again with the next change.
    """

    SOON = 1.0

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
        self._lock = threading.Lock()
        self._issued = 0
        self._written = 0

    def touch(self) -> None:
        """Something was typed."""
        self._stop_timer()
        if self._sheet.unsaved():
            self._timer = self._screen.set_timer(self.SOON, self.soon)

    def soon(self) -> None:
        """Save in a thread."""
        self._stop_timer()
        changes = self._sheet.unsaved()
        if changes:
            self._screen.run_worker(self._save(self._next(), changes), group="keep")

    def now(self) -> bool:
        """Save before anything else happens; whether all that was typed is on disk."""
        self._stop_timer()
        with self._lock:
            changes = self._sheet.unsaved()
        if changes:
            self._report(self._write(self._next(), changes))
        return not self._sheet.unsaved()

    async def run(self, change: Callable[[], None]) -> GlossaryError | None:
        """Make another change to the same files in a thread, in turn with the savings."""
        return await asyncio.to_thread(self._in_turn, change)

    async def _save(self, number: int, changes: Changes) -> None:
        error = await asyncio.to_thread(self._write, number, changes)
        self._report(error)

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
