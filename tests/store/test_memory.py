import stat
from pathlib import Path

import pytest

from glossary.bootstrap import open_store
from glossary.store.memory import FileMemory

FOUND = {"a1": "zo “dicht” bij\nelkaar"}


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    FileMemory(tmp_path / "cache", Path("termsets")).keep("keten", FOUND)
    again = FileMemory(tmp_path / "cache", Path("termsets"))
    assert again.recall("keten") == FOUND
    assert again.recall("regio") == {}
    assert FileMemory(tmp_path / "cache", Path("elsewhere")).recall("keten") == {}


def test_only_the_user_may_read_it(tmp_path: Path) -> None:
    place = tmp_path / "cache"
    FileMemory(place, Path("termsets")).keep("keten", FOUND)
    (file,) = place.iterdir()
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "spoilt", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"a": 1', b'{"a": 1}']
)
def test_a_spoilt_file_is_no_memory_and_is_replaced(tmp_path: Path, spoilt: bytes) -> None:
    memory = FileMemory(tmp_path, Path("termsets"))
    memory.keep("keten", FOUND)
    (file,) = tmp_path.iterdir()
    file.write_bytes(spoilt)
    assert memory.recall("keten") == {}
    memory.keep("keten", FOUND)
    assert memory.recall("keten") == FOUND


def test_where_nothing_can_be_kept_nothing_breaks(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    memory = FileMemory(tmp_path / "file" / "cache", Path("termsets"))
    memory.keep("keten", FOUND)
    assert memory.recall("keten") == {}
    assert (tmp_path / "file").read_text() == "in the way"


def test_an_empty_setting_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLOSSARY_CACHE_DIR", "")
    memory = open_store(tmp_path).store.memory
    memory.keep("keten", FOUND)
    assert memory.recall("keten") == {}
    assert list(tmp_path.iterdir()) == []
