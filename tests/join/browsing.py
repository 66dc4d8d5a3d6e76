"""A phone in a real browser, on its way in and to a question."""

from playwright.sync_api import BrowserContext, Page, expect

from glossary.join.server import JoinServer


def asked(context: BrowserContext, server: JoinServer, question: str) -> Page:
    """Let in for Delta, and at a question of its own."""
    page = context.new_page()
    page.goto(server.link)
    page.wait_for_url(f"{server.url}/")
    page.goto("about:blank")  # so that it does not follow the group in between
    (waits,) = server.lobby.waiting()
    server.lobby.admit(waits.id, "delta")
    page.goto(f"{server.url}/q/{question}")
    return page


def entered(context: BrowserContext, server: JoinServer, partner: str = "noord") -> Page:
    """Let in for a partner; the page has yet to hear of it."""
    page = context.new_page()
    page.goto(server.link)
    page.wait_for_url(f"{server.url}/")
    expect(page.locator(".mark")).to_be_visible()
    (waits,) = server.lobby.waiting()
    expect(page.locator(".mark")).to_have_text(waits.mark)
    server.lobby.admit(waits.id, partner)
    return page


def admitted(context: BrowserContext, server: JoinServer, partner: str = "noord") -> Page:
    """Nobody presses anything: the page follows by itself."""
    page = entered(context, server, partner)
    expect(page.locator("h1")).to_have_text("meaning")
    page.wait_for_load_state()  # and its script has run
    return page
