"""Print how cost grows, as the tables of docs/scale.md; run it where nothing else runs.

`--national` also writes and reads a set of 300 partners and 5,000 terms, and compares 20 of its
terms; that takes minutes.
"""

import argparse
import datetime as dt
import multiprocessing
import os
import random
import statistics
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

from glossary.compare import compare
from glossary.domain import Definition, Partner, Term, TermSet, Vocabulary
from glossary.store.folder import FolderStore
from glossary.store.memory import FileMemory
from glossary.workflow.overview import ranked
from tests.benchmarks.stopwatch import peak_memory

_STARTERS = Path(__file__).parents[2] / "termsets"
_DAY = dt.date(2026, 11, 23)
_PIECE = 10  # words that stay together
_WORDS = 30  # in a definition
_BEFORE, _RUNS = 20, 5  # terms compared before, and measured

Made = TypeVar("Made")


@cache
def _sentences() -> tuple[tuple[str, ...], ...]:
    """What the English starters say of their words: as people write."""
    files = sorted(_STARTERS.glob("*/termset.toml"))
    sets = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
    terms = [term for one in sets if one["language"] == "en" for term in one["terms"].values()]
    texts = [[term["why"], *term["questions"]] for term in terms]
    return tuple(tuple(text.split()) for text in chain.from_iterable(texts))


def _meaning(dice: random.Random, length: int) -> str:
    words: list[str] = []
    while len(words) < length:
        sentence = dice.choice(_sentences())
        start = dice.randrange(len(sentence))
        words += sentence[start : start + _PIECE]
    return " ".join(words[:length])


def _meanings(partners: int, length: int, seed: int) -> dict[str, str]:
    dice = random.Random(seed)
    return {f"partner-{n:03}": _meaning(dice, length) for n in range(partners)}


def _write(folder: Path, terms: int, partners: int) -> int:
    """A set in which every partner defines every term; bytes of the largest file."""
    keys = [f"term-{number:05}" for number in range(terms)]
    vocabulary = Vocabulary("Generated", "en", "", {key: Term(key, key) for key in keys})
    store = FolderStore(folder)
    store.create(TermSet("set", vocabulary))
    for number in range(partners):
        dice = random.Random(number)
        said = {key: Definition(_meaning(dice, _WORDS), updated=_DAY) for key in keys}
        store.add_partner("set", Partner(f"partner-{number:03}", f"P {number}", "", said))
    return max(file.stat().st_size for file in folder.rglob("*.toml"))


def _compare(partners: int, length: int) -> tuple[float, float]:
    """Milliseconds for one term, after many others, and the memory of the process."""
    about = partial(compare, language="en", term="quality")
    for seed in range(_BEFORE):
        about(_meanings(30, length, seed))  # so that their words are known
    texts = (_meanings(partners, length, _BEFORE + run) for run in range(_RUNS))
    each = [_timed(partial(about, one)) for one in texts]
    return statistics.median(each), peak_memory(os.getpid())


def _read(folder: Path) -> tuple[float, float]:
    """Milliseconds for a set, and the memory of the process."""
    took = _timed(partial(FolderStore(folder).load, "set"))
    return took, peak_memory(os.getpid())


def _rank(folder: Path, memory: Path) -> tuple[float, float]:
    """Milliseconds to rank a set with what is remembered, and the memory of the process."""
    termset = FolderStore(folder).load("set").termset
    took = _timed(partial(ranked, termset, _DAY, memory=FileMemory(memory, folder)))
    return took, peak_memory(os.getpid())


def _timed(work: Callable[[], object]) -> float:
    """Milliseconds of a processor: what else the machine does counts little then."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def _alone(work: Callable[..., Made], *given: object) -> Made:
    """In a process of its own, so that nothing was read or compared before."""
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=fresh) as pool:
        return pool.submit(work, *given).result()


def _partners() -> Iterator[Mapping[str, object]]:
    for partners in (8, 30, 100, 300):
        took, memory = _alone(_compare, partners, _WORDS)
        pairs = partners * (partners - 1) // 2
        row = {"partners": partners, "pairs": pairs, "ms": round(took)}
        yield row | {"ms per 1,000 pairs": round(1000 * took / pairs), "MB": round(memory)}


def _lengths() -> Iterator[Mapping[str, object]]:
    for length in (15, 30, 60, 120, 240):
        took, _ = _alone(_compare, 30, length)
        yield {"words": length, "ms, 30 partners": round(took)}


def _terms(place: Path) -> Iterator[Mapping[str, object]]:
    for terms in (1_000, 10_000):
        folder, memory = place / f"terms-{terms}", place / f"memory-{terms}"
        size = _write(folder, terms, 8)
        read, _ = _alone(_read, folder)
        first, peak = _alone(_rank, folder, memory)
        again, _ = _alone(_rank, folder, memory)
        kept = sum(file.stat().st_size for file in memory.iterdir())
        yield {
            "terms": terms,
            "MB a partner's file": _mega(size),
            "read, s": _seconds(read),
            "compare, s": _seconds(first),
            "again, s": _seconds(again),
            "MB remembered": _mega(kept),
            "MB of memory": round(peak),
        }


def _national(place: Path) -> Iterator[Mapping[str, object]]:
    size = _write(place / "national", 5_000, 300)
    read, peak = _alone(_read, place / "national")
    _write(place / "twenty", 20, 300)
    twenty, _ = _alone(_rank, place / "twenty", place / "memory")
    yield {
        "MB a partner's file": _mega(size),
        "read, s": _seconds(read),
        "MB of memory": round(peak),
        "compare 20 terms, s": _seconds(twenty),
        "5,000 terms, hours": f"{twenty * 250 / 3_600_000:.1f}",
    }


def _seconds(took: float) -> str:
    return f"{took / 1000:.1f}"


def _mega(size: int) -> str:
    return f"{size / 1e6:.1f}"


def _show(rows: Iterator[Mapping[str, object]]) -> None:
    for number, row in enumerate(rows):
        if not number:
            sys.stdout.write(f"\n| {' | '.join(row)} |\n|{' ---: |' * len(row)}\n")
        sys.stdout.write(f"| {' | '.join(map(str, row.values()))} |\n")
        sys.stdout.flush()


def main() -> None:
    """Measure and print, one table after the other."""
    parser = argparse.ArgumentParser(prog="python -m tests.docs.growth", description=__doc__)
    parser.add_argument("--national", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="glossary-growth-") as place:
        tables = [_partners(), _lengths(), _terms(Path(place))]
        for rows in [*tables, *([_national(Path(place))] if asked.national else [])]:
            _show(rows)


if __name__ == "__main__":
    main()
