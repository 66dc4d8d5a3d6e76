"""The laptop dies while phones answer: what was said to be received is there."""

import http.client
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from glossary.domain import Phase
from glossary.workflow.session.asking import ASKED_FIELDS
from tests.faults import times
from tests.faults.rooming import far_room
from tests.join.paper import fields, partner_file, room
from tests.join.phoning import Answer, Phone
from tests.workflow.session.seated import NAMES, SET, TERM, seated

_RECEIVED = "Received. Your answer is on the laptop."
Form = dict[str, str]


class _Answering:
    """A phone that answers one field after the other until nobody is there."""

    def __init__(self, phone: Phone, name: str) -> None:
        self.phone, self._name = phone, name
        self.page = fields(phone.get("/q/meaning").text)
        self.received: list[Form] = []
        self.unheard: Form = {}

    def __call__(self, enough: Event, most: int) -> None:
        for form in self._forms():
            self.unheard = form
            try:
                assert _RECEIVED in _sent(self.phone, form).text
                self.received.append(form)
                if len(self.received) >= most:
                    enough.set()
                self.page = fields(self.phone.get("/q/meaning").text)
            except (OSError, http.client.HTTPException):
                return

    @property
    def last(self) -> dict[str, str]:
        """What it knows to be on the laptop."""
        return _texts(self.received[-1] if self.received else self.page)

    def _forms(self) -> Iterator[Form]:
        for number in range(1_000):
            name = ASKED_FIELDS[number % len(ASKED_FIELDS)]
            yield {**self.page, name: f"{name} {number} van {self._name}."}


def _sent(phone: Phone, form: Form) -> Answer:
    told = {name: text for name, text in form.items() if name != "nonce"}
    return phone.post("/now", **told)


def _texts(form: Form) -> Form:
    return {name: form[name] for name in ASKED_FIELDS if form[name]}


def _held(folder: Path, partner: str) -> Form:
    found = partner_file(folder, partner)["definitions"][TERM]
    return {name: found[name] for name in ASKED_FIELDS if name in found}


def test_what_was_received_outlives_the_laptop(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    room(tmp_path, seated(Phase.COLLECT))
    files = {path: path.read_bytes() for path in (tmp_path / SET / "partners").iterdir()}
    kills, acknowledged, more, again = times(4, 300), 0, 0, 0
    for kill in range(kills):
        with far_room(tmp_path) as opened, ThreadPoolExecutor(len(NAMES)) as hall:
            enough, phones = Event(), opened.admitted_for([*NAMES])
            answering = {
                partner: _Answering(phone, f"{partner} {kill}")
                for partner, phone in zip(NAMES, phones, strict=True)
            }
            done = [hall.submit(one, enough, 1 + kill % 7) for one in answering.values()]
            assert enough.wait(30)
            opened.kill()
            for each in done:
                each.result()
        for partner, one in answering.items():
            held = _held(tmp_path, partner)
            assert held in (one.last, _texts(one.unheard))
            acknowledged += len(one.received)
            more += held != one.last
        if kill % 25 == 0:
            again += _send_again(tmp_path, answering)
        for path, laid in files.items():
            path.write_bytes(laid)
    figure(
        f"laptop killed while {len(NAMES)} phones answer: {kills} kills, {acknowledged} received "
        f"answers, 0 lost; {more} more were written and could not be told; {again} sent once "
        f"more, each kept once"
    )


def _send_again(folder: Path, answering: dict[str, _Answering]) -> int:
    """As by whoever does not know whether it was received, and then by whoever doubts it."""
    with far_room(folder) as opened:
        phones = opened.admitted_for([*answering])
        for phone, (partner, one) in zip(phones, answering.items(), strict=True):
            phone.get("/q/meaning")
            assert _RECEIVED in _sent(phone, one.unheard).text
            assert _held(folder, partner) == _texts(one.unheard)
            kept = (folder / SET / "partners" / f"{partner}.toml").read_bytes()
            assert _RECEIVED in _sent(phone, one.unheard).text
            assert (folder / SET / "partners" / f"{partner}.toml").read_bytes() == kept
    return len(answering)
