"""Consent in the name of somebody else: a position comes from a phone of its partner, or not."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

import pytest

from glossary.domain import Draft, Phase, fingerprint
from glossary.join.server import JoinServer
from glossary.store.folder import FolderStore
from glossary.workflow.drafting import write_draft
from glossary.workflow.session.agenda import plan, take_up
from glossary.workflow.session.moving import go
from tests.join.paper import fields, partner_file, room
from tests.join.phoning import Answer, Phone, opened_on
from tests.workflow.session.seated import DAY, NAMES, NOW, SET, TERM, WORDING, seated

_OTHER = Draft("Goed werk is op tijd.")
_CONSENT = {"term": TERM, "question": "position", "on": fingerprint(WORDING), "stand": "consent"}
# What a forger adds, in the hope that somebody reads it.
_CLAIMS: tuple[dict[str, str], ...] = (
    *({name: "haven"} for name in ("partner", "partner_id", "by", "of", "who", "whose", "as")),
    *({name: "facilitator"} for name in ("entered_by", "entered-by", "seen-entered_by")),
    {"set": "../elders", "set_id": "elders"},
    {"late": "yes", "knowingly": "yes"},
)
_QUESTIONS = ("position-haven", "haven/position", "answer-haven", "restate-haven", "Position", "")


class _Sent(NamedTuple):
    cookie: str
    nonce: str


class _Hall:
    """Phones of every kind; `own` answers for west, and `moved` for delta."""

    def __init__(self, server: JoinServer) -> None:
        self.stranger, self.waiting, self.removed, self.moved, self.own = (
            Phone(server) for _ in range(5)
        )
        self.stranger.get("/")
        self.waiting.enter()
        self.removed.enter_for("haven")
        self.moved.enter_for("haven")
        before = [_Sent(one.cookie, one.nonce) for one in (self.removed, self.moved)]
        gone, goes = server.lobby.admitted()
        server.lobby.remove(gone.id)
        # There and back: its page for haven is of before, although it answers for haven again.
        for partner in ("noord", "haven"):
            server.lobby.admit(goes.id, partner)
        again = self.moved.get("/now")
        assert self.send(before[1]).status == 403
        server.lobby.admit(goes.id, "delta")
        self.before = [*before, _Sent(self.moved.cookie, fields(again.text)["nonce"])]
        self.moved.get("/now")
        self.own.enter_for("west")

    def send(self, as_: _Sent, at: str = "/now", **form: str) -> Answer:
        """A form with a cookie and a nonce, from whomever they are."""
        headers = {"Origin": f"http://{self.own.host}", "Cookie": as_.cookie}
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        body = urlencode({**_CONSENT, **form, "nonce": as_.nonce})
        return Phone(self.own.server).ask("POST", at, body, **headers)

    def forged(self) -> Iterator[_Sent]:
        """Every cookie with every nonce, of now and of before, that do not let in together."""
        phones = (self.stranger, self.waiting, self.removed, self.moved, self.own)
        now = [_Sent(one.cookie, one.nonce) for one in phones]
        cookies = {one.cookie for one in (*now, *self.before)}
        cookies |= {f"{self.own.cookie}x", f"{self.own.cookie}; {self.moved.cookie}"}
        nonces = {one.nonce for one in (*now, *self.before)} | {"", "x", self.own.cookie}
        last = f"{self.own.cookie}; {self.moved.cookie}", self.moved.nonce
        let_in = {*now[-2:], _Sent(*last)}
        pairs = {_Sent(cookie, nonce) for cookie in cookies for nonce in nonces}
        yield from sorted(pairs - let_in)


def _positions(folder: Path) -> dict[str, Any]:
    found = ((key, partner_file(folder, key).get("positions", {})) for key in NAMES)
    return {key: one for key, one in found if one}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    room(tmp_path, seated(Phase.CONSENT, answered=False))
    return tmp_path


def test_nobody_consents_for_somebody_else(folder: Path, figure: Callable[[str], None]) -> None:
    with opened_on(folder) as server:
        hall = _Hall(server)
        forged = [*hall.forged()]
        statuses = [
            hall.send(one, at, **more).status
            for one in forged
            for at, more in (("/now", {}), ("/q/position", _CLAIMS[0]))
        ]
        assert {*statuses} == {403}
        assert _positions(folder) == {}
        # With its own phone a partner says nothing in the name of another one.
        for n, more in enumerate(_CLAIMS):
            page = fields(hall.own.get("/q/position").text)
            sent = {**_CONSENT, **page, "stand": ("consent", "stand-aside")[n % 2], **more}
            del sent["nonce"]
            assert "Received" in hall.own.post("/now", **sent).text
            (only,) = _positions(folder).items()
            assert only[0] == "west"
            assert only[1][TERM]["entered_by"] == "phone"
            assert only[1][TERM]["position"] == sent["stand"]
        held = _positions(folder)
        asked = [hall.own.post("/now", **{**_CONSENT, "question": one}) for one in _QUESTIONS]
        assert not [one for one in asked if "Received" in one.text]
        assert _positions(folder) == held
    figure(
        f"consent for somebody else: {len(statuses)} forged posts of phones that wait, were moved "
        f"or removed, and {len(_CLAIMS) + len(_QUESTIONS)} claims of another partner: 0 accepted"
    )


def test_nobody_consents_from_an_old_page_or_after_the_end(
    folder: Path, figure: Callable[[str], None]
) -> None:
    store, tried, accepted = FolderStore(folder), 0, 0

    def old(phone: Phone, form: dict[str, str]) -> None:
        nonlocal tried, accepted
        for more in ({}, *_CLAIMS):
            told = {**form, "stand": "consent", **more}
            answer = phone.post("/now", nonce=told.pop("nonce"), **told)
            tried, accepted = tried + 1, accepted + ("Received" in answer.text)
        assert _positions(folder) == {}

    with opened_on(folder) as server:
        phone = Phone(server)
        phone.enter_for("west")
        page = fields(phone.get("/q/position").text)
        write_draft(store, SET, TERM, _OTHER)
        old(phone, page)
        go(store, SET, TERM, Phase.CONSENT, NOW)
        old(phone, page)
        go(store, SET, TERM, Phase.DRAFT, NOW)
        old(phone, {**page, "on": fingerprint(_OTHER.wording)})
        go(store, SET, TERM, Phase.CONSENT, NOW)
        plan(store, SET, ["regie"], 30, DAY)
        old(phone, {**page, "on": fingerprint(_OTHER.wording)})
        plan(store, SET, [TERM], 30, DAY)
        take_up(store, SET, TERM, NOW)
        (known,) = server.lobby.admitted()
        fresh = {**page, "on": fingerprint(_OTHER.wording)}
        server.lobby.remove(known.id)
        old(phone, fresh)
        server.lobby.admit(known.id, "west")
        old(phone, fresh)
        fresh["nonce"] = fields(phone.get("/q/position").text)["nonce"]
        server.close()
        old(phone, fresh)
    figure(
        f"consent from old pages, of removed phones and after the end: {tried} posts, "
        f"{accepted} accepted"
    )
    assert accepted == 0
