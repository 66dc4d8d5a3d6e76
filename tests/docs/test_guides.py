"""What the README and the guides say can be done: their command lines run, their keys exist."""

import os
from contextlib import AbstractContextManager, chdir, nullcontext
from pathlib import Path

import click
import pytest

from glossary.cli.main import run
from glossary.cli.program import Program
from glossary.locale import use
from tests.docs import guides
from tests.docs.reference import DOCS
from tests.git.repository import Repository

# The group made a draft in the session, before a partner takes a position on it.
DRAFT = 'format = 1\nphase = "draft"\n\n[draft]\nwording = "We phone before we write."\n'
DRAFTED = ("trust", "vertrouwen")
# What is wrong in the examples of what `check` says: word, misspelt word, case of another word.
WRONG = {
    "partner.md": ("en", "collaboration", ("trust", "trusst", "quality", "late-file")),
    "partner-nl.md": (
        "nl",
        "samenwerken",
        ("vertrouwen", "vertrouwn", "kwaliteit", "zelfde-dag"),
    ),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository of their own, in which the reader is."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("GLOSSARY_DEMO_DIR", str(tmp_path / "demo"))
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    made = Repository(tmp_path / "here")
    monkeypatch.chdir(made.folder)
    return made


@pytest.mark.parametrize("path", guides.PATHS)
def test_every_command_line_runs(path: str, folder: Repository) -> None:
    ran = 0
    for name in guides.PATHS[path]:
        for step in guides.steps(DOCS / name):
            if step.file:
                folder.folder.joinpath(step.file).write_text(step.text, encoding="utf-8")
            elif _opens_screens(step.words):
                _parse(step.words)
            else:
                _draft(folder, step.words)
                with _in_folder(folder.folder.parent / step.folder if step.folder else None):
                    assert run(list(step.words)) == 0, step.words
                ran += 1
        folder.git("add", ".")
        folder.git("commit", "--quiet", "--allow-empty", "-m", name)
    assert ran >= 5


def _in_folder(folder: Path | None) -> AbstractContextManager[None]:
    if folder is None:
        return nullcontext()
    folder.mkdir(exist_ok=True)
    return chdir(folder)


def test_pages_outside_the_paths_have_no_command_lines() -> None:
    walked = {(DOCS / name).resolve() for names in guides.PATHS.values() for name in names}
    others = [page for page in guides.PAGES if page.resolve() not in walked]
    assert [(page.name, step) for page in others for step in guides.steps(page)] == []


@pytest.mark.parametrize("name", WRONG)
def test_check_says_what_partners_are_told_that_it_says(
    name: str, folder: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    spoken, starter, (term, misspelt, other, case) = WRONG[name]
    run(["new", "set", "--from", starter, "--partner", "Delta"])
    with (folder.folder / "termsets/set/partners/delta.toml").open("a", encoding="utf-8") as file:
        file.write(
            f'[definitions.{term}]\nmeaning = "{term}"\n\n[cases.{other}]\n{case} = "yess"\n\n'
            f'[definitions.{misspelt}]\nmeaning = "That we phone before we write."\n'
        )
    capsys.readouterr()
    assert run(["--language", spoken, "check"]) == 1
    said = {line.split(": ", 1)[1] for line in capsys.readouterr().out.splitlines()}
    text = (DOCS / name).read_text(encoding="utf-8")
    told = {line.split(": ", 1)[1] for line in text.splitlines() if line.startswith("…/")}
    assert len(told) == 3
    assert told - said == set()


@pytest.mark.parametrize("page", guides.PAGES, ids=lambda page: str(page.name))
def test_every_key_that_is_named_exists(page: Path) -> None:
    is_dutch = page.name in (*guides.PATHS["nl-guides"], "toetsen-en-opdrachten.md")
    use("nl" if is_dutch else "en")
    assert guides.named_keys(page) - guides.known_keys() == set()


@pytest.mark.parametrize("name", ["facilitator.md", "begeleider.md"])
def test_keys_are_found_in_the_guides_for_facilitators(name: str) -> None:
    assert {"^g", "n", "F1", "enter", "esc", "^s"} <= guides.named_keys(DOCS / name)


@pytest.mark.parametrize("page", guides.PAGES, ids=lambda page: str(page.name))
def test_every_link_leads_somewhere(page: Path) -> None:
    assert guides.broken_links(page) == []


def _opens_screens(words: tuple[str, ...]) -> bool:
    verb = next((word for word in words if not word.startswith("-")), "")
    is_edited = verb == "define" and not {"--meaning", "--text"} & set(words)
    return verb in ("", "session") or is_edited


def _parse(words: tuple[str, ...]) -> None:
    """Read the words as the command line does, without opening anything."""
    program = Program()
    verb, *rest = words or ("",)
    command = program.get_command(click.Context(program), verb) if verb else None
    if command is None:
        program.make_context("glossary", list(words))
    else:
        command.make_context(verb, rest)


def _draft(folder: Repository, words: tuple[str, ...]) -> None:
    if "position" in words:
        [made] = folder.folder.glob("termsets/*/partners")
        term = next(word for word in DRAFTED if word in words)
        file = made.parent / "agreements" / f"{term}.toml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(DRAFT, encoding="utf-8")
