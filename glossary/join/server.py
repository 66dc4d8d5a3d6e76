"""The server on the laptop: opens and closes the room for phones, beside the screens."""

import asyncio
import errno
import logging
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from ipaddress import IPv4Address
from typing import Final

from starlette.types import ASGIApp
from uvicorn import Config, Server

from glossary.domain import RefusedError, one_line
from glossary.join.addresses import LOOPBACK, networks
from glossary.join.app import Room
from glossary.join.contract import Pages
from glossary.join.invitation import Invitation
from glossary.join.lobby import Lobby
from glossary.join.patience import SECONDS, Crowd, Door, patient
from glossary.join.tls import Certificate
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.locale.faults import os_sentence

USUAL_PORT: Final = 8642
"""The same one each time: a phone finds what was typed on it again by its address."""

_NEIGHBOURS = 10
_START = 10.0  # seconds
_GRACE = 1.0  # for phones to fetch the page that says it is over, and how it looks
_PATIENCE = 3.0  # for those that are slow to do so
_LOOK = 0.05
_STOP = 5.0
_MOST_FILES = 2048

_FAULTS = {
    errno.EADDRINUSE: mark(
        "Another program uses port {port} of {address}. Choose another port, or close it."
    ),
    errno.EADDRNOTAVAIL: mark(
        "This laptop is not at {address} now. Look whether it is on the network of the room, and "
        "choose again."
    ),
    errno.EACCES: mark("Port {port} is not free to use. Choose one above 1024."),
}


class JoinServer:
    """One opening of the room for phones; a new one is made for the next.

    `names` gives what a partner is called, `version` what is equal as long as no file of the set
    changed. Both, and `pages`, are called in threads of the server. `lobby` and `invitation` may
    be used from any thread.
    """

    def __init__(
        self, pages: Pages, names: Callable[[str], str], version: Callable[[], object]
    ) -> None:
        self.lobby = Lobby()
        self.invitation = Invitation()
        self._room = Room(pages, names, version, self.lobby, self.invitation)
        self._crowd = Crowd(most=_most_connections())
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._is_followed = False
        self.address, self.port = "", 0
        self.certificate: Certificate | None = None

    @property
    def is_running(self) -> bool:
        """Whether phones are answered."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def url(self) -> str:
        """What people type, with the code."""
        scheme = "https" if self.certificate else "http"
        return f"{scheme}://{self.address}:{self.port}"

    @property
    def link(self) -> str:
        """What the QR code says; in capitals it is smaller."""
        return f"{self.url}/j/{self.invitation.token}".upper()

    @property
    def listening(self) -> int:
        """How many pages are open on phones and follow the group."""
        return len(self._room.pulse)

    @property
    def is_reachable(self) -> bool:
        """Whether this laptop still has the address: it may have gone to another network."""
        return self.address in {network.address for network in networks()}

    def start(
        self, address: str, port: int | None = None, certificate: Certificate | None = None
    ) -> None:
        """Open the room at one address of this laptop, and wait until it is.

        Without a port it is the usual one, or one behind it where that is in use; 0 is any. Raises
        RefusedError with a sentence for the facilitator; then nothing is open.
        """
        bound = _bound(address, port) if port is not None else _usual(address)
        bound.crowd = self._crowd
        self.address, self.port = bound.getsockname()[:2]
        self.certificate = certificate
        self._room.cookie = f"glossary-{self.port}"
        self._room.is_secure = certificate is not None
        self._room.hosts = _hosts(self.address, self.port, is_plain=certificate is None)
        ready = threading.Event()
        self._server = _Server(_config(self._room.app(), self._crowd, certificate), ready)
        self._thread = threading.Thread(
            target=self._run, args=(self._server, bound), name="phones", daemon=True
        )
        self._thread.start()
        if not ready.wait(_START) or not self._server.started:
            bound.close()
            raise RefusedError(_("The server for phones did not start. Try it once more."))

    def rotate(self) -> None:
        """Draw another code; the one on pictures and in chats lets nobody in any more."""
        self.invitation.rotate()

    def close(self) -> None:
        """End it: phones are told so, and whatever they still send is refused."""
        self.invitation.close()
        self._is_followed = self._is_followed or bool(self.listening)
        if self._loop is not None:
            with suppress(RuntimeError):  # it has ended already
                self._loop.call_soon_threadsafe(self._room.pulse.close)

    def stop(self, grace: float = _GRACE) -> None:
        """End it, and answer nobody any more after a moment of grace.

        Waits until that is so, a few seconds at most: for a thread of its own.
        """
        self.close()
        if self._server is None or self._thread is None:
            return
        # By now its pages may have heard of the end: they listen no more, and come for the page.
        if self._is_followed and grace:
            end = time.monotonic() + grace + _PATIENCE
            self._thread.join(grace)
            while self._room.pulse.unaware and time.monotonic() < end:
                self._thread.join(_LOOK)
        self._server.should_exit = True
        self._thread.join(_STOP)

    def _run(self, server: "_Server", bound: socket.socket) -> None:
        async def serve() -> None:
            loop = self._loop = asyncio.get_running_loop()
            loop.set_exception_handler(_keep_quiet)
            if self.certificate is not None:
                patiently = partial(
                    loop.create_server,
                    ssl_handshake_timeout=SECONDS,
                    ssl_shutdown_timeout=SECONDS,
                )
                loop.create_server = patiently  # type: ignore[method-assign]
            await server.serve(sockets=[bound])

        try:
            asyncio.run(serve())
        finally:
            bound.close()
            server.ready.set()


class _Server(Server):
    def __init__(self, config: Config, ready: threading.Event) -> None:
        super().__init__(config)
        self.ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


def _config(app: ASGIApp, crowd: Crowd, certificate: Certificate | None) -> Config:
    # The terminal is the screens': nothing is written there.
    for name in ("uvicorn.error", "uvicorn.access", "uvicorn.asgi"):
        logger = logging.getLogger(name)
        logger.propagate = False
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
    config = Config(
        app,
        http=patient(crowd),
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=2,
    )
    config.load()
    if certificate is not None:
        config.ssl = certificate.context()
    return config


def _usual(address: str) -> Door:
    """The same next time as well, where another program keeps the first one in use."""
    for port in range(USUAL_PORT, USUAL_PORT + _NEIGHBOURS):
        with suppress(RefusedError):
            return _bound(address, port)
    return _bound(address, 0)


def _bound(address: str, port: int) -> Door:
    bound = Door()
    try:
        if IPv4Address(address).is_unspecified:
            raise OSError(errno.EADDRNOTAVAIL, "")
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((address, port))
        # Two may have bound a port of which neither listens yet.
        bound.listen()
    except (OSError, OverflowError, ValueError) as error:
        bound.close()
        raise RefusedError(_sentence(error, address, port)) from error
    return bound


def _sentence(error: Exception, address: str, port: int) -> str:
    if isinstance(error, OverflowError):
        return _("A port is a number from 1024 to 65535.")
    # A ValueError: this is no address at all.
    code = error.errno if isinstance(error, OSError) else errno.EADDRNOTAVAIL
    sentence = _FAULTS.get(code or 0)
    if sentence is None:
        return os_sentence(error) if isinstance(error, OSError) else str(error)
    return _(sentence).format(address=one_line(address), port=port)


def _hosts(address: str, port: int, *, is_plain: bool) -> frozenset[str]:
    """What browsers call this server, and nothing else."""
    names = (address, "localhost") if address == LOOPBACK else (address,)
    unsaid = port == (80 if is_plain else 443)
    return frozenset(name if unsaid else f"{name}:{port}" for name in names)


def _most_connections() -> int:
    """As many as the system lets this program have, of which half stay for files."""
    try:
        import resource
    except ImportError:  # Windows
        return 600
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, _MOST_FILES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            soft = wanted
    return 600 if soft == resource.RLIM_INFINITY else min(600, soft // 2)


def _keep_quiet(_loop: asyncio.AbstractEventLoop, _told: dict[str, object]) -> None:
    """Phones that vanish are no news; the terminal is the screens'."""
