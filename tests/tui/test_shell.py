"""What all screens share: help, palette, language, theme, messages, sizes, sets and export."""

from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from glossary.bootstrap import new_store, open_store
from glossary.domain import NotFoundError, RefusedError, TermSet, Vocabulary
from glossary.locale import is_compiled, use
from glossary.tui import keys
from glossary.tui.screens.library import LibraryScreen
from glossary.tui.screens.room import RoomScreen
from glossary.tui.theme import DARK, LIGHT
from tests.memory_store import MemoryStore
from tests.tui.sample import crowd, sample
from tests.tui.seeing import opened


async def test_help_says_what_the_screen_is_for_and_names_its_keys() -> None:
    async with opened(sample()) as seen:
        text = await seen.press("f1")
        assert "The loaded words of this set." in text
        text += await seen.press("pagedown")
        for key in (*keys.LIBRARY, *keys.EVERYWHERE):
            assert key.help in text
        await seen.press("f1")
        assert isinstance(seen.app.screen, LibraryScreen)


@pytest.mark.parametrize("way", ["enter", "e", "a", "o", "x"])
async def test_help_of_every_screen_fits_or_scrolls(way: str) -> None:
    async with opened(sample()) as seen:
        await seen.press("home", way, *(["enter"] if way == "e" else []))
        screen = seen.app.screen
        assert isinstance(screen, RoomScreen)
        assert screen.about
        text = await seen.press("f1")
        assert screen.about.split()[0] in text
        assert all(cell_len(line) <= 80 for line in seen.lines)


@pytest.mark.skipif(not is_compiled("nl"), reason="the Dutch catalogue has not been built")
async def test_language_switches_everything_at_once_and_back() -> None:
    async with opened(sample()) as seen:
        english = seen.text
        dutch = await seen.press("f3")
        assert dutch.splitlines()[-1] != english.splitlines()[-1]
        assert "to compare" not in dutch
        await seen.press("home", "enter")
        await seen.press("f3", "escape")
        assert "to compare" in seen.text


async def test_theme_switches_every_colour_and_back() -> None:
    async with opened(sample()) as seen:
        await seen.press("home", "enter")

        def grounds() -> set[str]:
            strips = seen.app.screen._compositor.render_strips()
            return {
                str(segment.style.bgcolor.name)
                for strip in strips
                for segment in strip
                if segment.style and segment.style.bgcolor
            }

        light = grounds()
        assert "#ffffff" in light
        await seen.press("f2")
        assert seen.app.theme == DARK.name
        assert "#ffffff" not in grounds()
        await seen.press("f2")
        assert seen.app.theme == LIGHT.name
        assert grounds() == light


async def test_the_palette_offers_the_keys_of_the_screen_and_runs_them() -> None:
    async with opened(sample()) as seen:
        await seen.press("ctrl+p")
        assert "Lead the group through a session" in seen.text
        await seen.press(*"export")
        await seen.pilot.pause(0.3)
        await seen.press("ctrl+p", *"Write the set")
        await seen.pilot.pause(0.3)
        await seen.press("enter")


async def test_an_error_of_an_action_becomes_a_line_and_nothing_else() -> None:
    async with opened(sample()) as seen:
        screen = seen.app.screen

        def refuse() -> None:
            raise RefusedError("The file is locked. Try again.")

        screen.action_export = refuse  # type: ignore[attr-defined]  # any action that fails
        before = seen.lines[:6]
        await seen.press("x")
        assert "The file is locked. Try again." in seen.text
        assert seen.lines[:6] == before


async def test_a_message_of_a_screen_that_has_no_room_for_one_is_shown() -> None:
    async with opened(sample()) as seen:
        await seen.press("f1")
        assert isinstance(seen.app.screen, RoomScreen)
        seen.app.screen.say("Something to know.")
        await seen.rest()
        assert "Something to know." in seen.text


@pytest.mark.parametrize(
    "way", [(), ("enter",), ("e", "enter"), ("a",), ("o",), ("x",), ("f1",), ("h",), ("n",)]
)
async def test_a_window_that_is_too_small_says_so_and_recovers(way: tuple[str, ...]) -> None:
    async with opened(sample()) as seen:
        before = await seen.press("home", *way)
        for size in ((39, 24), (80, 9), (20, 5), (1, 1)):
            await seen.resize(*size)
        text = await seen.resize(30, 8)
        assert text.strip() == "Make the window larger: 40\n by 10 at least."
        assert await seen.resize(80, 24) == before


@pytest.mark.parametrize("size", [(40, 10), (57, 13), (80, 24), (100, 30), (120, 40), (200, 60)])
@pytest.mark.parametrize("way", [(), ("enter",), ("o",), ("x",), ("f1",), ("enter", "w"), ("h",)])
async def test_every_screen_fits_every_size(size: tuple[int, int], way: tuple[str, ...]) -> None:
    async with opened(sample(), size=size) as seen:
        await seen.press("home", *way)
        assert len(seen.lines) == size[1]
        assert all(cell_len(line) <= size[0] for line in seen.lines)
        assert seen.lines[0].strip() or size[1] >= 30


async def test_the_set_in_the_readers_language_opens_first() -> None:
    dutch = TermSet("a-dutch", Vocabulary("Nederlands", "nl-NL"))
    async with opened(dutch, sample()) as seen:
        assert "Room in the region" in seen.lines[0]


async def test_another_set_is_chosen_and_the_list_begins_anew() -> None:
    async with opened(crowd({"Anna": "x"}), sample()) as seen:
        assert "Crowd" in seen.lines[0]
        text = await seen.press("slash", *"wor", "escape", "o")
        assert "Room in the region" in text
        assert "4 terms · 4 partners · en" in text
        await seen.press("down", "enter")
        assert "Room in the region" in seen.lines[0]
        await seen.press("o", "escape")
        assert "Room in the region" in seen.lines[0]


async def test_sets_with_one_title_are_told_apart() -> None:
    starter, ours = (TermSet(name, Vocabulary("Words", "en")) for name in ("collab", "ours"))
    async with opened(starter, ours, sample()) as seen:
        text = await seen.press("o")
        assert "collab · Words" in text
        assert "ours · Words" in text
        assert "· Room in the region" not in text


async def test_a_set_that_cannot_be_read_says_why_and_the_present_one_stays() -> None:
    class Broken(MemoryStore):
        def load(self, set_id: str) -> object:  # type: ignore[override]  # one set is broken
            if set_id == "broken":
                raise NotFoundError("broken/termset.toml: line 3 is odd.")
            return super().load(set_id)

    broken = TermSet("broken", Vocabulary("x", "en"))
    async with opened(store=Broken(broken, sample())) as seen:  # type: ignore[arg-type]
        assert "Room in the region" in seen.lines[0]
        assert "line 3 is odd" in await seen.press("o", "home")
        assert "line 3 is odd" in await seen.press("enter")
        await seen.press("escape")
        assert "Room in the region" in seen.lines[0]


async def test_export_writes_and_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(sample(), size=(200, 24)) as seen:
        await seen.press("x")
        assert seen.app.screen.query_one(Input).value == "sample-2026-11-23.md"
        text = await seen.press("enter")
        assert f"Written to {tmp_path / 'sample-2026-11-23.md'}" in text
        assert (tmp_path / "sample-2026-11-23.md").read_text().startswith("# Room in the region")
        # Its own earlier export is replaced unasked.
        assert "Written to" in await seen.press("x", "enter")


async def test_export_takes_the_next_name_when_another_file_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sample-2026-11-23.md").write_text("my own notes\n")
    async with opened(sample()) as seen:
        text = " ".join((await seen.press("x", "enter")).split())
        assert (
            "“sample-2026-11-23.md” holds what the program did not write, and stays as it is."
            in text
        )
        assert (tmp_path / "sample-2026-11-23.md").read_text() == "my own notes\n"
        assert (tmp_path / "sample-2026-11-23 2.md").read_text().startswith("# Room in the region")


async def test_minutes_that_were_edited_by_hand_stay_while_exports_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    new_store(tmp_path).create(sample())
    store = open_store(tmp_path).store
    minutes, second = tmp_path / "sample-2026-11-23.md", tmp_path / "sample-2026-11-23 2.md"

    async with opened(store=store, size=(200, 24)) as seen:

        async def written_anew(about: str) -> str:
            store.update_vocabulary("sample", lambda now: replace(now, about=about))
            seen.app.desk.reload()
            return await seen.press("x", "enter")

        await written_anew("Space.")
        # What it wrote itself is written over, as often as the group wants.
        assert "stays" not in await written_anew("Space to breathe.")
        assert "Space to breathe." in minutes.read_text()
        minutes.write_text(minutes.read_text() + "\nWith a note of my own.\n")
        assert f"Written to {second}. “sample-2026-11-23.md” holds" in await written_anew("Air.")
        assert "With a note of my own." in minutes.read_text()
        assert f"Written to {second}. “sample-2026-11-23.md” holds" in await written_anew(
            "Fresh air."
        )
        assert "Fresh air." in second.read_text()
        assert not (tmp_path / "sample-2026-11-23 3.md").exists()


async def test_export_to_a_place_that_does_not_exist_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(sample()) as seen:
        text = await seen.press("x", "home", *"nowhere", "slash", "enter")
        # The path is longer than a line.
        assert "nowhere/" in "".join(text.split())
        assert "Write minutes" in seen.lines[0]
        assert list(tmp_path.iterdir()) == []


# What a key does that does something else while another panel, or a turn, is in sight.
_INSTEAD = {"record", "onward", "go_on"}


def test_no_key_of_a_screen_is_bound_twice() -> None:
    for name, group in vars(keys).items():
        if name.isupper() and isinstance(group, tuple):
            of_screen = [key for key in group if isinstance(key, keys.Key)]
            of_screen = [key for key in of_screen if key.action not in _INSTEAD]
            bound = [one for key in of_screen for one in key.keys.split(",")]
            assert len(set(bound)) == len(bound), name


async def test_no_message_stays_in_the_language_of_before() -> None:
    use("nl")
    async with opened(sample()) as seen:
        assert "wordt vanzelf bewaard" in await seen.press("a")
        shown = await seen.press("f3")
        assert "What you type is saved by itself." in shown
        assert "bewaard" not in shown
        await seen.press("f6", "escape", "ctrl+c")
        assert "Press ^q to stop; what you type is saved first." in seen.text
        assert "Press ^q to stop" not in await seen.press("f3")


async def test_a_name_that_ends_in_html_gives_a_web_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(sample()) as seen:
        await seen.press("x", "ctrl+u", *"minutes.html", "enter")
        await seen.rest()
    assert (tmp_path / "minutes.html").read_bytes().startswith(b"<!DOCTYPE html>")
