"""Sentences that are easy to get wrong, each as people read it: one TOML file per idea.

A case has `name`, `language`, `texts` (partner to text), optionally `term`, `lenses` and
`vectors`, and what is expected, all optional:

marked, unmarked     partner to words that are (not) pointed at, as "only here" or as a contrast
phrases              partner to words that are pointed at as a whole, and nothing beside them
linked, unlinked     pairs of words, of the first and of the second partner (by name)
alike, unlike        pairs of words that are (not) linked as one word or words near in form
contrasts            kind, words of the first and of the second partner; "" where it says nothing
no_contrasts         true where nothing turns the sentence
relation             how the first two relate
lens                 partner to the lens from which it speaks first; "" for none

A case that is known to fail says why in `known_failure`; the test then asserts that it still
fails, so that whoever repairs it takes the excuse away.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from glossary.compare import Comparison, PairComparison, SpanKind, compare
from glossary.domain import Lens

POINTED_AT = (SpanKind.ONLY, SpanKind.CONTRAST)
Case = dict[str, Any]


def cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted(Path(__file__).parent.glob("*.toml"))
        for case in tomllib.loads(path.read_text("utf-8"))["case"]
    ]


@pytest.mark.parametrize("case", cases())
def test_people_would_see_it_so(case: Case) -> None:
    missed = list(misses(case, found(case)))
    if "known_failure" in case:
        assert missed, f"no failure any more: {case['known_failure']}"
    else:
        assert missed == []


def found(case: Case) -> Comparison:
    lenses = [
        Lens(lens["id"], lens.get("label", ""), tuple(lens["cues"]))
        for lens in case.get("lenses", [])
    ]
    return compare(
        case["texts"],
        language=case["language"],
        term=case.get("term", ""),
        lenses=lenses,
        vectors=case.get("vectors", True),
    )


def misses(case: Case, seen: Comparison) -> Iterator[str]:
    yield from _marks(case, seen)
    yield from _phrases(case, seen)
    yield from _lenses(case, seen)
    if len(seen.pairs) == 1:
        yield from _pair(case, next(iter(seen.pairs.values())))


def _marks(case: Case, seen: Comparison) -> Iterator[str]:
    for key, wanted in (("marked", True), ("unmarked", False)):
        for partner, phrases in case.get(key, {}).items():
            spans = [span for span in seen.texts[partner].spans if span.kind in POINTED_AT]
            for phrase in phrases:
                start, end = place(case, partner, phrase)
                shown = any(span.start < end and start < span.end for span in spans)
                if shown is not wanted:
                    yield f"{partner}: “{phrase}” is {'' if shown else 'not '}marked"


def _phrases(case: Case, seen: Comparison) -> Iterator[str]:
    for partner, phrases in case.get("phrases", {}).items():
        text = seen.texts[partner]
        marked = [text.text[s.start : s.end] for s in text.spans if s.kind in POINTED_AT]
        for phrase in phrases:
            if phrase not in marked:
                yield f"{partner}: “{phrase}” is not among {marked}"


def _lenses(case: Case, seen: Comparison) -> Iterator[str]:
    for partner, lens in case.get("lens", {}).items():
        weights = seen.lenses[partner]
        first = min(weights, key=lambda each: (-weights[each].weight, each), default="")
        if first != lens:
            yield f"{partner} speaks from “{first}”, not “{lens}”"


def _pair(case: Case, pair: PairComparison) -> Iterator[str]:
    a, b = sorted(case["texts"])
    for key, wanted in (("linked", True), ("unlinked", False), ("alike", True), ("unlike", False)):
        for one, other in case.get(key, []):
            here, there = place(case, a, one), place(case, b, other)
            links = [link for link in pair.links if within(link.a, here) and within(link.b, there)]
            if any(link.alike or "linked" in key for link in links) is not wanted:
                yield f"“{one}” and “{other}”: {key} expected, linked {links}"
    turned = [(str(each.kind), each.a.words, each.b.words) for each in pair.contrasts]
    for kind, one, other in case.get("contrasts", []):
        if (kind, one, other) not in turned:
            yield f"no contrast {kind} “{one}” / “{other}” among {turned}"
    if case.get("no_contrasts") and turned:
        yield f"contrasts: {turned}"
    if str(pair.relation) != case.get("relation", pair.relation):
        yield f"relation: {pair.relation}"


def place(case: Case, partner: str, words: str) -> tuple[int, int]:
    start = case["texts"][partner].index(words)
    return start, start + len(words)


def within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
