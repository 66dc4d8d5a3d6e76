"""A page in a real browser, as the tests of HTML look at it."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
# Before anything of the page: what its rules forbid is told to the test.
_WATCH = """
window.seen = [];
document.addEventListener("securitypolicyviolation",
    (one) => window.seen.push(one.violatedDirective));
window.alert = (told) => window.seen.push(`alert ${told}`);
"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of this machine; the tests are skipped where there is none."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.skip(f"LOUD: none of {', '.join(_NAMES)} is installed")
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, file: Path, **wishes: Any) -> Iterator[Page]:
    """The file in a page of its own; `wishes` are those of a context of Playwright."""
    context = browser.new_context(**wishes)
    context.add_init_script(_WATCH)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(file.as_uri())
    page.wait_for_load_state()
    yield page
    assert {*asked} == {file.as_uri()}, "the page asked for something else"
    context.close()


def seen(page: Page) -> list[str]:
    """Alerts, and what the policy of the page has refused."""
    found: list[str] = page.evaluate("window.seen")
    return found


def elements(page: Page) -> Mapping[str, list[str]]:
    """Every kind of element on the page, and the attributes that such elements have."""
    found: Mapping[str, list[str]] = page.evaluate(
        """() => {
            const found = {};
            for (const one of document.querySelectorAll("*")) {
                const names = found[one.localName] ||= [];
                for (const name of one.getAttributeNames())
                    if (!names.includes(name)) names.push(name);
            }
            return found;
        }"""
    )
    return found
