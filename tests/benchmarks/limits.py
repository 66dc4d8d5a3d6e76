"""What each figure has to reach, and how far it is from that."""

import sys
from collections.abc import Mapping
from typing import NamedTuple

from tests.benchmarks.table import Measured

_SMALL, _LARGE, _EIGHT = "generated-1000-8", "generated-10000-8", "generated-1400-8"


class Limit(NamedTuple):
    """At most `most`: ms or MB, or times what `base` takes; `p95` where that has one too."""

    what: str
    measured: str
    most: float
    base: str = ""
    p95: float = 0.0
    is_memory: bool = False


LIMITS = (
    Limit("--version, to bare Python", "--version", 2.0, "python -c pass"),
    Limit("first paint of the demo, to a bare app", "library, demo", 1.4, "bare Textual app"),
    Limit("… of 10,000 terms", f"library, {_LARGE}", 1.6, "bare Textual app"),
    Limit("next term, 8 partners at 120x40", f"next term, {_EIGHT} at 120x40", 16.0, p95=25.0),
    Limit("a key in a draft, 8 partners", f"draft, {_EIGHT}: first frame", 10.0, p95=16.0),
    Limit("find, 10,000 terms: the letter", f"find, {_LARGE}: first frame", 16.0),
    Limit("… and the list", f"find, {_LARGE}: settled", 30.0),
    Limit("the other theme", "the other theme", 60.0),
    Limit("the other language", "the other language", 60.0),
    Limit("another size", "another size", 60.0),
    Limit("60 phones answer: the list of phones", "60 phones answer: list of phones", 25.0),
    Limit("… and what is projected meanwhile", "60 phones answer: collect", 25.0),
    Limit("one of 8 x 1,000 changed: in order again", f"one file changed, {_SMALL}", 100.0),
    Limit("status 1,000 x 8, to tomllib", f"status, {_SMALL}", 3.0, f"tomllib reads {_SMALL}"),
    Limit("check 1,000 x 8, to tomllib", f"check, {_SMALL}", 2.0, f"tomllib reads {_SMALL}"),
    Limit("export markdown, to status", f"export markdown, {_SMALL}", 2.0, f"status, {_SMALL}"),
    Limit("memory with 10,000 terms, MB", f"library, {_LARGE}", 80.0, is_memory=True),
    Limit("… compared", f"library, {_LARGE}: first time", 80.0, is_memory=True),
    Limit("status, ten times as many terms", f"status, {_LARGE}", 11.0, f"status, {_SMALL}"),
)


def show(found: Mapping[str, Measured]) -> None:
    """Print each limit with what was found, as far as it was measured."""
    out = sys.stdout
    out.write(f"\n{'Limits':46}{'most':>9}{'found':>9}{'p95 of':>9}{'p95':>9}\n")
    for limit in LIMITS:
        row = found.get(limit.measured)
        base = found.get(limit.base) if limit.base else None
        if row is None or (limit.base and base is None):
            out.write(f"{limit.what:46}{limit.most:9.1f}  not measured\n")
            continue
        value = (row.memory or 0.0) if limit.is_memory else row.median
        value /= base.median if base is not None else 1.0
        is_over = value > limit.most or bool(limit.p95 and row.p95 > limit.p95)
        tail = f"{limit.p95:9.1f}{row.p95:9.1f}" if limit.p95 else " " * 18
        out.write(f"{limit.what:46}{limit.most:9.1f}{value:9.2f}{tail}{'  OVER' * is_over}\n")
    out.flush()
