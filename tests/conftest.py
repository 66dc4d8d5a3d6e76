"""What holds for every test."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def memory_folder(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Where the program remembers what it compared: nowhere near the user's own files."""
    folder = tmp_path_factory.mktemp("memory") / "glossary"
    monkeypatch.setenv("GLOSSARY_CACHE_DIR", str(folder))
    return folder
