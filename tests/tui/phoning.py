"""A session with a room for phones on this machine alone, and a reader of its code."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from glossary.domain import Phase
from glossary.join.lobby import Phone
from glossary.join.server import JoinServer
from glossary.store.folder import FolderStore
from glossary.tui.session.guide import Guide
from glossary.tui.widgets.qr_view import QrView
from tests.join.phoning import SimplePages
from tests.tui.meeting import REVEALED, meeting
from tests.tui.seeing import Seen, opened

Squares = list[list[bool]]


class ShownServer(JoinServer):
    """Answers on this machine, and looks as if it were in a room: always the same."""

    TOKEN, CODE = "0123456789ABCDEFGHJKMNPQRS", "7K3M91QX"

    def __init__(self, pages: SimplePages) -> None:
        super().__init__(pages, str, pages.version)
        self.invitation._token, self.invitation._code = self.TOKEN, self.CODE
        marks = iter(("19 tiger", "50 kettle", "87 bicycle", "46 mountain", "03 windmill"))
        self.lobby._mark = lambda: next(marks)  # type: ignore[method-assign]

    @property
    def url(self) -> str:
        return "http://192.168.178.20:8642"

    @property
    def is_reachable(self) -> bool:
        return True


@asynccontextmanager
async def at_phase(
    folder: Path, phase: Phase, *, size: tuple[int, int] = (80, 24), partners: int = 4
) -> AsyncIterator[Seen]:
    """A session in a phase; phones that come get simple pages."""
    store, pages = FolderStore(folder), SimplePages()
    if not store.sets():
        store.create(meeting(partners, phase))
    async with opened(store=store, size=size) as seen:
        desk = seen.app.desk
        desk.now = lambda: REVEALED
        desk.join_server = lambda _store, _set, _today, names: JoinServer(
            pages, names, pages.version
        )
        await seen.press("s")
        try:
            yield seen
        finally:
            if desk.guide is not None:
                desk.guide.phones.close()


@asynccontextmanager
async def in_room(
    folder: Path, phase: Phase = Phase.COLLECT, *, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Seen, JoinServer]]:
    """The screen of an open room, on this laptop alone."""
    async with at_phase(folder, phase, size=size) as seen:
        await seen.press("ctrl+g", "m", "end", "enter")
        yield seen, server_of(seen)


def guide_of(seen: Seen) -> Guide:
    guide = seen.app.desk.guide
    assert guide is not None
    return guide


def server_of(seen: Seen) -> JoinServer:
    server = guide_of(seen).phones.server
    assert server is not None
    return server


async def until(seen: Seen, text: str) -> str:
    """The screen once it says this."""
    async with asyncio.timeout(15):
        while text not in seen.text:
            await seen.pilot.pause(0.02)
    return seen.text


def knock(server: JoinServer, name: str = "") -> Phone:
    """Somebody scans the code, and types a name."""
    session = server.lobby.join("192.168.178.31")
    assert session is not None
    server.lobby.call(session, name)
    phone = server.lobby.peek(session)
    assert phone is not None
    return phone


def read_code(seen: Seen) -> Squares:
    """The squares that are seen, from the colours of their cells."""
    view = seen.app.screen.query_one(QrView)
    rows: Squares = []
    is_large = view.size.width == 2 * view.size.height
    for y in range(view.size.height):
        cells = [
            (char, str(segment.style.bgcolor.name if segment.style.bgcolor else ""))
            for segment in view.render_line(y)
            if segment.style is not None
            for char in segment.text
        ]
        assert {ground for _char, ground in cells} <= {"#000000", "#ffffff"}
        upper = [ground == "#000000" or char == "▀" for char, ground in cells]
        lower = [ground == "#000000" or char == "▄" for char, ground in cells]
        rows += [upper[::2]] if is_large else [upper, lower]
    # Half a row may be left over below a code of half blocks.
    return rows[: len(rows[0])]


async def let_in(seen: Seen, server: JoinServer) -> None:
    """Two wait, and two are in."""
    for name in ("Jan", "Mia, Basisschool De Haven", "Ria van Noord", ""):
        knock(server, name)
    for phone, partner in zip(server.lobby.waiting()[2:], ("p00", "p03"), strict=True):
        server.lobby.admit(phone.id, partner)
    await until(seen, server.lobby.waiting()[0].mark)


@asynccontextmanager
async def shown_room(
    folder: Path, *, size: tuple[int, int], theme: tuple[str, ...] = ()
) -> AsyncIterator[Seen]:
    """A room that always looks the same."""
    async with at_phase(folder, Phase.COLLECT, size=size) as seen:
        server = ShownServer(SimplePages())
        seen.app.desk.join_server = lambda *_given: server
        await seen.press(*theme, "ctrl+g", "m", "end", "enter")
        await let_in(seen, server)
        yield seen
