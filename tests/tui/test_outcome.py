"""How a conversation ends: said before it is recorded, and taken back."""

from pathlib import Path

import pytest

from glossary.domain import fingerprint
from glossary.tui.desk import Desk
from tests.tui.agreeing import DRAFT, WORDING, add_position, agreed, agreement, write_draft
from tests.tui.test_entry_safety import no_disk


async def test_what_will_be_recorded_is_said_before_it_is(tmp_path: Path) -> None:
    write_draft(tmp_path)
    add_position(tmp_path, "gemeente-noord", "objection", "te vaag")
    add_position(tmp_path, "zorggroep-delta", "consent")
    async with agreement(tmp_path) as seen:
        shown = " ".join((await seen.press("f6")).split())
        assert "shared in this wording, with 1 objection that stands: “Noord”." in shown
        assert "1 partner has no position on it." in shown
        assert "2027-11-23" in shown
        assert "outcome" not in agreed(tmp_path)
        shown = await seen.press("tab", "tab", "enter")
        assert "Recorded." in shown
        assert "Recorded on 23 November 2026: one wording for all." in shown
        assert "agreed" in shown
    recorded = agreed(tmp_path)
    assert recorded["outcome"]["kind"] == "shared"
    assert recorded["outcome"]["review"].isoformat() == "2027-11-23"
    assert recorded["objections"][0]["disposition"] == "sustained"


async def test_nothing_is_shared_that_is_not_on_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nobody looks at the files in between.
    monkeypatch.setattr(Desk, "reload_if_changed", lambda _desk: False)
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        await seen.press("f6")
        file = tmp_path / "keten" / "agreements" / "kwaliteit.toml"
        file.write_text(DRAFT.replace("merkt", "ziet"), encoding="utf-8")
        assert "The draft was changed elsewhere just now." in await seen.press(
            "tab", "tab", "enter"
        )
        assert "outcome" not in agreed(tmp_path)
        assert "ziet dat er niets mis gaat." in await seen.press("f4")
        assert "Recorded." in await seen.press("f6", "tab", "tab", "enter")
    assert agreed(tmp_path)["outcome"]["on"] == fingerprint(WORDING.replace("merkt", "ziet"))


async def test_an_outcome_that_was_not_recorded_is_never_called_saved(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        unrecorded = "Nothing is recorded until you press ^s."
        assert unrecorded in await seen.press("f6")
        assert unrecorded in await seen.press("4")
        shown = await seen.press("ctrl+s")
        assert unrecorded not in shown
        assert "Recorded." in shown


@pytest.mark.parametrize("focus", [(), ("tab",), ("tab", "tab"), ("w",), ("3", *"werk")])
async def test_one_key_records_wherever_one_is(tmp_path: Path, focus: tuple[str, ...]) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        assert "^s Save" in seen.lines[-1]
        shown = await seen.press("f6", *focus)
        assert "^s Record" in seen.lines[-1]
        assert "^s Record this" in shown
        assert "Recorded on 23 November 2026" in await seen.press("ctrl+s")
        await seen.press("f4", *" Nooit", "ctrl+s")
        assert "^s Save" in seen.lines[-1]
    assert agreed(tmp_path)["outcome"].get("name", "") == ("werk" if "3" in focus else "")


async def test_an_outcome_can_be_taken_back(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        await seen.press("f6", "2", "tab", "tab", "enter")
        assert agreed(tmp_path)["outcome"]["kind"] == "differ"
        shown = await seen.press("o")
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


async def test_the_outcome_waits_for_a_draft_that_cannot_be_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        monkeypatch.setattr("os.replace", no_disk)
        shown = await seen.press(*" Nooit", "f6", "tab", "tab", "enter")
        assert "Not saved" in shown
        monkeypatch.undo()
        assert "outcome" not in agreed(tmp_path)


async def test_enter_on_the_chosen_outcome_goes_on_to_recording_it(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        await seen.press("f6", "right", "enter")
        assert "outcome" not in agreed(tmp_path)
        await seen.press("enter")
        assert "outcome" not in agreed(tmp_path)
        await seen.press("enter")
    assert agreed(tmp_path)["outcome"]["kind"] == "differ"


async def test_recording_again_keeps_what_was_recorded(tmp_path: Path) -> None:
    recorded = '\n[outcome]\nkind = "parked"\ndate = 2026-11-01\nreview = 2027-02-03\n'
    write_draft(tmp_path, DRAFT + recorded)
    async with agreement(tmp_path) as seen:
        shown = await seen.press("f6")
        assert "4 ● Park it" in shown
        await seen.press("enter", "enter")
    outcome = agreed(tmp_path)["outcome"]
    assert (outcome["kind"], outcome["review"].isoformat()) == ("parked", "2027-02-03")
