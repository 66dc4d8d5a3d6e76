"""One save of a partner's file, beside tomlkit that reads and writes the same file."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from unittest import mock

import tomlkit

from glossary.domain import Partner
from glossary.store.folder import FolderStore
from tests.benchmarks.table import Measured


def saves(folder: Path, runs: int) -> list[Measured]:
    """A field of a definition in the largest partner's file of a set, changed again and again.

    Only `tomlkit` works on bytes in memory; waiting for the disk has a row of its own.
    """
    store = FolderStore(folder)
    set_id = store.sets()[0]
    path = max((folder / set_id / "partners").iterdir(), key=lambda one: one.stat().st_size)
    size = f"{path.stat().st_size / 1000:.0f} kB"
    parsed, saved, waited = [], [], []
    for run in range(-1, runs):
        start = time.perf_counter()
        tomlkit.dumps(tomlkit.parse(path.read_bytes()))
        middle = time.perf_counter()
        with _disk() as waits:
            store.update_partner(set_id, path.stem, partial(_changed, run))
        end = time.perf_counter()
        if run >= 0:  # what loads once is no part of it
            parsed.append((middle - start) * 1000)
            waited.append(sum(waits) * 1000)
            saved.append((end - middle) * 1000 - waited[-1])
    return [
        Measured(f"tomlkit parses and dumps {size}", parsed),
        Measured(f"a save of {size}, without the disk", saved),
        Measured("waiting for the disk (fsync)", waited),
    ]


def _changed(run: int, now: Partner) -> Partner:
    term = sorted(now.definitions)[len(now.definitions) // 2]
    changed = replace(now.definitions[term], meaning=f"Said for the {run}th time.")
    return replace(now, definitions={**now.definitions, term: changed})


@contextmanager
def _disk() -> Iterator[list[float]]:
    """The seconds of each wait until something is on the disk."""
    waits: list[float] = []
    real = os.fsync

    def fsync(number: int) -> None:
        start = time.perf_counter()
        real(number)
        waits.append(time.perf_counter() - start)

    with mock.patch.object(os, "fsync", fsync):
        yield waits
