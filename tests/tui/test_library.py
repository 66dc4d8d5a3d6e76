"""The list of terms, as a user sees it."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from glossary.domain import (
    Agreement,
    Draft,
    Finding,
    Outcome,
    OutcomeKind,
    Phase,
    Severity,
    Term,
    TermSet,
    Vocabulary,
)
from glossary.domain.text import fingerprint
from glossary.store.folder import FolderStore
from glossary.tui.screens.compare import CompareScreen
from glossary.tui.screens.library import LibraryScreen
from glossary.tui.screens.library_notice import notice
from glossary.tui.widgets.term_list import TermList
from tests.tui.paper import paper
from tests.tui.sample import MEANINGS, sample
from tests.tui.seeing import Seen, opened


def cursor_row(seen: Seen) -> str:
    return next(line for line in seen.lines if line.startswith("▶"))


async def test_the_list_says_title_counts_attention_reason_and_status() -> None:
    async with opened(sample()) as seen:
        assert seen.lines[0].startswith(" Room in the region")
        assert seen.lines[0].endswith("4 terms · 4 partners")
        quality = next(line for line in seen.lines if "quality" in line)
        assert "▆" in quality
        assert "4/4  to compare" in quality
        room = next(line for line in seen.lines if "room to move" in line)
        assert "········" in room
        assert "0/4  empty" in room


async def test_the_hottest_term_comes_first_with_the_cursor_on_it() -> None:
    async with opened(sample()) as seen:
        terms = [line for line in seen.lines if "/4  " in line]
        assert "quality" in terms[0]
        # The file begins with trust, which was on the first row before anything was compared.
        assert cursor_row(seen) == terms[0]


async def test_a_cursor_that_somebody_moved_stays_on_its_term() -> None:
    termset = sample()
    async with opened(termset) as seen:
        await seen.press("j")
        moved = cursor_row(seen)
        assert "trust" in moved
        parked = Agreement("quality", Phase.CLOSED, outcome=Outcome(OutcomeKind.PARKED))
        seen.app.desk.store.update_agreement("sample", "quality", lambda _now: parked)
        seen.app.desk.reload()
        screen = seen.app.screen
        assert isinstance(screen, LibraryScreen)
        screen.refill()
        await seen.rest()
        assert cursor_row(seen) == moved == seen.lines[2]


def _overtaken() -> TermSet:
    meanings = {key: fingerprint(text) for key, text in MEANINGS.items()} | {"delta": "0"}
    outcome = Outcome(OutcomeKind.SHARED, date=dt.date(2026, 11, 2), meanings=meanings)
    draft = Draft("Nobody is hurt, and residents notice that we care.")
    return replace(
        sample(),
        agreements={"quality": Agreement("quality", Phase.CLOSED, None, (), draft, (), outcome)},
    )


async def test_an_agreed_word_says_who_changed_its_meaning_since() -> None:
    async with opened(_overtaken(), size=(100, 24)) as seen:
        row = next(line for line in seen.lines if "quality" in line)
        assert "Delta changed its meaning" in row
        assert "look again" in row
        seen.app.push_screen(CompareScreen(seen.app.desk, "quality"))
        await seen.rest()
        said = " ".join(seen.text.split())
        assert (
            "“quality” was agreed on 2 November 2026; since then Delta Care Group changed its "
            "meaning. Agreed wording: “Nobody is hurt, and residents notice that we care.”"
        ) in said
        await seen.press("n")
        assert "Agreed wording" not in seen.text


async def test_what_the_group_has_decided_comes_last() -> None:
    parked = Agreement("quality", Phase.CLOSED, outcome=Outcome(OutcomeKind.PARKED))
    async with opened(replace(sample(), agreements={"quality": parked})) as seen:
        terms = [line for line in seen.lines if "/4  " in line]
        assert "quality" in terms[-1]
        assert "▆" in terms[-1]


async def test_keys_move_the_cursor() -> None:
    async with opened(sample()) as seen:
        await seen.press("home")
        assert "quality" in cursor_row(seen)
        await seen.press("j", "down", "k")
        assert cursor_row(seen) == seen.lines[3]
        await seen.press("end")
        assert cursor_row(seen) == seen.lines[5]


async def test_who_returns_without_a_change_waits_for_no_comparison() -> None:
    async with opened(sample()) as seen:
        await seen.pilot.press("enter", "escape")
        await seen.pilot.pause()
        assert not [worker for worker in seen.app.workers if worker.group == "rank"]
        assert "▆" in seen.text


async def test_enter_opens_and_escape_returns_to_the_same_term() -> None:
    async with opened(sample()) as seen:
        await seen.press("home", "enter")
        assert isinstance(seen.app.screen, CompareScreen)
        assert seen.lines[0].startswith(" QUALITY")
        await seen.press("escape")
        assert "quality" in cursor_row(seen)


async def test_a_click_moves_and_a_second_one_opens() -> None:
    async with opened(sample()) as seen:
        await seen.pilot.click(TermList, offset=(6, 2))
        await seen.rest()
        assert cursor_row(seen) == seen.lines[4]
        await seen.pilot.click(TermList, offset=(6, 2))
        await seen.rest()
        assert isinstance(seen.app.screen, CompareScreen)


async def test_find_as_you_type_opens_the_hit() -> None:
    async with opened(sample()) as seen:
        await seen.press("slash", *"stear")
        assert "steering" in cursor_row(seen)
        assert not any("quality" in line for line in seen.lines)
        await seen.press("enter")
        assert seen.lines[0].startswith(" STEERING")


async def test_escape_clears_and_keeps_the_term() -> None:
    async with opened(sample()) as seen:
        await seen.press("slash", *"room", "escape")
        assert "room to move" in cursor_row(seen)
        assert any("quality" in line for line in seen.lines)
        assert not seen.app.screen.query_one(Input).has_focus


async def test_keys_right_behind_escape_work_on_all_terms() -> None:
    async with opened(sample()) as seen:
        await seen.press("slash", *"stear")
        screen = seen.app.screen
        assert isinstance(screen, LibraryScreen)
        screen.action_clear()
        screen.action_open_term()
        await seen.rest()
        assert "STEERING" in seen.lines[0]
        assert "STEERING" not in (await seen.press("n")).partition("\n")[0]


async def test_letters_are_letters_while_finding() -> None:
    async with opened(sample()) as seen:
        text = await seen.press("slash", "q", "x")
        assert "Nothing is called “qx”" in text
        assert "enter Open  esc Clear" in text


async def test_matched_letters_are_underlined() -> None:
    async with opened(sample()) as seen:
        await seen.press("slash", *"ual")
        strips = seen.app.screen._compositor.render_strips()
        underlined = "".join(
            segment.text
            for segment in strips[2]
            if segment.style is not None and segment.style.underline
        )
        assert underlined == "ual"


async def test_an_empty_set_says_what_to_do() -> None:
    empty = TermSet("new", Vocabulary("New", "en"))
    async with opened(empty) as seen:
        assert "This set has no terms yet." in seen.text
        assert "termset.toml" in seen.text
        await seen.press("enter", "e", "a", "down", "end", "slash", "z")


async def test_ten_thousand_terms_are_there_at_once() -> None:
    terms = {f"t{n}": Term(f"t{n}", f"term number {n}") for n in range(10_000)}
    async with opened(TermSet("big", Vocabulary("Big", "en", "", terms))) as seen:
        assert "10000 terms" in seen.lines[0]
        await seen.press("end")
        assert "term number 9999" in cursor_row(seen)
        await seen.press("slash", *"number 77")
        assert "term number 77" in cursor_row(seen)


@pytest.mark.parametrize("size", [(40, 10), (60, 15), (80, 24), (100, 30), (200, 60)])
async def test_rows_fit_every_size(size: tuple[int, int]) -> None:
    async with opened(sample(), size=size, notice="A copy of the demo.") as seen:
        assert all(cell_len(line) <= size[0] for line in seen.lines)
        assert "A copy of the demo." in seen.text
        row = next(line for line in seen.lines if "quality" in line)
        assert "to compare" in row
        assert seen.lines[-1].split()[-2] == "?"


async def test_a_term_that_appeared_is_listed_after_a_refill() -> None:
    termset = sample()
    async with opened(termset) as seen:
        more = {**termset.terms, "new": Term("new", "brand new")}
        seen.app.desk.termset = replace(termset, vocabulary=replace(termset.vocabulary, terms=more))
        seen.app.screen.refill()  # type: ignore[attr-defined]  # the list is a room screen
        await seen.rest()
        assert "brand new" in seen.text
        assert "5 terms" in seen.lines[0]


def test_the_notice_names_the_first_error_and_how_many_more() -> None:
    folder = Path("sets")
    warning = Finding(folder / "a" / "x.toml", "unknown-key", "Odd key.", severity=Severity.WARNING)
    error = Finding(folder / "a" / "p.toml", "syntax", "Cannot be read.", line=3, column=7)
    assert notice("Demo.", (), folder) == "Demo."
    assert notice("", (error,), folder) == "a/p.toml:3:7: Cannot be read."
    said = notice("", (warning, error), folder)
    assert said == "a/p.toml:3:7: Cannot be read. One more remark; see it with: glossary check"


async def test_a_file_that_cannot_be_read_is_told_with_whose_words_and_what_to_do(
    tmp_path: Path,
) -> None:
    broken = paper(tmp_path) / "partners/zorggroep-delta.toml"
    broken.write_text('format = 1\n[definitions.coöperatie]\nmeaning = "a"\n', encoding="utf-8")
    async with opened(store=FolderStore(tmp_path)) as seen:
        await seen.rest()
        said = " ".join(seen.text.split())
        assert "The words of “zorggroep-delta” are not shown until that file is repaired." in said
        assert "partners/zorggroep-delta.toml:2:1: A heading takes only" in said
        assert "Write it as [definitions.cooperatie]" in said
