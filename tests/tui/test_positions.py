"""Positions on the draft as it stands, and on no other."""

import datetime as dt
from pathlib import Path

import pytest

from glossary.domain import fingerprint
from glossary.tui.desk import Desk
from glossary.tui.screens.agreement import AgreementScreen
from tests.tui.agreeing import (
    DRAFT,
    WORDING,
    add_position,
    agreement,
    position,
    write_draft,
)


async def test_positions_are_taken_in_turn(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        shown = await seen.press("f5")
        assert WORDING in shown
        assert "▶ Gemeente Noord" in shown
        shown = await seen.press("1")
        assert "▶ Zorggroep Delta" in shown
        shown = await seen.press("3", *"te vaag", "enter")
        assert "(the reason follows)" in shown
        assert "te vaag" not in shown
        shown = await seen.press("4")
        assert "te vaag" in shown
        assert "objected" in shown
    assert position(tmp_path, "gemeente-noord")["position"] == "consent"
    assert position(tmp_path, "zorggroep-delta") == {
        "on": fingerprint(WORDING),
        "position": "objection",
        "reason": "te vaag",
        "date": dt.date(2026, 11, 23),
    }
    assert position(tmp_path, "de-haven")["position"] == "stand-aside"


async def test_an_objection_without_its_reason_is_refused_calmly(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        shown = await seen.press("f5", "3", "enter")
        assert "An objection needs its reason" in shown
        await seen.press(*"te vaag", "enter")
    assert position(tmp_path, "gemeente-noord")["reason"] == "te vaag"


async def test_a_refusal_is_gone_once_the_position_is_saved(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        shown = await seen.press("f5", "1")
        assert "Saved." in shown
        shown = await seen.press("3", "enter")
        assert "An objection needs its reason" in shown
        shown = await seen.press(*"te vaag", "enter")
        assert "An objection needs its reason" not in shown
        assert "Saved." in shown
        shown = await seen.press("1", "i")
        assert "takes the objection away" in shown
        shown = await seen.press("f5")
        assert "takes the objection away" not in shown


async def test_a_reason_can_be_put_away(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        shown = await seen.press("f5", "2", "x", "escape")
        assert "Why?" not in shown
        assert "F5 Consent" in shown
    assert "positions" not in (tmp_path / "keten/partners/gemeente-noord.toml").read_text("utf-8")


async def test_a_reason_that_was_put_away_is_there_again(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        shown = await seen.press("f5", "3", *"te vaag", "escape", "3")
        assert "te vaag" in shown
        assert "te vaag" not in await seen.press("escape", "2")
        await seen.press("escape", "3", *" nog", "enter")
        assert "te vaag nog" in await seen.press("up", "r")
    assert position(tmp_path, "gemeente-noord")["reason"] == "te vaag nog"


async def test_the_question_for_a_reason_follows_the_language(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        assert "Gemeente Noord · Concern. Why?" in await seen.press("f5", "2", *"vaag")
        assert "Gemeente Noord · Zorg. Waarom?" in await seen.press("f3")
        assert "vaag" in seen.text


async def test_leaving_saves_a_reason_that_is_being_typed(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        await seen.press("f5", "2", *"te vaag", "ctrl+q")
    assert position(tmp_path, "gemeente-noord")["reason"] == "te vaag"


async def test_consent_may_come_with_a_reason(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        await seen.press("f5", "1", "up", "r", *"mits kort", "enter")
    assert position(tmp_path, "gemeente-noord")["reason"] == "mits kort"


async def test_a_position_is_taken_with_the_mouse(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        await seen.press("f5")
        row = next(n for n, line in enumerate(seen.lines) if "Delta" in line)
        await seen.pilot.click(offset=(seen.lines[row].index("Delta"), row))
        await seen.rest()
        await seen.pilot.click(offset=(seen.lines[row].index("Consent"), row))
        await seen.rest()
        assert "✓ Consent" in seen.lines[row]
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
        assert shown.count("↻ ask again (was:") == 2
        assert "✓" not in shown
        await seen.press("f4")
        shown = await seen.press(*["backspace"] * 6, "ctrl+s")
        assert "earlier wording" not in shown


async def test_without_a_wording_there_is_nothing_to_ask(tmp_path: Path) -> None:
    async with agreement(tmp_path) as seen:
        shown = await seen.press("f5", "1")
        assert "There is no wording yet: write a draft." in shown


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
    assert "positions" not in (tmp_path / "keten/partners/gemeente-noord.toml").read_text("utf-8")


async def test_going_back_to_the_draft_takes_the_position_first(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        shown = await seen.press("f5", "3", *"te vaag", "f4", *" Nooit", "ctrl+s")
        assert "1 position is on an earlier wording and must be asked again." in shown
    assert position(tmp_path, "gemeente-noord")["on"] == fingerprint(WORDING)


async def test_nobody_consents_to_a_wording_that_is_not_on_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nobody looks at the files in between.
    monkeypatch.setattr(Desk, "reload_if_changed", lambda _desk: False)
    write_draft(tmp_path)
    file = tmp_path / "keten" / "agreements" / "kwaliteit.toml"
    async with agreement(tmp_path) as seen:
        shown = await seen.press("f5")
        assert WORDING in shown
        file.write_text(DRAFT.replace("merkt", "ziet"), encoding="utf-8")
        shown = await seen.press("1")
        assert "The draft was changed elsewhere just now." in shown
        assert WORDING.replace("merkt", "ziet") in shown
        assert "positions" not in (tmp_path / "keten/partners/gemeente-noord.toml").read_text(
            "utf-8"
        )
        await seen.press("1")
    assert position(tmp_path, "gemeente-noord")["on"] == fingerprint(
        WORDING.replace("merkt", "ziet")
    )


async def test_answers_that_come_at_once_each_find_their_partner(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        await seen.press("f5")
        seen.burst("ac1")
        await seen.rest()
    found = [
        position(tmp_path, one)["position"]
        for one in ("gemeente-noord", "zorggroep-delta", "de-haven")
    ]
    assert found == ["stand-aside", "consent", "consent"]


async def test_what_is_typed_right_behind_a_reason_is_no_part_of_it(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        await seen.press("f5")
        seen.burst("eaco\rc")
        await seen.rest()
    assert position(tmp_path, "gemeente-noord")["reason"] == "aco"


@pytest.mark.parametrize("key", ["e", "2"])
async def test_what_is_typed_right_behind_a_concern_is_its_reason(tmp_path: Path, key: str) -> None:
    write_draft(tmp_path)
    async with agreement(tmp_path) as seen:
        await seen.press("f5")
        seen.burst(f"c{key}aco 14")
        await seen.rest()
        assert "Zorggroep Delta · Concern. Why?" in seen.text
        await seen.press("enter")
    assert position(tmp_path, "gemeente-noord")["position"] == "consent"
    assert position(tmp_path, "zorggroep-delta")["reason"] == "aco 14"
    assert "positions" not in (tmp_path / "keten/partners/de-haven.toml").read_text("utf-8")
