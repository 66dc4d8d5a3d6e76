"""Nothing that a repository, a name or the environment holds is run, or acts on a terminal."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from glossary.cli.main import run
from glossary.domain import has_unseen
from tests.faults import times
from tests.git.conftest import Log
from tests.git.repository import Repository

Figure = Callable[[str], None]

_COMMANDS = (
    "touch ../canary",
    "touch canary;",
    "\x1b]0;touch canary\x07",
    "\u202etouch canary",
    "touch canary\n\ttouch canary",
)
_WRAPPERS = (
    "$({})",
    "`{}`",
    ";{};",
    "|{}",
    "&& {} #",
    "'; {}; '",
    '"; {}; "',
    "--output={}",
    "--exec={}",
    "--upload-pack={}",
    "--ext-diff={}",
    "-c alias.x=!{}",
    "-ccore.pager={}",
    "-O{}",
    "ext::sh -c {}",
    ":(exclude,glob){}",
    ":!{}",
    "*{}?[a]",
    "@{{{}}}",
    "HEAD^{{/{}}}",
)
_OBEYED = (
    *("core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass"),
    *("core.hooksPath", "pager.log", "diff.external", "diff.glossary.textconv", "gpg.program"),
    *("diff.glossary.command", "merge.glossary.driver", "filter.glossary.process", "alias.log"),
    *("filter.glossary.clean", "filter.glossary.smudge", "submodule.x.update", "remote.origin.url"),
    *(
        "remote.origin.uploadpack",
        "uploadpack.packObjectsHook",
        "credential.helper",
        "include.path",
    ),
)
HOSTILE = [wrap.format(command) for wrap, command in product(_WRAPPERS, _COMMANDS)]


def _files(folder: Path) -> dict[Path, int]:
    return {path: path.lstat().st_mtime_ns for path in folder.rglob("*")}


def test_there_are_a_hundred() -> None:
    assert len(set(HOSTILE)) == 100


def _some() -> list[str]:
    return HOSTILE[:: times(9, 1)]


@pytest.mark.faults
def test_names_of_commits(
    repository: Repository, here: Path, capsys: pytest.CaptureFixture[str], figure: Figure
) -> None:
    repository.said("noord", "No mistakes.")
    before = _files(here)
    for name in _some():
        code = run(["log", "quality", "--dir", str(repository.set), f"--since={name}"])
        shown = capsys.readouterr()
        # what stands in @{…} may pass for a moment
        assert code == 2 or name.startswith("@{")
        assert shown.err.count("\n") == (1 if code else 0)
        assert not has_unseen(shown.out + shown.err)
    assert _files(here) == before
    figure(f"hostile git: {len(_some())} names of commits: 0 executions")


@pytest.mark.faults
def test_names_of_folders_files_authors_and_subjects(
    here: Path, capsys: pytest.CaptureFixture[str], figure: Figure
) -> None:
    for number, name in enumerate(_some()):
        place = name.replace("/", "∕")  # the one character that no name can hold
        repository = Repository(here / f"{number}", f"{place}/region")
        who = {"GIT_AUTHOR_NAME": f"A {name}"}
        repository.start()
        repository.say("noord", "No mistakes.")
        repository.write(f"partners/{place}.toml", "[[[")
        repository.commit(name, who)
        (repository.folder / place).rename(repository.folder / f"new {place}")
        moved = Repository(repository.folder, f"new {place}/region")
        moved.said("noord", "Few mistakes.", who)
        before = _files(here)
        code = run(["log", "quality", "--dir", str(moved.set)])
        shown = capsys.readouterr()
        assert (code, shown.err) == (0, "")
        assert not has_unseen(shown.out)
        assert shown.out.count("Noord · Meaning") == (1 if "\n" in place else 2)
        assert _files(here) == before
    figure(f"hostile git: {len(_some())} names of folders, files, authors, subjects: 0 executions")


@pytest.mark.faults
def test_merges_of_files_with_such_names(
    here: Path, capsys: pytest.CaptureFixture[str], figure: Figure
) -> None:
    names = HOSTILE[:: times(35, 1)]
    for number, name in enumerate(names):
        place = name.replace("/", "∕")
        repository = Repository(here / f"{number}", f"{place}/region")
        repository.start()
        for text in ("Base.", "Theirs.", "Ours."):
            repository.git(
                "checkout", "--quiet", "-B", text[:-1], "HEAD" if text == "Base." else "Base"
            )
            repository.write(
                f"partners/{place}.toml", f'format = 1\n[definitions.quality]\nmeaning = "{text}"\n'
            )
            repository.commit(text)
        assert run(["git-setup", "--hook", "--dir", str(repository.folder / place)]) == 0
        repository.commit("Set up")
        repository.tried("merge", "Theirs")
        run(["check", "--merge", "--dir", str(repository.folder / place)])
        shown = capsys.readouterr()
        assert not has_unseen(shown.out + shown.err)
        near = *here.glob("*canary*"), *here.glob("cwd/*"), *repository.folder.rglob("canary*")
        assert not near
    figure(f"hostile git: {len(names)} names in merges: 0 executions")


@pytest.mark.faults
def test_settings_of_the_repository_and_what_head_says(
    repository: Repository, here: Path, capsys: pytest.CaptureFixture[str], figure: Figure
) -> None:
    repository.said("noord", "No mistakes.")
    settings, head = repository.folder / ".git" / "config", repository.folder / ".git" / "HEAD"
    was = settings.read_bytes(), head.read_bytes()
    verbs = (["log", "quality"], ["check", "--merge"], ["git-setup"])
    for name in _some():
        for key in _OBEYED:
            repository.git("config", key, name)
        for said in (was[1], f"ref: refs/heads/{name}\n".encode(), name.encode()):
            head.write_bytes(said)
            for verb in verbs:
                assert run([*verb, "--dir", str(repository.set)]) in (0, 1, 2)
        shown = capsys.readouterr()
        assert not has_unseen(shown.out + shown.err)
        assert not [path for path in here.rglob("canary*") if path.exists()]
        settings.write_bytes(was[0])
        head.write_bytes(was[1])
    figure(f"hostile git: {len(_some())} values of {len(_OBEYED)} settings, and HEAD: 0 executions")


def test_texts_of_old_versions(
    repository: Repository, capsys: pytest.CaptureFixture[str], here: Path
) -> None:
    for name in HOSTILE[::9]:
        text = (
            name.encode("unicode_escape").decode().replace("\\x", "\\u00").replace('"', "\\u0022")
        )
        repository.write(
            "partners/noord.toml",
            f'name = "{text}"\n[definitions.quality]\nmeaning = "{text}"\n',
        )
        repository.commit("said")
    assert run(["log", "quality", "--dir", str(repository.set)]) == 0
    shown = capsys.readouterr().out
    assert shown.count(" · Meaning") == len(HOSTILE[::9])
    assert not has_unseen(shown)
    assert run(["log", "quality", "--dir", str(repository.set), "--json"]) == 0
    assert not has_unseen(capsys.readouterr().out)


def test_settings_hooks_filters_and_drivers_of_the_repository(
    repository: Repository, log: Log, tmp_path: Path
) -> None:
    repository.said("noord", "No mistakes.")
    repository.write("../../.gitattributes", "*.toml diff=bad filter=bad\n")
    repository.said("noord", "Few mistakes.")
    canary = tmp_path / "canary"
    touch = f"touch {canary}"
    for hook in ("post-checkout", "post-index-change", "reference-transaction", "fsmonitor"):
        file = repository.folder / ".git/hooks" / hook
        file.write_text(f"#!/bin/sh\n{touch}\n")
        file.chmod(0o755)
    for key, value in {
        "core.fsmonitor": ".git/hooks/fsmonitor",
        "core.pager": touch,
        "core.editor": touch,
        "core.sshCommand": touch,
        "core.askPass": touch,
        "pager.log": "true",
        "pager.rev-list": touch,
        "diff.external": touch,
        "diff.bad.command": touch,
        "diff.bad.textconv": touch,
        "filter.bad.clean": touch,
        "filter.bad.smudge": touch,
        "filter.bad.process": touch,
        "log.showSignature": "true",
        "gpg.program": touch,
        "alias.rev-list": f"!{touch}",
        "alias.cat-file": f"!{touch}",
        "uploadpack.packObjectsHook": touch,
    }.items():
        repository.git("config", key, value)
    repository.say("noord", "Hardly any mistakes.")
    assert len(log(repository.set, since="HEAD~1").steps) == 2
    assert not canary.exists()
