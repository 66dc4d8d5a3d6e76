"""`glossary git-setup` in real repositories: what it does, once, and what it leaves alone."""

import os
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from glossary.cli.main import run
from tests.git.repository import Repository

Setup = Callable[..., list[str]]

PARTNER = 'format = 1\nname = "North"\n\n[definitions.quality]\nmeaning = "Nothing goes wrong."\n'
ATTEMPT = '\n[[restatements]]\nterm = "quality"\nof = "delta"\nof_fingerprint = "0a"\ntext = "{}"\n'


@pytest.fixture
def project(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "project")
    made.start()
    made.write("partners/north.toml", PARTNER)
    made.write("partners/delta.toml", PARTNER.replace("North", "Delta"))
    made.commit("North and Delta speak")
    return made


@pytest.fixture
def setup(
    project: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Setup:
    """Runs `glossary git-setup` at the root of the project; gives the lines that it printed."""
    monkeypatch.chdir(project.folder)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")

    def command(*words: str, code: int = 0) -> list[str]:
        assert run(["git-setup", *words]) == code
        told = capsys.readouterr()
        return (told.out if code == 0 else told.err).splitlines()

    return command


def test_it_tells_what_it_did_and_the_second_time_that_it_was_so(
    project: Repository, setup: Setup
) -> None:
    first = setup("--hook")
    files = [project.folder / name for name in (".gitattributes", ".git/config")]
    files.append(project.folder / ".git/hooks/pre-commit")
    before = [file.read_bytes() for file in files]
    second = setup("--hook")
    assert [line.partition(":")[0] for line in first[:4]] == ["Done"] * 4
    assert second == [line.replace("Done: ", "So already: ") for line in first]
    assert [file.read_bytes() for file in files] == before


def test_git_uses_it_for_the_files_of_sets_alone(project: Repository, setup: Setup) -> None:
    setup()
    for path, wanted in (
        ("termsets/region/termset.toml", "glossary"),
        ("termsets/region/partners/north.toml", "glossary"),
        ("termsets/region/agreements/quality.toml", "glossary"),
        ("termsets/region/cards.toml", "glossary"),
        ("pyproject.toml", "unspecified"),
        ("termsets/region/partners/north.txt", "unspecified"),
        ("elsewhere/partners/north.toml", "unspecified"),
    ):
        for attribute in ("merge", "diff"):
            said = project.git("check-attr", attribute, "--", path)
            assert said == f"{path}: {attribute}: {wanted}"
    project.write("partners/north.toml", PARTNER.replace("Nothing", "Little"))
    assert "@@ [definitions.quality]" in project.git("diff", "--unified=0")


def test_it_suggests_who_owns_what(setup: Setup) -> None:
    assert setup()[-2:] == [
        "/termsets/region/partners/delta.toml @delta",
        "/termsets/region/partners/north.toml @north",
    ]


@pytest.mark.parametrize("there", ["*.png binary", "*.png binary\n", "*.png binary\r\n"])
def test_lines_of_others_stay(project: Repository, setup: Setup, there: str) -> None:
    file = project.folder / ".gitattributes"
    file.write_bytes(there.encode())
    setup()
    text = file.read_bytes().decode()
    assert text.startswith(there)
    eol = "\r\n" if "\r" in there else "\n"
    assert text.split(eol)[0] == "*.png binary"
    assert text.count(eol) == 6
    assert "merge: glossary" in project.git("check-attr", "merge", "termsets/region/termset.toml")
    assert "binary: set" in project.git("check-attr", "binary", "a.png")


def test_a_link_in_place_of_a_file_is_refused(
    project: Repository, setup: Setup, tmp_path: Path
) -> None:
    (tmp_path / "outside").write_text("")
    (project.folder / ".gitattributes").symlink_to(tmp_path / "outside")
    [sentence] = setup(code=2)
    assert ".gitattributes is a symbolic link" in sentence
    assert (tmp_path / "outside").read_text() == ""


def test_a_set_of_its_own_is_set_up_alone(project: Repository, setup: Setup) -> None:
    setup("--dir", "termsets/region", "--hook")
    said = project.git("check-attr", "merge", "termsets/region/partners/a.toml",
                       "termsets/other/partners/a.toml").splitlines()  # fmt: skip
    assert [line.rpartition(" ")[2] for line in said] == ["glossary", "unspecified"]
    project.write("partners/north.toml", PARTNER.replace("1", "'1'"))
    project.git("add", "--all")
    assert project.tried("commit", "--message", "Wrong").returncode != 0


@pytest.mark.parametrize(
    "folder",
    ["-x", "a b", "$(touch pwned)", "it's", 'say "so"', "*", "[a]", "50%O", "é", "a\\b", "a\nb"],
)
@pytest.mark.skipif(os.name == "nt", reason="no such names")
def test_the_folder_may_have_any_name(
    tmp_path: Path,
    setup: Setup,
    folder: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    project = Repository(tmp_path / "odd", f"{folder}/region")
    project.start()
    monkeypatch.chdir(project.folder)
    setup(f"--dir={folder}", "--hook")
    project.write("partners/north.toml", PARTNER)
    project.write("partners/delta.toml", PARTNER)
    project.commit("North and Delta speak")
    project.git("switch", "--quiet", "--create", "other")
    project.write("partners/north.toml", PARTNER + ATTEMPT.format("Theirs."))
    project.commit("Theirs")
    project.git("switch", "--quiet", "main")
    project.write("partners/north.toml", PARTNER + ATTEMPT.format("Ours."))
    project.commit("Ours")
    project.git("merge", "--no-edit", "other")
    plain = tomllib.loads((project.set / "partners/north.toml").read_text())
    assert [one["text"] for one in plain["restatements"]] == ["Ours.", "Theirs."]
    project.write("partners/north.toml", PARTNER.replace("1", "'1'"))
    project.git("add", "--all")
    assert project.tried("commit", "--message", "Wrong").returncode != 0
    assert not list(tmp_path.rglob("pwned"))


@pytest.mark.skipif(os.name == "nt", reason="no such names")
def test_the_program_may_stand_anywhere(
    project: Repository, setup: Setup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from glossary.cli import git_setup

    place = tmp_path / '50%Off \'n "$(touch pwned)"'
    place.mkdir()
    (place / "glossary").symlink_to(git_setup._program()[0])
    monkeypatch.setattr(git_setup, "_program", lambda: [str(place / "glossary")])
    setup("--hook")
    project.commit("Set up")
    for branch, text in (("other", "Theirs."), ("main", "Ours.")):
        project.git("switch", "--quiet", *(["--create"] if branch == "other" else []), branch)
        project.write("partners/north.toml", PARTNER + ATTEMPT.format(text))
        project.commit(text)
    project.git("merge", "--no-edit", "other")
    assert not list(tmp_path.rglob("pwned"))


def test_the_hook_looks_at_what_is_staged(project: Repository, setup: Setup) -> None:
    setup("--hook")
    project.git("add", "--all")
    project.write("partners/north.toml", PARTNER.replace("1", "'1'"))
    done = project.tried("commit", "--message", "Without the wrong one")
    assert done.returncode == 0, done.stderr.decode()
    project.git("add", "--all")
    project.write("partners/north.toml", PARTNER)
    done = project.tried("commit", "--message", "With the wrong one")
    assert done.returncode != 0
    assert "termsets/region/partners/north.toml:1: " in done.stderr.decode()


def test_the_hook_stops_no_commit_for_a_warning_or_for_other_files(
    project: Repository, setup: Setup
) -> None:
    setup("--hook")
    project.write("partners/north.toml", PARTNER + '\n[own]\nkey = "kept"\n')
    project.commit("A warning")
    project.write("partners/delta.toml", "broken")
    project.git("commit", "--all", "--no-verify", "--message", "Broken")
    (project.folder / "README").write_text("Hello")
    project.commit("Another file")


@pytest.mark.parametrize("is_script", [False, True])
def test_the_hook_stops_a_commit_that_it_cannot_check(
    project: Repository, setup: Setup, tmp_path: Path, is_script: bool
) -> None:
    setup("--hook")
    hook = project.folder / ".git/hooks/pre-commit"
    gone = tmp_path / "venv" / "glossary"
    gone.parent.mkdir()
    text = hook.read_text()
    hook.write_text(re.sub(r"[^\s(]+/glossary(?= )", str(gone), text))
    assert str(gone) in hook.read_text()
    if is_script:
        gone.write_text("#!/no/such/python3\n")
        gone.chmod(0o755)
    project.write("partners/north.toml", PARTNER.replace("wrong", "bad"))
    project.git("add", "--all")
    done = project.tried("commit", "--message", "Unchecked")
    assert done.returncode != 0
    (told,) = done.stderr.decode().splitlines()
    assert "The term sets were not checked, so nothing was committed" in told
    assert "glossary git-setup --hook" in told
    project.git("commit", "--no-verify", "--message", "All the same")
    assert setup("--hook")[3].startswith("Done: ")
    project.write("partners/north.toml", PARTNER)
    project.commit("Checked again")


def test_a_hook_of_somebody_else_stays(project: Repository, setup: Setup) -> None:
    hook = project.folder / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 0\n")
    told = setup("--hook")
    assert told[3].startswith("Not done: there is a pre-commit hook, and it stays.")
    assert hook.read_text() == "#!/bin/sh\nexit 0\n"


def test_hooks_that_stand_elsewhere_stay(project: Repository, setup: Setup, tmp_path: Path) -> None:
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    project.git("config", "core.hooksPath", str(hooks))
    told = setup("--hook")
    assert told[3].startswith(f"Not done: hooks stand in “{hooks}”")
    assert list(hooks.iterdir()) == []


def test_a_work_tree_beside_the_repository_works_as_well(
    project: Repository, setup: Setup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.git("worktree", "add", "--quiet", str(tmp_path / "beside"))
    monkeypatch.chdir(tmp_path / "beside")
    setup("--hook")
    assert (tmp_path / "beside/.gitattributes").is_file()
    assert (project.folder / ".git/hooks/pre-commit").is_file()


def test_where_there_is_no_repository_it_says_so(
    setup: Setup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    place = tmp_path / "nowhere"
    (place / "termsets").mkdir(parents=True)
    monkeypatch.chdir(place)
    [sentence] = setup(code=2)
    assert "is not in a git repository" in sentence
    assert [*place.iterdir()] == [place / "termsets"]
    monkeypatch.setenv("PATH", str(tmp_path))
    [sentence] = setup(code=2)
    assert "There is no git on this computer" in sentence
    monkeypatch.chdir(tmp_path)
    [sentence] = setup(code=2)
    assert "There is no folder termsets here." in sentence
