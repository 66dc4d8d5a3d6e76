"""The beamer while phones come in: a flood of strangers makes no key slow."""

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from glossary.tui.screens.phones import PhonesScreen
from glossary.tui.widgets.phone_list import PhoneList
from tests.faults import ROOT
from tests.faults.rooming import p95
from tests.join.phoning import Phone
from tests.tui.phoning import in_room, knock, until
from tests.tui.seeing import Seen

BOTS, AT_ONCE, KEYS = 500, 8, 40

# In a process of its own, so that the bots themselves weigh nothing here.
_FLOOD = """
import sys
from concurrent.futures import ThreadPoolExecutor
from tests.join.phoning import FarRoom, Phone

address, port, link, bots, at_once = sys.argv[1:]
far = FarRoom(address, int(port), link)
with ThreadPoolExecutor(int(at_once)) as pool:
    list(pool.map(lambda _number: Phone(far).enter(), range(int(bots))))
"""


async def _echo(seen: Seen, table: PhoneList) -> float:
    """Until a key moved the cursor, and that is painted."""
    before, start = table.cursor, time.perf_counter()
    seen.burst(["up" if before else "down"])
    async with asyncio.timeout(10):
        while table.cursor == before:
            await asyncio.sleep(0.001)
    painted = asyncio.Event()
    seen.app.call_after_refresh(painted.set)
    await painted.wait()
    return time.perf_counter() - start


async def test_keys_are_quick_while_strangers_flood_in(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    async with in_room(tmp_path) as (seen, server):
        for partner in ("p00", "p01"):
            server.lobby.admit(knock(server).id, partner)
        await until(seen, "2 are in")
        screen = seen.app.screen
        assert isinstance(screen, PhonesScreen)
        table = screen.query_one(PhoneList)
        room = (server.address, str(server.port), server.link, str(BOTS), str(AT_ONCE))
        echoes: list[float] = []
        with subprocess.Popen([sys.executable, "-c", _FLOOD, *room], cwd=ROOT) as flood:
            while flood.poll() is None or len(echoes) < KEYS:
                echoes.append(await _echo(seen, table))
        assert flood.returncode == 0
        await until(seen, "turned away")
        assert len(server.lobby.admitted()) == 2
        start, count = time.perf_counter(), len(table.rows)
        table.show_phones([])
        screen.refill()
        redraw = time.perf_counter() - start
        figure(
            f"beamer while {BOTS} bots come in: {len(echoes)} keys, p95 {p95(echoes)} ms, "
            f"slowest {1000 * max(echoes):.0f} ms; list of {count} made again in "
            f"{1000 * redraw:.1f} ms"
        )
        # Who was let in is asked as before, and the strangers are gone with one key.
        await seen.press("c")
        assert not server.lobby.waiting()
        assert Phone(server).enter_for("p02").status == 200
