"""The laptop dies while phones answer: what was said to be received is there."""

import http.client
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from glossary.store.folder import FolderStore
from tests.faults import times
from tests.faults.rooming import far_room
from tests.join.phoning import Phone
from tests.store import lay_set

_PHONES = 4


def _answers(phone: Phone, name: str, received: list[str], enough: Event, most: int) -> str:
    """Answer until nobody is there; gives the answer of which nothing was heard."""
    for number in range(1_000):
        text = f"w-{name}-{number}"
        try:
            if not phone.post("/now", text=text).text.count("Received"):
                return text
        except (OSError, http.client.HTTPException):
            return text
        received.append(text)
        if len(received) >= most:
            enough.set()
    raise AssertionError("the laptop lives on")


def test_what_was_received_outlives_the_laptop(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    path = lay_set(tmp_path)
    laid, kills, acknowledged, again = path.read_bytes(), times(4, 300), 0, 0
    for kill in range(kills):
        received: list[str] = []
        with far_room(tmp_path) as room, ThreadPoolExecutor(_PHONES) as hall:
            enough = Event()
            phones = [
                hall.submit(_answers, phone, f"{kill}-{n}", received, enough, 1 + kill % 7)
                for n, phone in enumerate(room.admitted(_PHONES))
            ]
            assert enough.wait(30)
            room.kill()
            unheard = [phone.result() for phone in phones]
        kept = FolderStore(tmp_path).load("keten").termset.partners["noord"].definitions
        assert {*received} <= kept.keys()
        acknowledged += len(received)
        again += sum(text in kept for text in unheard)
        if kill % 25 == 0:
            # Sent once more, by whoever does not know whether it was received.
            with far_room(tmp_path) as room:
                (phone,) = room.admitted(1)
                for text in unheard:
                    assert "Received" in phone.post("/now", text=text).text
            found = path.read_text()
            assert all(found.count(f"[definitions.{text}]") == 1 for text in unheard + received)
        path.write_bytes(laid)  # so that it does not grow with every kill
    figure(
        f"laptop killed while {_PHONES} phones answer: {kills} kills, {acknowledged} received "
        f"answers, 0 lost; {again} more were written and could not be told"
    )
