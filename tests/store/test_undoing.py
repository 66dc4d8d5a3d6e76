from dataclasses import replace
from pathlib import Path

import pytest

from glossary.domain import Agreement, Draft, RefusedError
from glossary.store import undoing
from glossary.store.folder import FolderStore
from tests.store import PARTNER, define, files_in, lay_set


def save(store: FolderStore, text: str) -> None:
    store.update_partner("keten", "noord", define(meaning=text))


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every save is a change of its own, however soon it follows."""
    monkeypatch.setattr(undoing, "_PAUSE", 0.0)


def test_saves_are_taken_back_one_after_another_and_made_again(tmp_path: Path) -> None:
    path = lay_set(tmp_path, PARTNER.replace("\n", "\r\n").encode())
    store, laid = FolderStore(tmp_path), path.read_bytes()
    save(store, "Eerst.")
    first = path.read_bytes()
    save(store, "Daarna.")
    second = path.read_bytes()
    assert (store.undo(), path.read_bytes()) == (path, first)
    assert (store.undo(), path.read_bytes()) == (path, laid)
    assert store.undo() is None
    assert (store.redo(), path.read_bytes()) == (path, first)
    assert (store.redo(), path.read_bytes()) == (path, second)
    assert store.redo() is None


def test_a_new_file_is_taken_back_and_comes_again(tmp_path: Path) -> None:
    lay_set(tmp_path)
    store, laid = FolderStore(tmp_path), files_in(tmp_path)
    store.update_agreement(
        "keten", "regie", lambda old: replace(old, draft=Draft("Wie begint, maakt het af."))
    )
    made = files_in(tmp_path)
    store.undo()
    assert files_in(tmp_path) == laid
    store.redo()
    assert files_in(tmp_path) == made
    assert isinstance(store.load("keten").termset.agreement("regie"), Agreement)


def test_what_others_wrote_since_stays(tmp_path: Path) -> None:
    path = lay_set(tmp_path)
    store = FolderStore(tmp_path)
    save(store, "Eerst.")
    path.write_text(path.read_text() + "# van een ander\n")
    theirs = path.read_bytes()
    with pytest.raises(RefusedError, match="was changed since"):
        store.undo()
    assert path.read_bytes() == theirs
    assert store.undo() is None


def test_a_change_after_taking_back_leaves_nothing_to_make_again(tmp_path: Path) -> None:
    lay_set(tmp_path)
    store = FolderStore(tmp_path)
    save(store, "Eerst.")
    store.undo()
    save(store, "Iets anders.")
    assert store.redo() is None


def test_who_types_is_saved_often_and_takes_it_back_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undoing, "_PAUSE", 3600.0)
    path = lay_set(tmp_path)
    store, laid = FolderStore(tmp_path), path.read_bytes()
    for text in ("Dat", "Dat wij", "Dat wij zien"):
        save(store, text)
    store.undo()
    assert path.read_bytes() == laid
