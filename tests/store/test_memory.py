import contextlib
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from glossary.bootstrap import open_store
from glossary.store.atomic import have_private
from glossary.store.memory import FileMemory

FOUND = {"a1": "zo “dicht” bij\nelkaar"}
KEEPING = """
import sys
from pathlib import Path
from glossary.store.memory import FileMemory

memory = FileMemory(Path(sys.argv[1]), Path("termsets"))
for turn in range(25):
    memory.add("keten", {f"{sys.argv[2]}.{turn}": "x"})
"""
WRITING = """
import sqlite3, sys

sqlite3.connect(sys.argv[1], timeout=0).execute("CREATE TABLE theirs (name TEXT)")
"""


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    FileMemory(tmp_path / "cache", Path("termsets")).add("keten", FOUND)
    again = FileMemory(tmp_path / "cache", Path("termsets"))
    assert again.recall("keten") == FOUND
    assert again.recall("regio") == {}
    assert FileMemory(tmp_path / "cache", Path("elsewhere")).recall("keten") == {}


def test_what_is_added_stands_last_and_the_rest_is_forgotten_on_request(tmp_path: Path) -> None:
    memory = FileMemory(tmp_path / "cache", Path("termsets"))
    memory.add("keten", {"b": "1", "a": "2", "c": "3"})
    memory.add("keten", {"b": "4"})
    assert [*memory.recall("keten").items()] == [("a", "2"), ("c", "3"), ("b", "4")]
    memory.forget("keten", ["b", "a", "elders"])
    assert memory.recall("keten") == {"a": "2", "b": "4"}
    memory.forget("keten", [])
    assert memory.recall("keten") == {}


def test_programs_keep_at_the_same_time(tmp_path: Path) -> None:
    programs = [
        subprocess.Popen([sys.executable, "-c", KEEPING, str(tmp_path), str(number)])
        for number in range(4)
    ]
    assert [program.wait() for program in programs] == [0, 0, 0, 0]
    assert len(FileMemory(tmp_path, Path("termsets")).recall("keten")) == 100


def test_nobody_else_writes_while_this_program_does(tmp_path: Path) -> None:
    memory = FileMemory(tmp_path, Path("termsets"))
    memory.add("keten", FOUND)
    (file,) = tmp_path.iterdir()
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as busy:
        busy.execute("BEGIN IMMEDIATE")
        have_private(file)
        asked = [sys.executable, "-c", WRITING, str(file)]
        told = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert "database is locked" in told.stderr


def test_only_the_user_may_read_it(tmp_path: Path) -> None:
    place = tmp_path / "cache"
    FileMemory(place, Path("termsets")).add("keten", FOUND)
    (file,) = place.iterdir()
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "spoilt", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"SQLite format 3\0" + b"?" * 8_000]
)
def test_a_spoilt_file_is_no_memory_and_is_replaced(tmp_path: Path, spoilt: bytes) -> None:
    memory = FileMemory(tmp_path, Path("termsets"))
    memory.add("keten", FOUND)
    (file,) = tmp_path.iterdir()
    file.write_bytes(spoilt)
    assert memory.recall("keten") == {}
    memory.add("keten", FOUND)
    assert memory.recall("keten") == FOUND


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    memory = FileMemory(tmp_path / "cache", Path("termsets"))
    memory.add("keten", FOUND)
    (file,) = (tmp_path / "cache").iterdir()
    elsewhere = file.rename(tmp_path / "elsewhere")
    file.symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    assert memory.recall("keten") == {}
    memory.add("keten", {"b2": "x"})
    memory.forget("keten", [])
    assert elsewhere.read_bytes() == before


def test_where_nothing_can_be_kept_nothing_breaks(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    memory = FileMemory(tmp_path / "file" / "cache", Path("termsets"))
    memory.add("keten", FOUND)
    assert memory.recall("keten") == {}
    assert (tmp_path / "file").read_text() == "in the way"


def test_an_empty_setting_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLOSSARY_CACHE_DIR", "")
    memory = open_store(tmp_path).store.memory
    memory.add("keten", FOUND)
    assert memory.recall("keten") == {}
    assert list(tmp_path.iterdir()) == []
