"""The clock of a session: what time the present phase has left, in a word or two."""

from math import ceil

from glossary.domain import Phase
from glossary.domain.sessions import Session, left
from glossary.locale import gettext as _
from glossary.tui.desk import Desk
from glossary.workflow.session import agenda


class Clock:
    """Reads and sets the clock of the session on the desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.is_hidden = False

    @property
    def is_running(self) -> bool:
        """Whether it runs."""
        session = self._desk.whole.session
        return session is not None and session.since is not None

    def time_left(self, phase: Phase) -> str:
        """What time the phase of the term on the table has; empty while the clock is hidden."""
        if self.is_hidden:
            return ""
        seconds = left(self._desk.whole.session or Session(), phase, self._desk.now())
        minutes = ceil(abs(seconds) / 60)
        time = _("{n} min").format(n=minutes if seconds >= 0 else f"+{minutes}")
        return time if self.is_running else _("{time}, paused").format(time=time)

    def stop(self) -> None:
        """Let it stand still. Raises GlossaryError."""
        if self.is_running:
            agenda.pause(self._desk.store, self._desk.set_id, self._desk.now())
            self._desk.reload()

    def switch(self) -> str:
        """Stop it or let it run, and say which. Raises GlossaryError."""
        if self.is_running:
            self.stop()
            return _("The clock stands still.")
        agenda.resume(self._desk.store, self._desk.set_id, self._desk.now())
        self._desk.reload()
        return _("The clock runs.")

    def extend(self, minutes: int) -> None:
        """Give the present phase so many minutes more, or fewer. Raises GlossaryError."""
        agenda.extend(self._desk.store, self._desk.set_id, minutes)
        self._desk.reload()
