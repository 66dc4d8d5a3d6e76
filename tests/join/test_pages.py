"""What the pages of phones say: for every phase and partner, in Dutch and English."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from glossary.domain import Phase
from glossary.formats.html_text import Html
from glossary.join.contract import Pages
from glossary.join.pages.room import RoomPages
from glossary.store.folder import FolderStore
from glossary.workflow.defining import define
from glossary.workflow.session.agenda import take_up
from glossary.workflow.session.moving import go
from glossary.workflow.session.restating import restate
from glossary.workflow.session.seat import seat
from tests.formats.test_html_browser import TEXTS
from tests.join.paper import HIDDEN, fields, filled, framed, room
from tests.memory_store import MemoryStore
from tests.workflow.session.seated import DAY, NAMES, NOW, SET, TERM, seated


def _every(pages: RoomPages, termset_of: Phase, partner: str, language: str) -> Iterator[Html]:
    asked = seat(seated(termset_of), partner).questions
    yield from (pages.show(partner, one.id, language, HIDDEN).html for one in asked)


class _Outline(HTMLParser):
    """The elements of a page with what they are called."""

    def __init__(self) -> None:
        super().__init__()
        self.labelled: set[str] = set()
        self.named: set[str] = set()
        self.headings: list[str] = []
        self.odd: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "label":
            self.labelled.add(told.get("for") or "")
        elif tag == "textarea":
            self.named.add(told.get("id") or "")
        elif tag in ("h1", "h2", "h3"):
            self.headings.append(tag)
        self.odd += [key for key in told if key == "style" or key.startswith("on")]
        self.odd += [tag] if tag in ("script", "style", "img", "link", "iframe") else []


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("phase", [*Phase])
def test_every_page_has_a_heading_labels_and_its_hidden_fields(
    tmp_path: Path, phase: Phase, language: str
) -> None:
    pages: Pages = room(tmp_path, seated(phase))
    assert isinstance(pages, RoomPages)
    for partner in NAMES:
        for html in _every(pages, phase, partner, language):
            found = _Outline()
            found.feed(html)
            assert found.headings[0] == "h1"
            assert found.named <= found.labelled
            assert not found.odd
            if "<form" in html:
                assert fields(html)["nonce"] == "0123456789abcdef"
                assert fields(html)["term"] == TERM
                assert "autocomplete" not in html  # the back button brings back what was typed
            assert len(framed(html).encode()) <= 30_000


@pytest.mark.parametrize(
    ("phase", "partner", "question", "language", "told"),
    [
        (Phase.COLLECT, "delta", "meaning", "nl", "Zorggroep Delta bedoelt met kwaliteit:"),
        (Phase.COLLECT, "delta", "meaning", "en", "Question 1 of 5"),
        (Phase.COLLECT, "delta", "lens", "nl", "Klinkt als: ◆"),
        (Phase.COLLECT, "delta", "case-te-laat", "nl", "Valt dit eronder?"),
        (Phase.COLLECT, "noord", "", "nl", "Je hebt alles ingevuld."),
        (Phase.COMPARE, "delta", "", "nl", "Wat elke partner bedoelt"),
        (Phase.COMPARE, "delta", "", "en", "Chosen lenses"),
        (Phase.RESTATE, "noord", "", "nl", "Zorggroep Delta zei “bijna”: "),
        (Phase.RESTATE, "west", "", "nl", "Huisartsenpraktijk West antwoordt:"),
        (Phase.DRAFT, "delta", "", "nl", "De groep zoekt samen één tekst, op het grote scherm."),
        (Phase.CONSENT, "delta", "position", "en", "Round 2 · changed since round 1:"),
        (Phase.CONSENT, "delta", "", "nl", "Zorg van Basisschool De Haven, geen bezwaar: "),
        (Phase.CLOSED, "delta", "", "nl", "Ik weet wat de anderen bedoelen"),
        (Phase.CLOSED, "delta", "wait", "en", "Recorded on 23 November 2026"),
    ],
)
def test_a_page_says_what_the_screen_says(
    tmp_path: Path, phase: Phase, partner: str, question: str, language: str, told: str
) -> None:
    pages = room(tmp_path, seated(phase))
    assert told in pages.show(partner, question, language, HIDDEN).html


def test_marks_are_those_of_the_screen(tmp_path: Path) -> None:
    page = room(tmp_path, seated(Phase.COMPARE)).show("delta", "", "nl", HIDDEN).html
    assert '<mark class="only">+\u00a0een bewoner merkt</mark>' in page
    assert '<mark class="lens-2">◆\u00a0tijd nemen</mark>' in page
    assert "Tekens, en in hoeveel definities:" in page


def test_readers_of_both_languages_are_answered_at_once(tmp_path: Path) -> None:
    pages = room(tmp_path, seated(Phase.COLLECT))

    def read(language: str) -> str:
        return pages.show("delta", "meaning", language, HIDDEN).html

    alone = {language: read(language) for language in ("nl", "en")}
    with ThreadPoolExecutor(8) as phones:
        asked = ["nl", "en"] * 40
        found = [*phones.map(read, asked)]
    assert found == [alone[language] for language in asked]


def test_the_group_leads_and_the_pages_follow(tmp_path: Path) -> None:
    pages = room(tmp_path, seated(Phase.COLLECT))
    store = FolderStore(tmp_path)
    assert pages.show("noord", "", "en", HIDDEN).html.count("✓ done") == 5
    waiting = "kwaliteit/collect/wait"
    assert "You have answered everything." in pages.show("noord", waiting, "en", HIDDEN).html
    for phase, told in (
        (Phase.COMPARE, "What each partner means"),
        (Phase.RESTATE, "says in its own words what"),
        (Phase.DRAFT, "The group looks for one wording together"),
    ):
        go(store, SET, TERM, phase, NOW)
        for place in ("", "meaning", waiting):
            assert told in pages.show("noord", place, "en", HIDDEN).html
    take_up(store, SET, "regie", NOW)
    assert "Gemeente Noord means by regie:" in pages.show("noord", "", "en", HIDDEN).html


def test_the_place_changes_with_what_is_asked_and_with_nothing_else(tmp_path: Path) -> None:
    pages = room(tmp_path, seated(Phase.COLLECT, silent="west"))
    store = FolderStore(tmp_path)

    def place(partner: str, question: str) -> str:
        return pages.show(partner, question, "en", HIDDEN).place

    before = [place("delta", one) for one in ("meaning", "lens", "case-te-laat", "wait")]
    assert len({*before}) == 4
    # What others do is not told, and who types is not disturbed by a phone of the same partner.
    define(store, SET, TERM, "west", {"meaning": "Snel."}, DAY)
    define(store, SET, TERM, "delta", {"meaning": "Anders."}, DAY)
    assert [place("delta", one) for one in ("meaning", "lens", "case-te-laat", "wait")] == before
    again = RoomPages(FolderStore(tmp_path), SET, lambda: DAY)
    assert again.show("delta", "meaning", "nl", HIDDEN).place == before[0]
    # Who waits is told of what there is to do.
    filled(pages, "delta", "lens", {"lens": "inzet"})
    assert place("delta", "wait") != before[3]
    go(store, SET, TERM, Phase.COMPARE, NOW)
    shown = place("delta", "others")
    assert shown not in before
    define(store, SET, TERM, "west", {"meaning": "Sneller."}, DAY)
    assert place("delta", "others") != shown
    go(store, SET, TERM, Phase.RESTATE, NOW)
    writing, waiting = place("delta", "restate-haven"), place("delta", "wait")
    restate(store, SET, TERM, "noord", "delta", "Jullie nemen de tijd.", DAY)
    assert place("delta", "restate-haven") == writing
    assert place("delta", "wait") != waiting


def test_what_somebody_typed_in_an_address_is_the_first_question(tmp_path: Path) -> None:
    pages = room(tmp_path, seated(Phase.COLLECT))
    first = pages.show("delta", "", "nl", HIDDEN)
    for odd in ("x", "../..", "restate-noord", "others", "<script>", "case-", "\x00", "é" * 999):
        assert pages.show("delta", odd, "nl", HIDDEN) == first


@pytest.mark.parametrize("text", TEXTS[::9])
def test_text_is_text_on_every_page(tmp_path: Path, text: str) -> None:
    termset = seated(Phase.COMPARE)
    partners = {
        key: replace(
            one,
            name=f"{key} {text}",
            definitions={TERM: replace(one.definitions[TERM], meaning=text, example=text)},
        )
        for key, one in termset.partners.items()
    }
    pages = RoomPages(MemoryStore(replace(termset, partners=partners)), SET, lambda: DAY)
    for html in _every(pages, Phase.COMPARE, "delta", "nl"):
        found = _Outline()
        found.feed(html)
        assert not found.odd
    # What is not saved stands on a page as well.
    for question, name in (("meaning", "meaning"), ("restate-haven", "text"), (text, "meaning")):
        form = {"term": TERM, "question": question, "on": text, "seen-x": text, name: text}
        given = pages.give("delta", form, "nl", HIDDEN)
        if given.html is not None:
            found = _Outline()
            found.feed(given.html)
            assert not found.odd
