"""How often a code may be guessed."""

import time
from collections import deque
from collections.abc import Callable
from threading import Lock

_WINDOW = 60.0  # seconds
_OF_ONE = 5
_OF_ALL = 30


class Brake:
    """Counts wrong tries of the last minute, of one address and of all together.

    It remembers no more tries than it allows, whoever comes. Nobody who has the QR code is held
    up by it.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: deque[tuple[float, str]] = deque(maxlen=_OF_ALL)
        self._lock = Lock()

    def tries(self, address: str, attempt: Callable[[], bool]) -> bool | None:
        """What an attempt came to, or None where it may not be made now."""
        with self._lock:
            now = self._clock()
            while self._wrong and self._wrong[0][0] <= now - _WINDOW:
                self._wrong.popleft()
            of_one = sum(one == address for _, one in self._wrong)
            if of_one >= _OF_ONE or len(self._wrong) >= _OF_ALL:
                return None
            is_right = attempt()
            if not is_right:
                self._wrong.append((now, address))
            return is_right
