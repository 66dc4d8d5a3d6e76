"""The pages in a real browser: with and without a script, after losses, by links of elsewhere."""

from threading import Event
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from glossary.join.server import JoinServer
from tests.join.browsing import admitted, entered
from tests.join.phoning import Phone, SimplePages, events, opened

pytestmark = pytest.mark.xdist_group("chromium")


def test_a_phone_follows_the_group(
    phone: BrowserContext, server: JoinServer, pages: SimplePages
) -> None:
    page = admitted(phone, server)
    pages.at = "restate"
    expect(page.locator("h1")).to_have_text("restate")


def test_a_form_is_sent_and_received(
    phone: BrowserContext, server: JoinServer, pages: SimplePages
) -> None:
    page = admitted(phone, server)
    page.fill("textarea", "Op tijd.")
    page.click("main button")
    expect(page.locator(".received")).to_be_visible()
    assert pages.kept == {("noord", "meaning"): "Op tijd."}
    page.wait_for_load_state()
    assert page.evaluate("Object.keys(localStorage)") == []
    page.go_back()
    expect(page.locator("textarea")).to_have_value("Op tijd.")


def test_without_a_script_everything_is_there(
    browser: Browser, server: JoinServer, pages: SimplePages
) -> None:
    with browser.new_context(java_script_enabled=False, locale="nl-NL") as context:
        page = entered(context, server)
        page.get_by_role("link", name="Ververs").click()
        page.fill("textarea", "Zonder.")
        page.click("main button")
        expect(page.locator(".received")).to_be_visible()
        assert pages.kept == {("noord", "meaning"): "Zonder."}


def test_what_is_typed_survives_a_reload_and_a_closed_page(
    phone: BrowserContext, server: JoinServer
) -> None:
    page = admitted(phone, server)
    page.fill("textarea", "Half af")
    page.reload()
    expect(page.locator("textarea")).to_have_value("Half af")
    page.close()
    again = phone.new_page()
    again.goto(f"{server.url}/")
    expect(again.locator("textarea")).to_have_value("Half af")


def test_what_was_typed_for_one_partner_is_not_put_before_another(
    phone: BrowserContext, server: JoinServer
) -> None:
    page = admitted(phone, server)
    page.fill("textarea", "Van Noord")
    (known,) = server.lobby.admitted()
    server.lobby.admit(known.id, "delta")
    page.click("#moved a")
    expect(page.locator("footer strong")).to_have_text("Zorggroep Delta <b>")
    page.wait_for_load_state()
    expect(page.locator("textarea")).to_have_value("")


def test_nobody_is_moved_away_from_what_they_type(
    phone: BrowserContext, server: JoinServer, pages: SimplePages
) -> None:
    page = admitted(phone, server)
    page.fill("textarea", "Half af")
    pages.at = "restate"
    expect(page.locator("#moved")).to_be_visible()
    expect(page.locator("textarea")).to_have_value("Half af")
    page.click("#moved a")
    expect(page.locator("h1")).to_have_text("restate")
    expect(page.locator("textarea")).to_have_value("")
    pages.at = "meaning"
    expect(page.locator("textarea")).to_have_value("Half af")


def test_what_is_typed_before_the_script_is_there_counts(
    phone: BrowserContext, server: JoinServer, pages: SimplePages
) -> None:
    page = admitted(phone, server)
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/join.js", hold)
    page.goto(f"{server.url}/now", wait_until="commit")
    page.fill("textarea", "Heel vlug")
    pages.at = "restate"
    waiting[0].continue_()
    expect(page.locator("#moved")).to_be_visible()
    page.unroute("**/join.js")
    page.click("#moved a")
    expect(page.locator("h1")).to_have_text("restate")
    page.wait_for_load_state()
    pages.at = "meaning"
    expect(page.locator("textarea")).to_have_value("Heel vlug")


def test_a_phone_that_wakes_up_is_where_the_group_is(
    phone: BrowserContext, server: JoinServer, pages: SimplePages
) -> None:
    page = admitted(phone, server)
    # As if the connection had gone without a word.
    page.route("**/events?*", lambda route: route.abort())
    page.evaluate("document.onvisibilitychange()")
    expect(page.locator("#lost")).to_be_visible()
    pages.at = "case"
    page.unroute("**/events?*")
    page.evaluate("document.onvisibilitychange()")
    expect(page.locator("h1")).to_have_text("case")


def test_what_is_chosen_survives_a_reload(
    phone: BrowserContext, server: JoinServer, pages: SimplePages
) -> None:
    page = admitted(phone, server)
    page.goto(f"{server.url}/q/choose")
    page.check("[value=no]")
    page.check("[name=hot]")
    page.reload()
    expect(page.locator("[value=no]")).to_be_checked()
    expect(page.locator("[value=yes]")).not_to_be_checked()
    expect(page.locator("[name=hot]")).to_be_checked()
    expect(page.locator("[name=cold]")).not_to_be_checked()


def test_a_page_that_asks_further_keeps_what_was_typed(
    phone: BrowserContext, server: JoinServer, pages: SimplePages
) -> None:
    page = admitted(phone, server)
    page.fill("textarea", "")
    page.click("main button")
    expect(page.get_by_text("Say something.")).to_be_visible()
    other = Phone(server)
    other.enter_for("delta")
    with events(other) as told:
        next(told)
        pages.at = "restate"
        next(told)
    expect(page.get_by_text("Say something.")).to_be_visible()


def test_who_just_sent_is_told_so_before_moving_along(
    phone: BrowserContext, server: JoinServer, pages: SimplePages
) -> None:
    """The group goes on while the answer is being written: of a choice as it was offered."""
    page, other, written = admitted(phone, server), Phone(server), Event()
    pages.kept["noord", "meaning"] = "Op tijd."
    page.reload()
    other.enter_for("delta")
    pages.writing = written
    with events(other) as told:
        next(told)
        with page.expect_request(lambda request: request.method == "POST"):
            page.click("main button", no_wait_after=True)
        pages.at = "restate"
        next(told)
        # And once more, by when the page has heard of it too.
        pages.at = "case"
        next(told)
    written.set()
    expect(page.locator(".received")).to_be_visible()
    expect(page.locator("h1")).to_have_text("case")


def test_the_laptop_starts_again_and_the_text_is_there(
    phone: BrowserContext, pages: SimplePages
) -> None:
    with opened(pages) as first:
        page = admitted(phone, first)
        page.fill("textarea", "Half af")
        port = first.port
    expect(page.locator("#closed")).to_be_visible()
    second = JoinServer(pages, str, pages.version)
    second.start("127.0.0.1", port)
    try:
        again = admitted(phone, second)
        expect(again.locator("textarea")).to_have_value("Half af")
    finally:
        second.stop(grace=0)


def test_a_phone_shows_that_it_is_over(phone: BrowserContext, server: JoinServer) -> None:
    page = admitted(phone, server)
    server.close()
    expect(page.locator("h1")).to_have_text("The session on phones is over")


def test_a_link_in_a_message_lets_in_as_well(phone: BrowserContext, server: JoinServer) -> None:
    """A page of elsewhere leads here, as a scanner does: no cookie must get lost on the way."""
    page = phone.new_page()
    page.route(
        "http://mail.example/",
        lambda route: route.fulfill(
            content_type="text/html", body=f'<a href="{server.link}">Doe mee</a>'
        ),
    )
    page.goto("http://mail.example/")
    page.click("a")
    expect(page.locator("h1")).to_have_text("You are in the waiting room")
    (waits,) = server.lobby.waiting()
    server.lobby.admit(waits.id, "noord")
    expect(page.locator("h1")).to_have_text("meaning")
    page.goto("http://mail.example/")
    page.click("a")
    expect(page.locator("h1")).to_have_text("meaning")
    assert not server.lobby.waiting()


def test_a_page_of_elsewhere_sends_nothing(
    phone: BrowserContext, server: JoinServer, pages: SimplePages
) -> None:
    page = admitted(phone, server)
    nonce = page.locator("[name=nonce]").get_attribute("value")
    form = (
        f'<form method="post" action="{server.url}/now"><input name="nonce" value="{nonce}">'
        '<input name="text" value="Vals."><button>Win</button></form>'
    )
    page.route(
        "http://evil.example/",
        lambda route: route.fulfill(content_type="text/html", body=form),
    )
    page.goto("http://evil.example/")
    page.click("button")
    expect(page.locator("h1")).to_have_text("This page is not open to you")
    assert pages.kept == {}


# 180 pixels wide is what is left of a small phone at 200 %.
@pytest.mark.parametrize("width", [360, 180])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_and_reach_it(
    browser: Browser, server: JoinServer, scheme: Literal["light", "dark"], width: int
) -> None:
    with browser.new_context(
        viewport={"width": width, "height": 740}, color_scheme=scheme
    ) as context:
        faults: list[str] = []
        context.on("console", lambda told: faults.append(told.text))
        page = context.new_page()
        page.goto(server.url)
        _check(page, width)
        page.fill("#code", "ABCD-EFGH")
        page.click("main button")
        expect(page.locator("#wrong")).to_be_visible()
        _check(page, width)
        page = entered(context, server)
        expect(page.locator("h1")).to_have_text("meaning")
        _check(page, width)
        page.goto(f"{server.url}/nergens")
        _check(page, width)
        assert [one for one in faults if "403" not in one and "404" not in one] == []


def _check(page: Page, width: int) -> None:
    page.wait_for_load_state()
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for one in page.locator("button, .button, input:not([type=hidden]), textarea").all():
        box = one.bounding_box()
        assert box is None or box["height"] >= 44
