"""Pairs of terms that are easy to take for one, or for two: one TOML file per idea.

A case has `name`, `language`, the terms `a` and `b` (each its label and its text, "" for none),
`reason` (the kind that is told first, "" where the terms are no candidates) and optionally
`other_language` (of `b`) and `differ` (words that the sentence has to name). `known_failure` says
why a case fails; the test then asserts that it still does.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from glossary.domain import Definition, Partner, Term, TermSet, Vocabulary
from glossary.workflow.overlaps import candidates

Case = dict[str, Any]


def cases() -> Iterator[Any]:
    for path in sorted(Path(__file__).parent.glob("*.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            yield pytest.param(case, id=f"{path.stem}: {case['name']}")


@pytest.mark.parametrize("case", list(cases()))
@pytest.mark.parametrize("vectors", [True, False])
def test_people_would_see_it_so(case: Case, vectors: bool) -> None:
    found = candidates(
        [
            _set("een", case["language"], *case["a"]),
            _set("twee", str(case.get("other_language", case["language"])), *case["b"]),
        ],
        vectors=vectors,
    )
    told = found[0].reasons[0] if found else None
    right = (told.kind if told else "") == case["reason"] and all(
        f"“{word}”" in (told.sentence if told else "") for word in case.get("differ", [])
    )
    assert right is ("known_failure" not in case), told


def _set(key: str, language: str, label: str, text: str) -> TermSet:
    said = {"woord": Definition(text)} if text else {}
    vocabulary = Vocabulary(key, language, terms={"woord": Term("woord", label)})
    return TermSet(key, vocabulary, {"delta": Partner("delta", "Delta", definitions=said)})
