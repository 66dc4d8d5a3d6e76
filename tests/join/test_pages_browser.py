"""The pages of phones in a real browser: safe, accessible and readable on a small screen."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ViewportSize

from glossary.domain import Phase, TermSet, fingerprint, visible
from glossary.domain.agreements import Draft
from glossary.formats.html_text import Html
from glossary.join.pages.room import RoomPages
from glossary.workflow.session.giving import seal
from glossary.workflow.session.seat import seat
from tests.faults import times
from tests.formats.chromium import elements, opened, seen
from tests.formats.test_html_browser import TEXTS
from tests.hostile import PAYLOADS, in_a_file
from tests.join.paper import HIDDEN, framed
from tests.memory_store import MemoryStore
from tests.workflow.session.seated import DAY, MEANINGS, SET, TERM, WORDING, seated

_ME = "delta"
_LOOKS: list[dict[str, Any]] = [
    {"viewport": {"width": 360, "height": 740}, "color_scheme": scheme}
    for scheme in ("light", "dark")
]
# As wide as 360 pixels are when everything is twice as large.
_ENLARGED = ViewportSize(width=180, height=370)
_LATE = seated(Phase.COLLECT).terms[TERM].cases[0].text
# What a phone sends that is not saved, by its phase.
_REFUSED: Mapping[str, tuple[Phase, Mapping[str, str]]] = {
    "other words": (Phase.COLLECT, {"question": "meaning", "meaning": "Anders."}),
    "another answer": (
        Phase.COLLECT,
        {"question": "case-te-laat", "answer": "yes", "on": fingerprint(_LATE)},
    ),
    "another question": (Phase.COLLECT, {"question": "case-te-laat", "answer": "yes"}),
    "late": (
        Phase.COMPARE,
        {"question": "meaning", "meaning": "Anders.", "seen-meaning": seal(MEANINGS[_ME])},
    ),
    "over": (Phase.DRAFT, {"question": "restate-haven", "text": "Inzet."}),
    "no reason": (
        Phase.CONSENT,
        {"question": "position", "stand": "objection", "on": fingerprint(WORDING)},
    ),
}


def _pages(termset: TermSet) -> RoomPages:
    return RoomPages(MemoryStore(termset), SET, lambda: DAY)


def _shown(termset: TermSet, language: str) -> dict[str, Html]:
    """Every page of one partner, by its question."""
    pages, asked = _pages(termset), seat(termset, _ME).questions
    return {one.id: pages.show(_ME, one.id, language, HIDDEN).html for one in asked}


def _kinds(language: str) -> Iterator[tuple[str, Html]]:
    """A page of every kind, once."""
    known: set[Html] = set()
    for name, html in _all_pages(language):
        if html not in known:
            known.add(html)
            yield name, html


def _all_pages(language: str) -> Iterator[tuple[str, Html]]:
    for phase in Phase:
        for silent in ("", _ME):
            for question, html in _shown(seated(phase, silent=silent), language).items():
                yield f"{phase} {question} {silent}", html
    yield "letters", _shown(seated(Phase.COMPARE, anonymous=True), language)["others"]
    nothing = replace(seated(Phase.COMPARE), session=None)
    yield "nothing", _shown(nothing, language)["wait"]
    for name, (phase, form) in _REFUSED.items():
        pages = _pages(seated(phase))
        given = pages.give(_ME, {"term": TERM, **form}, language, HIDDEN)
        assert given.html is not None, name
        yield name, given.html


def _with_text(termset: TermSet, text: str) -> TermSet:
    """Every text that anybody may have typed is this one."""
    term = termset.terms[TERM]
    asked = replace(
        term,
        label=text or "x",
        questions=(text,),
        lenses=tuple(replace(one, label=text) for one in term.lenses),
        cases=tuple(replace(one, text=text) for one in term.cases),
    )
    vocabulary = replace(termset.vocabulary, terms={**termset.terms, TERM: asked})
    partners = {
        key: replace(
            one,
            name=f"{key}{text}",
            definitions={
                key: replace(said, meaning=text, belief=text, example=text)
                for key, said in one.definitions.items()
            },
            restatements=tuple(
                replace(said, text=text, of_fingerprint=fingerprint(text))
                for said in one.restatements
            ),
            positions={
                key: replace(stood, reason=text, on=fingerprint(text))
                for key, stood in one.positions.items()
            },
            verdicts=tuple(
                replace(
                    said,
                    correction=text,
                    fingerprint=fingerprint(text),
                    of_fingerprint=fingerprint(text),
                )
                for said in one.verdicts
            ),
        )
        for key, one in termset.partners.items()
    }
    agreement = termset.agreement(TERM)
    if agreement.draft.wording:
        agreement = replace(agreement, draft=Draft(text, text, text))
    agreements = {TERM: agreement}
    return replace(termset, vocabulary=vocabulary, partners=partners, agreements=agreements)


@pytest.mark.parametrize(
    ("language", "look"), [("nl", _LOOKS[0]), ("nl", _LOOKS[1]), ("en", _LOOKS[0])]
)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_phone(
    browser: Browser, tmp_path: Path, language: str, look: dict[str, Any]
) -> None:
    file = tmp_path / "page.html"
    file.write_text("", "utf-8")
    with opened(browser, file, **look) as page:
        for name, html in _kinds(language):
            file.write_text(framed(html, language), "utf-8")
            page.reload()
            found = Axe().run(page)
            assert found.violations_count == 0, (name, found.generate_report())
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
            page.set_viewport_size(_ENLARGED)
            assert page.evaluate("document.documentElement.scrollWidth") <= 180, name
            page.set_viewport_size(look["viewport"])


def test_every_control_is_as_large_as_a_thumb(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("", "utf-8")
    with opened(browser, file, **_LOOKS[0]) as page:
        for name, html in _kinds("nl"):
            file.write_text(framed(html), "utf-8")
            page.reload()
            sizes = page.evaluate(
                "[...document.querySelectorAll('.choice, button, textarea, summary, main a')]"
                ".filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect())"
                ".map(one => Math.min(one.width, one.height))"
            )
            assert all(size >= 44 for size in sizes), name


@pytest.mark.faults
def test_no_text_is_more_than_text_on_a_phone(
    browser: Browser, tmp_path: Path, figure: Callable[[str], None]
) -> None:
    file = tmp_path / "page.html"
    texts = [*TEXTS[:: times(50, 1)], *map(in_a_file, PAYLOADS[:: times(9, 1)])]
    phases = [seated(phase) for phase in Phase]
    known: dict[str, set[str]] = {}
    file.write_text("", "utf-8")
    with opened(browser, file) as page:
        for termset in phases:
            for html in _shown(_with_text(termset, "woord"), "nl").values():
                file.write_text(framed(html), "utf-8")
                page.reload()
                for name, attributes in elements(page).items():
                    known.setdefault(name, set()).update(attributes)
    made = 0
    # Without the policy of the page: the text itself is harmless.
    with opened(browser, file, bypass_csp=True) as page:
        for text in texts:
            for termset in phases:
                for html in _shown(_with_text(termset, text), "nl").values():
                    file.write_text(framed(html), "utf-8")
                    page.reload()
                    made += 1
                    assert seen(page) == [], text
                    assert page.locator("script").count() == 0
                    for name, attributes in elements(page).items():
                        assert {*attributes} <= known.get(name, set()) | {"checked", "open"}
            told = page.evaluate("document.querySelector('main').textContent")
            assert " ".join(visible(text).split()) in " ".join(told.split())
    figure(
        f"phones: {len(texts)} texts on {made} pages, in Chromium: "
        "0 scripts run, 0 requests made, 0 elements of theirs"
    )
