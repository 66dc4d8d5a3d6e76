"""`glossary fmt`: files in order, said which, and nothing else touched."""

from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.store import files_in

_FILE = "termsets/keten/partners/gemeente-noord.toml"


@pytest.fixture
def messy(keten: Path) -> Path:
    """The set keten, of which one file is not in order."""
    file = keten / "partners" / "gemeente-noord.toml"
    text = file.read_text("utf-8")
    first, second, rest = text.split("\n", 2)
    file.write_text(f"{second} # wij\n{first}\n{rest}", "utf-8")
    file.chmod(0o640)
    return file


def test_a_trial_says_what_would_change_and_changes_nothing(
    cli: Cli, here: Path, messy: Path
) -> None:
    before = files_in(here)
    result = cli("fmt", "--check")
    assert (result.code, result.out) == (1, f"{_FILE}\n")
    assert result.err == "glossary: 1 file would change.\n"
    assert files_in(here) == before


@pytest.mark.parametrize("place", ["", ".", "termsets", "termsets/keten/partners", _FILE])
def test_files_come_in_order_once(cli: Cli, messy: Path, place: str) -> None:
    before = messy.read_text("utf-8")
    places = [place] * 2 if place else []
    result = cli("fmt", *places)
    assert (result.code, result.out) == (0, f"{_FILE}\n")
    text = messy.read_text("utf-8")
    assert text.startswith("format = 1\nname = ")
    assert sorted(text.splitlines()) == sorted(before.splitlines())
    assert messy.stat().st_mode & 0o777 == 0o640
    again = cli("fmt", *places)
    assert (again.code, again.out) == (0, "")
    assert cli("fmt", "--check").code == 0


def test_the_folder_of_one_set_leaves_its_neighbours_alone(cli: Cli, messy: Path) -> None:
    cli("new", "zorg")
    other = messy.parents[2] / "zorg" / "termset.toml"
    other.write_text("language = 'nl'\ntitle = 'Zorg'\n", "utf-8")
    assert cli("fmt", "--dir", "termsets/keten").out == f"{_FILE}\n"
    assert cli("fmt", "--dir", "termsets").out == "termsets/zorg/termset.toml\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name = 'Noord'\nverdicts = [ # nog niets\n{}]\n", f"{_FILE}:2 was not changed"),
        ("name = ", f"{_FILE}:1"),
        ("format = 2\nname = 'Noord'", "newer than this program"),
    ],
)
def test_a_file_that_cannot_be_put_in_order_is_named_and_the_others_are_done(
    cli: Cli, keten: Path, messy: Path, text: str, told: str
) -> None:
    other = keten / "termset.toml"
    other.write_text("\n\n" + other.read_text("utf-8"), "utf-8")
    messy.write_text(text, "utf-8")
    result = cli("fmt")
    assert (result.code, result.out) == (2, "termsets/keten/termset.toml\n")
    assert told in result.err
    assert messy.read_text("utf-8") == text


def test_what_is_no_file_of_a_set_is_left_alone(cli: Cli, here: Path, keten: Path) -> None:
    (here / "pyproject.toml").write_text("b=1\na=1\n")
    for place in ("pyproject.toml", "nowhere.toml"):
        result = cli("fmt", place)
        assert (result.code, result.out) == (2, "")
        assert place in result.err
    assert (here / "pyproject.toml").read_text() == "b=1\na=1\n"


def test_links_are_not_followed(cli: Cli, here: Path, messy: Path) -> None:
    target = here / "elders.toml"
    messy.rename(target)
    messy.symlink_to(target)
    before = target.read_bytes()
    for place in (_FILE, "termsets"):
        result = cli("fmt", place)
        assert result.code == 2
        assert "symbolic link" in result.err
    assert (target.read_bytes(), messy.is_symlink()) == (before, True)


def test_without_a_folder_of_sets_the_demo_is_not_touched(cli: Cli, here: Path) -> None:
    result = cli("fmt")
    assert result.code == 2
    assert "termsets" in result.err
    assert not (here.parent / "demo").exists()
