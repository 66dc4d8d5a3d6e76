"""What stands around every page of a phone, and the pages that are the server's own."""

from collections.abc import Iterator
from typing import NamedTuple

from glossary.formats.html_text import DOCTYPE, NOTHING, Html, line, say, tag, together
from glossary.join.guard import MOST_BYTES
from glossary.join.lobby import LONGEST_NAME, Phone
from glossary.locale import gettext as _
from glossary.locale import language, mark

_OTHER = {"nl": ("en", "English"), "en": ("nl", "Nederlands")}

# By status: what happened, and what to do.
_REFUSALS = {
    403: (
        mark("This page is not open to you"),
        mark("Scan the code on the big screen again, or type it."),
    ),
    404: (mark("This page is not there"), mark("Go to where the group is.")),
    405: (mark("This page is not there"), mark("Go to where the group is.")),
    413: (
        mark("This text is too long to send"),
        mark(
            "Go back, make it shorter and send it again. What you typed is still there. There is "
            "room for about 14,000 letters, or 2,500 of Hebrew, Arabic or Cyrillic, or 1,200 emoji."
        ),
    ),
    415: (mark("This page is not there"), mark("Go to where the group is.")),
    429: (
        mark("Too many wrong codes"),
        mark("Wait a minute, or scan the code on the big screen: that always works."),
    ),
    500: (
        mark("The laptop made a mistake"),
        mark("Go back and try again. What you typed is still there."),
    ),
    503: (
        mark("Too many phones are waiting"),
        mark("Tell the facilitator, and scan the code again in a moment."),
    ),
}


class Around(NamedTuple):
    """What a page is framed with.

    `at` is the address that shows it again, empty where one only goes back; `place` is empty where
    nothing follows the group.
    What is typed is kept apart for each `whose`. `partner` is the name of whom the phone answers
    for. `received` is what to tell of an answer that was kept; None where none was.
    """

    at: str = "/"
    place: str = ""
    whose: str = ""
    partner: str = ""
    received: str | None = None


def page(title: str, main: Html, around: Around) -> bytes:
    """A whole page, in the language that is spoken now."""
    body = tag(
        "body",
        *_received(around),
        tag("main", main, id="main"),
        *_notices(around),
        _footer(around),
        data_at=around.at,
        data_place=around.place or None,
        data_whose=around.whose or None,
        data_received=around.received is not None,
    )
    whole = together(DOCTYPE, tag("html", _head(title), body, lang=language()), between="\n")
    return (whole + "\n").encode()


def hidden(nonce: str) -> Html:
    """The fields that every form carries."""
    return tag("input", type="hidden", name="nonce", value=nonce)


def door(around: Around, wrong: str = "") -> bytes:
    """Where a browser comes that was not invited yet: type the code."""
    title = _("Take part with this phone")
    return _own(title, _code(wrong), around=around)


def waiting(phone: Phone, around: Around) -> bytes:
    """In the lobby: what to call out, and a name for who wants to give one."""
    title = _("You are in the waiting room")
    form = tag(
        "form",
        hidden(phone.nonce),
        tag("label", _("Your name or organisation, if you like"), for_="name"),
        tag(
            "input",
            id="name",
            name="name",
            value=phone.name,
            maxlength=str(LONGEST_NAME),
            dir="auto",
        ),
        tag("button", _("Show it on the laptop")),
        method="post",
        action="/name",
    )
    shown, called = _("The laptop shows: {name}"), tag("strong", line(phone.name), dir="auto")
    return _own(
        title,
        tag("p", _("The facilitator lets you in. This is how the laptop knows this phone:")),
        tag("p", line(phone.mark), class_="mark"),
        form,
        tag("p", say(shown, name=called), role="status") if phone.name else NOTHING,
        tag("p", _("Nothing happens? Press “Reload” below."), class_="quiet"),
        around=around,
    )


def welcome(around: Around, on: str) -> bytes:
    """On the way in; the browser goes on by itself."""
    link = tag("p", tag("a", _("Go on"), href=on, class_="button"))
    return _own(_("Welcome"), link, around=around)


def removed(around: Around, typed: Html = NOTHING) -> bytes:
    """For a phone that was taken out; `typed` is what it sent since."""
    return _told(
        _("This phone was taken out"),
        _("The facilitator did that. To come back, scan the code on the big screen or type it."),
        around,
        _("This was not saved") + "." if typed else "",
        typed=typed,
        way=_code(),
    )


def closed(around: Around) -> bytes:
    """After the end."""
    return _told(
        _("The session on phones is over"),
        _("Thank you. You can close this page; what you sent is on the laptop."),
        around,
    )


def too_late(around: Around, typed: Html) -> bytes:
    """For a form that comes after the end."""
    return _told(
        _("The session on phones is over"),
        _("This was not saved: it came after the end. Tell the facilitator what you want to add."),
        around,
        typed=typed,
    )


def uninvited(around: Around, typed: Html = NOTHING) -> bytes:
    """For a phone that the laptop does not know, or an old code; `typed` is what it sent."""
    title, remedy = _REFUSALS[403]
    return _told(_(title), _(remedy), around, typed=typed, way=_code())


def stale(around: Around, typed: Html) -> bytes:
    """For a form that was opened for somebody else, or before the laptop started again."""
    return _told(
        _("This was not saved"),
        _("Meanwhile the facilitator chose another partner for this phone, or let it in again."),
        around,
        _("Does it still belong at the question? Copy it, and save it there.") if typed else "",
        typed=typed,
        way=_to_the_question(),
    )


def failed(sentence: str, around: Around) -> bytes:
    """For what the files refused, in the sentence that tells why."""
    return _told(
        _("This did not work"),
        sentence,
        around,
        _("Go back and try again. What you typed is still there."),
    )


def refusal(status: int, around: Around) -> bytes:
    """For what is not answered."""
    title, remedy = _REFUSALS.get(status, _REFUSALS[500])
    way = _to_the_question() if status in (404, 405, 415) else NOTHING
    if status == 413:
        around = around._replace(at="")
    return _told(_(title), _(remedy), around, way=way)


def _code(wrong: str = "") -> Html:
    """Where the code is typed."""
    return tag(
        "form",
        tag("label", _("Code on the big screen"), for_="code"),
        tag(
            "input",
            id="code",
            name="code",
            required=True,
            maxlength="20",
            autocomplete="off",
            autocapitalize="characters",
            autocorrect="off",  # an iPhone makes a word of a half that looks like one
            spellcheck="false",
            aria_describedby="wrong" if wrong else None,
            class_="code",
        ),
        tag("p", wrong, id="wrong", class_="warning", role="alert") if wrong else NOTHING,
        tag("button", _("Come in")),
        method="post",
        action=f"/?language={language()}",
    )


def _told(
    title: str,
    sentence: str,
    around: Around,
    *more: str,
    typed: Html = NOTHING,
    way: Html = NOTHING,
) -> bytes:
    told = [tag("p", one) for one in (sentence, *more) if one]
    return _own(title, *told, typed, way, around=around)


def _to_the_question() -> Html:
    return tag("p", tag("a", _("To the question"), href="/now", class_="button"))


def _own(title: str, *parts: str, around: Around) -> bytes:
    return page(title, tag("div", tag("h1", title), *parts, class_="own"), around)


def _head(title: str) -> Html:
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", line(title)),
        tag("link", rel="stylesheet", href="/join.css"),
        tag("script", src="/join.js", defer=True),
    )


def _received(around: Around) -> Iterator[Html]:
    if around.received is not None:
        told = _("Received. Your answer is on the laptop.")
        told = f"{told} {around.received}" if around.received else told
        yield tag("p", told, class_="received", role="status")


def _notices(around: Around) -> Iterator[Html]:
    """What only the script shows, each by its id."""
    if not (around.place or around.whose):
        return
    stays = _("What you typed stays on this phone.")
    show = tag("a", _("Show where the group is"), href=around.at, class_="button")
    door = tag("a", _("Go on"), href="/", class_="button")
    told = {
        "moved": (_("Something else is asked now"), "", show),
        "lost": (
            _("The laptop does not answer"),
            _("Save it when the laptop is back, or let the facilitator read it."),
            NOTHING,
        ),
        "closed": (
            _("The session on phones is over"),
            _("It is not saved any more: copy it, or let the facilitator read it."),
            NOTHING,
        ),
        "removed": (_("This phone was taken out"), "", door),
        "out": (_("The laptop does not know this phone any more"), "", door),
        "long": (
            _("This text is too long to send"),
            say(
                _("Make it about {n} characters shorter."),
                n=tag("span", data_most=str(MOST_BYTES)),
            ),
            NOTHING,
        ),
    }
    notices = (
        tag("div", tag("p", tag("b", why, "."), " ", stays, " ", remedy), way, id=name, hidden=True)
        for name, (why, remedy, way) in told.items()
    )
    yield tag("div", *notices, class_="news", role="status")


def _footer(around: Around) -> Html:
    if not around.at:
        return NOTHING
    code, name = _OTHER[language()]
    partner = say(_("You answer for {partner}."), partner=tag("strong", line(around.partner)))
    return tag(
        "footer",
        tag("p", partner) if around.partner else NOTHING,
        tag("a", _("Reload"), href=around.at, class_="button"),
        tag("a", name, href=f"{around.at}?language={code}", class_="button", lang=code),
    )
