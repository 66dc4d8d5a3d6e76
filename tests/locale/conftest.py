"""Languages are switched here; other tests begin in English."""

from collections.abc import Iterator

import pytest

from glossary.locale import use


@pytest.fixture(autouse=True)
def _english_afterwards(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("NO_COLOR", raising=False)
    use("en")
    yield
    use("en")
