"""A room for phones in a process of its own, so that what attacks it weighs nothing there."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.faults import ROOT
from tests.join.phoning import FarRoom, Phone

_ROOM = """
import resource, sys
from pathlib import Path
from tests.join.phoning import SimplePages, opened, opened_on

def peak():
    # What getrusage gives counts from the peak of the process that started this one.
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.open() if line.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

folder = sys.argv[1]
with opened_on(Path(folder)) if folder else opened(SimplePages()) as server:
    print(server.address, server.port, server.link, flush=True)
    for line in sys.stdin:
        word, *partners = line.split()
        if word == "admit":
            for phone, partner in zip(server.lobby.waiting(), partners, strict=True):
                server.lobby.admit(phone.id, partner)
        print(peak(), len(server._crowd), flush=True)
"""


class Room:
    """What the other process tells of itself."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        address, port, link = self._told().split()
        self.far = FarRoom(address, int(port), link)

    def admitted(self, count: int) -> list[Phone]:
        """Phones that were let in, and stand where the group is."""
        return self.admitted_for(["noord"] * count)

    def admitted_for(self, partners: Sequence[str]) -> list[Phone]:
        """As `admitted`, a phone for each of these."""
        phones = [Phone(self.far) for _ in partners]
        for phone in phones:
            phone.enter()
        self._ask(" ".join(("admit", *partners)))
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
    """Its pages are those of the set in a folder, or simple ones of nothing."""
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
