"""Draft, positions and outcome: what ends up in the files, and what is on the screen."""

import datetime as dt
import tomllib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual import events

from glossary.domain import fingerprint, visible
from glossary.store.folder import FolderStore
from glossary.tui.keeper import Keeper
from glossary.tui.screens.agreement import AgreementScreen
from glossary.tui.widgets.draft_area import DraftArea
from glossary.tui.widgets.draft_panel import DraftPanel
from tests.tui.paper import paper, until
from tests.tui.seeing import Seen, opened
from tests.tui.test_entry_safety import HOSTILE, no_disk

WORDING = "Een bewoner merkt dat er niets mis gaat."
DRAFT = f'format = 1\nphase = "draft"\n\n[draft]\nwording = "{WORDING}"  # samen gevonden\n'


def write_draft(folder: Path, text: str = DRAFT) -> None:
    agreements = paper(folder) / "agreements"
    agreements.mkdir()
    (agreements / "kwaliteit.toml").write_text(text, encoding="utf-8")


def add_position(folder: Path, partner: str, stand: str, reason: str = "", on: str = "") -> None:
    path = folder / "keten" / "partners" / f"{partner}.toml"
    table = (
        f'\n[positions.kwaliteit]\non = "{on or fingerprint(WORDING)}"\n'
        f'position = "{stand}"\nreason = "{reason}"\ndate = 2026-11-20\n'
    )
    path.write_bytes(path.read_bytes() + table.encode())


def agreed(folder: Path) -> dict[str, Any]:
    text = (folder / "keten" / "agreements" / "kwaliteit.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def position(folder: Path, partner: str) -> dict[str, Any]:
    path = folder / "keten" / "partners" / f"{partner}.toml"
    found: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))["positions"]
    return dict(found["kwaliteit"])


@asynccontextmanager
async def agreement(folder: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Seen]:
    """The agreement screen of "kwaliteit" in a set on disk."""
    if not (folder / "keten").exists():
        paper(folder)
    async with opened(store=FolderStore(folder), size=size) as seen:
        seen.app.push_screen(AgreementScreen(seen.app.desk, "kwaliteit"))
        await seen.rest()
        yield seen


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
        assert "Delta ███░░" in seen.text
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


async def test_positions_are_taken_in_turn(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        shown = await seen.press("f5")
        assert WORDING in shown
        assert "▶ Basisschool" in shown or "▶ School" in shown
        shown = await seen.press("1")
        assert "▶ Noord" in shown or "▶ Gemeente Noord" in shown
        shown = await seen.press("3", *"te vaag", "enter")
        assert "(the reason follows after the round)" in shown
        assert "te vaag" not in shown
        shown = await seen.press("4")
        assert "te vaag" in shown
        assert "objected" in shown
    assert position(tmp_path, "de-haven")["position"] == "consent"
    assert position(tmp_path, "gemeente-noord") == {
        "on": fingerprint(WORDING),
        "position": "objection",
        "reason": "te vaag",
        "date": dt.date(2026, 11, 23),
    }
    assert position(tmp_path, "zorggroep-delta")["position"] == "stand-aside"


async def test_an_objection_without_its_reason_is_refused_calmly(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        shown = await seen.press("f5", "3", "enter")
        assert "An objection needs its reason" in shown
        await seen.press(*"te vaag", "enter")
    assert position(tmp_path, "de-haven")["reason"] == "te vaag"


async def test_a_reason_can_be_put_away(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        shown = await seen.press("f5", "2", "x", "escape")
        assert "Why?" not in shown
        assert "F5 Positions" in shown
    assert "positions" not in (tmp_path / "keten/partners/de-haven.toml").read_text("utf-8")


async def test_leaving_saves_a_reason_that_is_being_typed(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        await seen.press("f5", "2", *"te vaag", "ctrl+q")
    assert position(tmp_path, "de-haven")["reason"] == "te vaag"


async def test_consent_may_come_with_a_reason(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        await seen.press("f5", "1", "up", "r", *"mits kort", "enter")
    assert position(tmp_path, "de-haven")["reason"] == "mits kort"


async def test_a_position_is_taken_with_the_mouse(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        await seen.press("f5")
        row = next(n for n, line in enumerate(seen.lines) if "Delta" in line)
        await seen.pilot.click(offset=(seen.lines[row].index("Consent"), row))
        await seen.rest()
        assert "● 1 Consent" in seen.text
    assert position(tmp_path, "zorggroep-delta")["position"] == "consent"


async def test_another_wording_voids_positions_in_sight(tmp_path: Path) -> None:
    write_draft(tmp_path)
    add_position(tmp_path, "gemeente-noord", "consent")
    add_position(tmp_path, "zorggroep-delta", "concern", "tempo")
    async with agreement(tmp_path) as seen:
        assert "earlier wording" not in seen.text
        shown = await seen.press(*" Nooit", "ctrl+s")
        assert "2 positions are on an earlier wording and must be asked again." in shown
        shown = await seen.press("f5")
        assert shown.count("↻ To be asked again") == 2
        assert "●" not in shown
        await seen.press("f4")
        shown = await seen.press(*["backspace"] * 6, "ctrl+s")
        assert "earlier wording" not in shown


async def test_without_a_wording_there_is_nothing_to_ask(tmp_path: Path) -> None:
    async with agreement(tmp_path) as seen:
        shown = await seen.press("f5", "1")
        assert "There is no wording yet: write a draft." in shown


async def test_what_will_be_recorded_is_said_before_it_is(tmp_path: Path) -> None:
    write_draft(tmp_path)
    add_position(tmp_path, "gemeente-noord", "objection", "te vaag")
    add_position(tmp_path, "zorggroep-delta", "consent")
    async with agreement(tmp_path) as seen:
        shown = " ".join((await seen.press("f6")).split())
        assert "shared in this wording, with 1 sustained objection: “Noord”." in shown
        assert "1 partner has no position on it." in shown
        assert "2027-11-23" in shown
        assert "outcome" not in agreed(tmp_path)
        shown = await seen.press("tab", "tab", "enter")
        assert "Recorded." in shown
        assert "Recorded on 2026-11-23: one wording for all." in shown
        assert "agreed" in shown
    recorded = agreed(tmp_path)
    assert recorded["outcome"]["kind"] == "shared"
    assert recorded["outcome"]["review"].isoformat() == "2027-11-23"
    assert recorded["objections"][0]["disposition"] == "sustained"


async def test_an_outcome_that_was_not_recorded_is_never_called_saved(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        unrecorded = "Nothing is recorded until you choose: Record this"
        assert unrecorded in await seen.press("f6")
        assert unrecorded in await seen.press("4", "ctrl+s")
        assert unrecorded not in await seen.press("tab", "tab", "enter")


async def test_an_outcome_can_be_taken_back(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        await seen.press("f6", "2", "tab", "tab", "enter")
        assert agreed(tmp_path)["outcome"]["kind"] == "differ"
        shown = await seen.press("right", "enter")
        assert "The conversation is open again." in shown
        assert "Recorded on" not in shown
    assert "outcome" not in agreed(tmp_path)


async def test_a_new_term_asks_for_its_name(tmp_path: Path) -> None:
    async with agreement(tmp_path) as seen:
        shown = await seen.press("f6", "3")
        assert "Type its name." in shown
        shown = await seen.press("enter", "enter")
        assert "is empty" in shown
        await seen.press("shift+tab", "shift+tab", *"goed werk", "enter", "enter")
    assert agreed(tmp_path)["outcome"]["name"] == "goed werk"


async def test_a_wrong_review_date_is_said_and_records_nothing(tmp_path: Path) -> None:
    async with agreement(tmp_path) as seen:
        await seen.press("f6", "4", "tab", "ctrl+u", *"1 mei", "enter")
        shown = " ".join(seen.text.split())
        assert "“1 mei” is not a date. Write year, month and day: 2027-11-23." in shown
        await seen.press("enter")
        assert not (tmp_path / "keten/agreements").exists()
        await seen.press("shift+tab", "ctrl+u", "enter", "enter")
    assert agreed(tmp_path)["outcome"]["kind"] == "parked"
    assert "review" not in agreed(tmp_path)["outcome"]


async def test_shared_without_a_wording_is_refused_calmly(tmp_path: Path) -> None:
    async with agreement(tmp_path) as seen:
        shown = await seen.press("f6", "tab", "tab", "enter")
        assert "has no wording to share yet" in shown


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


async def test_a_reason_is_never_carried_over_to_another_wording(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        await seen.press("f5", "3", *"te vaag")
        path = tmp_path / "keten/agreements/kwaliteit.toml"
        path.write_text(DRAFT.replace("niets mis", "alles goed"), encoding="utf-8")
        seen.app.desk.reload_if_changed()
        screen = seen.app.screen
        assert isinstance(screen, AgreementScreen)
        screen.refill()
        await seen.rest()
        assert "The wording changed meanwhile. Does this still hold?" in seen.text
        await seen.press("ctrl+q")
    assert "positions" not in (tmp_path / "keten/partners/de-haven.toml").read_text("utf-8")


async def test_going_back_to_the_draft_takes_the_position_first(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        shown = await seen.press("f5", "3", *"te vaag", "f4", *" Nooit", "ctrl+s")
        assert "1 position is on an earlier wording and must be asked again." in shown
    assert position(tmp_path, "de-haven")["on"] == fingerprint(WORDING)


async def test_the_outcome_waits_for_a_draft_that_cannot_be_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        monkeypatch.setattr("os.replace", no_disk)
        shown = await seen.press(*" Nooit", "f6", "tab", "tab", "enter")
        assert "Not saved:" in shown
        monkeypatch.undo()
        assert "outcome" not in agreed(tmp_path)
