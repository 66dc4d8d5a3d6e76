"""A round of consent: closed reasons, objections and what becomes of them, earlier rounds."""

import tomllib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from glossary.domain import Case, CaseAnswer, Draft, Phase, Position, Stand, TermSet
from glossary.domain.agreements import Round
from glossary.locale import use
from glossary.store.folder import FolderStore
from glossary.tui.screens.agreement import AgreementScreen
from tests.hostile import PAYLOADS
from tests.tui.rounds import FIRST, STANDS, WORDING, round_set
from tests.tui.seeing import Seen, opened
from tests.tui.test_hostile import assert_harmless

REASONS = [one.reason for one in STANDS if one.reason]


@asynccontextmanager
async def in_round(
    folder: Path, termset: TermSet, panel: str = "positions", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Seen]:
    store = FolderStore(folder)
    store.create(termset)
    async with opened(store=store, size=size) as seen:
        seen.app.push_screen(AgreementScreen(seen.app.desk, "kwaliteit", panel))
        await seen.rest()
        yield seen


def agreed(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "keten/agreements/kwaliteit.toml").read_text("utf-8"))


def stands(folder: Path, partner: str) -> dict[str, Any]:
    found = tomllib.loads((folder / f"keten/partners/{partner}.toml").read_text("utf-8"))
    return dict(found["positions"]["kwaliteit"])


async def test_partners_are_asked_in_the_order_in_which_they_speak(tmp_path: Path) -> None:
    termset = round_set(3, 0)
    agreement = replace(termset.agreement("kwaliteit"), order=("p02", "p00", "p01"))
    async with in_round(tmp_path, replace(termset, agreements={"kwaliteit": agreement})) as seen:
        rows = [n for name in ("Haven", "Noord", "Delta") for n in seen.lines if name in n]
        places = [seen.lines.index(row) for row in rows]
        assert len(places) == 3
        assert places == sorted(places)
        assert "▶" in seen.lines[places[0]]
        assert "▶ Gemeente Noord" in await seen.press("c")
    assert stands(tmp_path, "p02")["position"] == "consent"


async def test_dutch_letters_take_dutch_positions(tmp_path: Path) -> None:
    use("nl")
    async with in_round(tmp_path, round_set(4, 0)) as seen:
        assert "i Instemming   z Zorg   b Bezwaar   o Opzij" in seen.text
        shown = await seen.press("i", "z", *"wie telt?", "enter", "b", *"te vaag", "enter", "o")
        assert "wie telt?" in shown
        assert "te vaag" in shown
    found = [stands(tmp_path, f"p0{n}")["position"] for n in range(4)]
    assert found == ["consent", "concern", "objection", "stand-aside"]


async def test_reasons_stay_closed_until_the_last_partner_has_spoken(tmp_path: Path) -> None:
    async with in_round(tmp_path, round_set(6, 5)) as seen:
        assert not any(reason in seen.text for reason in REASONS)
        assert seen.text.count("(the reason follows)") == 3
        shown = await seen.press("c")
        assert all(reason in shown for reason in REASONS)


async def test_while_a_reason_is_typed_no_other_is_on_the_screen(tmp_path: Path) -> None:
    async with in_round(tmp_path, round_set(6, 6)) as seen:
        assert all(reason in seen.text for reason in REASONS)
        shown = await seen.press("e")
        assert not any(reason in shown for reason in REASONS)
        shown = await seen.press("escape")
        assert all(reason in shown for reason in REASONS)


async def test_a_changed_wording_shows_what_changed_and_who_is_asked_again(tmp_path: Path) -> None:
    async with in_round(tmp_path, round_set(4, 0)) as seen:
        assert "Round 2 · changed since round 1: “altijd” became “zo mogelijk”" in seen.text
        assert seen.text.count("↻ ask again (was: Concern)") == 3
        shown = await seen.press("h")
        assert FIRST in shown
        assert "✗ Objection, Gemeente Noord: Altijd lukt ons nooit. → integrated" in shown
        assert "~ Concern, Zorggroep Delta: Te veel." in shown


async def test_earlier_rounds_tell_who_stood_where_and_why(tmp_path: Path) -> None:
    async with in_round(tmp_path, round_set(6, 6)) as seen:
        shown = await seen.press("f4", *" Nu", "f5", "c", "c", "h")
        told = " ".join(shown[shown.index("Round 2") :].split())
        assert "✓ Consent: Gemeente Noord, Woningcorporatie De Brug" in told
        assert f"~ Concern, Basisschool De Haven: {STANDS[2].reason}" in told
        assert "– Stand aside: Huisartsenpraktijk West" in told
        assert f"✗ Objection, Zorggroep Delta: {STANDS[1].reason} → open" in told


async def test_who_is_asked_again_is_said_whole_in_a_narrow_window(tmp_path: Path) -> None:
    use("nl")
    async with in_round(tmp_path, round_set(4, 2), size=(50, 24)) as seen:
        assert "(reden volgt na de ronde)" in seen.text
        assert "↻ opnieuw vragen (was: Zorg)" in await seen.press("down")


async def test_a_round_can_be_closed_without_who_is_absent_and_asks_once(tmp_path: Path) -> None:
    async with in_round(tmp_path, round_set(6, 5)) as seen:
        shown = await seen.press("ctrl+e")
        assert "Close the round without an answer of these partners?" in shown
        assert "De Brug" in shown
        shown = await seen.press("escape")
        assert REASONS[0] not in shown
        shown = await seen.press("ctrl+e", "2")
        assert all(reason in shown for reason in REASONS)
        assert "(round closed without an answer)" in shown
        await seen.press("ctrl+e")
        assert "these partners" not in seen.text
    assert agreed(tmp_path)["rounds"][-1] == {
        "wording": WORDING,
        "date": STANDS[0].date,
        "closed": True,
    }


async def test_an_objection_stands_with_one_key(tmp_path: Path) -> None:
    async with in_round(tmp_path, round_set(6, 6)) as seen:
        assert "i work it into the wording   d discussed, not integrated   s stands" in seen.text
        await seen.press("s")
        assert "● s stands" in seen.text
    assert agreed(tmp_path)["objections"][-1]["disposition"] == "sustained"


async def test_an_open_objection_is_decided_on_before_the_close_or_stands(tmp_path: Path) -> None:
    async with in_round(tmp_path, round_set(6, 6)) as seen:
        shown = " ".join((await seen.press("down", "f6")).split())
        assert "The objection of “Delta” is still open: i work it into the wording" in shown
        assert "▶ Zorggroep Delta" in shown
        shown = await seen.press("f6")
        assert "with 1 objection that stands: “Delta”" in " ".join(shown.split())
        await seen.press("ctrl+s")
    assert agreed(tmp_path)["objections"][-1]["disposition"] == "sustained"


async def test_reasons_of_a_round_that_goes_on_are_not_beside_the_draft(tmp_path: Path) -> None:
    async with in_round(tmp_path, round_set(6, 5), "draft") as seen:
        assert not any(reason in seen.text for reason in REASONS)


async def test_an_integrated_objection_leads_back_to_the_draft(tmp_path: Path) -> None:
    async with in_round(tmp_path, round_set(6, 6)) as seen:
        shown = await seen.press("i")
        assert "Write into the wording what takes the objection away." in shown
        assert "What we mean together:" in shown
        told = [f"✗ Delta: {STANDS[1].reason}", f"~ School: {STANDS[2].reason}"]
        assert all(one in shown for one in told)
        # Also when the positions are on an earlier wording by then.
        shown = await seen.press(*" Nu", "ctrl+s")
        assert all(one in shown for one in told)
    kept = agreed(tmp_path)
    assert kept["objections"][-1]["disposition"] == "integrated"
    assert kept["draft"]["wording"] == f"{WORDING} Nu"


async def test_what_is_typed_right_behind_integrated_goes_into_the_draft(tmp_path: Path) -> None:
    async with in_round(tmp_path, round_set(6, 6)) as seen:
        seen.burst("i Nu ook.")
        await seen.rest()
        await seen.press("ctrl+s")
    assert agreed(tmp_path)["draft"]["wording"] == f"{WORDING} Nu ook."
    assert stands(tmp_path, "p01")["position"] == "objection"


async def test_an_objection_is_open_until_the_wording_changed(tmp_path: Path) -> None:
    async with in_round(tmp_path, round_set(6, 6)) as seen:
        shown = await seen.press("i", "f5")
        assert "→ to be integrated: the wording is still the same" in shown
        assert "● i" not in shown
        assert "objected" in seen.lines[0]
        shown = await seen.press("f6")
        assert "The objection of “Delta” was to be integrated" in " ".join(shown.split())
        shown = await seen.press("f4", *" Nu", "f5")
        assert "to be integrated" not in shown
        assert "↻ ask again (was: Objection)" in shown
        assert "→ integrated" in await seen.press("h")


async def test_without_a_session_the_panel_itself_holds_the_reasons(tmp_path: Path) -> None:
    async with in_round(tmp_path, round_set(6, 5, phase=Phase.DRAFT)) as seen:
        assert not any(reason in seen.text for reason in REASONS)
        shown = await seen.press("c")
        assert all(reason in shown for reason in REASONS)


async def test_a_position_is_taken_back(tmp_path: Path) -> None:
    async with in_round(tmp_path, round_set(4, 0)) as seen:
        await seen.press("c")
        shown = await seen.press("ctrl+z")
        assert "✓" not in shown
        assert "▶ Gemeente Noord" in shown
        assert "✓ Consent" in await seen.press("ctrl+y")


async def test_one_partner_alone_and_thirty_fit(tmp_path: Path) -> None:
    async with in_round(tmp_path / "one", round_set(1, 0)) as seen:
        assert "Nobody objects." in await seen.press("c")
    async with in_round(tmp_path / "many", round_set(30, 29)) as seen:
        assert "▶" in seen.text
        assert "✗ Objection" in await seen.press("c")


async def test_the_close_asks_what_partners_know_now(tmp_path: Path) -> None:
    use("nl")
    async with in_round(tmp_path, round_set(2, 2), "outcome") as seen:
        assert "vooraf 2,0 → nu 4,0" in seen.text
        assert "vooraf 2,0 → nu 4,5" in await seen.press("w", "5")
        assert "vooraf 2,0 → nu 5,0" in await seen.press("5")
        shown = await seen.press("backspace")
        assert "vooraf 2,0 → nu 5,0 (1 van 2 partners)" in shown


async def test_the_minutes_are_one_key_away_from_a_recorded_outcome(tmp_path: Path) -> None:
    async with in_round(tmp_path, round_set(2, 2), "outcome") as seen:
        shown = await seen.press("1", "enter", "enter")
        assert "with 1 objection that stands: “Delta”" in " ".join(shown.split())
        assert "Write the set to this file" in await seen.press("x")


async def test_the_wording_stays_in_sight_while_a_reason_is_typed(tmp_path: Path) -> None:
    termset = round_set(12, 6)
    draft = replace(termset.agreement("kwaliteit").draft, wording="Goed werk is dit. " * 30)
    long = replace(termset.agreement("kwaliteit"), draft=draft)
    async with in_round(tmp_path, replace(termset, agreements={"kwaliteit": long})) as seen:
        await seen.press("end", "3", *"te vaag")
        assert "Why?" in seen.text
        assert "te vaag" in seen.text
        assert "Goed werk is dit." in seen.lines[3]
        assert "…" in [line.strip() for line in seen.lines]
        await seen.press("pagedown", "pagedown")
        assert "…" not in [line.strip() for line in seen.lines]
        assert "te vaag" in seen.text


async def test_help_lists_the_letters_of_the_round(tmp_path: Path) -> None:
    async with in_round(tmp_path, round_set(3, 3)) as seen:
        text = await seen.press("f1")
        for row in ("c  ", "o  ", "i  ", "s  "):
            assert any(line.strip().startswith(row) for line in text.splitlines()), row


async def test_hostile_words_of_a_round_are_harmless(tmp_path: Path) -> None:
    words = "\n".join(PAYLOADS)
    termset = round_set(3, 3)
    agreement = termset.agreement("kwaliteit")
    asked = tuple(Round(f"{one.wording} {words}", one.date) for one in agreement.rounds)
    made = tuple(replace(one, on=asked[0].on, text=words) for one in agreement.objections)
    draft = replace(agreement.draft, wording=asked[1].wording)
    partners = {
        key: replace(
            one,
            name=f"{one.name} {words}",
            positions={"kwaliteit": Position(asked[1].on, Stand.OBJECTION, words)},
        )
        for key, one in termset.partners.items()
    }
    agreement = replace(agreement, draft=draft, rounds=asked, objections=made)
    hostile = replace(termset, partners=partners, agreements={"kwaliteit": agreement})
    async with opened(hostile, size=(120, 40)) as seen:
        seen.app.push_screen(AgreementScreen(seen.app.desk, "kwaliteit", "positions"))
        await seen.rest()
        for key in ("down", "s", "h", "escape", "f6", "w", "T", "escape", "f5", "e"):
            await seen.press(key)
            assert_harmless(seen)


async def test_what_the_wording_decides_of_cases_stands_below_it(tmp_path: Path) -> None:
    termset = round_set(3, 0)
    cases = (Case("nacht", "Om drie uur 's nachts."), Case("brief", "Alleen per brief."))
    terms = {"kwaliteit": replace(termset.terms["kwaliteit"], cases=cases)}
    draft = Draft(WORDING, cases={"nacht": CaseAnswer.NO, "brief": CaseAnswer.YES})
    agreement = replace(termset.agreement("kwaliteit"), draft=draft)
    termset = replace(
        termset,
        vocabulary=replace(termset.vocabulary, terms=terms),
        agreements={"kwaliteit": agreement},
    )
    async with in_round(tmp_path, termset) as seen:
        told = "Covered: “Alleen per brief.” · Not covered: “Om drie uur 's nachts.”"
        assert told in seen.text


async def test_the_same_stand_again_offers_the_reason_of_before(tmp_path: Path) -> None:
    async with in_round(tmp_path, round_set(3, 0)) as seen:
        assert "Te veel." in await seen.press("e")
        await seen.press("end", *" Nog steeds.", "enter")
        assert "Te veel." not in await seen.press("o")
    assert stands(tmp_path, "p00")["reason"] == "Te veel. Nog steeds."


async def test_an_answer_in_a_record_is_changed_once_the_group_says_so(tmp_path: Path) -> None:
    async with in_round(tmp_path, round_set(2, 2), "outcome") as seen:
        await seen.press("1", "enter")
        before = stands(tmp_path, "p01")
        shown = await seen.press("f5", "c")
        assert "The outcome of this conversation is recorded." in shown
        await seen.press("escape")
        assert stands(tmp_path, "p01") == before
        await seen.press("c", "2")
        assert stands(tmp_path, "p01")["position"] == "consent"
        assert "is recorded." not in await seen.press("a")
