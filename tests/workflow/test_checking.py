from pathlib import Path

import pytest

from glossary.domain import NotFoundError
from glossary.store.folder import FolderStore
from glossary.workflow.checking import check
from glossary.workflow.defining import define
from tests.workflow.conftest import TODAY

_STUMBLE = "Bijvoorbeeld een goed gesprek."


@pytest.fixture
def folder(store: FolderStore) -> Path:
    define(store, "keten", "regie", "delta", {"meaning": _STUMBLE}, TODAY)
    define(store, "keten", "regie", "noord", {"meaning": "Regie."}, TODAY)
    broken = store.folder / "keten" / "partners" / "noord.toml"
    text = broken.read_text("utf-8")
    broken.write_text(f'{text}\n[definitions.weg]\nmeaning = "Bijvoorbeeld."\n', "utf-8")
    return store.folder / "keten"


def _seen(store: FolderStore, *paths: Path) -> list[tuple[str, str]]:
    return [(one.path.name, one.code) for one in check(store, paths)]


def test_format_and_definitions_are_checked_together(store: FolderStore, folder: Path) -> None:
    found = check(store)
    assert ("delta.toml", "example-as-definition") in _seen(store)
    assert ("noord.toml", "circular-definition") in _seen(store)
    assert "unknown-term" in {one.code for one in found}
    assert [(str(one.path), one.line) for one in found] == sorted(
        (str(one.path), one.line) for one in found
    )
    stumble = next(one for one in found if one.code == "example-as-definition")
    lines = (folder / "partners" / "delta.toml").read_text("utf-8").splitlines()
    assert lines[stumble.line - 1] == f'meaning = "{_STUMBLE}"'


def test_only_what_is_asked_for_is_told(store: FolderStore, folder: Path) -> None:
    delta = folder / "partners" / "delta.toml"
    assert _seen(store, delta) == [("delta.toml", "example-as-definition")]
    assert _seen(store, folder / "termset.toml") == []
    assert _seen(store, folder / "partners") == _seen(store, folder) == _seen(store)


def test_several_files_are_told_once_each(store: FolderStore, folder: Path) -> None:
    files = sorted((folder / "partners").glob("*.toml"))
    assert _seen(store, *files, *files) == _seen(store, folder)


def test_a_set_that_cannot_be_read_is_one_finding(store: FolderStore, folder: Path) -> None:
    (folder / "termset.toml").write_text("format = \n", "utf-8")
    assert _seen(store) == [("termset.toml", "syntax-error")]


def test_a_path_that_does_not_exist_is_named(store: FolderStore) -> None:
    with pytest.raises(NotFoundError, match="weg"):
        check(store, [store.folder / "weg"])
