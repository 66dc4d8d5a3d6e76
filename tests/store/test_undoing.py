from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from glossary.domain import Agreement, Draft, Phase, RefusedError
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


def test_what_others_wrote_since_stays_and_the_rest_is_taken_back(tmp_path: Path) -> None:
    path = lay_set(tmp_path)
    store, laid = FolderStore(tmp_path), path.read_text()
    save(store, "Eerst.")
    save(store, "Daarna.")
    theirs = '\n[definitions.regie]\nmeaning = "Wie begint." # van een ander\n'
    path.write_text(path.read_text().replace("Een leuning", "Een trap") + theirs)
    others = laid.replace("Een leuning", "Een trap") + theirs
    assert store.undo() == path
    assert path.read_text() == others.replace("Er gaat niets mis.", "Eerst.")
    assert store.undo() == path
    assert path.read_text() == others
    store.redo()
    store.redo()
    assert path.read_text() == others.replace("Er gaat niets mis.", "Daarna.")


@pytest.mark.parametrize("later", ['"Toch anders."', '"Eerst." nonsense'])
def test_words_that_others_changed_since_stay_as_they_are(tmp_path: Path, later: str) -> None:
    path = lay_set(tmp_path)
    store = FolderStore(tmp_path)
    save(store, "Eerst.")
    path.write_text(path.read_text().replace('"Eerst."', later))
    files = files_in(tmp_path)
    with pytest.raises(RefusedError, match="was changed since, and stays as it is"):
        store.undo()
    assert files_in(tmp_path) == files
    assert store.undo() is None


def test_a_new_file_that_others_wrote_in_stays(tmp_path: Path) -> None:
    lay_set(tmp_path)
    store = FolderStore(tmp_path)
    store.update_agreement("keten", "regie", lambda old: replace(old, draft=Draft("Wie begint.")))
    path = tmp_path / "keten" / "agreements" / "regie.toml"
    path.write_text(path.read_text() + "# van een ander\n")
    files = files_in(tmp_path)
    with pytest.raises(RefusedError, match="was changed since"):
        store.undo()
    assert files_in(tmp_path) == files


def test_a_file_that_others_removed_stays_away(tmp_path: Path) -> None:
    path = lay_set(tmp_path)
    store = FolderStore(tmp_path)
    save(store, "Eerst.")
    path.unlink()
    with pytest.raises(RefusedError, match="was changed since"):
        store.undo()
    assert not path.exists()


def test_a_folder_that_became_a_link_is_not_followed(tmp_path: Path) -> None:
    path = lay_set(tmp_path / "sets")
    store = FolderStore(tmp_path / "sets")
    save(store, "Eerst.")
    elsewhere = path.parent.rename(tmp_path / "elsewhere")
    path.parent.symlink_to(elsewhere)
    files = files_in(elsewhere)
    with pytest.raises(RefusedError, match="symbolic link"):
        store.undo()
    assert files_in(elsewhere) == files


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


def test_what_is_done_in_quick_succession_is_taken_back_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undoing, "_PAUSE", 3600.0)
    lay_set(tmp_path)
    store = FolderStore(tmp_path)
    for phase in (Phase.COMPARE, Phase.RESTATE, Phase.DRAFT):
        store.update_agreement("keten", "regie", partial(replace, phase=phase))
    for text in ("Wie", "Wie begint"):
        store.update_agreement("keten", "regie", partial(replace, draft=Draft(text)))
    store.update_agreement("keten", "regie", partial(replace, phase=Phase.CONSENT))
    seen = []
    while store.undo() is not None:
        agreement = store.load("keten").termset.agreement("regie")
        seen.append((agreement.phase, agreement.draft.wording))
    assert seen == [
        (Phase.DRAFT, "Wie begint"),
        (Phase.DRAFT, ""),
        (Phase.RESTATE, ""),
        (Phase.COMPARE, ""),
        (Phase.COLLECT, ""),
    ]
