from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from glossary.join.server import JoinServer
from glossary.locale import use
from tests.join.phoning import SimplePages, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext


@pytest.fixture(autouse=True)
def _english() -> None:
    use("en")


@pytest.fixture
def phone(browser: "Browser") -> "Iterator[BrowserContext]":
    """A browser as wide as that of a phone."""
    with browser.new_context(viewport={"width": 360, "height": 740}, locale="en-GB") as context:
        yield context


@pytest.fixture
def pages() -> SimplePages:
    return SimplePages()


@pytest.fixture
def server(pages: SimplePages) -> Iterator[JoinServer]:
    with opened(pages) as running:
        yield running
