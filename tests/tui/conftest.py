"""Screens speak English in tests, and have colours."""

import pytest

from glossary.locale import use


@pytest.fixture(autouse=True)
def _english_and_coloured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    use("en")
