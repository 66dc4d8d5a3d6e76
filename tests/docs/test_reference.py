"""The pages about keys and commands say what the program does."""

import pytest

from tests.docs import reference
from tests.docs.reference import DOCS, PAGES, groups, page


@pytest.mark.parametrize("language", PAGES)
def test_the_page_is_what_the_program_says(language: str) -> None:
    written = (DOCS / PAGES[language]).read_text(encoding="utf-8")
    assert written == page(language), "see the head of tests/docs/reference.py"


def test_every_group_of_keys_has_a_place() -> None:
    assert set(groups()) == set(reference.PLACES)
