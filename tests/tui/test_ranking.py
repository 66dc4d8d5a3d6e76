"""What works behind the screens, and what it leaves to them."""

import gc
import threading
import weakref
from collections.abc import Iterator
from typing import Any

import pytest

from glossary.tui import garbage
from glossary.tui.pace import Pace
from glossary.tui.ranking import StoppedError, rank
from glossary.tui.screens.library import LibraryScreen
from glossary.workflow.keeping import Forgetful
from tests.tui.sample import MEANINGS, TODAY, sample
from tests.tui.seeing import opened


class Clock:
    """A clock that stands still."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def test_comparing_waits_as_long_as_hands_are_on_the_keys() -> None:
    clock, asked, many = Clock(), [0], threading.Event()
    pace = Pace(clock)
    pace.key()

    def is_wanted() -> bool:
        asked[0] += 1
        if asked[0] > 3:
            many.set()
        return True

    found: list[int] = []
    how = (TODAY, is_wanted, lambda _done, _terms: None, Forgetful(), pace)
    work = threading.Thread(target=lambda: found.append(len(rank(sample(), *how).rows)))
    work.start()
    assert many.wait(30)
    assert not found
    clock.seconds += 1
    work.join(30)
    assert found == [len(sample().terms)]


def test_comparing_stops_while_hands_are_on_the_keys() -> None:
    pace = Pace(Clock())
    pace.key()
    with pytest.raises(StoppedError):
        rank(sample(), TODAY, lambda: False, lambda _done, _terms: None, Forgetful(), pace)


def test_hands_rest_two_seconds_after_a_key() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.key()
    clock.seconds += 1.9
    assert (pace.wait, pace.is_resting) == (0, False)
    clock.seconds += 0.2
    assert pace.is_resting


async def test_no_work_is_described_by_the_words_of_the_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    described: list[str] = []
    run = LibraryScreen.run_worker

    def noted(self: LibraryScreen, *args: Any, **options: Any) -> Any:
        described.append(options["description"])
        return run(self, *args, **options)

    monkeypatch.setattr(LibraryScreen, "run_worker", noted)
    async with opened(sample()) as seen:
        await seen.press("f3")
    assert "rank" in described
    assert not any(text in told for told in described for text in MEANINGS.values())


@pytest.fixture
def collecting() -> Iterator[None]:
    """Looks for garbage as the tests do, afterwards."""
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


@pytest.mark.usefixtures("collecting")
def test_old_garbage_goes_when_hands_rest() -> None:
    class Circle:
        def __init__(self) -> None:
            self.self = self

    garbage.lay_by()
    circle = Circle()
    gc.collect()
    seen = weakref.ref(circle)
    del circle
    garbage.look()
    assert seen() is not None  # too little has happened since
    for _time in range(12):
        gc.collect(1)
    garbage.look()
    assert seen() is None
