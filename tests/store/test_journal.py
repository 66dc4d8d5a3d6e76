import json
import stat
from pathlib import Path

import pytest

from glossary.bootstrap import open_store
from glossary.store.journal import FileJournal
from glossary.workflow.keeping import Unsaved

TEXT = Unsaved(
    "0a1b2c3d4e5f",
    "definition",
    "kwaliteit",
    "noord",
    {"meaning": 'Dat iemand\n"luistert" é \udc80', "example": ""},
    {"meaning": "Er gaat niets mis."},
)

WRONG: tuple[dict[str, object], ...] = (
    {"format": 2},
    {"set": "/another/set"},
    {"term": "../../etc"},
    {"partner": None},
    {"typed": ["meaning"]},
    {"typed": {"meaning": 1}},
    {"known": None},
    {"form": {}},
)


def journal(place: Path, folder: str = "termsets") -> FileJournal:
    return FileJournal(place / "state", Path(folder))


def test_what_is_kept_comes_back_at_the_next_start_of_the_same_set(tmp_path: Path) -> None:
    assert journal(tmp_path).keep("keten", TEXT)
    assert journal(tmp_path).waiting("keten") == (TEXT,)
    assert journal(tmp_path).waiting("regio") == ()
    assert journal(tmp_path, "elsewhere").waiting("keten") == ()


def test_a_form_keeps_its_last_text_and_others_keep_theirs(tmp_path: Path) -> None:
    later = TEXT._replace(typed={"meaning": "Later."})
    other = TEXT._replace(id="ffffffffffff")
    for text in (TEXT, other, later):
        assert journal(tmp_path).keep("keten", text)
    assert set(map(str, journal(tmp_path).waiting("keten"))) == {str(later), str(other)}
    journal(tmp_path).drop("keten", other.id)
    journal(tmp_path).drop("keten", other.id)
    assert journal(tmp_path).waiting("keten") == (later,)


def test_only_the_user_may_read_it_and_a_person_can(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.keep("keten", TEXT)
    file = kept.file("keten", TEXT.id)
    assert [*file.parent.iterdir()] == [file]
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "Er gaat niets mis." in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format": 1' + b" " * 6_000_000 + b"}",
        *(
            json.dumps({"format": 1, "set": "SET", **TEXT._asdict(), **wrong}).encode()
            for wrong in WRONG
        ),
    ],
)
def test_a_damaged_or_foreign_file_is_no_text_and_stays(tmp_path: Path, spoilt: bytes) -> None:
    kept = journal(tmp_path)
    kept.keep("keten", TEXT)
    file = kept.file("keten", TEXT.id)
    whole = str(Path("termsets").resolve() / "keten")
    file.write_bytes(spoilt.replace(b"SET", whole.encode()))
    assert kept.waiting("keten") == ()
    assert file.exists()


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.keep("keten", TEXT)
    file = kept.file("keten", TEXT.id)
    file.symlink_to(file.rename(tmp_path / "elsewhere.json"))
    assert kept.waiting("keten") == ()


def test_what_a_killed_program_left_half_written_is_swept(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.keep("keten", TEXT)
    file = kept.file("keten", TEXT.id)
    file.with_name(f".{file.name}.0123456789ab.tmp").write_text("{")
    (file.parent / "of-somebody-else").write_text("{")
    assert kept.waiting("keten") == (TEXT,)
    assert sorted(path.name for path in file.parent.iterdir()) == [file.name, "of-somebody-else"]


def test_many_files_cost_a_start_little(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    for number in range(300):
        kept.keep("keten", TEXT._replace(id=f"{number:012x}"))
    assert len(kept.waiting("keten")) == 200


def test_where_nothing_can_be_kept_it_says_so_and_nothing_breaks(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way")
    kept = journal(tmp_path)
    assert not kept.keep("keten", TEXT)
    assert kept.waiting("keten") == ()
    kept.drop("keten", TEXT.id)
    assert (tmp_path / "state").read_text() == "in the way"


def test_a_text_too_large_to_be_read_again_is_not_kept(tmp_path: Path) -> None:
    assert not journal(tmp_path).keep("keten", TEXT._replace(typed={"meaning": "a" * 6_000_000}))


def test_an_empty_setting_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert open_store(tmp_path).store.journal.keep("keten", TEXT)
    monkeypatch.setenv("GLOSSARY_STATE_DIR", "")
    assert not open_store(tmp_path).store.journal.keep("keten", TEXT)
    assert list(tmp_path.iterdir()) == []
