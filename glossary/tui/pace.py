"""When work behind the screens has the processor: not while hands are on the keys."""

import time
from collections.abc import Callable

# Seconds for which a key has the processor to itself; a frame takes a tenth of that.
_SHARE = 0.1
# Seconds after which hands rest.
_REST = 2.0


class Pace:
    """Told of every key by the program, and asked by a thread between two steps of its work."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._last = now() - _REST

    def key(self) -> None:
        """A key was pressed, or the mouse moved."""
        self._last = self._now()

    @property
    def wait(self) -> float:
        """Seconds that a thread should leave to the screen; 0 when it may go on."""
        return max(0.0, self._last + _SHARE - self._now())

    @property
    def is_resting(self) -> bool:
        """Whether nobody has pressed a key for some time."""
        return self._now() - self._last > _REST
