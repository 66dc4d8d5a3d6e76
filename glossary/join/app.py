"""What the server answers: which page for which phone, and who may send what."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from functools import partial
from typing import TypeVar
from urllib.parse import unquote

from anyio import CapacityLimiter, to_thread
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Scope

from glossary.domain import GlossaryError
from glossary.formats.html_text import NOTHING, Html
from glossary.join import frame
from glossary.join.asking import (
    address_of,
    form_of,
    html,
    is_own,
    language_of,
    own_file,
    page_at,
    place_of,
    whose,
)
from glossary.join.brake import Brake
from glossary.join.contract import Pages
from glossary.join.events import Pulse
from glossary.join.frame import Around
from glossary.join.guard import Guard
from glossary.join.invitation import Invitation
from glossary.join.lobby import Lobby, Phone, State
from glossary.locale import LANGUAGES, language, speaking
from glossary.locale import gettext as _

_THREADS = 4  # of each kind; more would only wait for each other and for the screen

# What a page looks like, the frame first.
STYLES = ("static/join.css", "pages.css")

T = TypeVar("T")


class Room:
    """The pages of one session of the room, and what they are asked with.

    `names` gives what a partner is called, `version` what is equal as long as no file changed.
    """

    def __init__(
        self,
        pages: Pages,
        names: Callable[[str], str],
        version: Callable[[], object],
        lobby: Lobby,
        invitation: Invitation,
    ) -> None:
        self.pages, self.names = pages, names
        self.lobby, self.invitation = lobby, invitation
        self.brake = Brake()
        self.pulse = Pulse(lobby, version, self._place)
        self.hosts: frozenset[str] = frozenset()
        self.cookie = "glossary"
        self.is_secure = False
        self._own_language = language()
        self._reading = CapacityLimiter(_THREADS)
        self._writing = CapacityLimiter(_THREADS)

    def app(self) -> ASGIApp:
        """The application."""
        routes = [
            Route("/", self._door, methods=["GET"]),
            Route("/", self._try_code, methods=["POST"]),
            Route("/j/{token}", self._enter, methods=["GET"]),
            Route("/J/{token}", self._enter, methods=["GET"]),
            Route("/name", self._name, methods=["POST"]),
            Route("/now", self._show, methods=["GET"]),
            Route("/now", self._give, methods=["POST"]),
            Route("/q/{question:path}", self._show, methods=["GET"]),
            Route("/q/{question:path}", self._give, methods=["POST"]),
            Route("/events", self._events, methods=["GET"]),
            Route("/join.css", _style, methods=["GET"]),
            Route("/join.js", _script, methods=["GET"]),
            Route("/favicon.ico", _nothing, methods=["GET"]),
        ]
        app = Starlette(
            routes=routes,
            exception_handlers={
                GlossaryError: self._failed,
                404: partial(self._refused, 404),
                405: partial(self._refused, 405),
                500: partial(self._refused, 500),
            },
        )
        return Guard(app, lambda: self.hosts, self._refusal)

    # Coming in.

    async def _door(self, request: Request) -> Response:
        self.pulse.unaware.discard(self._session(request))
        phone = self._phone(request)
        with self._speaking(request, phone):
            if phone is not None and phone.state is State.IN and self.invitation.is_open:
                return RedirectResponse("/now", 303)
            # An answer that was being written is kept, whatever became of its phone meanwhile.
            ended = Around(received=self.lobby.take_receipt(self._session(request)))
            if not self.invitation.is_open:
                return html(frame.closed(ended), 403)
            if phone is None:
                return html(frame.door(Around()))
            if phone.state is State.REMOVED:
                return html(frame.removed(ended), 403)
            around = Around("/", self._place(phone, ""))
            return html(frame.waiting(phone, around))

    async def _enter(self, request: Request) -> Response:
        if not self.invitation.fits_token(request.path_params["token"]):
            return self._shut(request)
        if self._phone(request) is not None or "again" in request.query_params:
            return self._let_wait(request)
        # Who scanned the picture or came by a link elsewhere may have a cookie, which browsers
        # only show to what a page of our own leads to; a redirect does not count as one.
        on = f"/j/{self.invitation.token}?again"
        with self._speaking(request):
            response = html(frame.welcome(Around(), on))
        response.headers["refresh"] = f"0; url={on}"
        return response

    async def _try_code(self, request: Request) -> Response:
        form = await form_of(request)
        attempt = partial(self.invitation.fits_code, form.get("code", ""))
        is_right = self.brake.tries(address_of(request), attempt)
        if is_right is None:
            return await self._refused(429, request)
        if is_right:
            return self._let_wait(request)
        if not self.invitation.is_open:
            return self._shut(request)
        with self._speaking(request):
            return html(
                frame.door(Around(), _("This is not the code. Look at the big screen once more.")),
                403,
            )

    def _let_wait(self, request: Request) -> Response:
        session = self.lobby.join(address_of(request), self._session(request))
        with self._speaking(request):
            if session is None:
                return html(frame.refusal(503, Around()), 503)
        response = RedirectResponse("/", 303)
        response.set_cookie(
            self.cookie,
            session,
            path="/",
            secure=self.is_secure,
            httponly=True,
            samesite="strict",
        )
        return response

    def _shut(self, request: Request) -> Response:
        with self._speaking(request):
            if not self.invitation.is_open:
                return html(frame.closed(Around()), 403)
            return html(frame.uninvited(Around()), 403)

    async def _name(self, request: Request) -> Response:
        form = await form_of(request)
        phone = self._phone(request)
        if phone is None or not is_own(form, phone):
            return self._stale(request)
        self.lobby.call(self._session(request), form.get("name", ""))
        return RedirectResponse("/", 303)

    # Being in.

    async def _show(self, request: Request) -> Response:
        phone = self._admitted(request)
        if phone is None:
            return RedirectResponse("/", 303)
        session, question = self._session(request), _question(request)
        with self._speaking(request, phone):
            hidden = frame.hidden(phone.nonce)
            look = partial(self.pages.show, phone.partner, question, language(), hidden)
            shown = await _in_thread(look, self._reading)
            around = self._around(phone, question)._replace(
                place=place_of(phone, shown.place),
                received=self.lobby.take_receipt(session),
            )
            return self._page(shown.html, around)

    async def _give(self, request: Request) -> Response:
        form = await form_of(request)
        phone, session = self._admitted(request), self._session(request)
        # Of an answer before this one nobody came to hear: its phone would take it for this one.
        self.lobby.take_receipt(session)
        if phone is None or not is_own(form, phone):
            return self._stale(request, form)
        question = _question(request)
        with self._speaking(request, phone):
            hidden = frame.hidden(phone.nonce)
            write = partial(self.pages.give, phone.partner, form, language(), hidden)
            given = await _in_thread(write, self._writing)
            if given.html is None:
                if given.is_kept:
                    self.lobby.receive(session, given.told)
                return RedirectResponse(page_at(given.on), 303)
            return self._page(given.html, self._around(phone, question))

    def _page(self, main: Html, around: Around) -> Response:
        title = _("Questions for {partner}").format(partner=around.partner)
        return html(frame.page(title, main, around))

    async def _events(self, request: Request) -> Response:
        session = self._session(request)
        if self.lobby.of(session) is None or not self.invitation.is_open:
            return Response(status_code=403)
        question = unquote(request.query_params.get("at", "")).removeprefix("/q/")
        asked = "" if question.startswith("/") else question
        stream = self.pulse.listen(session, asked)
        return StreamingResponse(stream, media_type="text/event-stream")

    def _place(self, phone: Phone | None, question: str) -> str:
        """Where a phone is; empty where the files do not tell just now."""
        if phone is None or phone.state is not State.IN:
            return phone.state.value if phone is not None else "out"
        try:
            shown = self.pages.show(phone.partner, question, self._own_language, NOTHING)
        except GlossaryError:
            return ""
        return place_of(phone, shown.place)

    # Who asks, and in which language.

    def _session(self, request: Request) -> str:
        return request.cookies.get(self.cookie, "")

    def _phone(self, request: Request) -> Phone | None:
        session = self._session(request)
        phone = self.lobby.of(session)
        asked = request.query_params.get("language", "")
        if phone is not None and asked in LANGUAGES and asked != phone.language:
            self.lobby.speak(session, asked)
            return self.lobby.of(session)
        return phone

    def _admitted(self, request: Request) -> Phone | None:
        phone = self._phone(request)
        is_in = phone is not None and phone.state is State.IN and self.invitation.is_open
        return phone if is_in else None

    def _around(self, phone: Phone, question: str) -> Around:
        return Around(page_at(question), whose=whose(phone), partner=self.names(phone.partner))

    def _speaking(
        self, request: Request, phone: Phone | None = None
    ) -> AbstractContextManager[None]:
        own = phone.language if phone is not None else ""
        return speaking(language_of(request, own, self._own_language))

    # What is not answered.

    def _stale(self, request: Request, form: Mapping[str, str] | None = None) -> Response:
        phone = self._phone(request)
        with self._speaking(request, phone):
            typed = self.pages.typed(form or {}, language())
            if not self.invitation.is_open:
                return html(frame.too_late(Around(), typed), 403)
            if phone is None:
                return html(frame.uninvited(Around(), typed), 403)
            if phone.state is State.REMOVED:
                return html(frame.removed(Around(), typed), 403)
            return html(frame.stale(Around(partner=self.names(phone.partner)), typed), 403)

    async def _refused(self, status: int, request: Request, _error: object = None) -> Response:
        with self._speaking(request, self._phone(request)):
            return html(frame.refusal(status, Around()), status)

    async def _failed(self, request: Request, error: Exception) -> Response:
        with self._speaking(request, self._phone(request)):
            return html(frame.failed(str(error), Around("/now")), 503)

    def _refusal(self, scope: Scope, status: int) -> bytes:
        """For the guard, before anything of a request is believed."""
        with self._speaking(Request(scope)):
            return frame.refusal(status, Around())


def _question(request: Request) -> str:
    return str(request.path_params.get("question", ""))


async def _in_thread(deed: Callable[[], T], limiter: CapacityLimiter) -> T:
    return await to_thread.run_sync(deed, limiter=limiter)


async def _style(_request: Request) -> Response:
    return own_file("text/css", *STYLES)


async def _script(_request: Request) -> Response:
    return own_file("text/javascript", "static/join.js")


async def _nothing(_request: Request) -> Response:
    return Response(status_code=204)
