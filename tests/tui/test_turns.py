"""Turn by turn, between two, and without names: the compare screen as a group uses it."""

import datetime as dt
import re
from dataclasses import replace

import pytest

from glossary.domain import (
    Agreement,
    Definition,
    Difference,
    DifferenceKind,
    Partner,
    Phase,
    TermSet,
)
from glossary.domain.sessions import Session
from glossary.domain.visibility import seats
from glossary.tui.spotlight import Spotlight
from glossary.tui.widgets.compare_view import CompareView
from tests.memory_store import MemoryStore
from tests.tui.sample import NAMES, TODAY, crowd, sample
from tests.tui.seeing import Seen, opened

ORDER = ("school", "zeal", "council", "delta")


def revealed(termset: TermSet | None = None, session: Session | None = None) -> TermSet:
    """The sample in a session, with quality revealed in an order of its own."""
    termset = termset or sample()
    moment = dt.datetime(2026, 11, 23, 10, 0, tzinfo=dt.UTC)
    agreement = Agreement("quality", Phase.COMPARE, revealed=moment, order=ORDER)
    agreements = {**termset.agreements, "quality": agreement}
    return replace(termset, agreements=agreements, session=session or Session(date=TODAY))


def heads(seen: Seen) -> list[str]:
    """The row with the names of partners, as words."""
    row = next(line for line in seen.lines if line.lstrip(" ▶").startswith("1 "))
    return re.split(r"\s*│\s*", row.strip(" ▶"))


def grounds(seen: Seen, words: str) -> tuple[str, ...]:
    """Colour of these words and of the ground behind them."""
    for strip in seen.app.screen._compositor.render_strips():
        for segment in strip:
            if words in segment.text and segment.style is not None:
                colors = (segment.style.color, segment.style.bgcolor)
                return tuple(one.name if one is not None else "" for one in colors)
    message = f"{words!r} is not on:\n{seen.text}"
    raise AssertionError(message)


async def compare(seen: Seen) -> None:
    await seen.press("home", "enter")


async def test_a_digit_lights_one_partner_and_dims_the_others() -> None:
    async with opened(sample()) as seen:
        await compare(seen)
        before = seen.text
        ground = grounds(seen, "must")
        await seen.press("2")
        assert "▶2 Delta Care Group" in seen.text
        assert " 1 North Council" in seen.text
        assert "Delta Care Group speaks.  Listen; ask only to understand." in seen.text
        # Words stay where they are; what others said has lost the colours of its marks.
        assert seen.lines[4:12] == before.splitlines()[4:12]
        assert grounds(seen, "must") != ground
        assert grounds(seen, "may") == ("#ffffff", "#8a2d00")
        assert await seen.press("2") == before


@pytest.mark.parametrize("key", ["escape", "2"])
async def test_everybody_speaks_again(key: str) -> None:
    async with opened(sample()) as seen:
        await compare(seen)
        before = seen.text
        await seen.press("2")
        assert await seen.press(key) == before


async def test_escape_leaves_once_nobody_is_lit() -> None:
    async with opened(sample()) as seen:
        await compare(seen)
        await seen.press("3", "escape", "escape")
        assert not seen.app.screen.query(CompareView)


async def test_the_page_follows_the_partner_that_speaks() -> None:
    texts = {f"Partner {n}": "some words " * 25 for n in range(12)}
    async with opened(crowd(texts)) as seen:
        await compare(seen)
        assert "▶7 Partner 6" in await seen.press("7")
        assert "▶1 Partner 0" in await seen.press("1")
        await seen.press(*["down"] * 10)
        assert "▶11 Partner 10" in seen.text
        await seen.press("down", "down")
        assert "▶1 Partner 0" in seen.text
        assert "▶12 Partner 11" in await seen.press("up")
        await seen.press("space")
        assert "page 1/" in seen.lines[0]


async def test_a_digit_without_a_partner_does_nothing() -> None:
    async with opened(sample()) as seen:
        await compare(seen)
        before = seen.text
        assert await seen.press("9", "enter") == before


async def test_columns_stand_in_the_order_of_the_turns() -> None:
    async with opened(revealed()) as seen:
        await compare(seen)
        assert heads(seen) == ["1 Harbour School", "2 Residents of Zeal"]
        assert "▶4 Delta Care Group" in await seen.press("4")


async def test_who_joined_later_has_the_last_turn() -> None:
    late = Partner("alpha", "Alpha", "", {"quality": Definition("Being early.")})
    termset = revealed()
    termset = replace(termset, partners={"alpha": late, **termset.partners})
    async with opened(termset) as seen:
        await compare(seen)
        assert "▶5 Alpha" in await seen.press("5")


async def test_two_partners_have_the_screen_to_themselves() -> None:
    async with opened(sample()) as seen:
        await compare(seen)
        shown = await seen.press("f")
        assert "Which two?" in shown
        shown = await seen.press("4")
        assert "▶4 Residents of Zeal" in shown
        shown = await seen.press("1")
        assert heads(seen) == ["1 North Council", "2 Residents of Zeal"]
        assert "North ↔ Zeal" in seen.lines[0]
        assert "Delta" not in shown
        assert "School" not in shown
        assert "▶2 Residents of Zeal" in await seen.press("2")
        await seen.press("escape")
        assert "3 Harbour School" in seen.text


async def test_marks_between_two_are_about_those_two() -> None:
    texts = {"Anna": "Apples and pears.", "Bert": "Apples and plums.", "Cleo": "Plums and pears."}
    async with opened(crowd(texts)) as seen:
        await compare(seen)
        assert "+\u00a0" not in seen.text
        await seen.press("f", "1", "2")
        assert "+\u00a0pears" in seen.text
        assert "+\u00a0plums" in seen.text


async def test_beyond_nine_the_two_are_picked_with_arrows() -> None:
    texts = {f"Partner {n}": f"words of {n}" for n in range(12)}
    async with opened(crowd(texts)) as seen:
        await compare(seen)
        await seen.press("up", "f", "up", "enter")
        assert heads(seen) == ["1 Partner 10", "2 Partner 11"]
        await seen.press("f")
        assert "Partner 0" in seen.text


async def test_picking_can_be_given_up() -> None:
    async with opened(sample()) as seen:
        await compare(seen)
        before = seen.text
        await seen.press("f", "1", "1", "2", "escape")
        assert seen.text == before


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_no_name_is_shown_where_letters_stand_in_their_place(size: tuple[int, int]) -> None:
    named = Difference(("council", "gone-partner"), DifferenceKind.SCOPE, "They part.")
    termset = revealed()
    agreement = replace(termset.agreement("quality"), differences=(named,))
    termset = replace(termset, agreements={"quality": agreement})
    words = [word for pair in NAMES.values() for word in pair] + ["gone-partner"]
    async with opened(termset, size=size) as seen:
        await compare(seen)
        await seen.press("A")
        keys = ["1", "escape", "m", "f", "1", "2", "escape", "w", "w", "l", "g", "space", "escape"]
        for key in [*keys, "v", "escape"]:
            shown = await seen.press(key)
            assert [word for word in words if word in shown] == [], key
        assert heads(seen)[0] == "1 A"
        await seen.press("A")
        assert heads(seen)[0] == "1 Harbour School"


async def test_letters_follow_the_order_of_the_turns_and_the_session_keeps_them() -> None:
    store = MemoryStore(revealed())
    async with opened(store=store) as seen:
        await compare(seen)
        await seen.press("A")
        assert "Nothing goes wrong" in await seen.press("f", "3", "4")
        assert heads(seen) == ["1 C", "2 D"]
        await seen.press("escape")
    kept = store.load("sample").termset.session
    assert kept is not None
    assert kept.anonymous
    async with opened(store=store) as seen:
        await compare(seen)
        assert heads(seen) == ["1 A", "2 B"]


async def test_letters_without_a_session_do_not_stand_in_the_order_of_names() -> None:
    termset = sample()
    async with opened(termset) as seen:
        await compare(seen)
        await seen.press("A")
        text = await seen.press("1")
        first = termset.partners[seats(termset, "quality")[0]].meaning_of("quality")
        assert "▶1 A" in text
        assert first.split()[0] in text
        await seen.press("n", "p")
        assert "1 A" in seen.text


async def test_two_partners_with_one_name_are_told_apart() -> None:
    twins = {
        f"p{n}": Partner(f"p{n}", "Twin", "", {"word": Definition(f"word {n}")}) for n in (1, 2)
    }
    async with opened(replace(crowd({}), partners=twins)) as seen:
        await compare(seen)
        assert "▶2 Twin" in await seen.press("2")
        shown = await seen.press("l")
        assert "Twin1" in shown
        assert "Twin2" in shown


@pytest.mark.parametrize("partners", [0, 1])
async def test_with_nobody_to_compare_no_key_does_harm(partners: int) -> None:
    termset = crowd({f"Anna {n}": "It is here." for n in range(partners)})
    async with opened(termset) as seen:
        await compare(seen)
        keys = ["1", "f", "1", "enter", "down", "escape", "A", "l", "g", "escape", "v", "enter"]
        await seen.press(*keys, "escape", "up", "escape", "escape")
        assert not seen.app.screen.query(CompareView)


async def test_thirty_partners_with_long_definitions_have_their_turn() -> None:
    texts = {f"Partner {n}": f"first{n} " + "word " * 300 for n in range(30)}
    async with opened(crowd(texts)) as seen:
        await compare(seen)
        await seen.press(*["up"] * 2)
        assert "▶29 Partner 28" in seen.text
        await seen.press("f", "1")
        assert "2 Partner 28" in seen.text
        assert "Partner 0 ↔ Partner 28" in seen.lines[0]


def test_a_spotlight_forgets_who_left() -> None:
    spot = Spotlight("a").picking().pointed("b")
    assert set(spot.focus) == {"a", "b"}
    assert spot.among({"a", "b"}) == spot
    assert not spot.among({"a"}).is_on
    assert not Spotlight("a").among(()).is_on
    assert not Spotlight().stepped((), 1).is_on
