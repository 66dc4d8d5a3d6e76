"""The room for phones of a session: a server beside the screens, opened when it is asked for."""

import threading
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from glossary.domain import RefusedError
from glossary.locale import gettext as _
from glossary.locale import ngettext

if TYPE_CHECKING:
    from glossary.join.lobby import Phone
    from glossary.join.server import JoinServer
    from glossary.tui.desk import Desk
    from glossary.workflow.ports import Store

_ENDING = 10.0  # seconds; the server gives up sooner by itself


class Waiting(NamedTuple):
    """A phone that waits, and the time at which it came."""

    phone: "Phone"
    since: datetime


class Phones:
    """Belongs to the guide, and is over with the session, or when another set is opened.

    `server` is None while no phone can come in.
    """

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._set_id = ""
        self._came: dict[str, datetime] = {}
        self._ending: threading.Thread | None = None
        self.server: JoinServer | None = None

    @property
    def is_open(self) -> bool:
        """Whether phones are answered."""
        return self.server is not None and self.server.is_running

    @property
    def is_used(self) -> bool:
        """Whether somebody is in."""
        return self.server is not None and self.is_open and bool(self.server.lobby.admitted())

    def open(self, address: str, is_over: Callable[[], bool], *, encrypted: bool) -> None:
        """Open the room at one address of this laptop; takes a moment, and is for a thread.

        Where it `is_over` by then, nobody wants it any more. Raises RefusedError.
        """
        desk, set_id = self._desk, self._desk.set_id
        if self._ending is not None:
            # It may hold the usual port still.
            self._ending.join(_ENDING)
        server = desk.join_server(desk.store, set_id, desk.today, self._called)
        certificate = None
        if encrypted:
            from glossary.join.tls import self_signed

            certificate = self_signed(address)
        server.start(address, certificate=certificate)
        if is_over():
            server.stop(0)
            return
        self._set_id, self.server, self._came = set_id, server, {}

    def close(self) -> None:
        """Tell phones that it is over, and answer none from a moment on; waits for nothing."""
        server, self.server = self.server, None
        if server is not None:
            server.close()
            self._ending = threading.Thread(target=server.stop, name="phones-end")
            self._ending.start()

    def follow_set(self) -> None:
        """Close it where another set is open now."""
        if self.server is not None and self._set_id != self._desk.set_id:
            self.close()

    def told(self) -> str:
        """How many are in and how many wait, in words; empty while it is closed."""
        if self.server is None or not self.server.is_running:
            return ""
        waiting = self.waiting()
        told = count_in(len(self.server.lobby.admitted()))
        return f"{told}, {count_waiting(len(waiting))}" if waiting else told

    def waiting(self) -> list[Waiting]:
        """Who waits and since when, the longest first."""
        if self.server is None:
            return []
        now, phones = self._desk.now(), self.server.lobby.waiting()
        self._came = {phone.id: self._came.get(phone.id, now) for phone in phones}
        return [Waiting(phone, self._came[phone.id]) for phone in phones]

    def _called(self, partner: str) -> str:
        known = self._desk.whole.partners.get(partner)
        return known.name if known is not None else partner


def count_in(phones: int) -> str:
    """How many are in."""
    return ngettext("{n} phone", "{n} phones", phones).format(n=phones)


def count_waiting(phones: int) -> str:
    """How many wait."""
    return ngettext("{n} waits", "{n} wait", phones).format(n=phones)


def join_server(
    store: "Store", set_id: str, today: Callable[[], date], names: Callable[[str], str]
) -> "JoinServer":
    """A server for the phones of a set; not open yet. Raises RefusedError without the extra.

    It has a store of its own: what the facilitator takes back is never what a phone wrote.
    """
    from glossary.formats.extras import require

    require("join")
    try:
        from glossary.bootstrap import open_store
        from glossary.join.pages.room import RoomPages
        from glossary.join.server import JoinServer
    except ImportError as error:
        raise RefusedError(
            _("The part for phones is not whole. Install it again. {reason}").format(reason=error)
        ) from error
    own = open_store(store.folder).store
    return JoinServer(RoomPages(own, set_id, today), names, lambda: own.version(set_id))
