"""The phones: who waits, who is let in and for whom, and who was taken out."""

import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from threading import RLock
from typing import Final

from glossary.domain import NotFoundError
from glossary.locale import gettext as _

MOST_WAITING: Final = 120
MOST_OF_ONE_ADDRESS: Final = 60  # behind one address there may be a whole room
LONGEST_NAME: Final = 60
_MOST_REMOVED = 60
_IDLE = 60.0  # seconds without a sign of life
_NUMBERS = 100


class State(StrEnum):
    """Where a phone is."""

    WAITING = "waiting"
    IN = "in"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Phone:
    """A browser, as the laptop knows it. Two tabs of one browser are one phone.

    `id` names it here; its session is only its own. `mark` stands on the phone and on the laptop.
    `name` is what its holder typed. `nonce` stands in its forms, and is another one for each
    partner: a page that was opened for one partner cannot answer for another.
    """

    id: str
    mark: str
    address: str
    state: State = State.WAITING
    partner: str = ""
    name: str = ""
    language: str = ""
    seen: float = 0.0
    nonce: str = field(default="", repr=False)


class Lobby:
    """All phones of one session of the room, in memory; may be used from any thread.

    `words` are those of the marks, in the language of the laptop: phone and laptop show the same.
    `changes` counts on with every change, so that a screen looks at it as often as it can redraw.
    """

    def __init__(
        self,
        words: Sequence[str] = (),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._words = tuple(words) or mark_words()
        self._clock = clock
        self._phones: dict[str, Phone] = {}  # by session, in the order in which they came
        self._receipts: dict[str, str] = {}
        self._lock = RLock()
        self.changes = 0
        self.turned_away = 0

    # What the laptop shows and does.

    def waiting(self) -> tuple[Phone, ...]:
        """Who waits, the longest first."""
        return self._all(State.WAITING)

    def admitted(self) -> tuple[Phone, ...]:
        """Who is in."""
        return self._all(State.IN)

    def is_awake(self, phone: Phone) -> bool:
        """Whether a phone gave a sign of life in the last minute."""
        return phone.seen > self._clock() - _IDLE

    def admit(self, phone_id: str, partner: str) -> None:
        """Let a phone answer for a partner, or move it to another. Raises NotFoundError."""
        with self._lock:
            session, phone = self._found(phone_id)
            if phone.state is State.IN and phone.partner == partner:
                return
            self._put(session, replace(phone, state=State.IN, partner=partner, nonce=_secret()))

    def remove(self, phone_id: str) -> None:
        """Take a phone out. It may come back by the invitation. Raises NotFoundError."""
        with self._lock:
            session, phone = self._found(phone_id)
            out = replace(phone, state=State.REMOVED, partner="", nonce=_secret())
            self._put(session, out)
            removed = self._sessions(State.REMOVED)
            self._forget(removed[: max(0, len(removed) - _MOST_REMOVED)])

    def clear_waiting(self) -> None:
        """Forget all who wait, after a flood."""
        with self._lock:
            self._forget(self._sessions(State.WAITING))
            self.turned_away = 0
            self.changes += 1

    # What the server asks and tells.

    def join(self, address: str, session: str = "") -> str | None:
        """Let a browser wait, and give its session; None where too many wait.

        Who waits or is in keeps its place; who was taken out waits again.
        """
        with self._lock:
            known = self._phones.get(session)
            if known is not None and known.state is not State.REMOVED:
                return session
            if not self._makes_room(address):
                self.turned_away += 1
                return None
            self._phones.pop(session, None)
            new = _secret()
            phone = Phone(
                id=secrets.token_hex(4),
                mark=self._mark(),
                address=address,
                seen=self._clock(),
                nonce=_secret(),
                name=known.name if known else "",
                language=known.language if known else "",
            )
            self._put(new, phone)
            return new

    def of(self, session: str) -> Phone | None:
        """The phone of a session, which gives a sign of life now."""
        with self._lock:
            phone = self._phones.get(session)
            if phone is not None:
                phone = self._phones[session] = replace(phone, seen=self._clock())
            return phone

    def peek(self, session: str) -> Phone | None:
        """The phone of a session, whether or not it is awake."""
        return self._phones.get(session)

    def call(self, session: str, name: str) -> None:
        """Note what the holder of a phone calls itself."""
        short = " ".join(name.split())[:LONGEST_NAME]
        self._change(session, lambda phone: replace(phone, name=short))

    def speak(self, session: str, language: str) -> None:
        """Note which language a phone reads."""
        self._change(session, lambda phone: replace(phone, language=language))

    def receive(self, session: str, told: str = "") -> None:
        """Note that an answer was kept, and what else to tell of it, until the phone knows."""
        self._receipts[session] = told

    def take_receipt(self, session: str) -> str | None:
        """What to tell of an answer that was kept, only once; None where there is none."""
        return self._receipts.pop(session, None)

    def _all(self, state: State) -> tuple[Phone, ...]:
        with self._lock:
            return tuple(phone for phone in self._phones.values() if phone.state is state)

    def _sessions(self, state: State) -> list[str]:
        return [key for key, phone in self._phones.items() if phone.state is state]

    def _found(self, phone_id: str) -> tuple[str, Phone]:
        for session, phone in self._phones.items():
            if phone.id == phone_id:
                return session, phone
        raise NotFoundError(_("This phone has left. It may scan the code again."))

    def _makes_room(self, address: str) -> bool:
        """Whether one more may wait; phones that wait and are idle go first, the oldest first."""
        waiting = [(key, self._phones[key]) for key in self._sessions(State.WAITING)]
        neighbours = [one for one in waiting if one[1].address == address]
        for crowd, most in ((neighbours, MOST_OF_ONE_ADDRESS), (waiting, MOST_WAITING)):
            if len(crowd) >= most:
                idle = next((key for key, one in crowd if not self.is_awake(one)), None)
                if idle is None:
                    return False
                self._forget([idle])
                return True
        return True

    def _mark(self) -> str:
        """One that nobody has; while they last, neither its number nor its word: some call one."""
        used = {tuple(phone.mark.split(" ", 1)) for phone in self._phones.values()}
        numbers = _unused([f"{n:02d}" for n in range(_NUMBERS)], {mark[0] for mark in used})
        words = _unused(self._words, {mark[-1] for mark in used})
        free = [(n, word) for n in numbers for word in words if (n, word) not in used]
        return " ".join(secrets.choice(free))

    def _change(self, session: str, change: Callable[[Phone], Phone]) -> None:
        with self._lock:
            phone = self._phones.get(session)
            if phone is not None:
                self._put(session, change(phone))

    def _put(self, session: str, phone: Phone) -> None:
        self._phones[session] = phone
        self.changes += 1

    def _forget(self, sessions: Sequence[str]) -> None:
        for session in sessions:
            self._phones.pop(session, None)
            self._receipts.pop(session, None)


def mark_words() -> tuple[str, ...]:
    """Words that anybody can call across a room, none like another."""
    return tuple(
        _(
            "apple bicycle bridge castle cloud drum feather flower forest guitar hammer island "
            "kettle ladder lemon lighthouse moon mountain orange penguin pumpkin river rocket "
            "sailboat snail tiger train umbrella violin windmill"
        ).split()
    )


def _unused(offered: Sequence[str], used: set[str]) -> Sequence[str]:
    return [one for one in offered if one not in used] or offered


def _secret() -> str:
    return secrets.token_urlsafe(16)
