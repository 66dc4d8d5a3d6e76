"""Rank the terms of a large set on many processors: the same rows as `glossary status --json`.

Without `--dask` on the processes of this machine. Prints a term a line, most attention first.
"""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from glossary.bootstrap import open_store, today
from glossary.compare import Signal
from glossary.domain import GlossaryError, TermSet
from glossary.locale import from_environment, use
from glossary.workflow.comparing import Question
from glossary.workflow.lookup import set_of
from glossary.workflow.overview import SIGNALS, TermRow, asked_about, by_attention, rows
from glossary.workflow.showing import shown
from glossary.workflow.words import short_names_of

_DASK = "with dask: on this machine, or on the cluster of the scheduler at this address"

Weighed = tuple[float, tuple[Signal, ...]]


def weigh(questions: Sequence[Question]) -> list[Weighed]:
    """The work of one task: attention and the strongest reasons for it, for each of some terms."""
    answers = (question.answer() for question in questions)
    return [(found.attention, found.signals[:SIGNALS]) for found in answers]


def ranking(termset: TermSet, day: dt.date, pool: Executor, batch: int) -> tuple[TermRow, ...]:
    """The terms of a set, most attention first; a task has the texts of `batch` terms, no more."""
    asked = {each.term.id: each.question for each in asked_about(termset) if each.question}
    questions = list(asked.values())
    starts = range(0, len(questions), batch)
    tasks = [pool.submit(weigh, questions[start : start + batch]) for start in starts]
    weighed = dict(zip(asked, chain.from_iterable(task.result() for task in tasks), strict=True))
    told = ((row, *weighed.get(row.id, (0.0, ()))) for row in rows(termset, day))
    return by_attention(row._replace(attention=how, signals=why) for row, how, why in told)


@contextmanager
def processors(workers: int | None, scheduler: str | None) -> Iterator[Executor]:
    """Where tasks run: here, with dask here (scheduler ""), or on the cluster of a scheduler."""
    if scheduler is None:
        with ProcessPoolExecutor(workers) as pool:
            yield pool
        return
    try:
        from dask.distributed import Client, LocalCluster
    except ImportError:
        sys.exit("dask is not installed. Install it with: pip install 'glossary[cluster]'")

    if scheduler:
        with Client(scheduler) as client:
            yield client.get_executor()
        return
    # A comparison keeps its processor busy: a second thread in the same process gains nothing.
    here = LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address="127.0.0.1:0")
    with here, Client(here) as client:
        yield client.get_executor()


def line(row: TermRow, names: Mapping[str, str]) -> str:
    """A term as `glossary status --json` tells it."""
    told = {
        "id": row.id,
        "label": row.label,
        "status": str(row.status),
        "defined": row.defined,
        "partners": row.partners,
        "attention": round(row.attention or 0.0, 3),
        "signals": [signal.sentence(names) for signal in row.signals],
    }
    return json.dumps(told)


def _count(text: str) -> int:
    if int(text) < 1:
        raise ValueError(text)
    return int(text)


def main() -> int:
    """Read, compare and print; 2 where something could not be read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a set, or a folder of sets")
    parser.add_argument("set", nargs="?", help="which set, where there are several")
    parser.add_argument("--workers", type=_count, help="processes on this machine")
    parser.add_argument("--batch", type=_count, default=10, help="terms in a task")
    parser.add_argument("--dask", nargs="?", const="", metavar="ADDRESS", help=_DASK)
    given = parser.parse_args()
    use(from_environment())
    try:
        opened = open_store(given.folder)
        loaded = opened.store.load(set_of(opened.store, given.set or opened.set_id))
    except GlossaryError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    # What is not revealed yet stays unseen here as well.
    termset = shown(loaded.termset)
    with processors(given.workers, given.dask) as pool:
        found = ranking(termset, today(), pool, given.batch)
    names = short_names_of(termset)
    sys.stdout.writelines(f"{line(row, names)}\n" for row in found)
    for left_out in loaded.left_out:
        sys.stderr.write(f"{left_out.path}: {left_out.message}\n")
    return 2 if loaded.left_out else 0


if __name__ == "__main__":
    sys.exit(main())
