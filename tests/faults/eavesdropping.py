"""Phones that ask for whatever may be asked, and what comes back byte for byte."""

import re
import socket
from collections.abc import Iterator, Mapping
from threading import Condition
from urllib.parse import quote, urlencode

from glossary.domain import fingerprint
from glossary.join.server import JoinServer
from tests.join.phoning import Phone, Version
from tests.workflow.session.seated import NAMES, TERM, WORDING

# A route that is added belongs in `_asked`.
ROUTES = {
    *("/", "/j/{token}", "/J/{token}", "/name", "/now", "/q/{question:path}"),
    *("/events", "/join.css", "/join.js", "/favicon.ico"),
}
_OPEN = ("/", "/j/x", "/J/x", "/join.css", "/join.js", "/favicon.ico", "/x", "/q/", "/now")
_QUESTIONS = (
    *("meaning", "lens", "case-te-laat", "case-hersteld", "case-nergens", "know-before"),
    *("know-after", "temperature", "position", "positions", "others", "wait", "x"),
    *(f"{kind}-{partner}" for kind in ("restate", "answer") for partner in NAMES),
)
_GROUPS = (f"{TERM}/collect", f"{TERM}/compare", "regie/collect")
_ODD = ("../partners/noord.toml", "noord", f"{TERM}/meaning", f"{TERM}/collect/x/y")
_READ = ("others", "positions", "wait")


class Hall:
    """A phone of each kind in a room; none but `own` and `moved` answers for `me`."""

    def __init__(self, server: JoinServer, me: str, another: str) -> None:
        waiting, removed, moved, own, other = (Phone(server) for _ in range(5))
        waiting.enter()
        for phone in (removed, moved, other):
            phone.enter_for(another)
        gone, goes, _stays = server.lobby.admitted()
        server.lobby.remove(gone.id)
        server.lobby.admit(goes.id, me)
        own.enter_for(me)
        moved.get("/now")
        self.own, self.other = own, other
        self.listening = (waiting, removed, moved, own)
        self.kinds = {
            "none": Phone(server),
            "waiting": waiting,
            "removed": removed,
            "moved": moved,
            "own": own,
        }

    def answers(self, form: Mapping[str, str]) -> dict[tuple[str, ...], bytes]:
        """What each of them gets, by who asks for what; `form` is one that `own` may send."""
        return {
            (kind, *asked): _raw(phone, *asked)
            for kind, phone in self.kinds.items()
            for asked in (*_asked(), *_sent(phone, form))
        }


class Looks:
    """Knows when the server looks at the files."""

    def __init__(self, version: Version) -> None:
        self._version, self._count, self._more = version, 0, Condition()

    def __call__(self) -> object:
        found = self._version()
        with self._more:
            self._count += 1
            self._more.notify_all()
        return found

    def wait(self) -> None:
        """Until phones were told what a look found that has yet to begin."""
        with self._more:
            # One may be going on; the one behind it begins when it was told.
            wanted = self._count + 3
            assert self._more.wait_for(lambda: self._count >= wanted, 20)


def _asked() -> Iterator[tuple[str, str, str]]:
    """Method, address and body of all that may be read."""
    yield from (("GET", path, "") for path in _OPEN)
    yield from (("HEAD", path, "") for path in ("/", "/now", "/q/others"))
    grouped = (f"{group}/{one}" for group in _GROUPS for one in _READ)
    yield from (("GET", f"/q/{quote(one)}", "") for one in (*_QUESTIONS, *_ODD, *grouped))
    yield from (("GET", f"/now?language={one}", "") for one in ("nl", "en"))
    yield "PUT", "/now", ""


def _sent(phone: Phone, form: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """And of all that may be sent, none of which changes anything."""
    own = {"nonce": phone.nonce}
    tried = dict.fromkeys(("meaning", "lens", "answer", "value", "verdict", "stand"), "x")
    tried |= {"term": TERM, "text": "Ja.", "on": fingerprint(WORDING), "late": "yes"}
    forms = [form, {}, {"term": "regie", "question": "wait"}]
    # A text is not taken where another one stands that was not seen.
    forms += [{**tried, "question": one} for one in _QUESTIONS]
    yield from (("POST", "/now", urlencode({**one, **own})) for one in forms)
    yield "POST", "/q/others", urlencode({**form, **own})
    yield "POST", "/now", urlencode(form)
    yield "POST", "/name", urlencode({"name": "Ik", **own})
    yield "POST", "/", urlencode({"code": "ABCD-EFGH"})


def _raw(phone: Phone, method: str, path: str, body: str) -> bytes:
    """Status line, headers and body as they come over the line, but for the time."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {phone.host}", "Connection: close"]
    lines += [f"Cookie: {phone.cookie}", "If-None-Match: *", "Range: bytes=0-9"]
    if method == "POST":
        lines += [f"Origin: http://{phone.host}", f"Content-Length: {len(body)}"]
        lines += ["Content-Type: application/x-www-form-urlencoded"]
    with socket.create_connection((phone.server.address, phone.server.port), timeout=20) as raw:
        raw.sendall("\r\n".join((*lines, "", body)).encode())
        found = b"".join(iter(lambda: raw.recv(65_536), b""))
    return re.sub(rb"(?i)\r\ndate: [^\r]*", b"", found)
