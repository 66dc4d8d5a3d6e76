"""Places where an ordinary user may look and not write."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults import ROOT
from tests.git.repository import Repository
from tests.store import files_in, lay_set

NOBODY = 65534
_AGREEMENT = 'format = 1\nphase = "draft"\n\n[draft]\nwording = "Wie begint, maakt het af."\n'
_REASON = "You have no permission for this place."
_PLACE = ("--set", "keten", "--dir", "sets")
_CHANGING = (
    ("define", "kwaliteit", "--partner", "noord", "--meaning", "Er gaat niets fout.", *_PLACE),
    ("position", "regie", "consent", "--partner", "noord", *_PLACE),
    ("fmt", "sets"),
    ("import", "csv", "rows.csv", *_PLACE),
    ("export", "json", "keten", "--dir", "sets", "-o", "sets/older.json", "--force"),
    ("import", "csv", "known.csv", *_PLACE, "--report", "sets/older.json"),
)
_MAKING = (
    ("new", "zorg", "--dir", "sets"),
    ("import", "csv", "rows.csv", "--set", "nieuw", "--dir", "sets"),
    ("export", "markdown", "keten", "--dir", "sets", "-o", "sets/new.md"),
    ("merge-driver", "sets/base.toml", "sets/ours.toml", "sets/theirs.toml"),
    ("git-setup", "--dir", "sets"),
    ("git-setup", "--hook", "--dir", "sets"),
)
_ORDINARY = """
import contextlib, io, json, os, pkgutil, shutil, sys
import glossary
from glossary.cli.main import run

words, user = json.loads(sys.argv[1]), int(sys.argv[2])
for module in pkgutil.walk_packages(glossary.__path__, "glossary."):
    if not module.name.endswith("__main__"):
        __import__(module.name)

def told(argv):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(["--language", "en", *argv])
    return code, err.getvalue()

# Whatever is loaded late is loaded now: what root may read, others may not.
here = os.getcwd()
os.chdir(sys.argv[3])
for argv in words:
    told(argv)
os.chdir(here)
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(user)
    os.setuid(user)
print(json.dumps([told(argv) for argv in words]))
"""


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder in sight of everybody, which those of pytest are not."""
    folder = Path(tempfile.mkdtemp(prefix="glossary-read-only-"))
    folder.chmod(0o755)
    yield folder
    for path in folder.rglob("*"):
        if path.is_dir():
            path.chmod(0o755)
    shutil.rmtree(folder)


def _lay(folder: Path) -> Path:
    """A repository with a set in it, and tables to import; gives the folder of the sets."""
    sets = folder / "sets"
    noord = lay_set(sets)
    noord.write_text(noord.read_text().replace("short = ", "short   =   "))
    (sets / "keten" / "agreements").mkdir()
    (sets / "keten" / "agreements" / "regie.toml").write_text(_AGREEMENT)
    (folder / "rows.csv").write_text("term;organisatie;definitie\nregie;Gemeente Noord;Wie.\n")
    (folder / "known.csv").write_text(
        "term;organisatie;definitie\nkwaliteit;Gemeente Noord;Er gaat niets mis.\n"
    )
    (sets / "older.json").write_text("{}")
    for name in ("base", "ours", "theirs"):
        (sets / f"{name}.toml").write_text(f'format = 1\nname = "{name}"\n')
    Repository(sets, "keten").commit("Begin")
    return sets


def _close(sets: Path, *, folders: bool) -> None:
    """Give everything to an ordinary user that may not write in it."""
    for path in (sets, *sets.rglob("*")):
        if os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY)
        if path.is_file():
            path.chmod(0o444)
        elif folders:
            path.chmod(0o555)


@pytest.mark.skipif(os.name == "nt", reason="folders there are never read-only")
@pytest.mark.parametrize("what", ["folder", "file"])
def test_nothing_is_written_where_nothing_may_be_written(
    place: Path, tmp_path: Path, figure: Callable[[str], None], what: str
) -> None:
    sets = _lay(place)
    _lay(tmp_path)
    _close(sets, folders=what == "folder")
    before = files_in(place)
    words = [*_CHANGING, *(_MAKING if what == "folder" else ())]
    cache = place / "cache"
    cache.mkdir()
    cache.chmod(0o777)
    names = ("HOME", "XDG_CACHE_HOME", "GLOSSARY_CACHE_DIR")
    env = {**os.environ, "PYTHONPATH": str(ROOT), **dict.fromkeys(names, str(cache))}
    argv = [sys.executable, "-c", _ORDINARY, json.dumps(words), str(NOBODY), str(tmp_path)]
    done = subprocess.run(argv, cwd=place, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    shutil.rmtree(cache)
    for verb, (code, told) in zip(words, json.loads(done.stdout), strict=True):
        assert code == 2, (verb, told)
        assert told.startswith("glossary: ")
        assert told.count("\n") == 1, (verb, told)
        assert _REASON in told, (verb, told)
    assert files_in(place) == before
    figure(f"read-only {what}: {len(words)} commands refused, 0 changes")
