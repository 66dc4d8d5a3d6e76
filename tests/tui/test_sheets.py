"""A text that somebody else changes in the very moment in which ours is saved."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from glossary.domain import RefusedError
from glossary.store.folder import FolderStore
from glossary.tui.desk import Desk
from glossary.tui.sheets import DefinitionSheet, DraftSheet, TextSheet
from glossary.workflow.defining import define
from glossary.workflow.meanwhile import ClashError
from tests.tui.agreeing import WORDING, write_draft

TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    write_draft(tmp_path)
    found = Desk(FolderStore(tmp_path), "keten", lambda: TODAY)
    found.complete()
    return found


def definition(desk: Desk, typed: dict[str, str]) -> TextSheet:
    return DefinitionSheet(desk, "kwaliteit", "gemeente-noord", lambda: typed)


def draft(desk: Desk, typed: dict[str, str]) -> TextSheet:
    return DraftSheet(desk, "kwaliteit", lambda: typed)


@pytest.mark.parametrize(
    ("make", "file", "field", "text"),
    [
        (definition, "partners/gemeente-noord.toml", "meaning", "Er gaat niets mis."),
        (draft, "agreements/kwaliteit.toml", "wording", WORDING),
    ],
)
def test_what_was_written_since_the_last_look_is_asked_about(
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[Desk, dict[str, str]], TextSheet],
    file: str,
    field: str,
    text: str,
) -> None:
    path = tmp_path / "keten" / file
    sheet = make(desk, {field: "Van mij."})
    look = desk.reload_if_changed

    def look_too_early() -> bool:
        is_changed = look()
        path.write_bytes(path.read_bytes().replace(text.encode(), b"Van een ander."))
        return is_changed

    monkeypatch.setattr(desk, "reload_if_changed", look_too_early)
    with pytest.raises(ClashError, match="changed elsewhere while you typed"):
        sheet.write(sheet.unsaved())
    assert b"Van een ander." in path.read_bytes()
    assert b"Van mij." not in path.read_bytes()
    assert sheet.clashing() == {field: "Van een ander."}
    sheet.insist()
    sheet.write(sheet.unsaved())
    assert b"Van mij." in path.read_bytes()


def test_the_desk_sees_what_others_changed_just_before_something_was_refused(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "keten" / "partners" / "gemeente-noord.toml"
    path.write_bytes(path.read_bytes().replace(b"Er gaat niets mis.", b"Van een ander."))
    with pytest.raises(RefusedError):
        define(desk.store, "keten", "kwaliteit", "gemeente-noord", {"meaning": "\x07"}, TODAY)
    assert desk.reload_if_changed()
    assert desk.whole.partners["gemeente-noord"].meaning_of("kwaliteit") == "Van een ander."
    assert not desk.reload_if_changed()
