"""One term compared within the process, beside CollateX and rapidfuzz on the same texts."""

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cdist

from glossary.compare import compare
from glossary.compare.heard import kept
from glossary.compare.pulls import attraction
from glossary.domain import Lens
from tests.benchmarks.accuracy import SHARED
from tests.benchmarks.material import TABLES
from tests.benchmarks.table import Measured
from tests.compare.odd import LONG, pairs

Texts = Mapping[str, str]


def eight(runs: int) -> list[Measured]:
    """Eight partners: real definitions of different words, taken together."""
    terms = list(_grouped(8))[:12]
    measured = []
    if terms and find_spec("collatex") is not None:
        measured.append(_timed("CollateX, 8 partners", _collated, terms, 1))
    elif terms:
        sys.stderr.write("SKIPPED: collatex is not installed (pip install '.[benchmarks]').\n")
    return [
        *measured,
        _timed("rapidfuzz cdist of all words, 8 partners", _crossed, terms, runs),
        _timed("glossary, 8 partners, first time", _compared_anew, terms, runs),
        _timed("glossary, 8 partners, again", _compared, terms, runs),
    ]


def thirty(runs: int) -> list[Measured]:
    """Thirty partners."""
    return [_timed("glossary, 30 partners", _compared, list(_grouped(30))[:4], runs)]


def odd(runs: int) -> list[Measured]:
    """Two texts of 20,000 characters, of every kind that somebody may paste."""
    kinds = {**_real_prose(), **pairs()}
    return [
        _timed(kind, _compared, [({"a": one, "b": other}, [])], runs)
        for kind, (one, other) in kinds.items()
    ]


def _real_prose() -> dict[str, tuple[str, str]]:
    """Definitions of many organisations one after another; nothing where they are absent."""
    table = TABLES / "nl_multi_org.tsv"
    if not table.exists():
        sys.stderr.write(f"SKIPPED: there is no {table.name}, so it is not compared as one text.\n")
        return {}
    lines = table.read_text(encoding="utf-8").splitlines()[1:]
    text = " ".join(line.split("\t")[1] for line in lines)
    return {"real definitions": (text[:LONG], text[LONG : 2 * LONG])}


def _timed(
    name: str,
    work: Callable[[Texts, list[Lens]], None],
    terms: list[tuple[Texts, list[Lens]]],
    runs: int,
) -> Measured:
    for texts, lenses in terms[:1]:
        work(texts, lenses)  # what loads once is no part of it
    times = []
    for _run in range(runs):
        for texts, lenses in terms:
            start = time.perf_counter()
            work(texts, lenses)
            times.append((time.perf_counter() - start) * 1000)
    return Measured(name, times)


def _crossed(texts: Texts, _lenses: list[Lens]) -> None:
    """How near each word is to each other word: the least that finding near words takes."""
    words = [word for text in texts.values() for word in text.casefold().split()]
    cdist(words, words, scorer=ratio)


def _compared(texts: Texts, lenses: list[Lens]) -> None:
    compare(texts, language="nl", term="samenwerking", lenses=lenses)


def _compared_anew(texts: Texts, lenses: list[Lens]) -> None:
    """With the words of the language known, but nothing of these texts and lenses."""
    kept.cache_clear()
    attraction.cache_clear()
    _compared(texts, lenses)


def _collated(texts: Texts, _lenses: list[Lens]) -> None:
    from collatex import Collation, collate

    collation = Collation()
    for partner, text in texts.items():
        collation.add_plain_witness(partner, text)
    collate(collation)


def _grouped(size: int) -> Iterator[tuple[Texts, list[Lens]]]:
    """So many Dutch definitions at a time, with the lenses of the first of their terms."""
    path = SHARED / "data" / "gold" / "dev.jsonl"
    if not path.exists():
        sys.stderr.write("SKIPPED: there is no ../shared, so no real texts are compared.\n")
        return
    texts: dict[str, str] = {}
    lenses: list[Lens] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["lang"] != "nl":
            continue
        for each in record["definitions"]:
            lenses = lenses or [
                Lens(lens["id"], lens["label"], tuple(lens["cues"])) for lens in record["lenses"]
            ]
            texts[f"p{len(texts):02}"] = each["text"]
            if len(texts) == size:
                yield texts, lenses
                texts, lenses = {}, []
