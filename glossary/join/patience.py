"""How long a request may take to arrive, and how many connections there may be."""

import asyncio
import socket
from collections import Counter
from typing import Any
from weakref import WeakKeyDictionary

import h11
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

SECONDS = 5.0
_UNFINISHED = (h11.IDLE, h11.SEND_BODY)
_TOO_SLOW = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


class Crowd:
    """Who is connected, and how often: no more of one address, nor of all, than agreed.

    Behind one address there may be a room of sixty phones, each with a stream and what its
    browser opens besides.
    """

    def __init__(self, most: int = 600, most_of_one: int = 300) -> None:
        self._most, self._most_of_one = most, most_of_one
        self._connections: Counter[str] = Counter()

    def has_room(self, of_one: int, of_all: int) -> bool:
        """Whether one more may come where there are so many."""
        return of_one < self._most_of_one and of_all < self._most

    def enter(self, address: str) -> bool:
        """Count one more, unless there are too many."""
        if not self.has_room(self._connections[address], self._connections.total()):
            return False
        self._connections[address] += 1
        return True

    def leave(self, address: str) -> None:
        """Count one less."""
        self._connections[address] -= 1
        if self._connections[address] <= 0:
            del self._connections[address]

    def __len__(self) -> int:
        return self._connections.total()


class Door(socket.socket):
    """Listens, and shows out at once whom the crowd has no room for.

    Connections are in the crowd only once they have agreed how to encrypt; until then each takes
    a file of this program all the same. On Windows nobody passes here, and files do not run out.
    """

    def __init__(self) -> None:
        super().__init__(socket.AF_INET, socket.SOCK_STREAM)
        self.crowd = Crowd()
        self._inside: WeakKeyDictionary[socket.socket, str] = WeakKeyDictionary()

    def accept(self) -> tuple[socket.socket, Any]:
        """The next one. Raises ConnectionAbortedError for one that was shown out."""
        guest, address = super().accept()
        inside = [one for known, one in self._inside.items() if known.fileno() != -1]
        if not self.crowd.has_room(inside.count(address[0]), len(inside)):
            guest.close()
            raise ConnectionAbortedError
        self._inside[guest] = address[0]
        return guest, address


class PatientProtocol(H11Protocol):
    """HTTP of which each request is whole within seconds, or its connection is gone."""

    crowd: Crowd

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, object],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._hurry: asyncio.TimerHandle | None = None
        self._unread: asyncio.TimerHandle | None = None
        self._entered = ""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to count the seconds."""
        super().connection_made(transport)
        address = self.client[0] if self.client else ""
        if not self.crowd.enter(address):
            transport.abort()
            return
        self._entered = address
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """Make place for somebody else."""
        self._rest()
        if self._unread is not None:
            self._unread.cancel()
        if self._entered:
            self.crowd.leave(self._entered)
            self._entered = ""
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Stop counting once the request is whole."""
        if self.transport.is_closing():
            return
        super().data_received(data)
        self._watch()

    def on_response_complete(self) -> None:
        """A request that came behind this one may be half here already."""
        super().on_response_complete()
        if self.conn.their_state is h11.SEND_BODY or self.conn.trailing_data[0]:
            self._watch()

    def pause_writing(self) -> None:
        """Who asks and does not read what comes has as long as who sends."""
        super().pause_writing()
        self._unread = self.loop.call_later(SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        """It is read after all."""
        super().resume_writing()
        if self._unread is not None:
            self._unread.cancel()

    def _watch(self) -> None:
        if self.conn.their_state not in _UNFINISHED or self.transport.is_closing():
            self._rest()
        elif self._hurry is None:
            self._hurry = self.loop.call_later(SECONDS, self._too_slow)

    def _rest(self) -> None:
        if self._hurry is not None:
            self._hurry.cancel()
            self._hurry = None

    def _too_slow(self) -> None:
        self._hurry = None
        if self.cycle is None or self.cycle.response_complete:
            self.transport.write(_TOO_SLOW)
        # Not `close`: who does not read either would keep it open.
        self.loop.call_later(0.1, self.transport.abort)


def patient(crowd: Crowd) -> type[PatientProtocol]:
    """The protocol for one server."""
    return type("Patient", (PatientProtocol,), {"crowd": crowd})
