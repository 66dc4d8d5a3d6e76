"""What Firefox and Safari do and Chromium does not, as far as Chromium can be made to do it."""

import pytest
from playwright.sync_api import BrowserContext, expect

from glossary.join.server import JoinServer
from tests.join.browsing import admitted
from tests.join.phoning import SimplePages

pytestmark = pytest.mark.xdist_group("chromium")


def test_a_browser_that_gives_up_without_a_network_listens_again(
    phone: BrowserContext, server: JoinServer, pages: SimplePages
) -> None:
    """Firefox does; here the connection ends in what makes every browser give up."""
    page = admitted(phone, server)
    page.route("**/events?*", lambda route: route.fulfill(status=502))
    page.route("**/favicon.ico", lambda route: route.abort())
    page.evaluate("document.onvisibilitychange()")
    expect(page.locator("#lost")).to_be_visible()
    expect(page.locator("#out")).to_be_hidden()
    pages.at = "case"
    page.unroute("**/events?*")
    expect(page.locator("h1")).to_have_text("case")


def test_a_page_that_the_browser_brings_back_shows_what_was_saved_since(
    phone: BrowserContext, server: JoinServer, pages: SimplePages
) -> None:
    """Safari keeps pages as they were for who goes back."""
    back = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
    page = admitted(phone, server)
    pages.kept["noord", "meaning"] = "Op tijd."
    page.evaluate(back)
    expect(page.locator("textarea")).to_have_value("Op tijd.")
    page.wait_for_load_state()
    page.fill("textarea", "Half af")
    page.evaluate(back)
    pages.at = "restate"
    expect(page.locator("#moved")).to_be_visible()
    expect(page.locator("textarea")).to_have_value("Half af")
