"""The pictures of docs/ show the program as it is, and each is shown somewhere."""

import pytest

from tests.docs.guides import PAGES
from tests.docs.pictures import FOLDER, PICTURES, drawn


@pytest.mark.parametrize("name", PICTURES)
async def test_a_picture_is_what_the_program_shows(name: str) -> None:
    written = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert await drawn(name) == written, "see the head of tests/docs/pictures.py"


def test_every_picture_is_made_and_shown() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(PICTURES)
    texts = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [name for name in PICTURES if f"pictures/{name}.svg)" not in texts] == []
