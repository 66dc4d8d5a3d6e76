"""`glossary` that notes when it begins to read its files, and lets every phone in at once.

Arguments: a file for the notes, how many phones each partner has, and the words of a command.
"""

import sys
import threading
import time
from functools import partialmethod
from itertools import count
from pathlib import Path
from typing import Any, TextIO
from unittest.mock import patch

from glossary.cli.main import run
from glossary.domain import GlossaryError
from glossary.join.server import JoinServer
from glossary.tui.desk import Desk

_EACH = 0.02  # seconds between looks at who waits
_start = JoinServer.start
_reload = Desk.reload


def _noting_reload(desk: Desk, notes: TextIO) -> None:
    notes.write(f"read {time.perf_counter()}\n")
    _reload(desk)


def _admitting_start(
    server: JoinServer, *given: Any, notes: TextIO, phones: int, **named: Any
) -> None:
    _start(server, *given, **named)
    threading.Thread(target=_admit, args=(server, phones), daemon=True).start()
    notes.write(f"open {server.address} {server.port} {server.link}\n")


def _admit(server: JoinServer, phones: int) -> None:
    places = count()
    while server.is_running:
        for phone in server.lobby.waiting():
            try:
                server.lobby.admit(phone.id, f"partner-{next(places) // phones}")
            except GlossaryError:
                continue  # it went away
        time.sleep(_EACH)


def main(path: str, phones: str, *command: str) -> int:
    """Run the command; gives its exit code."""
    with Path(path).open("a", encoding="utf-8", buffering=1) as notes:
        reload = partialmethod(_noting_reload, notes=notes)
        start = partialmethod(_admitting_start, notes=notes, phones=int(phones))
        with patch.object(Desk, "reload", reload), patch.object(JoinServer, "start", start):
            return run([*command])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
