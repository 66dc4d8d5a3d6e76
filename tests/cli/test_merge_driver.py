"""The verb that git runs: its arguments are data, and its answer is in the file and the code."""

from pathlib import Path

import pytest

from tests.cli.conftest import Cli

PARTNER = 'format = 1\nname = "Noord"\n'


@pytest.fixture
def three(here: Path) -> tuple[str, str, str]:
    """Three versions in which both sides changed the name."""
    names = ("base", "ours", "theirs")
    for name in names:
        (here / name).write_text(PARTNER.replace("Noord", name))
    return names


@pytest.mark.parametrize("path", ["--help", "-x", "--", "", "termsets/a/partners/\x1b[31m.toml"])
def test_a_path_is_a_name_whatever_it_looks_like(
    cli: Cli, here: Path, three: tuple[str, str, str], path: str
) -> None:
    done = cli("merge-driver", *three, path)
    assert done.code == 1
    assert "both sides changed name, in different ways." in done.err
    assert "\x1b" not in done.err
    assert "<<<<<<< ours\n" in (here / "ours").read_text()


def test_without_a_path_the_file_tells_what_it_is(
    cli: Cli, here: Path, three: tuple[str, str, str]
) -> None:
    (here / "theirs").write_text(PARTNER.replace("Noord", "base") + 'short = "N"\n')
    done = cli("merge-driver", *three)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (here / "ours").read_text() == PARTNER.replace("Noord", "ours") + 'short = "N"\n'


def test_a_version_that_is_not_there_is_an_error(cli: Cli, three: tuple[str, str, str]) -> None:
    done = cli("merge-driver", "nowhere", *three[1:])
    assert done.code == 2
    assert "nowhere" in done.err


def test_what_is_not_text_stands_whole_between_the_marks(
    cli: Cli, here: Path, three: tuple[str, str, str]
) -> None:
    (here / "theirs").write_bytes(b"\x00\xff\n" * 3)
    done = cli("merge-driver", *three, "termsets/a/partners/b.toml")
    assert done.code == 1
    assert "Their version: termsets/a/partners/b.toml:1" in done.err
    data = (here / "ours").read_bytes()
    assert data.startswith(b"<<<<<<< ours\nformat = 1\n")
    assert data.endswith(b"=======\n" + b"\x00\xff\n" * 3 + b">>>>>>> theirs\n")


def test_without_git_it_merges_as_well(
    cli: Cli, here: Path, three: tuple[str, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(here))
    (here / "theirs").write_text(PARTNER.replace("Noord", "base") + 'short = "N"\n')
    assert cli("merge-driver", *three, "termsets/a/partners/b.toml").code == 0
    assert 'name = "ours"\nshort = "N"\n' in (here / "ours").read_text()


def test_what_is_made_keeps_its_mode_and_leaves_nothing_behind(
    cli: Cli, here: Path, three: tuple[str, str, str]
) -> None:
    (here / "ours").chmod(0o640)
    cli("merge-driver", *three, "termsets/a/partners/b.toml")
    assert (here / "ours").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in here.iterdir()) == ["base", "ours", "theirs"]
