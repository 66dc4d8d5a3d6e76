"""What every request passes before a page is asked for, and what every answer carries."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES: Final = 16 * 1024
# Read and thrown away, so that a browser that sent a little too much hears of it.
_DRAINED = 256 * 1024
_METHODS = ("GET", "HEAD", "POST")

POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
# Not "no-referrer": with it browsers keep the origin of a form to themselves as well.
_HEADERS: Final = tuple(
    (name.encode(), value.encode())
    for name, value in {
        "content-security-policy": POLICY,
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "no-store",
    }.items()
)
_OWN = {name for name, _ in _HEADERS} | {b"etag", b"last-modified"}

Refusal = Callable[[Scope, int], bytes]


class Guard:
    """Lets through what is addressed to this very server, and asked by its own pages.

    A page from elsewhere that found this address, also by a name that it made point here, gets
    nothing and changes nothing. `refusal` writes the page for a status.
    """

    def __init__(self, app: ASGIApp, hosts: Callable[[], frozenset[str]], refusal: Refusal) -> None:
        self._app, self._hosts, self._refusal = app, hosts, refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or read the whole request and pass it on."""
        if scope["type"] != "http":
            return
        headers = _single(scope["headers"])
        answer = _dressed(send)
        status = self._fault(scope, headers)
        body: bytes | None = b""
        if not status and scope["method"] == "POST":
            body = await _read(receive, headers.get("content-length", ""))
            status = 413 if body is None else 0
        if status:
            await _refuse(answer, status, self._refusal(scope, status))
            return
        await self._app(scope, _replayed(body or b"", receive), answer)

    def _fault(self, scope: Scope, headers: Mapping[str, str]) -> int:
        """The status of a refusal; 0 where there is none."""
        host = headers.get("host", "")
        if host not in self._hosts():
            return 403
        if scope["method"] not in _METHODS:
            return 405
        if scope["method"] != "POST":
            has_body = "transfer-encoding" in headers or headers.get("content-length", "0") != "0"
            return 413 if has_body else 0
        if headers.get("origin") != f"{scope['scheme']}://{host}":
            return 403
        if headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return 403
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        return 0 if kind == "application/x-www-form-urlencoded" else 415


def _single(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Headers by name; one that is there twice is what nobody can match."""
    found: dict[str, str] = {}
    for raw_name, raw_value in headers:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        found[name] = f"{found[name]},{value}" if name in found else value
    return found


async def _read(receive: Receive, told: str) -> bytes | None:
    """The body, or None where it is too large; never more than that in memory."""
    body, drained = bytearray(), 0
    if told.isdecimal() and int(told[:12]) > _DRAINED:
        return None
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None  # nobody is there any more
        piece = message.get("body", b"")
        if drained or len(body) + len(piece) > MOST_BYTES:
            drained += len(body) + len(piece)
            body.clear()
        else:
            body += piece
        if drained > _DRAINED or not message.get("more_body", False):
            return None if drained else bytes(body)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """`receive` of a request that was read already."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return waiting.pop() if waiting else await receive()

    return again


def _dressed(send: Send) -> Callable[[Message], Awaitable[None]]:
    """`send` that puts our headers on every answer, and takes off what would tell more."""

    async def dressed(message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = [one for one in message.get("headers", ()) if one[0].lower() not in _OWN]
            message = {**message, "headers": [*kept, *_HEADERS]}
        await send(message)

    return dressed


async def _refuse(send: Send, status: int, page: bytes) -> None:
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-length", str(len(page)).encode()),
        # What is still coming is not read.
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": page})
