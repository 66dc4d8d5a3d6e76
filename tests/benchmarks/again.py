"""The list after one file changed: read that file, and put the terms in order again."""

import datetime as dt
import time
from pathlib import Path

from glossary.store.folder import FolderStore
from glossary.tui.pace import Pace
from glossary.tui.ranking import rank
from glossary.workflow.keeping import Forgetful
from tests.benchmarks.table import Measured

_TODAY = dt.date(2026, 11, 23)


def one_changed(folder: Path, runs: int) -> list[Measured]:
    """A meaning that changes in one partner's file, as somebody's editor would save it."""
    store = FolderStore(folder)
    set_id = store.sets()[0]
    file = sorted((folder / set_id / "partners").glob("*.toml"))[0]
    text = file.read_text(encoding="utf-8")
    # What was written a moment ago is always read again.
    while not _is_remembered(store, set_id):
        pass
    how = (_TODAY, _always, _nothing, Forgetful(), Pace())
    known = rank(store.load(set_id).termset, *how)
    times = []
    for run in range(runs):
        file.write_text(text.replace('meaning = "', f'meaning = "Run {run}. ', 1), encoding="utf-8")
        start = time.perf_counter()
        known = rank(store.load(set_id).termset, *how, known)
        times.append((time.perf_counter() - start) * 1000)
    file.write_text(text, encoding="utf-8")
    return [Measured(f"one file changed, {folder.name}", times)]


def _is_remembered(store: FolderStore, set_id: str) -> bool:
    first, again = (store.load(set_id).termset.partners for _time in range(2))
    return all(again[key] is partner for key, partner in first.items())


def _always() -> bool:
    return True


def _nothing(_done: int, _terms: int) -> None:
    pass
