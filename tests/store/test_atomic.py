"""A file is the old one or the new one, whole, whatever goes wrong on the way."""

import errno
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.domain import Partner, RefusedError
from glossary.store import atomic
from glossary.store.folder import FolderStore
from tests.store import files_in, lay_set


def _rename(store: FolderStore) -> None:
    store.update_partner("keten", "noord", lambda now: replace(now, name="Nieuw"))


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
    assert not atomic.create(path, b"second")
    assert files_in(tmp_path) == {"new.toml": b"first"}


@pytest.mark.skipif(sys.platform == "win32", reason="names of 300 characters")
def test_a_name_that_no_system_takes_is_one_sentence(tmp_path: Path) -> None:
    for name in ("x" * 300, "a\0b"):
        with pytest.raises(RefusedError, match="was not saved"):
            atomic.create(tmp_path / name, b"")
