"""`glossary` that notes when it begins to read its files, and lets every phone in at once.

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

from glossary.cli.main import run
from glossary.join.lobby import Lobby
from glossary.join.server import JoinServer
from glossary.tui.desk import Desk

_start = JoinServer.start
_join = Lobby.join
_reload = Desk.reload


def _noting_reload(desk: Desk, notes: TextIO) -> None:
    notes.write(f"read {time.perf_counter()}\n")
    _reload(desk)


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
        reload = partialmethod(_noting_reload, notes=notes)
        start = partialmethod(_noting_start, notes=notes)
        join = partialmethod(_admitting_join, places=count(), phones=int(phones))
        with (
            patch.object(Desk, "reload", reload),
            patch.object(JoinServer, "start", start),
            patch.object(Lobby, "join", join),
        ):
            return run([*command])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
