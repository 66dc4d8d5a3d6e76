"""How well the comparison points at what people see, beside simple means.

The figures come from the scripts in ../shared/measure, which run unchanged on any function with
the shape of `glossary.compare.compare`.
"""

import contextlib
import io
import json
import re
import runpy
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from unittest.mock import patch

from tests.benchmarks.material import ROOT
from tests.benchmarks.simple import by_words, diffed

SHARED = ROOT.parent / "shared"
LANGUAGES = ("nl", "en")
_FIGURES = {
    "lens": "lens of a definition",
    "opposed_F1": "opposed, F1",
    "key_P": "marked words that matter, precision",
    "key_R": "marked words that matter, recall",
    "attention": "attention with human distance, rank correlation",
}

Figures = dict[str, float]


def gold(compare: Callable[..., Any] | None = None) -> dict[str, Figures]:
    """The figures on gold/dev.jsonl for nl, en and all."""
    printed = _run("gold.py", "gold/dev.jsonl", "--json", compare=compare)
    figures: dict[str, Figures] = json.loads(printed)
    return figures


def alignment(compare: Callable[..., Any] | None = None) -> float:
    """F1 of the sure links on align/mtref-dev.tsv."""
    return _f1(_run("align.py", "align/mtref-dev.tsv", "0", compare=compare))


def contradiction(language: str, compare: Callable[..., Any] | None = None) -> float:
    """F1 of CONTRADICTION on the sentences of sick/ in a language."""
    return _f1(_run("sick.py", "sick/sick_nl_en_train.tsv", language, compare=compare))


def show() -> None:
    """Print all figures beside those of simple means."""
    if not SHARED.is_dir():
        sys.stderr.write("SKIPPED: there is no ../shared, so accuracy is not measured.\n")
        return
    columns = [_all(None), _all(by_words), _all(diffed)]
    heads = ("Accuracy", "glossary", "words", "diff")
    sys.stdout.write("\n{:60}{:>10}{:>10}{:>10}\n".format(*heads))
    for name in columns[0]:
        numbers = "".join(f"{column[name]:10.3f}" for column in columns)
        sys.stdout.write(f"{name:60}{numbers}\n")


def _all(compare: Callable[..., Any] | None) -> Figures:
    return dict(_rows(compare))


def _rows(compare: Callable[..., Any] | None) -> Iterator[tuple[str, float]]:
    found = gold(compare)
    for key, words in _FIGURES.items():
        for language, figures in found.items():
            yield f"{words} ({language})", figures[key]
    yield "alignment F1, sure links (en)", alignment(compare)
    for language in LANGUAGES:
        yield f"CONTRADICTION F1 ({language})", contradiction(language, compare)


def _f1(printed: str) -> float:
    found = re.search(r"F1 ([\d.]+)", printed)
    if found is None:
        raise AssertionError(printed)
    return float(found[1])


def _run(script: str, data: str, *words: str, compare: Callable[..., Any] | None) -> str:
    """What a script prints; `compare` takes the place of the real one for it."""
    argv = [script, str(SHARED / "data" / data), *words]
    other: Mapping[str, Any] = {} if compare is None else {"compare": compare}
    printed = io.StringIO()
    with (
        patch.object(sys, "argv", argv),
        patch.multiple("glossary.compare", **other) if other else contextlib.nullcontext(),
        contextlib.redirect_stdout(printed),
        contextlib.suppress(SystemExit),
    ):
        runpy.run_path(str(SHARED / "measure" / script), run_name="__main__")
    return printed.getvalue()
