"""Writing a definition: what ends up in the file, and what is on the screen."""

from pathlib import Path

import pytest

from glossary.domain import TermSet, Vocabulary
from glossary.tui.keeper import Keeper
from glossary.tui.screens.entry import EntryScreen
from glossary.tui.widgets.entry_form import EntryForm
from glossary.tui.widgets.partner_tabs import PartnerTabs
from tests.tui.entering import entry, form
from tests.tui.paper import changed_lines, until
from tests.tui.sample import sample
from tests.tui.seeing import opened


async def test_only_the_typed_field_changes_in_the_file(tmp_path: Path) -> None:
    async with entry(tmp_path, "gemeente-noord") as seen:
        await seen.press(*" Nooit.", "ctrl+s")
    assert changed_lines(tmp_path) == [
        '-meaning = "Er gaat niets mis."  # eerste zin\r',
        '+meaning = "Er gaat niets mis. Nooit."  # eerste zin\r',
        "-updated = 2026-10-12\r",
        "+updated = 2026-11-23\r",
    ]


async def test_it_is_saved_by_itself_when_the_fingers_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Keeper, "SOON", 0.01)
    async with entry(tmp_path, "de-haven") as seen:
        await seen.press(*"dat wij")
        await until(seen, lambda: "Saved " in seen.text)
        saved = (tmp_path / "keten/partners/de-haven.toml").read_text(encoding="utf-8")
        assert 'meaning = "dat wij"' in saved


async def test_leaving_a_field_saves_it(tmp_path: Path) -> None:
    async with entry(tmp_path, "de-haven") as seen:
        await seen.press(*"goed", "f4")
        await until(seen, lambda: "Saved " in seen.text)
    assert '+meaning = "goed"' in changed_lines(tmp_path)


@pytest.mark.parametrize("way_out", ["escape", "ctrl+q", "ctrl+n"])
async def test_leaving_saves(tmp_path: Path, way_out: str) -> None:
    async with entry(tmp_path, "de-haven") as seen:
        await seen.press(*"goed", way_out)
    assert '+meaning = "goed"' in changed_lines(tmp_path)


async def test_nothing_is_written_when_nothing_was_typed(tmp_path: Path) -> None:
    async with entry(tmp_path, "gemeente-noord") as seen:
        await seen.press("ctrl+s", "ctrl+n", "ctrl+n", "ctrl+n", "escape")
    assert changed_lines(tmp_path) == []


async def test_another_partners_text_is_never_on_the_screen(tmp_path: Path) -> None:
    keys = ["f4", "f6", "f9", "ctrl+s", "shift+tab", "ctrl+z", "f1", "escape", "f2", "f3", "f3"]
    for partner in ("gemeente-noord", "de-haven"):
        async with entry(tmp_path, partner, size=(120, 40)) as seen:
            shown = [seen.text, *[await seen.press(key) for key in keys]]
            assert not any("Geheim van Delta" in text or "geduld" in text for text in shown)
            assert all("● 3 depends" not in text for text in shown)
            assert "✓ Delta" in shown[0]


async def test_undo_does_not_bring_back_another_partner(tmp_path: Path) -> None:
    async with entry(tmp_path, "zorggroep-delta") as seen:
        await seen.press("x", "ctrl+n")
        shown = await seen.press("ctrl+z", "ctrl+z")
        assert "Geheim" not in shown


async def test_who_has_answered_is_shown(tmp_path: Path) -> None:
    async with entry(tmp_path) as seen:
        assert "✓ Noord" in seen.text
        assert "✓ School" not in seen.text
        assert "Basisschool De Haven · 1 to go" in seen.text
        shown = await seen.press(*"goed", "ctrl+s")
        assert "✓ School" in shown
        assert "everybody has answered" in shown


async def test_empty_fields_stay_closed_until_they_are_asked_for(tmp_path: Path) -> None:
    async with entry(tmp_path, "gemeente-noord") as seen:
        assert "Example:" in seen.text
        assert "Counterexample:" not in seen.text
        shown = await seen.press("f5", *"een mailbox")
        assert "Counterexample:" in shown
        await seen.press("ctrl+s")
    assert '+counterexample = "een mailbox"\r' in changed_lines(tmp_path)


async def test_a_field_left_empty_closes_again(tmp_path: Path) -> None:
    async with entry(tmp_path, "gemeente-noord") as seen:
        await seen.press("f6")
        shown = await seen.press("shift+tab")
        assert "Belief:" not in shown
        assert "+ Belief" in shown


async def test_a_field_opens_with_the_mouse(tmp_path: Path) -> None:
    async with entry(tmp_path, "gemeente-noord") as seen:
        row = next(n for n, line in enumerate(seen.lines) if "+ Belief" in line)
        await seen.pilot.click(offset=(seen.lines[row].index("Belief") + 2, row))
        await seen.rest()
        assert "Belief:" in seen.text


async def test_the_file_says_that_the_facilitator_typed(tmp_path: Path) -> None:
    async with entry(tmp_path, "de-haven") as seen:
        shown = await seen.press("ctrl+t")
        assert "the facilitator types for Basisschool De Haven" in shown
        assert "means by kwaliteit, typed by the facilitator:" in shown
        await seen.press(*"goed", "ctrl+s")
        assert '+entered_by = "facilitator"' in changed_lines(tmp_path)
    async with entry(tmp_path, "de-haven") as seen:
        assert "means by kwaliteit, typed by the facilitator:" in seen.text
        shown = await seen.press(*" werk", "ctrl+s")
        assert "typed by" not in shown
        assert not any("entered_by" in line for line in changed_lines(tmp_path))


async def test_saying_so_afterwards_counts_for_what_was_typed_here(tmp_path: Path) -> None:
    async with entry(tmp_path, "de-haven") as seen:
        await seen.press(*"goed", "ctrl+s", "ctrl+t")
        assert '+entered_by = "facilitator"' in changed_lines(tmp_path)
        await seen.press("ctrl+t")
        assert not any("entered_by" in line for line in changed_lines(tmp_path))
    async with entry(tmp_path, "gemeente-noord") as seen:
        await seen.press("ctrl+t", "ctrl+t", "ctrl+t", "escape")
    assert not any("entered_by" in line for line in changed_lines(tmp_path))


async def test_a_partner_is_chosen_with_the_mouse(tmp_path: Path) -> None:
    async with entry(tmp_path, "gemeente-noord") as seen:
        row = next(n for n, line in enumerate(seen.lines) if "School" in line)
        await seen.press("x")
        await seen.pilot.click(offset=(seen.lines[row].index("School"), row))
        await seen.rest()
        assert "Basisschool De Haven" in seen.text
        assert form(seen).texts()["meaning"] == ""
    assert '+meaning = "Er gaat niets mis.x"  # eerste zin\r' in changed_lines(tmp_path)


async def test_a_term_without_questions_and_cases_can_be_defined(tmp_path: Path) -> None:
    async with entry(tmp_path, "de-haven", term="bereik") as seen:
        assert "Does this count?" not in seen.text
        await seen.press(*"wie er komt", "escape")
    assert "+[definitions.bereik]" in changed_lines(tmp_path)


async def test_an_emptied_meaning_is_not_written_unless_somebody_says_so(tmp_path: Path) -> None:
    async with entry(tmp_path, "gemeente-noord") as seen:
        await seen.press("ctrl+u", "escape")
        assert not seen.app.screen.query(EntryForm)
    assert changed_lines(tmp_path) == []


async def test_emptying_says_what_happens_and_can_withdraw(tmp_path: Path) -> None:
    async with entry(tmp_path, "gemeente-noord") as seen:
        form(seen).fill({"example": ""})
        await seen.press("ctrl+u")
        assert "Emptied. What was there stays saved" in seen.text
        shown = await seen.press("ctrl+s")
        assert "Withdraw what Gemeente Noord means by this term?" in shown
        await seen.press("2")
        assert "[definitions.kwaliteit]" not in (
            tmp_path / "keten/partners/gemeente-noord.toml"
        ).read_text(encoding="utf-8")
        assert "✓ Noord" not in seen.text


async def test_a_partner_can_be_added(tmp_path: Path) -> None:
    async with entry(tmp_path, "gemeente-noord") as seen:
        seen.app.screen.query_one(PartnerTabs).focus()
        shown = await seen.press("plus", *"Huisartsen Oost", "enter")
        assert "Huisartsen Oost ·" in shown
        await seen.press(*"tijd", "escape")
    text = (tmp_path / "keten/partners/huisartsen-oost.toml").read_text(encoding="utf-8")
    assert 'meaning = "tijd"' in text


async def test_putting_a_name_away_goes_back_to_where_one_was(tmp_path: Path) -> None:
    async with entry(tmp_path, "gemeente-noord") as seen:
        tabs = seen.app.screen.query_one(PartnerTabs)
        tabs.focus()
        await seen.press("plus", "escape")
        assert seen.app.focused is tabs


async def test_a_name_that_exists_is_refused_calmly(tmp_path: Path) -> None:
    async with entry(tmp_path, "gemeente-noord") as seen:
        seen.app.screen.query_one(PartnerTabs).focus()
        shown = await seen.press("plus", *"gemeente noord", "enter")
        assert "There is a partner" in shown
        shown = await seen.press("escape")
        assert "means by kwaliteit:" in shown


async def test_a_set_without_partners_says_how_to_begin() -> None:
    termset = TermSet("sample", Vocabulary("Room", "en", "", dict(sample().terms)))
    async with opened(termset) as seen:
        seen.app.push_screen(EntryScreen(seen.app.desk, "quality"))
        await seen.rest()
        assert "No partners yet. Press + to add the first one." in seen.text
        shown = await seen.press("ctrl+n", "ctrl+s", "f4", "plus", *"North", "enter")
        assert "means by quality:" in shown


async def test_words_follow_the_language_and_texts_stay(tmp_path: Path) -> None:
    async with entry(tmp_path, "de-haven") as seen:
        await seen.press(*"goed")
        await seen.press("f3", "f3", "f2")
        assert form(seen).texts()["meaning"] == "goed"
        assert "means by kwaliteit:" in seen.text


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (100, 30), (120, 40), (200, 60)])
async def test_every_size_shows_the_box_with_the_cursor(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with entry(tmp_path, "gemeente-noord", size=size) as seen:
        shown = await seen.press(*" Laatste")
        assert "Laatste" in shown
        assert "^s" in shown


async def test_a_window_that_is_too_small_loses_nothing(tmp_path: Path) -> None:
    async with entry(tmp_path, "de-haven") as seen:
        await seen.press(*"goed")
        await seen.resize(20, 5)
        await seen.resize(80, 24)
        assert "goed" in seen.text


async def test_who_types_on_and_on_is_saved_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Keeper, "SOON", 600.0)
    monkeypatch.setattr(Keeper, "LATEST", 0.0)
    async with entry(tmp_path, "de-haven") as seen:
        await seen.press("a", "b")
        await until(seen, lambda: "Saved " in seen.text)
    assert '+meaning = "ab"' in changed_lines(tmp_path)
