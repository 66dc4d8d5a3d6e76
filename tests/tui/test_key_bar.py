"""The key bar of every screen of a session names the keys that matter, in a narrow window too."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from glossary.domain import Phase
from glossary.locale import use
from glossary.tui.widgets.key_bar import KeyBar
from glossary.workflow.words import phase_word
from tests.tui.leading import session
from tests.tui.rounds import round_set
from tests.tui.sample import sample
from tests.tui.seeing import Seen, opened

# Keys from the overview with a term on the table to a screen, and the keys of its bar in a window
# of 80 columns and in one of 60; each of them with its action.
SCREENS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "overview": (("ctrl+g", "o"), "enter x p t q esc ^g ?", "enter x p ^g ?"),
    "agenda": (("ctrl+g", "o", "p"), "enter space ⇧↑ + esc ?", "enter space esc ?"),
    "today": (("ctrl+g", "o", "t"), "esc ?", "esc ?"),
    "collect": (("ctrl+g", "1"), "^s ^n ^b ^t esc ^g F1", "^s ^n ^g F1"),
    "compare": (("ctrl+g", "2"), "1–9 A l g v k n esc ^g ?", "space 1–9 n ^g ?"),
    "lenses": (("ctrl+g", "2", "l"), "esc g n ^g ?", "esc n ^g ?"),
    "cases": (("ctrl+g", "2", "g"), "esc l n ^g ?", "esc n ^g ?"),
    "why": (("ctrl+g", "2", "w"), "A n esc ^g ?", "n esc ^g ?"),
    "restate": (("ctrl+g", "3"), "^s ^n ^o ^k F4 esc ^g F1", "^s ^n ^o ^k ^g F1"),
    "draft": (("ctrl+g", "4"), "^s ^n ^k esc ^g F1", "^s ^n ^k ^g F1"),
    "consent": (("ctrl+g", "5"), "^s ^n k esc ^g ?", "^s ^n k ^g ?"),
    "reason": (("ctrl+g", "5", "3"), "^s ^n ^k esc ^g F1", "^s ^n ^k ^g F1"),
    "close": (("ctrl+g", "6"), "^s ^n k esc ^g ?", "^s ^n k ^g ?"),
    "card": (("ctrl+g", "k"), "space backspace esc ^g ?", "space esc ^g ?"),
    "temperature": (("ctrl+g", "t"), "k esc ^g ?", "k esc ^g ?"),
}
SPACE = {"en": "space", "nl": "spatie"}


def named(seen: Seen, language: str) -> list[str]:
    """The keys that the bar names, in order."""
    bar = seen.app.screen.query_one(KeyBar)
    rows = seen.lines[-bar.size.height :]
    words = " ".join(rows).split()
    known = {key for _way, wide, narrow in SCREENS.values() for key in f"{wide} {narrow}".split()}
    own = ["space" if word == SPACE[language] else word for word in words]
    return [word for word in own if word in known]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_every_screen_of_a_session_names_its_keys(
    tmp_path: Path, size: tuple[int, int], language: str
) -> None:
    use(language)
    missing = {}
    async with session(tmp_path, round_set(12, 5), size=size) as (seen, _watch):
        await seen.press("enter", "enter")
        for name, (way, wide, narrow) in SCREENS.items():
            await seen.press(*way)
            shown, wanted = named(seen, language), (wide if size[0] == 80 else narrow).split()
            if lost := set(wanted) - set(shown):
                missing[name] = (lost, seen.lines[-2:])
            assert shown[-1] in ("?", "F1"), name
            assert all(cell_len(line) <= size[0] for line in seen.lines)
            if name in ("agenda", "today", "lenses", "cases", "why", "card", "temperature"):
                await seen.press("escape")
    assert missing == {}


async def test_what_is_left_out_is_behind_the_key_of_help() -> None:
    async with opened(sample()) as seen:
        assert seen.lines[-1].endswith("q Stop ? Help")
        await seen.resize(60, 20)
        assert seen.lines[-1].endswith("q Stop ? All")
        assert "x Minutes" not in seen.lines[-1]
        text = await seen.press("question_mark")
        text += await seen.press("pagedown")
        assert "Write the set as Markdown to take home" in text
        await seen.press("question_mark")
        await seen.resize(80, 24)
        # Where somebody types, a question mark is text.
        await seen.press("home", "e", "enter", "question_mark")
        assert "F1 Help" in seen.lines[-1]
        assert "?" in seen.app.screen.query_one("#meaning").text  # type: ignore[attr-defined]


@pytest.mark.parametrize("panel", ["f4", "f5", "f6"])
async def test_help_explains_a_key_once(panel: str) -> None:
    async with opened(sample(), size=(120, 60)) as seen:
        await seen.press("home", "a", panel, "f1")
        named = [line.split()[0] for line in seen.lines[4:-1] if line.strip()]
        assert named.count("^s") == 1
        assert named.count("^n") == 1


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_phase_has_one_name_on_tabs_menu_and_title(tmp_path: Path, language: str) -> None:
    use(language)
    async with session(tmp_path, round_set(4, 2)) as (seen, _watch):
        await seen.press("enter", "enter")
        for place, phase in enumerate(Phase, 1):
            word = phase_word(phase)
            assert f"{place} {word}" in await seen.press("ctrl+g")
            shown = await seen.press(str(place))
            if phase in (Phase.RESTATE, Phase.DRAFT, Phase.CONSENT, Phase.CLOSED):
                assert word.lower() in seen.lines[0]
            if phase in (Phase.DRAFT, Phase.CONSENT, Phase.CLOSED):
                assert f"F{place} {word}" in shown


async def test_a_click_presses_a_key_of_either_row(tmp_path: Path) -> None:
    async with session(tmp_path, round_set(4, 2)) as (seen, _watch):
        await seen.press("enter", "enter", "ctrl+g", "2")
        rows = seen.lines[-2:]
        assert "g Cases" in rows[0]
        assert "n Next phase" in rows[1]
        bar = seen.app.screen.query_one(KeyBar)
        await seen.pilot.click(bar, offset=(rows[0].index("g Cases"), 0))
        await seen.rest()
        assert "Does this count?" in seen.lines[0]
        await seen.press("escape")
        await seen.pilot.click(seen.app.screen.query_one(KeyBar), offset=(rows[1].index("n N"), 1))
        await seen.rest()
        assert "restate ·" in seen.lines[0]
