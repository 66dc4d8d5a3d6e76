"""Files change under a session: the screen says what happened, and nothing typed is lost."""

from pathlib import Path

import pytest

from glossary.domain import Phase
from glossary.locale import use
from glossary.tui.screens.compare import CompareScreen
from glossary.tui.screens.progress import ProgressScreen
from glossary.tui.screens.typing_room import TypingScreen
from tests.tui.leading import session, shown
from tests.tui.sample import sample
from tests.tui.seeing import Seen


async def look(seen: Seen) -> str:
    """What is seen once the program has looked at the files."""
    seen.app.lookout.look()
    await seen.rest()
    return " ".join(seen.text.split())


async def lay(seen: Seen, phase: Phase) -> None:
    """Begin with the first term of the agenda, and bring it into a phase."""
    await seen.press("enter", "enter", "3")
    await seen.press("ctrl+g", str([*Phase].index(phase) + 1))


def replaced(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / "sample" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def vanish(folder: Path) -> None:
    """Somebody takes the term on the table out of the set, or calls it something else."""
    replaced(folder, "termset.toml", "terms.quality", "terms.value")
    replaced(folder, "termset.toml", 'label = "quality"', 'label = "worth"')


@pytest.mark.parametrize("phase", [one for one in Phase if one is not Phase.CONSENT])
async def test_a_term_that_vanishes_from_the_table_is_told_and_costs_no_words(
    tmp_path: Path, phase: Phase
) -> None:
    async with session(tmp_path) as (seen, _watch):
        await lay(seen, phase)
        vanish(tmp_path)
        told = await look(seen)
        assert "“quality” is no longer in this set." in told
        assert "put [terms.quality] back in termset.toml" in told
        if phase is Phase.COMPARE:
            assert shown(seen) is ProgressScreen
            return
        assert isinstance(seen.app.screen, TypingScreen)
        shown_after = await seen.press(*"Words", "ctrl+s", "ctrl+l", "ctrl+n")
        assert phase is Phase.CLOSED or "Words" in shown_after


async def test_who_joins_and_leaves_is_told_while_the_group_compares(tmp_path: Path) -> None:
    use("nl")
    async with session(tmp_path) as (seen, _watch):
        await lay(seen, Phase.COMPARE)
        newcomer = tmp_path / "sample" / "partners" / "library.toml"
        newcomer.write_text('format = 1\nname = "Library"\n')
        told = await look(seen)
        assert "“Library” doet vanaf nu mee. 4 van 5 partners hebben gezegd" in told
        newcomer.unlink()
        assert "“Library” doet nu niet mee: het bestand is weg." in await look(seen)


async def test_behind_letters_nobody_is_named_who_joins(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await lay(seen, Phase.COMPARE)
        await seen.press("A")
        newcomer = tmp_path / "sample" / "partners" / "library.toml"
        newcomer.write_text('format = 1\nname = "Library"\n')
        told = await look(seen)
        assert "“E” takes part from now on." in told
        assert "Library" not in told


async def test_a_term_with_another_label_goes_on_under_that(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await lay(seen, Phase.COMPARE)
        replaced(tmp_path, "termset.toml", 'label = "quality"', 'label = "worth"')
        told = await look(seen)
        assert "“quality” is now called “worth”." in told
        assert "WORTH" in told
        assert shown(seen) is CompareScreen


async def test_two_partners_with_one_name_are_told_apart(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await lay(seen, Phase.COMPARE)
        replaced(tmp_path, "partners/delta.toml", "Delta Care Group", "North Council")
        replaced(tmp_path, "partners/delta.toml", '"Delta"', '"North"')
        told = await look(seen)
        assert "North Council 1" in told
        assert "North Council 2" in told


async def test_a_plan_without_the_vanished_term_takes_its_message_away(tmp_path: Path) -> None:
    async with session(tmp_path, sample()) as (seen, _watch):
        await seen.press("enter")
        replaced(tmp_path, "session.toml", "terms = [", 'terms = ["vanished", ')
        await look(seen)
        assert "Press p to plan without it" in " ".join(
            (await seen.press("k", "k", "k", "enter")).split()
        )
        assert "vanished" not in await seen.press("p", "enter")
