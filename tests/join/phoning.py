"""A room with simple pages or those of a set, and a phone without a script that opens them."""

import http.client
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Lock
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

from glossary.domain import RefusedError
from glossary.formats.html_text import Html, tag
from glossary.join.contract import Given, Pages, Shown
from glossary.join.pages.room import RoomPages
from glossary.join.server import JoinServer
from glossary.store.folder import FolderStore
from tests.workflow.session.seated import DAY, SET

Version = Callable[[], object]
NAMES = {"noord": "Gemeente Noord", "delta": "Zorggroep Delta <b>"}


class SimplePages:
    """Asks each partner the question that the group is at, and keeps what was answered."""

    def __init__(self) -> None:
        self.at = "meaning"
        self.kept: dict[tuple[str, str], str] = {}
        self.gone = False
        self.writing: Event | None = None
        self._lock = Lock()

    def show(self, partner: str, question: str, language: str, hidden: Html) -> Shown:
        if self.gone:
            raise RefusedError("The set is gone.")
        at = question if question in ("case", "choose") else self.at
        if at == "choose":
            return Shown(_choices(hidden), at)
        label = "Wat bedoel je?" if language == "nl" else "What do you mean?"
        own = self.kept.get((partner, at), "")
        form = tag(
            "form",
            hidden,
            tag("label", label, for_="text"),
            tag("textarea", own, name="text", id="text"),
            tag("button", "OK"),
            method="post",
            data_keep=at,
        )
        return Shown(tag("div", tag("h1", at), form, class_="own"), at)

    def give(self, partner: str, form: Mapping[str, str], language: str, hidden: Html) -> Given:
        if self.gone:
            raise RefusedError("The disk is <full>.")
        if self.writing is not None:
            self.writing.wait(10)
        if not form.get("text"):
            return Given(False, tag("p", "Say something."))
        with self._lock:
            self.kept[partner, self.at] = form["text"]
        return Given(True)

    def typed(self, form: Mapping[str, str], language: str) -> Html:
        return tag("p", form.get("text", ""))

    def version(self) -> object:
        with self._lock:
            return self.at, dict(self.kept)


def _choices(hidden: Html) -> Html:
    offered = [("radio", "answer", "yes"), ("radio", "answer", "no")]
    offered += [("checkbox", name, "on") for name in ("hot", "cold")]
    boxes = [tag("input", type=kind, name=name, value=value) for kind, name, value in offered]
    return tag("form", hidden, *boxes, tag("button", "OK"), method="post", data_keep="choose")


class FarRoom(NamedTuple):
    """A room that another process opened."""

    address: str
    port: int
    link: str


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    text: str


class Phone:
    """A browser that keeps its cookie, and goes on where it is led.

    `server` may be one of another process: then it is let in there.
    """

    def __init__(self, server: "JoinServer | FarRoom", language: str = "en") -> None:
        self.server, self.language = server, language
        self.host = f"{server.address}:{server.port}"
        self.cookie = ""
        self.nonce = ""

    def ask(self, method: str, path: str, body: str | None = None, **headers: str) -> Answer:
        """One request, as it is."""
        connection = http.client.HTTPConnection(self.server.address, self.server.port, timeout=20)
        told = {"Host": self.host, "Accept-Language": self.language, "Cookie": self.cookie}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, {key: one for key, one in told.items() if one})
            response = connection.getresponse()
            answer = Answer(response.status, response.headers, response.read().decode())
        finally:
            connection.close()
        given = answer.headers.get("Set-Cookie")
        self.cookie = given.partition(";")[0] if given else self.cookie
        nonce = re.search(r'name="nonce" value="([^"]+)"', answer.text)
        self.nonce = nonce[1] if nonce else self.nonce
        return answer

    def get(self, path: str, **headers: str) -> Answer:
        return self._on(self.ask("GET", path, **headers))

    def post(self, path: str, *, nonce: str | None = None, **fields: str) -> Answer:
        """Send a form as a page of the server does."""
        body = urlencode({"nonce": self.nonce if nonce is None else nonce, **fields})
        return self._on(
            self.ask(
                "POST",
                path,
                body,
                Origin=f"http://{self.host}",
                Content_Type="application/x-www-form-urlencoded",
            )
        )

    def enter(self) -> Answer:
        """Scan the QR code."""
        return self.get(urlsplit(self.server.link).path)

    def enter_for(self, partner: str) -> Answer:
        """Scan it, be let in, and go where the group is."""
        assert isinstance(self.server, JoinServer)
        known = {phone.id for phone in self.server.lobby.waiting()}
        self.enter()
        (own,) = [one for one in self.server.lobby.waiting() if one.id not in known]
        self.server.lobby.admit(own.id, partner)
        return self.get("/now")

    def _on(self, answer: Answer) -> Answer:
        to = (
            answer.headers.get("Location") or answer.headers.get("Refresh", "").partition("url=")[2]
        )
        return self.get(to) if to else answer


@contextmanager
def opened(pages: SimplePages, address: str = "127.0.0.1") -> Iterator[JoinServer]:
    with _started(pages, pages.version, address) as server:
        yield server


@contextmanager
def opened_on(
    folder: Path, watched: Callable[[Version], Version] = lambda version: version
) -> Iterator[JoinServer]:
    """With the pages of the set in a folder; `watched` may be told of each look at it."""
    store = FolderStore(folder)
    pages = RoomPages(store, SET, lambda: DAY)
    with _started(pages, watched(lambda: store.version(SET))) as server:
        yield server


@contextmanager
def _started(pages: Pages, version: Version, address: str = "127.0.0.1") -> Iterator[JoinServer]:
    server = JoinServer(pages, lambda key: NAMES.get(key, key), version)
    server.start(address, 0)
    try:
        yield server
    finally:
        server.stop(grace=0)


@contextmanager
def events(phone: Phone, at: str = "/now") -> Iterator[Iterator[str]]:
    """What the server tells a page of a phone, without its signs of life."""
    connection = http.client.HTTPConnection(phone.server.address, phone.server.port, timeout=20)
    try:
        headers = {"Host": phone.host, "Cookie": phone.cookie}
        connection.request("GET", f"/events?at={at}", headers=headers)
        response = connection.getresponse()
        assert response.status == 200, response.status
        lines = (line.decode().strip() for line in iter(response.readline, b""))
        yield (line.removeprefix("data: ") for line in lines if line.startswith("data: "))
    finally:
        connection.close()
