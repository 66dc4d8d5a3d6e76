"""What only a process of its own shows: imports, pipes, encodings and full disks."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from glossary.formats.registry import EXPORTERS

HEAVY = (
    "textual",
    "rich",
    "rapidfuzz",
    "tomlkit",
    "tomli_w",
    "simplemma",
    "snowballstemmer",
    "numpy",
    "openpyxl",
)


def glossary(
    *words: str, env: dict[str, str] | None = None, stdout: int | IO[str] = subprocess.PIPE
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "glossary", *words],
        env=os.environ | (env or {}),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )


def loaded(code: str, *words: str) -> set[str]:
    """Top-level names in sys.modules after running some code."""
    shown = (
        f"import sys\n{code}\nsys.stderr.write(' '.join({{m.split('.')[0] for m in sys.modules}}))"
    )
    command = [sys.executable, "-c", shown, *words]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stderr.split())


@pytest.mark.parametrize("module", ["glossary", "glossary.cli.main"])
def test_importing_is_light(module: str) -> None:
    assert loaded(f"import {module}").isdisjoint({*HEAVY, "click"})


def test_the_version_needs_next_to_nothing() -> None:
    code = "from glossary.cli.main import run\nassert run(['--version']) == 0"
    names = loaded(code)
    assert names.isdisjoint({*HEAVY, "click", "gettext", "logging", "inspect", "typing"})


def test_help_and_shell_completion_load_no_engine() -> None:
    assert loaded("from glossary.cli.main import run\nrun(['--help'])").isdisjoint(HEAVY)


def test_help_loads_nothing_that_only_a_verb_needs() -> None:
    code = (
        "import sys\nfrom glossary.cli.main import run\nrun(['--help'])\n"
        "for name in ('cli.export', 'cli.workspace', 'store', 'formats', 'compare', 'bootstrap'):\n"
        "    assert f'glossary.{name}' not in sys.modules, name"
    )
    assert loaded(code)


def test_exporting_json_loads_no_engine_and_no_screens() -> None:
    code = "from glossary.cli.main import run\nrun(['export', 'json', 'demo'])"
    assert loaded(code).isdisjoint({"textual", "rich", "rapidfuzz", "simplemma", "numpy"})


def test_what_opens_the_screens_loads_no_engine() -> None:
    names = loaded("import glossary.tui.app")
    assert names.isdisjoint({"rapidfuzz", "simplemma", "snowballstemmer", "numpy"})


@pytest.mark.parametrize("verb", [["status", "demo"], ["compare", "kwaliteit", "--set", "demo"]])
def test_without_vectors_their_tables_stay_where_they_are(verb: list[str]) -> None:
    code = "import sys\nfrom glossary.cli.main import run\nassert run(sys.argv[1:]) == 0"
    assert "numpy" in loaded(code, *verb)
    assert "numpy" not in loaded(code, *verb, "--no-vectors")


def test_verbs_complete_in_the_shell() -> None:
    env = {"_GLOSSARY_COMPLETE": "bash_complete", "COMP_WORDS": "glossary exp", "COMP_CWORD": "1"}
    assert glossary(env=env).stdout.split() == ["plain,export"]
    env |= {"COMP_WORDS": "glossary export ", "COMP_CWORD": "2"}
    assert glossary(env=env).stdout.split() == [f"plain,{name}" for name in EXPORTERS]


def test_a_reader_that_goes_away_is_no_disaster() -> None:
    read, write = os.pipe()
    os.close(read)
    result = glossary("export", "json", "demo", stdout=write)
    os.close(write)
    assert result.returncode == 141
    assert result.stderr.count("\n") == 1  # the notice that this is the demo


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_one_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        result = glossary("status", "demo", stdout=full)
    assert result.returncode == 2
    assert result.stderr.endswith("glossary: The disk is full.\n")
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("env", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}])
@pytest.mark.parametrize("verb", [["status"], ["compare", "kwaliteit", "--set", "demo"]])
def test_a_terminal_without_unicode_gets_the_nearest_characters(
    env: dict[str, str], verb: list[str]
) -> None:
    result = glossary(*verb, env=env)
    assert result.returncode == 0
    assert "Traceback" not in result.stderr


def test_without_unicode_quotation_marks_are_straight_and_letters_lose_accents(
    tmp_path: Path,
) -> None:
    words = ("--dir", str(tmp_path), "--language", "en")
    glossary("new", "keten", "--partner", "Café Zuid", *words)
    file = tmp_path / "keten" / "termset.toml"
    file.write_text(file.read_text("utf-8") + '\n[terms.regie]\nlabel = "“regie” – één"\n', "utf-8")
    result = glossary("show", "regie", *words, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert result.stdout.startswith('Word: "regie" - een. Set: Keten.\n')
    assert "Cafe Zuid: has not said what it means" in result.stdout


def test_json_stays_whole_in_any_encoding() -> None:
    words = ("compare", "kwaliteit", "--set", "demo", "--json")
    ascii_only = glossary(*words, env={"PYTHONIOENCODING": "ascii"}).stdout
    assert ascii_only.isascii()
    assert json.loads(ascii_only) == json.loads(glossary(*words).stdout)


def test_closed_streams_are_no_disaster() -> None:
    shell = f'"{sys.executable}" -m glossary status demo >&- 2>&-'
    assert subprocess.run(["sh", "-c", shell], check=False).returncode == 0


def test_the_screens_need_a_terminal() -> None:
    result = glossary()
    assert result.returncode == 2
    assert "need a terminal" in result.stderr
