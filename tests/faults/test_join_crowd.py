"""Sixty phones of twelve partners, behind one address, answer at a real set within ten seconds."""

import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from tests.faults import IS_FULL
from tests.faults.crowd import SEATS, crowd, hall, lost, partners_of
from tests.faults.rooming import far_room, p95
from tests.join.paper import room
from tests.join.phoning import Phone

_FILES = ("join.css", "join.js")
# In how many seconds they all answer; in an ordinary run faster than people do.
_WINDOWS = (0.0, 10.0, 10.0, 10.0) if IS_FULL else (0.0, 2.0)


def test_sixty_phones_answer_and_no_answer_is_lost(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    room(tmp_path, crowd(SEATS))
    with far_room(tmp_path) as opened, ExitStack() as stack:
        newcomer, start = Phone(opened.far), time.perf_counter()
        size = sum(len(newcomer.ask("GET", f"/{name}").text) for name in ("", *_FILES))
        first = 1000 * (time.perf_counter() - start)
        phones = opened.admitted_for([seat.partner for seat in SEATS])
        everybody = stack.enter_context(hall(SEATS, phones))
        missing, taken = 0, {window: list[float]() for window in _WINDOWS}
        for turn, window in enumerate(_WINDOWS):
            taken[window] += everybody.answer(turn, window)
            missing += lost(tmp_path, SEATS, turn)
        peak = opened.peak() // 1024
    within = ", ".join(f"{p95(each)} ms in {window:.0f} s" for window, each in taken.items())
    figure(
        f"sixty phones of {len(partners_of(SEATS))} partners behind one address, each with a "
        f"stream: {len(_WINDOWS) * len(SEATS)} answers, {missing} lost; p95 until received "
        f"{within}; server {peak} MB; the first page with its files {first:.0f} ms, "
        f"{size / 1000:.1f} kB"
    )
    assert missing == 0
    assert peak < 120
    assert size < 30_000
    if IS_FULL:
        assert p95(taken[10.0]) < 300
        assert first < 100
