"""The styles of Markdown: what is in each, and links that work where it is shown.

To accept a change: GLOSSARY_ACCEPT=1 pytest tests/formats.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from glossary.domain import (
    Agreement,
    Definition,
    Difference,
    DifferenceKind,
    Partner,
    Phase,
    Term,
    TermSet,
    visible,
)
from glossary.formats.markdown import Markdown
from glossary.locale import language, use
from tests.faults import times
from tests.formats.exporting import exported
from tests.formats.sample import SAMPLE, TODAY
from tests.formats.test_markdown_hostile import TEXTS
from tests.formats.test_markdown_text import TYPED

GOLDEN = Path(__file__).parent / "golden"
_READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_LINK = re.compile(r"\]\(#([a-z0-9_-]+)\)")
_TARGET = re.compile(r'<span id="([a-z0-9_-]+)"></span>')


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = language()
    use("en")
    yield
    use(before)


@pytest.mark.parametrize("spoken", ["en", "nl"])
@pytest.mark.parametrize("style", Markdown.styles)
def test_a_style_is_as_it_was(style: str, spoken: str) -> None:
    use(spoken)
    text = exported("markdown", SAMPLE, TODAY, style)
    golden = GOLDEN / f"keten-{style}-{spoken}.md"
    if os.environ.get("GLOSSARY_ACCEPT"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_the_report_is_the_usual_style() -> None:
    usual = exported("markdown", SAMPLE, TODAY)
    assert usual == exported("markdown", SAMPLE, TODAY, "report")


@pytest.mark.parametrize("style", Markdown.styles)
def test_no_style_gives_away_what_is_hidden(style: str) -> None:
    agreement = replace(SAMPLE.agreements["eigenaarschap"], phase=Phase.CONSENT)
    delta = SAMPLE.partners["stichting-delta"]
    positions = {key: one for key, one in delta.positions.items() if key != "eigenaarschap"}
    going_on = replace(
        SAMPLE,
        partners={**SAMPLE.partners, delta.id: replace(delta, positions=positions)},
        agreements={**SAMPLE.agreements, agreement.term: agreement},
    )
    text = exported("markdown", going_on, TODAY, style)
    assert "Geheim" not in text
    assert "Te vaag." not in text


def test_who_takes_it_home_reads_no_process_and_every_objection() -> None:
    text = exported("markdown", SAMPLE, TODAY, "glossary")
    for process in ("Round", "Restated", "Recorded", "average", "Written down", "collecting,"):
        assert process not in text
    for said in ("**Objection of Stichting Delta \\* (stands)**", "(integrated)", "no objection:"):
        assert said in text


@pytest.mark.parametrize("style", ["report", "glossary"])
def test_where_each_keeps_its_own_the_outcome_says_what_that_is(style: str) -> None:
    between = ("gemeente-noord", "stichting-delta")
    named = (Difference(between, DifferenceKind.SCOPE, "De pas of de mens."),)
    agreement = replace(SAMPLE.agreements["bereik"], differences=named)
    differing = replace(SAMPLE, agreements={**SAMPLE.agreements, "bereik": agreement})
    text = exported("markdown", differing, TODAY, style)
    told = text[text.index("Each partner keeps its own meaning, under its own name.") :]
    told = told[: told.index("## <span")]
    assert "What each partner means:\n\n- **Gemeente Noord**: Wie een pas heeft.\n" in told
    assert told.rstrip().endswith(
        "Differences that were named:\n\n"
        "- Gemeente Noord ↔ Stichting Delta \\* (scope): De pas of de mens."
    )


def test_a_table_tells_what_is_agreed_with_the_objections_that_stand() -> None:
    rows = exported("markdown", SAMPLE, TODAY, "table").splitlines()
    row = next(one for one in rows if one.startswith("| **kwaliteit**"))
    assert "agreed<br> **1 objection stands**" in row
    row = next(one for one in rows if one.startswith("| **eigenaarschap**"))
    assert "| Draft: Wie iets begint" in row


@pytest.mark.parametrize("style", Markdown.styles)
def test_an_empty_set_has_no_contents(style: str) -> None:
    empty = TermSet("leeg", replace(SAMPLE.vocabulary, terms={}))
    text = exported("markdown", empty, TODAY, style)
    assert "Contents" not in text
    assert text.endswith("\n")
    assert "\n\n\n" not in text


def called(labels: list[str]) -> TermSet:
    """A set in which a partner defines words with these labels, and one of them is parked."""
    terms = {f"t{at}": Term(f"t{at}", label) for at, label in enumerate(labels)}
    partner = Partner("p", "P", "", {key: Definition("Ja.") for key in terms})
    vocabulary = replace(SAMPLE.vocabulary, terms=terms)
    outcome = SAMPLE.agreements["vertrouwen"].outcome
    agreements = {"t0": Agreement("t0", Phase.CLOSED, outcome=outcome)}
    return TermSet("keten", vocabulary, {"p": partner}, agreements)


def github(heading: str) -> str:
    """The id that GitHub gives a heading: letters, digits, hyphens and underscores of any kind."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def pandoc(heading: str) -> str:
    """The id that pandoc gives it: also dots, and nothing before the first letter."""
    kept = re.sub(r"[^\w\-. ]", "", heading.lower())
    return re.sub(r"^[^a-zà-ÿ]+", "", "-".join(kept.split()))


_LABELS = [
    "Café",
    "cafe",
    "C.A.F.E.",
    "café 2",
    "café-2",
    "24/7",
    "één",
    "字",
    "  ",
    "word",
    "part",
]
_HOSTILE = ["x](#part_agreed)", '"><script>', "# kop {#id}", "a_b", "Agreed", "`x`", "]("]


@settings(max_examples=times(30, 1_000))
@given(labels=st.lists(st.sampled_from(_LABELS + _HOSTILE) | TYPED, min_size=4, max_size=9))
def test_every_link_has_one_place_whatever_words_are_called(labels: list[str]) -> None:
    told = [f"x {one}" for one in labels]
    text = exported("markdown", called(told), TODAY)
    links, targets = _LINK.findall(text), _TARGET.findall(text)
    assert links == targets
    assert max(Counter(targets).values()) == 1
    headings = [
        "".join(part.content for part in token.children or [] if part.type == "text")
        for token in _headings(_READER.parse(text))
    ]
    assert len(headings) == len(targets) + 1
    ids = {rule(one) for rule in (github, pandoc) for one in headings}
    assert ids.isdisjoint(targets)
    leaves = [child for token in _READER.parse(text) for child in token.children or []]
    assert {one.attrs["href"] for one in leaves if one.type == "link_open"} == {
        f"#{link}" for link in links
    }
    html = Counter(one.content for one in leaves if one.type == "html_inline")
    assert html == Counter(
        [*(f'<span id="{one}">' for one in targets), *("</span>" for _one in targets)]
    )


def _headings(tokens: list[Token]) -> list[Token]:
    return [tokens[at + 1] for at, one in enumerate(tokens) if one.type == "heading_open"]


def test_a_short_document_has_no_contents() -> None:
    assert "Contents" not in exported("markdown", called(["a", "b"]), TODAY)
    assert "**Contents**" in exported("markdown", called(["a", "b", "c"]), TODAY)


@pytest.mark.faults
@pytest.mark.parametrize("text", TEXTS[:: times(9, 1)])
def test_no_text_is_more_than_text_in_a_table(text: str) -> None:
    meaning = {"t0": Definition(f"x {text}")}
    termset = called([f"x {text}", "b"])
    termset = replace(termset, partners={"p": Partner("p", "P", "", meaning)})
    tokens = _READER.parse(exported("markdown", termset, TODAY, "table"))
    cells = [tokens[at + 1] for at, one in enumerate(tokens) if one.type in ("th_open", "td_open")]
    assert len(cells) == 4 * 3
    leaves = [child for cell in cells for child in cell.children or []]
    assert {one.type for one in leaves} <= {"text", "strong_open", "strong_close", "html_inline"}
    assert {one.content for one in leaves if one.type == "html_inline"} <= {"<br>"}
    told = "".join(
        "\n" if one.type == "html_inline" else one.content for one in leaves_of(cells[7])
    )
    said = visible(f"P: x {text}").strip().split("\n")
    assert [one.strip() for one in told.split("\n")] == [one.strip() for one in said]


def leaves_of(cell: Token) -> list[Token]:
    return cell.children or []
