"""A phone in a real browser, on its way to a question."""

from playwright.sync_api import BrowserContext, Page

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
