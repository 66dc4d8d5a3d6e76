"""A room for phones in a process of its own, so that what attacks it weighs nothing there."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from glossary.domain import Definition
from glossary.formats.html_text import Html
from glossary.join.contract import Given
from glossary.store.folder import FolderStore
from tests.faults import ROOT
from tests.join.phoning import FarRoom, Phone, SimplePages

_ROOM = """
import resource, sys
from pathlib import Path
from tests.faults.rooming import FilePages
from tests.join.phoning import SimplePages, opened

def peak():
    # What getrusage gives counts from the peak of the process that started this one.
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.open() if line.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

folder = sys.argv[1]
with opened(FilePages(Path(folder)) if folder else SimplePages()) as server:
    print(server.address, server.port, server.link, flush=True)
    for line in sys.stdin:
        if line == "admit\\n":
            for phone in server.lobby.waiting():
                server.lobby.admit(phone.id, "noord")
        print(peak(), len(server._crowd), flush=True)
"""


class FilePages(SimplePages):
    """Writes each answer to the file of its partner, as a word of its own."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._store = FolderStore(folder)

    def give(self, partner: str, form: Mapping[str, str], language: str, hidden: Html) -> Given:
        said = {form["text"]: Definition(form["text"])}
        self._store.update_partner(
            "keten", partner, lambda old: replace(old, definitions={**old.definitions, **said})
        )
        return Given(True)


class Room:
    """What the other process tells of itself."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        address, port, link = self._told().split()
        self.far = FarRoom(address, int(port), link)

    def admitted(self, count: int) -> list[Phone]:
        """Phones that were let in, and stand where the group is."""
        phones = [Phone(self.far) for _ in range(count)]
        for phone in phones:
            phone.enter()
        self._ask("admit")
        for phone in phones:
            assert phone.get("/now").status == 200
        return phones

    def peak(self) -> int:
        """The most memory that it ever took, in kilobytes."""
        return int(self._ask("peak").split()[0])

    def connections(self) -> int:
        """How many there are now."""
        return int(self._ask("connections").split()[1])

    def kill(self) -> None:
        """At once, as when the laptop dies."""
        self._process.kill()
        self._process.wait()

    def _ask(self, word: str) -> str:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()
        return self._told()

    def _told(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()


@contextmanager
def far_room(folder: Path | None = None) -> Iterator[Room]:
    """Its answers go to the set in a folder, or nowhere."""
    argv = [sys.executable, "-c", _ROOM, str(folder or "")]
    with subprocess.Popen(
        argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        try:
            yield Room(process)
        finally:
            process.kill()


def p95(seconds: list[float]) -> int:
    """In milliseconds."""
    return round(1000 * sorted(seconds)[int(0.95 * (len(seconds) - 1))])
