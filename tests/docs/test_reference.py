"""The pages about keys and commands say what the program does."""

from collections.abc import Iterator

import pytest

from glossary.locale import use
from tests.docs import reference
from tests.docs.reference import DOCS, PAGES, groups, page


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    yield
    use("en")


@pytest.mark.parametrize("language", PAGES)
def test_the_page_is_what_the_program_says(language: str) -> None:
    written = (DOCS / PAGES[language]).read_text(encoding="utf-8")
    assert written == page(language), "see the head of tests/docs/reference.py"


def test_every_group_of_keys_has_a_place() -> None:
    assert set(groups()) == set(reference.PLACES)
