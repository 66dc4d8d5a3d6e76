from collections.abc import Iterator

import pytest

from glossary.join.server import JoinServer
from glossary.locale import use
from tests.join.phoning import SimplePages, opened


@pytest.fixture(autouse=True)
def _english() -> None:
    use("en")


@pytest.fixture
def pages() -> SimplePages:
    return SimplePages()


@pytest.fixture
def server(pages: SimplePages) -> Iterator[JoinServer]:
    with opened(pages) as running:
        yield running
