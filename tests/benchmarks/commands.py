"""Verbs as processes of their own, beside a Python that does nothing.

What a verb remembers of earlier runs is there, as it is for a user, but for the rows that say
otherwise.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from glossary.store.folder import FolderStore
from tests.benchmarks import material
from tests.benchmarks.screens import most_defined
from tests.benchmarks.table import Measured

Argv = Sequence[str]
_FRESH = " for the first time"
_PARSED = """
import sys, tomllib
from pathlib import Path
for path in Path(sys.argv[1]).rglob("*.toml"):
    with path.open("rb") as file:
        tomllib.load(file)
"""

# A process begins with the memory of the one that starts it, so a small one does.
_WATCHED = """
import os, sys
nowhere = [(os.POSIX_SPAWN_OPEN, one, os.devnull, os.O_WRONLY, 0) for one in (1, 2)]
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=nowhere)
print(os.wait4(child, 0)[2].ru_maxrss)
"""


def measured(folders: Sequence[Path], large: Sequence[Path], runs: int) -> list[Measured]:
    """Each verb on the set of each folder, round by round, so that noise falls on all alike.

    What is `large` takes minutes to compare for the first time, so that is not told of it.
    """
    commands = dict(_commands([*folders, *large]))
    for folder in large:
        del commands[_fresh(folder)]
    times: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory(prefix="glossary-memory-") as memory:
        for name, make in commands.items():
            _time(make(), _remembering(name, memory))
        for _round in range(runs):
            for name, make in commands.items():
                times[name].append(_time(make(), _remembering(name, memory)))
        peaks = {name: _peak(make(), _remembering(name, memory)) for name, make in commands.items()}
    return [Measured(name, times[name], peaks[name]) for name in commands]


def _remembering(name: str, memory: str) -> dict[str, str]:
    """The environment of a command: what it remembers is in `memory`, or nowhere."""
    return os.environ | {"GLOSSARY_CACHE_DIR": "" if name.endswith(_FRESH) else memory}


def _commands(folders: Sequence[Path]) -> list[tuple[str, Callable[[], Argv]]]:
    found: list[tuple[str, Callable[[], Argv]]] = [
        ("python -c pass", lambda: (sys.executable, "-c", "pass")),
        ("--version", _later("--version")),
    ]
    for folder in folders:
        found += _reading(folder)
        table = material.TABLES / f"{folder.name}_multi_org.tsv"
        if table.exists():
            found.append((f"import csv, {table.name}", partial(_import, table, folder.parent)))
    return found


def _reading(folder: Path) -> list[tuple[str, Callable[[], Argv]]]:
    place = ("--dir", str(folder))
    set_id, term = FolderStore(folder).sets()[0], most_defined(folder)
    verbs = (
        ("status", ("status", set_id)),
        ("compare", ("compare", term, "--set", set_id)),
        ("export markdown", ("export", "markdown", set_id)),
    )
    parse = (sys.executable, "-c", _PARSED, str(folder))
    found: list[tuple[str, Callable[[], Argv]]] = [
        (f"tomllib reads {folder.name}", lambda: parse),
        (_fresh(folder), _later("status", set_id, *place)),
    ]
    found += [(f"{name}, {folder.name}", _later(*words, *place)) for name, words in verbs]
    return [*found, (f"check, {folder.name}", _later("check", str(folder)))]


def _fresh(folder: Path) -> str:
    return f"status, {folder.name},{_FRESH}"


def _later(*words: str) -> Callable[[], Argv]:
    return partial(_glossary, *words)


def _glossary(*words: str) -> Argv:
    return (sys.executable, "-m", "glossary", *words)


def _import(table: Path, place: Path) -> Argv:
    target = Path(tempfile.mkdtemp(dir=place))
    return material.import_command(table, target, table.name[:2])


def _time(argv: Argv, env: Mapping[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(argv, cwd=material.ROOT, env=env, capture_output=True, check=False)
    return (time.perf_counter() - start) * 1000


def _peak(argv: Argv, env: Mapping[str, str]) -> float:
    """The most memory that a command had resident, in MB; in a run that is not timed."""
    watching = (sys.executable, "-IS", "-c", _WATCHED, *argv)
    told = subprocess.run(
        watching, cwd=material.ROOT, env=env, stdout=subprocess.PIPE, check=True, text=True
    )
    # macOS counts bytes.
    return int(told.stdout) / (1024**2 if sys.platform == "darwin" else 1024)
