"""`glossary` that notes each look at its files that changes the screen, and lets phones in at once.

Arguments: a file for the notes, how many phones each partner has, and the words of a command.
"""

import sys
import time
from collections.abc import Iterator
from functools import partialmethod
from itertools import count
from pathlib import Path
from typing import Any, TextIO
from unittest.mock import patch

from textual.widget import Widget

from glossary.cli.main import run
from glossary.join.lobby import Lobby
from glossary.join.server import JoinServer
from glossary.tui.lookout import Lookout
from glossary.tui.screens.room import RoomScreen

_start = JoinServer.start
_join = Lobby.join
_follow = Lookout._follow_files


def _noting_follow(lookout: Lookout, screen: RoomScreen, notes: TextIO) -> None:
    """A look that changes nothing on the screen is followed by the frame of something else."""
    whole, start = lookout._app.desk.whole, time.perf_counter()
    _follow(lookout, screen)
    widgets = screen.walk_children(Widget, with_self=True)
    is_new = any(widget._repaint_required or widget._layout_required for widget in widgets)
    if lookout._app.desk.whole is not whole and is_new:
        notes.write(f"read {start}\n")


def _noting_start(server: JoinServer, *given: Any, notes: TextIO, **named: Any) -> None:
    _start(server, *given, **named)
    notes.write(f"open {server.address} {server.port} {server.link}\n")


def _admitting_join(lobby: Lobby, *given: Any, places: Iterator[int], phones: int) -> str | None:
    session = _join(lobby, *given)
    phone = lobby.peek(session or "")
    if phone is not None:
        lobby.admit(phone.id, f"partner-{next(places) // phones}")
    return session


def main(path: str, phones: str, *command: str) -> int:
    """Run the command; gives its exit code."""
    with Path(path).open("a", encoding="utf-8", buffering=1) as notes:
        follow = partialmethod(_noting_follow, notes=notes)
        start = partialmethod(_noting_start, notes=notes)
        join = partialmethod(_admitting_join, places=count(), phones=int(phones))
        with (
            patch.object(Lookout, "_follow_files", follow),
            patch.object(JoinServer, "start", start),
            patch.object(Lobby, "join", join),
        ):
            return run([*command])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
