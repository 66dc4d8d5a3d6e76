"""A file is the old one or the new one, whole, whatever goes wrong on the way."""

import errno
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from glossary.domain import Agreement, Partner, RefusedError
from glossary.store import atomic
from glossary.store.folder import FolderStore
from tests.store import files_in, lay_set

# What a save asks of the system, in the order in which it asks.
_CALLS = ("open", "fchmod", "fsync", "link", "replace", "rename", "mkdir")


def _failing(monkeypatch: pytest.MonkeyPatch, name: str, nth: int, code: int) -> None:
    """Make the nth and every later call of a function of `os` fail."""
    real: Callable[..., Any] = getattr(os, name)
    calls: list[int] = []

    def call(*args: Any, **kwargs: Any) -> Any:
        is_reading = name == "open" and not args[1] & os.O_WRONLY
        if not is_reading:
            calls.append(1)
            if len(calls) >= nth:
                raise OSError(code, os.strerror(code))
        return real(*args, **kwargs)

    monkeypatch.setattr(os, name, call)


def _rename(store: FolderStore) -> None:
    store.update_partner("keten", "noord", lambda now: replace(now, name="Nieuw"))


def _add(store: FolderStore) -> None:
    store.add_partner("keten", Partner("west", "West"))


def _agree(store: FolderStore) -> None:
    def change(now: Agreement) -> Agreement:
        return replace(now, draft=replace(now.draft, wording="W"))

    store.update_agreement("keten", "regie", change)


def _create(store: FolderStore) -> None:
    store.create(replace(store.load("keten").termset, id="kopie"))


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES])
@pytest.mark.parametrize("action", [_rename, _add, _agree, _create])
@pytest.mark.parametrize("name", _CALLS)
def test_a_fault_at_any_call_changes_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    action: Callable[[FolderStore], None],
    code: int,
) -> None:
    lay_set(tmp_path)
    store = FolderStore(tmp_path)
    before, names = files_in(tmp_path), sorted(tmp_path.rglob("*"))
    for nth in range(1, 30):
        with monkeypatch.context() as patch:
            _failing(patch, name, nth, code)
            try:
                action(store)
            except RefusedError as error:
                sentence = str(error)
            else:
                return  # past all its calls, or by another way around this one
        assert sentence.startswith(str(tmp_path))
        assert files_in(tmp_path) == before
        assert sorted(tmp_path.rglob("*")) == names
    pytest.fail("the action never got past its calls")


@pytest.mark.parametrize("action", [_rename, _add])
def test_a_fault_while_writing_half_the_bytes_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: Callable[[FolderStore], None]
) -> None:
    lay_set(tmp_path)
    before = files_in(tmp_path)
    real = os.fdopen

    def half(number: int, mode: str) -> Any:
        file = real(number, mode)
        if "w" not in mode:
            return file

        class Half:
            def __enter__(self) -> "Half":
                return self

            def __exit__(self, *args: object) -> None:
                file.close()

            def write(self, data: bytes) -> None:
                file.write(data[: len(data) // 2])
                file.flush()
                raise OSError(errno.ENOSPC, "full")

        return Half()

    monkeypatch.setattr(os, "fdopen", half)
    with pytest.raises(RefusedError, match=r"The disk is full\."):
        action(FolderStore(tmp_path))
    assert files_in(tmp_path) == before


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP])
def test_folders_that_cannot_sync_are_no_reason_to_refuse(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    path = lay_set(tmp_path)
    real = os.fsync

    def fsync(number: int) -> None:
        if Path(f"/proc/self/fd/{number}").is_dir():
            raise OSError(code, "no")
        real(number)

    monkeypatch.setattr(os, "fsync", fsync)
    _rename(FolderStore(tmp_path))
    assert 'name = "Nieuw"' in path.read_text()


def test_a_change_from_outside_during_a_save_is_kept(tmp_path: Path) -> None:
    path = lay_set(tmp_path)
    rounds: list[str] = []

    def change(partner: Partner) -> Partner:
        rounds.append(partner.short)
        if len(rounds) < 3:
            text = path.read_text().replace(f'"{partner.short}"', f'"N{len(rounds)}"')
            path.write_text(text)
        return replace(partner, name="Nieuw")

    partner = FolderStore(tmp_path).update_partner("keten", "noord", change)
    assert rounds == ["Noord", "N1", "N2"]
    assert (partner.name, partner.short) == ("Nieuw", "N2")
    assert FolderStore(tmp_path).load("keten").termset.partners["noord"] == partner


def test_a_file_that_never_rests_is_refused(tmp_path: Path) -> None:
    path = lay_set(tmp_path)

    def change(partner: Partner) -> Partner:
        path.write_text(path.read_text() + "# meer\n")
        return replace(partner, name="Nieuw")

    with pytest.raises(RefusedError, match="keeps changing it"):
        FolderStore(tmp_path).update_partner("keten", "noord", change)
    assert "Nieuw" not in path.read_text()
    assert [file for file in files_in(tmp_path) if file.endswith(".tmp")] == []


def test_a_new_file_never_takes_the_place_of_one_that_came_in_between(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.toml"
    real = os.link

    def link(source: Path, target: Path) -> None:
        target.write_text("first")
        real(source, target)

    monkeypatch.setattr(os, "link", link)
    assert atomic.create(path, b"second") is None
    assert files_in(tmp_path) == {"new.toml": b"first"}


@pytest.mark.skipif(sys.platform == "win32", reason="names of 300 characters")
def test_a_name_that_no_system_takes_is_one_sentence(tmp_path: Path) -> None:
    for name in ("x" * 300, "a\0b"):
        with pytest.raises(RefusedError, match="was not saved"):
            atomic.create(tmp_path / name, b"")
