"""Sets in a folder: list, load, make, notice changes, check."""

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from glossary.domain import (
    Agreement,
    Draft,
    Finding,
    NotFoundError,
    Partner,
    RefusedError,
    Term,
    TermSet,
    UnreadableError,
    Vocabulary,
)
from glossary.store.folder import FolderStore
from glossary.workflow.ports import Store
from tests.store import PARTNER, files_in, lay_set


def _set(set_id: str = "keten") -> TermSet:
    vocabulary = Vocabulary("Keten", "nl", terms={"regie": Term("regie", "regie")})
    partners = {"noord": Partner("noord", "Noord")}
    return TermSet(set_id, vocabulary, partners, {"regie": Agreement("regie")})


def test_it_is_a_store(tmp_path: Path) -> None:
    store: Store = FolderStore(tmp_path)
    assert store.folder == tmp_path


def test_sets_are_the_folders_with_a_termset_file(tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "sets")
    assert store.sets() == ()
    for name in ("zorg", "keten"):
        store.create(_set(name))
    (tmp_path / "sets/empty").mkdir()
    (tmp_path / "sets/Bad Name").mkdir()
    (tmp_path / "sets/Bad Name/termset.toml").touch()
    (tmp_path / "sets/file").touch()
    assert store.sets() == ("keten", "zorg")


def test_a_file_in_the_place_of_the_folder_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "sets").touch()
    with pytest.raises(UnreadableError, match=r"sets: Part of this path is not a folder\."):
        FolderStore(tmp_path / "sets").sets()
    with pytest.raises(RefusedError, match="sets"):
        FolderStore(tmp_path / "sets").create(_set())


@pytest.mark.parametrize(
    "set_id", ["", ".", "..", "../keten", "keten/", "a\0b", "KETEN", "x" * 300]
)
def test_a_set_that_cannot_be_is_not_found(tmp_path: Path, set_id: str) -> None:
    lay_set(tmp_path)
    store = FolderStore(tmp_path)
    with pytest.raises(NotFoundError):
        store.load(set_id)
    with pytest.raises(NotFoundError):
        store.update_vocabulary(set_id, lambda now: now)
    with pytest.raises(NotFoundError):
        store.version(set_id)


def test_creating_never_writes_over_anything(tmp_path: Path) -> None:
    (tmp_path / "keten").mkdir()
    (tmp_path / "keten/note.txt").write_text("mine")
    with pytest.raises(RefusedError, match="exists already"):
        FolderStore(tmp_path).create(_set())
    assert files_in(tmp_path) == {"keten/note.txt": b"mine"}


def test_a_set_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    bad = Partner("noord", "half \ud800")
    with pytest.raises(RefusedError):
        FolderStore(tmp_path / "sets").create(replace(_set(), partners={"noord": bad}))
    assert list(tmp_path.rglob("*")) == []


def test_a_partner_is_added_once(tmp_path: Path) -> None:
    lay_set(tmp_path)
    store = FolderStore(tmp_path)
    store.add_partner("keten", Partner("west", "West"))
    before = files_in(tmp_path)
    with pytest.raises(RefusedError, match="exists already"):
        store.add_partner("keten", Partner("west", "Iemand anders"))
    assert files_in(tmp_path) == before
    assert store.load("keten").termset.partners["west"].name == "West"


def test_the_folder_of_sets_may_be_a_link_of_its_owner(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    store = FolderStore(tmp_path / "link")
    store.create(_set())
    assert store.sets() == ("keten",)
    store.update_vocabulary("keten", lambda now: replace(now, title="T"))
    assert (tmp_path / "real/keten/termset.toml").exists()


def test_partners_are_in_the_order_of_their_ids(tmp_path: Path) -> None:
    ids = ("noord-2", "noord", "delta")
    partners = {own_id: Partner(own_id, own_id) for own_id in ids}
    store = FolderStore(tmp_path)
    store.create(replace(_set(), partners=partners))
    assert list(store.load("keten").termset.partners) == ["delta", "noord", "noord-2"]


@pytest.mark.parametrize("twin", ["West.toml", "WEST.TOML"])
def test_a_twin_in_capitals_is_no_new_partner(tmp_path: Path, twin: str) -> None:
    lay_set(tmp_path)
    (tmp_path / "keten/partners" / twin).touch()
    with pytest.raises(RefusedError, match="exists already"):
        FolderStore(tmp_path).add_partner("keten", Partner("west", "West"))


def test_a_first_partner_gets_its_folder(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.create(replace(_set(), partners={}, agreements={}))
    assert not (tmp_path / "keten/partners").exists()
    store.add_partner("keten", Partner("west", "West"))
    assert list(store.load("keten").termset.partners) == ["west"]


def test_an_unknown_partner_is_not_found(tmp_path: Path) -> None:
    lay_set(tmp_path)
    with pytest.raises(NotFoundError, match=r"west\.toml"):
        FolderStore(tmp_path).update_partner("keten", "west", lambda now: now)


def test_new_files_have_the_usual_mode_and_changed_ones_keep_theirs(tmp_path: Path) -> None:
    path = lay_set(tmp_path)
    path.chmod(0o640)
    mask = os.umask(0o027)
    try:
        store = FolderStore(tmp_path)
        store.update_partner("keten", "noord", lambda now: replace(now, name="N"))
        store.add_partner("keten", Partner("west", "West"))
    finally:
        os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o640
    assert path.with_name("west.toml").stat().st_mode & 0o777 == 0o640


def test_whatever_changes_is_another_version(tmp_path: Path) -> None:
    path = lay_set(tmp_path)
    store, versions = FolderStore(tmp_path), []

    def see() -> None:
        versions.append(store.load("keten").version)
        assert store.version("keten") == versions[-1]

    see()
    store.update_partner("keten", "noord", lambda now: replace(now, name="N"))
    see()
    store.update_agreement("keten", "regie", lambda now: replace(now, draft=Draft("W")))
    see()
    store.update_vocabulary("keten", lambda now: replace(now, title="T"))
    see()
    store.update_session("keten", lambda now: replace(now, minutes=10))
    see()
    store.add_partner("keten", Partner("west", "West"))
    see()
    path.with_name("oost.toml").write_text("format = 1\n")
    see()
    path.unlink()
    see()
    assert all(one != other for one, other in pairwise(versions))


def test_check_takes_a_folder_of_sets_a_set_a_room_or_a_file(tmp_path: Path) -> None:
    path = lay_set(tmp_path)
    (path.parent / "delta.toml").write_text('format = 1\nname = "Delta"\nnaam = 1\n')
    (tmp_path / "Bad Name").mkdir()
    (tmp_path / "Bad Name/termset.toml").write_text('format = 1\ntitle = "T"\nlanguage = "nl"\n')
    (tmp_path / "docs").mkdir()
    store = FolderStore(tmp_path)

    def names(*paths: Path) -> list[tuple[str, str]]:
        return [(one.path.name, one.code) for one in store.check(paths)]

    of_set = [("delta.toml", "unknown-key"), ("noord.toml", "unknown-key")]
    everything = [("Bad Name", "bad-id"), *of_set]
    assert names() == names(tmp_path) == everything
    assert names(tmp_path / "keten") == names(tmp_path / "keten/partners") == of_set
    assert names(path) == [of_set[1]]
    assert names(tmp_path / "keten/termset.toml") == []
    assert names(path, tmp_path) == everything
    stray = tmp_path / "docs/x.toml"
    stray.touch()
    assert names(stray) == [("x.toml", "stray-file")]
    with pytest.raises(NotFoundError, match="nowhere"):
        store.check([tmp_path / "nowhere"])


def test_check_names_files_as_they_were_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_set(tmp_path)
    file = Path("keten/partners/noord.toml")
    monkeypatch.chdir(tmp_path)
    assert [one.path for one in FolderStore(tmp_path).check([file])] == [file]
    monkeypatch.chdir(tmp_path / "keten/partners")
    assert [one.path.name for one in FolderStore(tmp_path).check([Path("noord.toml")])] == [
        "noord.toml"
    ]
    assert [one.path.name for one in FolderStore(tmp_path).check([Path()])] == ["noord.toml"]


def test_lines_of_what_a_judge_finds(tmp_path: Path) -> None:
    broken = (
        '\n[[restatements]]\nterm = "regie"\n\n[[restatements]]\nterm = "regie"\nof = "delta"\n'
    )
    path = lay_set(tmp_path, PARTNER + broken + 'of_fingerprint = "0"\ntext = "a"\n')
    keys = {
        "definitions.kwaliteit.meaning": 9,
        "definitions.kwaliteit.source": 8,
        "positions.kwaliteit": 0,
        "restatements[0].text": 23,
        "restatements[1].text": 32,
    }

    def judge(termset: TermSet, folder: Path) -> Iterator[Finding]:
        assert termset.partners["noord"].restatements[1].text == "a"
        for key in keys:
            yield Finding(folder / "partners/noord.toml", "odd", "Odd.", key=key)

    found = [one for one in FolderStore(tmp_path).check([path], judge) if one.code == "odd"]
    assert sorted((one.line, one.key) for one in found) == sorted(
        (line, key.replace("restatements[1]", "restatements[2]")) for key, line in keys.items()
    )


def test_an_outline_holds_what_termset_toml_says_and_nothing_of_the_partners(
    tmp_path: Path,
) -> None:
    store = FolderStore(tmp_path)
    store.create(_set())
    outline = store.outline("keten")
    assert outline == TermSet("keten", _set().vocabulary)
    (tmp_path / "keten/partners/noord.toml").write_text("broken = ", encoding="utf-8")
    assert store.outline("keten") == outline
    (tmp_path / "keten/termset.toml").write_text("title = ", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"termset\.toml:1"):
        store.outline("keten")
    with pytest.raises(NotFoundError):
        store.outline("elders")
