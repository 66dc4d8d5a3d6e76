"""Requests that are far too large, or take far too long, beside phones that just answer."""

import select
import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from functools import partial

from tests.faults import IS_FULL, times
from tests.faults.rooming import Room, far_room, p95
from tests.join.phoning import Phone

_MEGABYTE = 1024 * 1024
_GONE = 6.0  # seconds


def _head(phone: Phone, method: str, *lines: str, path: str = "/now") -> bytes:
    told = (
        f"{method} {path} HTTP/1.1",
        f"Host: {phone.host}",
        f"Origin: http://{phone.host}",
        f"Cookie: {phone.cookie}",
        "Content-Type: application/x-www-form-urlencoded",
        *lines,
    )
    return "\r\n".join((*told, "", "")).encode()


def _sent(phone: Phone, head: bytes, piece: bytes, megabytes: int) -> int:
    """How many bytes went out before the server would have no more of it."""
    sent = 0
    address = (phone.server.address, phone.server.port)
    with socket.create_connection(address, timeout=10) as raw, suppress(OSError):
        raw.sendall(head)
        while sent < megabytes * _MEGABYTE:
            raw.sendall(piece)
            sent += len(piece)
    return sent


def test_no_request_fills_the_memory(figure: Callable[[str], None]) -> None:
    megabytes, chunk = times(30, 300), b"x" * 65_536
    chunked = f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n"
    length = f"Content-Length: {megabytes * _MEGABYTE}"
    kinds = {
        "plain": ("POST", (length,), chunk),
        "plain, waited for": ("POST", (length, "Expect: 100-continue"), chunk),
        "a length that is not true": ("POST", ("Content-Length: 100",), chunk),
        "chunked": ("POST", ("Transfer-Encoding: chunked",), chunked),
        "one chunk": ("POST", ("Transfer-Encoding: chunked", "", "FFFFFFFF"), chunk),
        "chunked, of a page": ("GET", ("Transfer-Encoding: chunked",), chunked),
        "headers": ("POST", (), b"X-Long: " + chunk),
        "one header": ("POST", ("X-Long: x",), chunk),
        "events": ("GET", (), chunk),
    }
    with far_room() as room:
        (phone,) = room.admitted(1)
        assert phone.post("/now", text="x" * 20_000).status == 413
        before = room.peak()
        for method, lines, piece in kinds.values():
            _sent(phone, _head(phone, method, *lines), piece, megabytes)
        grown = room.peak() - before
        assert phone.post("/now", text="Gewoon.").status == 200
    figure(f"big requests: {len(kinds)} kinds of {megabytes} MB, {grown / 1024:.1f} MB more memory")
    assert grown < 10 * 1024


def _slow(room: Room, phone: Phone, number: int) -> socket.socket:
    raw = socket.create_connection((room.far.address, room.far.port), timeout=10)
    begun = (
        b"",
        b"GET / HT",
        _head(phone, "GET")[:-2],
        _head(phone, "POST", "Content-Length: 1000"),
        _head(phone, "POST", "Transfer-Encoding: chunked") + b"1\r\na\r\n",
        # One whole request, and half of another behind it.
        _head(phone, "GET") + _head(phone, "POST", "Content-Length: 1000"),
    )
    raw.sendall(begun[number % len(begun)])
    return raw


def _gone(slow: list[socket.socket], patience: float) -> list[float]:
    """After how many seconds each is gone, while all send on a byte now and then."""
    start, open_ones, gone = time.perf_counter(), set(slow), []
    while open_ones and time.perf_counter() - start < patience:
        readable, _, _ = select.select(open_ones, [], [], 0.2)
        for raw in open_ones.copy():
            with suppress(BlockingIOError):
                try:
                    if raw in readable and raw.recv(65_536):
                        continue
                    if raw not in readable:
                        raw.send(b"x")
                        continue
                except OSError:
                    pass
                open_ones.discard(raw)
                gone.append(time.perf_counter() - start)
    return gone


def _answering(phone: Phone, until: float) -> list[float]:
    """How long each page took, and each answer with the page that follows it."""
    taken = []
    while time.perf_counter() < until:
        for deed in (phone.get, partial(phone.post, text="Ja.")):
            start = time.perf_counter()
            assert deed("/now").status == 200
            taken.append(time.perf_counter() - start)
        time.sleep(0.25)  # nobody answers faster
    return taken


def test_slow_connections_are_gone_and_nobody_waits_for_them(
    figure: Callable[[str], None],
) -> None:
    count = times(60, 200)
    with far_room() as room, ExitStack() as stack:
        phones = room.admitted(12)
        slow = [stack.enter_context(_slow(room, phones[0], n)) for n in range(count)]
        for raw in slow:
            raw.setblocking(False)
        with ThreadPoolExecutor(len(phones)) as hall:
            until = time.perf_counter() + _GONE
            honest = [hall.submit(_answering, phone, until) for phone in phones]
            gone = _gone(slow, 4 * _GONE)
            taken = [each for one in honest for each in one.result()]
        left = room.connections()
    figure(
        f"slow connections: {count}, the last gone after {max(gone):.1f} s, {left} left; "
        f"{len(phones)} honest phones meanwhile {p95(taken)} ms (p95 of {len(taken)})"
    )
    assert len(gone) == count
    if IS_FULL:
        assert max(gone) < _GONE
        assert p95(taken) < 200


def test_who_does_not_read_what_it_asked_for_is_gone(figure: Callable[[str], None]) -> None:
    with far_room() as room, ExitStack() as stack:
        (phone,) = room.admitted(1)
        before, count = room.peak(), times(10, 50)
        asking = _head(phone, "GET", path="/join.css") * 2_000
        for _ in range(count):
            raw = stack.enter_context(socket.create_connection((room.far.address, room.far.port)))
            raw.setblocking(False)
            with suppress(BlockingIOError):
                raw.send(asking)
        start = time.perf_counter()
        while room.connections() > 1 and time.perf_counter() - start < 4 * _GONE:
            assert phone.get("/now").status == 200
        seconds, grown = time.perf_counter() - start, (room.peak() - before) / 1024
    figure(f"{count} that ask and do not read: gone after {seconds:.1f} s, {grown:.1f} MB more")
    assert seconds < 4 * _GONE
