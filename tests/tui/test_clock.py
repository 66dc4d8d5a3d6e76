"""The time that is left, in the title; and the screen for a beamer."""

from pathlib import Path

from glossary.tui.widgets.title_bar import TitleBar
from tests.tui.leading import planned, session
from tests.tui.seeing import Seen


async def begun(seen: Seen) -> Seen:
    """Quality on the table: six of its thirty minutes are for writing."""
    await seen.press("enter", "enter", "2")
    return seen


def tick(seen: Seen) -> str:
    """A second later: what stands at the end of the title."""
    seen.app.lookout.look()
    title = seen.app.screen.query_one(TitleBar)
    return title.render_line(title.size.height - 1).text.rstrip()


async def test_time_runs_out_calmly_and_is_given_and_taken(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, watch):
        await begun(seen)
        assert seen.lines[0].endswith("   6 min")
        watch.forward(2.5)
        assert tick(seen).endswith("   4 min")
        watch.forward(4)
        assert tick(seen).endswith("   +1 min")
        await seen.press("ctrl+g", "plus")
        assert seen.lines[0].endswith("   5 min")
        await seen.press("ctrl+g", "minus")
        assert seen.lines[0].endswith("   +1 min")
        # A phase has time of its own.
        await seen.press("ctrl+g", "2")
        assert seen.lines[0].endswith("   6 min")


async def test_the_clock_stands_still_runs_and_hides(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, watch):
        await begun(seen)
        watch.forward(1)
        text = await seen.press("ctrl+g", "p")
        assert "The clock stands still." in text
        watch.forward(30)
        assert tick(seen).endswith("   5 min, paused")
        await seen.press("ctrl+g", "p", "ctrl+g", "c")
        assert "min" not in tick(seen)
        assert "Show the clock" in await seen.press("ctrl+g")
        await seen.press("c")
        assert tick(seen).endswith("   5 min")


async def test_a_tick_paints_the_cells_of_the_time_alone(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, watch):
        await begun(seen)
        title = seen.app.screen.query_one(TitleBar)
        tick(seen)
        assert not title._repaint_regions
        watch.forward(1)
        tick(seen)
        assert [region.size for region in title._repaint_regions] == [(len("5 min"), 1)]


async def test_a_clock_that_nobody_stopped_counts_on_its_own_day_only(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await begun(seen)
    # The program was killed: the file is as it was while the clock ran.
    file = tmp_path / "sample" / "session.toml"
    text = file.read_text(encoding="utf-8")
    stopped = "\n".join(line for line in text.split("\n") if not line.startswith("since"))
    running = stopped.replace("extra", "extra")
    file.write_text("since = 2026-11-22T14:00:00+00:00\n" + running, encoding="utf-8")
    async with session(tmp_path) as (seen, watch):
        assert seen.lines[0].endswith("   6 min")
        watch.forward(1)
        assert tick(seen).endswith("   5 min")
        await seen.press("escape", "escape")
        assert planned(tmp_path)["spent"]["quality"]["collect"] == 60


async def test_a_beamer_gets_letters_and_no_keys(tmp_path: Path) -> None:
    async with session(tmp_path, size=(100, 40)) as (seen, _watch):
        await begun(seen)
        await seen.press("ctrl+g", "2")
        assert "^g Menu" in seen.lines[-1]
        text = await seen.press("ctrl+g", "b")
        assert "^g Menu" not in text
        assert "This window has 40 rows." in text
        assert "n Next phase" not in seen.text
        await seen.press("ctrl+g", "b")
        assert "n Next phase" in seen.lines[-1]


async def test_a_small_beamer_is_told_where_the_menu_is(tmp_path: Path) -> None:
    async with session(tmp_path) as (seen, _watch):
        await begun(seen)
        assert "^g opens the menu" in await seen.press("ctrl+g", "2", "ctrl+g", "b")
        await seen.press("ctrl+g", "o", "escape")
        assert "? Help" in seen.lines[-1]
