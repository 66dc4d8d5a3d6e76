"""Sixty phones behind one address, and what each of them answers."""

import random
import socket
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from glossary.domain import Partner, Phase, TermSet
from tests.join.paper import fields, kept_at
from tests.join.phoning import Phone
from tests.workflow.session.seated import TERM, seated

# What a phone answers, one time and the other, and where that stands in the file of its partner.
_ANSWERS: Mapping[str, tuple[str, tuple[str, str], str]] = {
    "meaning": ("meaning", ("Dat het klopt.", "Dat het op tijd is."), "definitions/*/meaning"),
    "lens": ("lens", ("inzet", "aandacht"), "definitions/*/lenses/0"),
    "case-te-laat": ("answer", ("yes", "no"), "cases/*/te-laat"),
    "case-hersteld": ("answer", ("no", "yes"), "cases/*/hersteld"),
    "know-before": ("value", ("4", "5"), "ratings/*/know_before"),
}


class Seat(NamedTuple):
    """Of one phone: for which partner it answers, and what."""

    partner: str
    question: str


# One for each question of twelve partners; a lens is asked of whoever said what it means. And
# what fifteen partners can answer that said nothing yet.
SEATS = tuple(Seat(f"partner-{number}", asked) for number in range(12) for asked in _ANSWERS)
FIRST_SEATS = tuple(
    Seat(f"partner-{number}", asked)
    for number in range(15)
    for asked in _ANSWERS
    if asked != "lens"
)


def partners_of(seats: Sequence[Seat]) -> list[str]:
    """Each once."""
    return list(dict.fromkeys(seat.partner for seat in seats))


def crowd(seats: Sequence[Seat], *, said: bool = True) -> TermSet:
    """A set of these partners, that have answered everything or nothing yet."""
    termset = seated(Phase.COLLECT)
    one = termset.partners["delta"] if said else Partner("", "")
    partners = {
        key: replace(one, id=key, name=f"Organisatie {number}", short=f"O {number}")
        for number, key in enumerate(partners_of(seats))
    }
    return replace(termset, partners=partners)


def lost(folder: Path, seats: Sequence[Seat], turn: int) -> int:
    """How many answers of a turn are in no file."""
    found = 0
    for partner, question in seats:
        _name, values, place = _ANSWERS[question]
        found += str(kept_at(folder, partner, place.replace("*", TERM))) != values[turn % 2]
    return found


class Hall:
    """A phone for each seat, all at the same time."""

    def __init__(
        self, seats: Sequence[Seat], phones: Sequence[Phone], pool: ThreadPoolExecutor
    ) -> None:
        self._seated = tuple(zip(seats, phones, strict=True))
        self._pool = pool

    def answer(self, turn: int, window: float) -> list[float]:
        """Each answers once within so many seconds; how long it took until it was received."""
        told = [
            self._pool.submit(_answer, seat, phone, turn, random.Random(n).uniform(0, window))
            for n, (seat, phone) in enumerate(self._seated)
        ]
        return [each.result() for each in told]


@contextmanager
def hall(seats: Sequence[Seat], phones: Sequence[Phone]) -> Iterator[Hall]:
    """Phones that were let in for these seats, with the stream of a page open."""
    with ExitStack() as stack:
        for phone in phones:
            stack.enter_context(_listen(phone))
        yield Hall(seats, phones, stack.enter_context(ThreadPoolExecutor(len(phones))))


def _listen(phone: Phone) -> socket.socket:
    raw = socket.create_connection((phone.server.address, phone.server.port))
    head = ("GET /events?at=/now HTTP/1.1", f"Host: {phone.host}", f"Cookie: {phone.cookie}")
    raw.sendall("\r\n".join((*head, "", "")).encode())
    return raw


def _answer(seat: Seat, phone: Phone, turn: int, after: float) -> float:
    name, values, _place = _ANSWERS[seat.question]
    time.sleep(after)
    page = fields(phone.get(f"/q/{seat.question}").text)
    told = {key: text for key, text in page.items() if key != "nonce"}
    start = time.perf_counter()
    answer = phone.post("/now", **{**told, name: values[turn % 2]})
    taken = time.perf_counter() - start
    assert "Received. Your answer is on the laptop." in answer.text
    return taken
