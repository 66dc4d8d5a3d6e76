"""Names that lead out of a set: wherever one is asked for, nothing outside the set is written."""

import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from textual import events

from glossary.domain import has_unseen
from tests.cli.conftest import Cli, cli, here  # noqa: F401  # fixtures
from tests.faults import times
from tests.faults.naming import hostile_names
from tests.store import files_in, lay_set
from tests.tui.agreeing import agreement

pytestmark = pytest.mark.faults

_OWN = re.compile(r"here/termsets/[a-z0-9-]+(/(partners|agreements)/[a-z0-9-]+|/termset)\.toml")
_PARTNER = ("--partner", "noord")
# Each word that names something; {} is where. Folders and files to write are for the user to say.
_COMMANDS = (
    *("new {}", "new nieuw --from {}", "new nieuw --partner {}", "new nieuw --title {}"),
    *("new nieuw --language {}", "define {} --partner noord --meaning Ja."),
    *("define kwaliteit --partner {} --meaning Ja.", "define kwaliteit --partner noord --field {}"),
    *("define kwaliteit --partner noord --meaning Ja. --set {}",),
    *("define kwaliteit --partner noord --meaning Ja. --dir {}",),
    *("position {} consent --partner noord", "position kwaliteit {} --partner noord"),
    *(
        "position kwaliteit consent --partner {}",
        "position kwaliteit consent --partner noord --set {}",
    ),
    *("status {}", "status --dir {}", "compare {}", "compare kwaliteit --set {}", "overlaps {}"),
    *("check {}", "check --dir {}", "fmt {}", "export markdown {}", "export {}"),
    *(
        "import csv {} --set keten",
        "import csv ../rows.csv --set {}",
        "import csv ../typed.csv --set keten",
    ),
    *("log {}", "log kwaliteit --since {}", "log kwaliteit --partner {}", "log kwaliteit --set {}"),
    *("git-setup --dir {}", "{}", "--language {} status"),
)
_ROWS = "term,definition,organisation\n"


@pytest.fixture
def around(here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:  # noqa: F811
    """Everything near a set: a home, a folder for temporary files, a repository, secrets."""
    for name in ("home", "tmp", "outside/keten/partners", "here/.git/hooks"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "outside" / "keten" / "termset.toml").write_text("secret")
    (tmp_path / "rows.csv").write_text(f"{_ROWS}kwaliteit,Anders,West\n")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    return tmp_path


def _some(around: Path) -> list[str]:
    names = hostile_names(around / "outside")
    return names[:: times(29, 1)]


def _fresh(around: Path) -> dict[str, bytes]:
    """What stands around the set, once it is as at the beginning."""
    shutil.rmtree(around / "here" / "termsets", ignore_errors=True)
    lay_set(around / "here" / "termsets")
    return _others(around)


def _others(around: Path) -> dict[str, bytes]:
    """All files but those of sets, whose names are ids."""
    found = files_in(around)
    return {name: data for name, data in found.items() if not _OWN.fullmatch(name)}


def _fails_well(code: int, out: str, err: str) -> None:
    assert code in (0, 1, 2)
    assert (code != 2) or err
    assert not has_unseen(out + err)
    assert all(line.startswith("glossary: ") for line in err.splitlines())
    for word in ("Traceback", "mistake of its own"):
        assert word not in out + err


def test_no_command_writes_outside_the_set(
    cli: Cli,  # noqa: F811
    around: Path,
    figure: Callable[[str], None],
) -> None:
    names, tried = _some(around), 0
    for name in names:
        (around / "typed.csv").write_text(
            f"{_ROWS}{_quoted(name)},Anders,{_quoted(name)}\n", errors="replace"
        )
        before = _fresh(around)
        for command in _COMMANDS:
            _fails_well(
                *_outcome(cli, [name if word == "{}" else word for word in command.split()])
            )
            tried += 1
            assert _others(around) == before, command
    figure(f"ids and paths: {len(names)} names in {tried} commands, 0 writes outside the set")


def _outcome(cli: Cli, words: list[str]) -> tuple[int, str, str]:  # noqa: F811
    done = cli(*words)
    return done.code, done.out, done.err


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def test_no_id_in_a_file_leads_outside_the_set(
    cli: Cli,  # noqa: F811
    around: Path,
    figure: Callable[[str], None],
) -> None:
    names, files = _some(around), 0
    for name in names:
        before = _fresh(around)
        files += _refer(around / "here" / "termsets" / "keten", name)
        for words in (
            *(["check"], ["fmt"], ["status"], ["compare", "kwaliteit"], ["export", "json"]),
            ["export", "markdown"],
            ["define", "kwaliteit", *_PARTNER, "--meaning", "Nieuw."],
            ["position", "kwaliteit", "consent", *_PARTNER],
        ):
            _fails_well(*_outcome(cli, words))
        left = {key: data for key, data in _others(around).items() if "/termsets/" not in key}
        assert left == before
    figure(f"ids and paths: {len(names)} names as ids in files and {files} as names of files")


def _refer(keten: Path, name: str) -> int:
    """Put the name wherever a file refers to something, and give it to files; how many of those."""
    key = json.dumps(name.encode("utf-8", "replace").decode())
    partner = f"""
[definitions.{key}]
meaning = "Zo."
lenses = [{key}]
[cases.{key}]
{key} = "no"
[ratings.{key}]
temperature = 3
[positions.{key}]
on = {key}
position = "consent"
[[verdicts]]
term = {key}
by = {key}
fingerprint = {key}
verdict = "yes"
[[restatements]]
term = {key}
of = {key}
of_fingerprint = {key}
text = "Zo."
"""
    termset = f"[terms.{key}]\nlabel = {key}\n[[terms.regie.cases]]\nid = {key}\ntext = 'Zo.'\n"
    agreed = f"""
[[differences]]
between = ["noord", {key}]
kind = "scope"
[draft]
wording = "Zo."
[outcome]
kind = "renamed"
name = {key}
on = {key}
[outcome.meanings]
{key} = {key}
"""
    (keten / "agreements").mkdir()
    (keten / "agreements" / "regie.toml").write_text(f"format = 1\n{agreed}")
    for path, more in (
        (keten / "partners" / "noord.toml", partner),
        (keten / "termset.toml", termset),
    ):
        path.write_text(path.read_text() + more)
    return sum(map(os.path.lexists, _named(keten, name)))


def _named(keten: Path, name: str) -> Iterator[Path]:
    """Files and a folder with this name, as far as the system has such names."""
    base = name.replace("/", "∕")
    for place in (keten / "partners", keten / "agreements", keten.parent / base):
        with suppress(OSError, ValueError):
            place.mkdir(exist_ok=True)
            file = place / ("termset.toml" if place.name == base else f"{base}.toml")
            file.write_text('format = 1\nname = "West"\ntitle = "West"\nlanguage = "nl"\n')
            yield file


async def test_no_name_on_a_form_leads_outside_the_set(
    around: Path, figure: Callable[[str], None]
) -> None:
    names = _some(around)
    before, recorded = _fresh(around), 0
    async with agreement(around / "here" / "termsets") as seen:
        for name in names:
            await seen.press("f6", "3")
            seen.app.screen.query_one("#name").focus()
            seen.app.post_message(events.Paste(name))
            await seen.rest()
            await seen.press("enter", "enter")
            assert _others(around) == before
            if "Recorded on" in seen.text:
                recorded += 1
                await seen.press("right", "enter")
    figure(f"ids and paths: {len(names)} names on the form of an outcome, {recorded} recorded")
