"""What was read and did not change since is not parsed again."""

import os
import time
from pathlib import Path

import pytest

from glossary.store.files import PARTNER_FILE, ReadFile
from glossary.store.recent import RecentFiles
from glossary.store.source import BrokenFileError

_TEXT = 'format = 1\nname = "Noord"\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "noord.toml"
    file.write_text(_TEXT)
    return file


def _later(seconds: int) -> RecentFiles:
    """Reads files as if they had been written so long ago."""
    return RecentFiles(lambda: time.time_ns() + seconds * 1_000_000_000)


def _read(recent: RecentFiles, path: Path) -> ReadFile:
    return recent.read(path, PARTNER_FILE, "noord")


def test_a_file_that_did_not_change_is_read_once(path: Path) -> None:
    recent = _later(3)
    assert _read(recent, path) is _read(recent, path)


def test_a_file_that_was_just_written_is_parsed_once(path: Path) -> None:
    recent = _later(0)
    first = _read(recent, path)
    assert _read(recent, path) is first
    path.write_text(_TEXT)
    assert _read(recent, path) is first


@pytest.mark.parametrize("seconds", [0, 3])
def test_a_change_of_the_same_size_and_time_is_seen(path: Path, seconds: int) -> None:
    recent, before = _later(seconds), path.stat()
    _read(recent, path)
    path.write_text(_TEXT.replace("Noord", "Delta"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert _read(recent, path).value.name == "Delta"


def test_another_file_in_its_place_is_seen(path: Path) -> None:
    recent = _later(3)
    _read(recent, path)
    other = path.with_name("other")
    other.write_text(_TEXT.replace("Noord", "Zuid."))
    other.replace(path)
    assert _read(recent, path).value.name == "Zuid."


def test_a_file_that_broke_or_went_is_no_longer_known(path: Path) -> None:
    recent = _later(3)
    _read(recent, path)
    path.write_text("[[[")
    with pytest.raises(BrokenFileError):
        _read(recent, path)
    path.unlink()
    with pytest.raises(FileNotFoundError):
        _read(recent, path)
    path.symlink_to(path.with_name("elsewhere"))
    with pytest.raises(BrokenFileError):
        _read(recent, path)
