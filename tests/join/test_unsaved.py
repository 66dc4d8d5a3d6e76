"""Who is typing when it cannot be saved any more is told so, and keeps the text on the page."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from glossary.domain import Draft, Phase
from glossary.join.server import JoinServer
from glossary.store.folder import FolderStore
from glossary.workflow.defining import define
from glossary.workflow.drafting import write_draft
from glossary.workflow.session.moving import go
from tests.join.browsing import asked
from tests.join.paper import partner_file, room
from tests.join.phoning import Phone, opened_on
from tests.workflow.session.seated import DAY, NOW, SET, TERM, seated

pytestmark = pytest.mark.xdist_group("chromium")

_TYPED = "Bijna klaar: 质量, איכות."
# What is too long, and of how many such letters it is said that they fit.
_LONG = [
    (("Tijd voor ieder. " * 10 + "\n") * 120, 14_000),
    ("זמן לכל אחד " * 470, 2_500),
    ("👍🏽🙂" * 850, 1_200),
]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[JoinServer]:
    room(tmp_path, seated(Phase.COLLECT))
    with opened_on(tmp_path) as running:
        yield running


def typing(context: BrowserContext, server: JoinServer, language: str = "en") -> Page:
    """A page on which somebody is typing."""
    page = asked(context, server, f"meaning?language={language}")
    page.wait_for_load_state()
    page.fill("#meaning", _TYPED)
    return page


def _still_there(page: Page) -> None:
    expect(page.locator("#meaning")).to_have_value(_TYPED)
    assert any(_TYPED in kept for kept in page.evaluate("Object.values(localStorage)"))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "The session on phones is over. What you typed stays on this phone."),
        ("nl", "De sessie op telefoons is afgelopen. Wat je typte blijft op deze telefoon staan."),
    ],
)
def test_the_session_ends(
    phone: BrowserContext, server: JoinServer, language: str, told: str
) -> None:
    page = typing(phone, server, language)
    server.stop()
    expect(page.locator("#closed")).to_contain_text(told)
    expect(page.locator(".news > :visible")).to_have_count(1)
    _still_there(page)
    # Nobody answers by now, and a browser would say so on a page of its own.
    page.click(".send button")
    page.evaluate("document.onvisibilitychange()")
    expect(page.locator("#closed")).to_be_visible()
    _still_there(page)


def test_the_session_ends_without_a_script(browser: Browser, server: JoinServer) -> None:
    with browser.new_context(java_script_enabled=False, locale="en-GB") as context:
        page = typing(context, server)
        server.close()
        page.click(".send button")
        expect(page.locator("h1")).to_have_text("The session on phones is over")
        expect(page.locator("blockquote").first).to_have_text(_TYPED)


def test_who_sent_something_invisible_is_told_so_and_follows_the_group(
    phone: BrowserContext, server: JoinServer
) -> None:
    page = typing(phone, server)
    page.fill("#meaning", "Op\u200b tijd.")
    page.click("main button")
    told = "Received. Your answer is on the laptop. 1 invisible character was left out of what you"
    expect(page.locator(".received")).to_contain_text(told)
    page.wait_for_load_state()
    server.close()
    expect(page.locator("h1")).to_have_text("The session on phones is over")


def test_who_has_no_script_is_told_to_save_first(server: JoinServer) -> None:
    phone = Phone(server)
    phone.enter_for("delta")
    hints = re.findall("<noscript>(.*?)</noscript>", phone.get("/q/meaning").text)
    assert len(hints) == 1
    assert "Save before you go on: this browser does not keep what you type." in hints[0]
    assert "<noscript>" not in phone.get("/q/wait").text


def test_the_laptop_is_out_of_reach_for_a_while(phone: BrowserContext, server: JoinServer) -> None:
    page = typing(phone, server)
    phone.set_offline(True)
    page.click(".send button")
    expect(page.locator("#lost")).to_contain_text("The laptop does not answer.")
    _still_there(page)
    phone.set_offline(False)
    page.reload()
    _still_there(page)
    page.click(".send button")
    expect(page.locator(".received")).to_be_visible()


def test_the_phone_is_taken_out(phone: BrowserContext, server: JoinServer) -> None:
    page = typing(phone, server)
    (known,) = server.lobby.admitted()
    server.lobby.remove(known.id)
    expect(page.locator("#removed")).to_contain_text("This phone was taken out.")
    _still_there(page)


def test_the_laptop_started_again(phone: BrowserContext, server: JoinServer) -> None:
    page = typing(phone, server)
    phone.clear_cookies()
    page.evaluate("document.onvisibilitychange()")
    expect(page.locator("#out")).to_contain_text("The laptop does not know this phone any more.")
    _still_there(page)


def test_what_was_typed_before_a_reload_overwrites_nothing_unseen(
    phone: BrowserContext, server: JoinServer, tmp_path: Path
) -> None:
    page = typing(phone, server)
    others = {"meaning": "Van een ander.", "belief": "Ook van een ander."}
    define(FolderStore(tmp_path), SET, TERM, "delta", others, DAY)
    for _ in range(2):
        page.reload()
        _still_there(page)
    page.click(".send button")
    expect(page.locator(".notice")).to_contain_text(
        "Meanwhile something else was answered. It now says:"
    )
    assert others.items() <= partner_file(tmp_path)["definitions"][TERM].items()
    page.click(".send button >> nth=1")
    expect(page.locator(".received")).to_be_visible()
    kept = partner_file(tmp_path)["definitions"][TERM]
    assert (kept["meaning"], kept["belief"]) == (_TYPED, others["belief"])


def test_what_was_chosen_of_other_words_is_not_chosen_of_these(
    phone: BrowserContext, tmp_path: Path
) -> None:
    room(tmp_path, seated(Phase.CONSENT, silent="delta"))
    with opened_on(tmp_path) as server:
        page = asked(phone, server, "position")
        page.wait_for_load_state()
        page.check("[value=consent]")
        page.fill("#reason", "Mits op tijd.")
        page.reload()
        expect(page.locator("[value=consent]")).to_be_checked()
        store = FolderStore(tmp_path)
        write_draft(store, SET, TERM, Draft("Goed werk is op tijd."))
        go(store, SET, TERM, Phase.CONSENT, NOW)
        page.click("#moved a")
        expect(page.locator("blockquote").first).to_have_text("Goed werk is op tijd.")
        expect(page.locator("#reason")).to_have_value("Mits op tijd.")
        expect(page.locator(":checked")).to_have_count(0)


@pytest.mark.parametrize(("text", "fits"), _LONG)
def test_a_text_that_is_too_long_says_so_before_it_is_sent(
    phone: BrowserContext, server: JoinServer, text: str, fits: int
) -> None:
    page = typing(phone, server)
    expect(page.locator("#long")).to_be_hidden()
    page.fill("#meaning", text)
    expect(page.locator("#long")).to_contain_text("This text is too long to send.")
    page.click(".send button")
    expect(page.locator("#meaning")).to_have_value(text)
    too_many = int(page.locator("#long [data-most]").inner_text().replace(",", ""))
    shorter = text[:-too_many]
    assert len(shorter) >= fits
    page.fill("#meaning", shorter)
    expect(page.locator("#long")).to_be_hidden()
    page.click(".send button")
    expect(page.locator(".received")).to_be_visible()


def test_what_is_told_does_not_cover_what_has_the_focus(
    phone: BrowserContext, server: JoinServer
) -> None:
    page = typing(phone, server)
    page.fill("#meaning", "Tijd voor ieder. " * 1300)
    expect(page.locator("#long")).to_be_visible()
    page.evaluate("scrollTo(0, 0)")
    button, told = page.locator(".send button"), page.locator("#long")
    # As Firefox does with what gets the focus.
    button.evaluate("one => one.scrollIntoView({block: 'nearest'})")
    lower = button.evaluate("one => one.getBoundingClientRect().bottom")
    assert lower <= told.evaluate("one => one.getBoundingClientRect().top")


@pytest.mark.parametrize(("text", "_fits"), _LONG)
def test_a_text_that_is_too_long_is_there_when_one_goes_back(
    browser: Browser, server: JoinServer, text: str, _fits: int
) -> None:
    with browser.new_context(java_script_enabled=False, locale="en-GB") as context:
        page = typing(context, server)
        page.fill("#meaning", text)
        page.click(".send button")
        expect(page.locator("h1")).to_have_text("This text is too long to send")
        expect(page.locator("main")).to_contain_text("What you typed is still there.")
        expect(page.locator("main")).to_contain_text("room for about 14,000 letters, or 2,500 of")
        expect(page.locator("a")).to_have_count(0)
        page.go_back()
        expect(page.locator("#meaning")).to_have_value(text)
        page.fill("#meaning", "Korter.")
        page.click(".send button")
        expect(page.locator(".received")).to_be_visible()
