"""The draft: what ends up in the files, and what is on the screen."""

from pathlib import Path

import pytest
from textual import events

from glossary.domain import fingerprint, visible
from glossary.tui.keeper import Keeper
from glossary.tui.screens.agreement import AgreementScreen
from glossary.tui.widgets.draft_area import DraftArea
from glossary.tui.widgets.draft_panel import DraftPanel
from tests.tui.agreeing import DRAFT, WORDING, add_position, agreed, agreement, write_draft
from tests.tui.paper import until
from tests.tui.test_entry_safety import HOSTILE, no_disk


async def test_a_draft_is_saved_as_it_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Keeper, "SOON", 0.01)
    async with agreement(tmp_path) as seen:
        await seen.press(*"Niets mis.")
        await until(seen, lambda: "Saved " in seen.text)
        assert agreed(tmp_path)["draft"] == {"wording": "Niets mis."}


async def test_a_draft_keeps_the_comments_around_it(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        await seen.press(*" Nooit.", "escape")
    text = (tmp_path / "keten/agreements/kwaliteit.toml").read_text(encoding="utf-8")
    assert text == DRAFT.replace(WORDING, f"{WORDING} Nooit.")


async def test_whose_words_the_draft_uses_is_shown_while_typing(tmp_path: Path) -> None:
    async with agreement(tmp_path) as seen:
        await seen.press(*"bewoner merkt zonlicht ")
        await until(seen, lambda: "nobody said:" in seen.text)
        assert "Whose words?" in seen.text
        assert "Noord ░░░░░" in seen.text
        assert "Delta ██░░░" in seen.text
        assert "zonlicht" in seen.text.split("nobody said:")[1]


async def test_marks_of_an_earlier_draft_are_dropped(tmp_path: Path) -> None:
    async with agreement(tmp_path) as seen:
        await seen.press(*"zonlicht")
        await until(seen, lambda: "nobody said:" in seen.text)
        panel = seen.app.screen.query_one(DraftPanel)
        before = seen.app.screen.query_one(DraftArea).get_line(0).spans
        panel.wording.show_spans("something else", ())
        assert seen.app.screen.query_one(DraftArea).get_line(0).spans == before
        assert before


async def test_everybodys_words_are_in_view(tmp_path: Path) -> None:
    async with agreement(tmp_path) as seen:
        assert "Er gaat niets mis." in seen.text
        assert "een bewoner merkt aandacht" in seen.text


async def test_an_example_goes_with_the_draft(tmp_path: Path) -> None:
    async with agreement(tmp_path) as seen:
        await seen.press(*"goed", "f7", *"een brief", "escape")
    assert agreed(tmp_path)["draft"] == {"wording": "goed", "example": "een brief"}


async def test_a_failed_save_keeps_the_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        monkeypatch.setattr("os.replace", no_disk)
        shown = await seen.press(*" Nooit", "ctrl+s")
        assert "was not saved and is as it was" in shown
        shown = await seen.press("f5", "1")
        assert "●" not in shown
        await seen.press("escape", "escape", "f4")
        assert "Nooit" in seen.app.screen.query_one(DraftArea).text
        monkeypatch.undo()
        await seen.press("escape")
    assert agreed(tmp_path)["draft"]["wording"] == f"{WORDING} Nooit"


async def test_a_draft_changed_elsewhere_appears(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        path = tmp_path / "keten/agreements/kwaliteit.toml"
        path.write_text(DRAFT.replace("niets mis", "alles goed"), encoding="utf-8")
        seen.app.desk.reload_if_changed()
        screen = seen.app.screen
        assert isinstance(screen, AgreementScreen)
        screen.refill()
        await seen.rest()
        assert "alles goed" in screen.query_one(DraftArea).text


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_is_harmless_everywhere(tmp_path: Path, text: str) -> None:
    escaped = "".join(f"\\U{ord(char):08X}" for char in text)
    write_draft(tmp_path, DRAFT.replace(WORDING, escaped))
    for partner in ("gemeente-noord", "zorggroep-delta", "de-haven"):
        add_position(tmp_path, partner, "concern", escaped, fingerprint(text))
    path = tmp_path / "keten/partners/gemeente-noord.toml"
    path.write_bytes(path.read_bytes().replace(b"Gemeente Noord", escaped.encode()))
    path.write_bytes(path.read_bytes().replace(b"Er gaat niets mis.", escaped.encode()))
    async with agreement(tmp_path, size=(120, 40)) as seen:
        for key in ("f4", "f5", "2", "escape", "f6", "3"):
            shown = await seen.press(key)
            assert shown == visible(shown)
        seen.app.post_message(events.Paste(text))
        await seen.rest()
        assert seen.text == visible(seen.text)


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (100, 30), (120, 40), (200, 60)])
async def test_every_size_shows_what_is_asked(tmp_path: Path, size: tuple[int, int]) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path, size=size) as seen:
        assert "gaat." in seen.text
        assert "▶" in await seen.press("f5")
        assert "One wording for all" in await seen.press("f6")
        assert "^s" in seen.text
