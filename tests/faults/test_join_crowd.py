"""Sixty phones of twelve partners, behind one address, answer at a real set within ten seconds."""

import random
import socket
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from glossary.domain import Phase, TermSet
from tests.faults import IS_FULL
from tests.faults.rooming import far_room, p95
from tests.join.paper import fields, kept_at, room
from tests.join.phoning import Phone
from tests.workflow.session.seated import TERM, seated

_PARTNERS = [f"partner-{number}" for number in range(12)]
# What each phone of a partner answers, one time and the other, and where that stands in its file.
_ANSWERS: Mapping[str, tuple[str, tuple[str, str], str]] = {
    "meaning": ("meaning", ("Dat het klopt.", "Dat het op tijd is."), "definitions/*/meaning"),
    "lens": ("lens", ("inzet", "aandacht"), "definitions/*/lenses/0"),
    "case-te-laat": ("answer", ("yes", "no"), "cases/*/te-laat"),
    "case-hersteld": ("answer", ("no", "yes"), "cases/*/hersteld"),
    "know-before": ("value", ("4", "5"), "ratings/*/know_before"),
}
_FILES = ("join.css", "join.js")
# In how many seconds they all answer; in an ordinary run faster than people do.
_WINDOWS = (0.0, 10.0, 10.0, 10.0) if IS_FULL else (0.0, 2.0)


def _crowd() -> TermSet:
    """Twelve partners that have answered everything."""
    termset = seated(Phase.COLLECT)
    one = termset.partners["delta"]
    partners = {
        key: replace(one, id=key, name=f"Organisatie {number}", short=f"O {number}")
        for number, key in enumerate(_PARTNERS)
    }
    return replace(termset, partners=partners)


def _listen(phone: Phone) -> socket.socket:
    """The stream of a page that is open."""
    raw = socket.create_connection((phone.server.address, phone.server.port))
    head = ("GET /events?at=/now HTTP/1.1", f"Host: {phone.host}", f"Cookie: {phone.cookie}")
    raw.sendall("\r\n".join((*head, "", "")).encode())
    return raw


def _answer(phone: Phone, question: str, turn: int, after: float) -> float:
    """Gives how long it took until the phone saw that it was received."""
    name, values, _place = _ANSWERS[question]
    time.sleep(after)
    page = fields(phone.get(f"/q/{question}").text)
    told = {key: text for key, text in page.items() if key != "nonce"}
    start = time.perf_counter()
    answer = phone.post("/now", **{**told, name: values[turn % 2]})
    taken = time.perf_counter() - start
    assert "Received. Your answer is on the laptop." in answer.text
    return taken


def _lost(folder: Path, turn: int) -> int:
    return sum(
        str(kept_at(folder, partner, place.replace("*", TERM))) != values[turn % 2]
        for partner in _PARTNERS
        for _name, values, place in _ANSWERS.values()
    )


def test_sixty_phones_answer_and_no_answer_is_lost(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    room(tmp_path, _crowd())
    seats = [(partner, question) for partner in _PARTNERS for question in _ANSWERS]
    with far_room(tmp_path) as opened, ExitStack() as stack:
        newcomer, start = Phone(opened.far), time.perf_counter()
        size = sum(len(newcomer.ask("GET", f"/{name}").text) for name in ("", *_FILES))
        first = 1000 * (time.perf_counter() - start)
        phones = opened.admitted_for([partner for partner, _question in seats])
        for phone in phones:
            stack.enter_context(_listen(phone))
        hall = stack.enter_context(ThreadPoolExecutor(len(phones)))
        lost, taken = 0, {window: list[float]() for window in _WINDOWS}
        for turn, window in enumerate(_WINDOWS):
            told = [
                hall.submit(_answer, phone, question, turn, random.Random(n).uniform(0, window))
                for n, (phone, (_, question)) in enumerate(zip(phones, seats, strict=True))
            ]
            taken[window] += [each.result() for each in told]
            lost += _lost(tmp_path, turn)
        peak = opened.peak() // 1024
    within = ", ".join(f"{p95(each)} ms in {window:.0f} s" for window, each in taken.items())
    figure(
        f"sixty phones of {len(_PARTNERS)} partners behind one address, each with a stream: "
        f"{len(_WINDOWS) * len(seats)} answers, {lost} lost; p95 until received {within}; server "
        f"{peak} MB; the first page with its files {first:.0f} ms, {size / 1000:.1f} kB"
    )
    assert lost == 0
    assert peak < 120
    assert size < 30_000
    if IS_FULL:
        assert p95(taken[10.0]) < 300
        assert first < 100
