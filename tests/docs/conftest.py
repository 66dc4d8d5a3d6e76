"""Pages and pictures are made in colour, in the language that each asks for."""

from collections.abc import Iterator

import pytest

from glossary.locale import use


@pytest.fixture(autouse=True)
def _english_and_coloured(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("NO_COLOR", raising=False)
    use("en")
    yield
    use("en")
