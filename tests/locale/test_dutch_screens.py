"""Dutch is longer than English; it still fits on screens of 80 by 24, and no English is left."""

import pytest
from textual.actions import parse

from glossary.locale import gettext, use
from glossary.tui.keys import Key
from glossary.tui.screens.room import RoomScreen
from tests.locale.catalogues import catalogue, messages
from tests.tui.sample import sample
from tests.tui.seeing import opened

WAYS = {
    "list": (),
    "find": ("slash",),
    "compare": ("home", "enter"),
    "about": ("home", "i"),
    "all marks": ("home", "enter", "m"),
    "speaker": ("home", "enter", "1"),
    "which two": ("home", "enter", "f"),
    "lenses": ("home", "enter", "l"),
    "cases": ("home", "enter", "g"),
    "difference": ("home", "enter", "v"),
    "signals": ("home", "enter", "w"),
    "entry": ("home", "e", "enter"),
    "draft": ("home", "a"),
    "positions": ("home", "a", "f5"),
    "outcome": ("home", "a", "f6"),
    "sets": ("o",),
    "new-term": ("n",),
    "export": ("x",),
    "help": ("f1",),
    "history": ("h",),
    "palette": ("ctrl+p",),
    "agenda": ("s",),
    "overview": ("s", "enter"),
    "today": ("s", "enter", "t"),
    "collecting": ("s", "home", "enter", "enter", "2"),
    "menu": ("s", "home", "enter", "enter", "3", "ctrl+g"),
}

# Keys of a conversation in turns, which give way where there is none; and one that needs a
# difference that people named; and what is for when all is done.
_GIVE_WAY = {
    *("Card", "Speaker", "Lenses", "Cases", "Difference", "Anonymous", "Two", "Remove"),
}


def _english() -> list[str]:
    """Messages of two words or more that read differently in Dutch."""
    return [
        one.id
        for one in messages(catalogue("nl"))
        if isinstance(one.id, str) and " " in one.id and "{" not in one.id and one.string != one.id
    ]


@pytest.mark.parametrize("way", WAYS)
async def test_no_english_is_left_on_a_dutch_screen(way: str) -> None:
    use("nl")
    async with opened(sample()) as seen:
        text = await seen.press(*WAYS[way])
        assert [one for one in _english() if one in text] == []


# Without git, as here, most keys of a history have nothing to do, and a matrix has one page of
# few partners: tests of those screens press their keys.
_ELSEWHERE = {"find", "history", "menu", "palette", "lenses", "cases"}


@pytest.mark.parametrize("way", sorted(WAYS.keys() - _ELSEWHERE))
async def test_every_key_of_the_bar_fits_in_dutch(way: str) -> None:
    use("nl")
    # So low that the definitions take two pages, and every key has something to do.
    async with opened(sample(), size=(80, 11)) as seen:
        await seen.press(*WAYS[way])
        screen = seen.app.screen
        assert isinstance(screen, RoomScreen)
        bar = seen.lines[-1]
        keys = [key for key in screen.keys if key.label and key.label not in _GIVE_WAY]
        labels = [gettext(key.label) for key in keys if applies(screen, key)]
        assert [label for label in labels if label not in bar] == []


def applies(screen: RoomScreen, key: Key) -> bool:
    """Whether a key does something on this part of a screen."""
    _namespace, name, parameters = parse(key.action)
    return screen.check_action(name, parameters) is not False


def test_the_words_that_are_looked_for_are_english() -> None:
    assert "What to talk about?" in _english()
