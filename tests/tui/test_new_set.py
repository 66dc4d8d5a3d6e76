"""A set of one's own, made on the screen."""

from pathlib import Path

from glossary.store.folder import FolderStore
from tests.tui.sample import sample
from tests.tui.seeing import opened

WAY = ("o", "n")


def _store(folder: Path) -> FolderStore:
    store = FolderStore(folder)
    store.create(sample())
    return store


async def test_a_set_is_made_from_a_starter_and_lies_open(tmp_path: Path) -> None:
    store = _store(tmp_path)
    async with opened(store=store) as seen:
        shown = await seen.press(*WAY)
        assert "Words round the bed" in shown
        assert "demo" not in shown
        await seen.press("enter", *"Our ward", "enter", *"North", "enter", "enter", *"[red]Delta")
        shown = await seen.press("ctrl+s")
    assert "Our ward" in shown
    assert "2 partners" in shown
    made = store.load("our-ward").termset
    assert [one.name for one in made.partners.values()] == ["North", "[red]Delta"]
    assert len(made.terms) >= 12
    assert made.language == "en"


async def test_two_partners_of_one_name_are_refused_and_nothing_is_lost(tmp_path: Path) -> None:
    store = _store(tmp_path)
    async with opened(store=store) as seen:
        await seen.press(*WAY, "enter", *"Ward", "enter", *"North", "enter", *"north")
        shown = await seen.press("ctrl+s")
        assert "Give this one another name." in shown
        assert "North" in shown
        await seen.press("backspace", *"ern", "ctrl+s")
    assert {one.name for one in store.load("ward").termset.partners.values()} == {
        "North",
        "nortern",
    }


async def test_leaving_asks_before_what_was_typed_is_gone(tmp_path: Path) -> None:
    store = _store(tmp_path)
    async with opened(store=store) as seen:
        shown = await seen.press(*WAY, "enter", *"Ward", "escape")
        assert "The set was not made yet." in shown
        await seen.press("escape")
        assert "Ward" in seen.text
        await seen.press("escape", "right", "enter")
        assert "Term sets" in seen.text
    assert store.sets() == ("sample",)


async def test_a_set_needs_a_title(tmp_path: Path) -> None:
    store = _store(tmp_path)
    async with opened(store=store) as seen:
        shown = await seen.press(*WAY, "ctrl+s")
        assert "Say what the set is called." in shown
        assert store.sets() == ("sample",)
        await seen.press(*"Ward", "ctrl+s")
    assert "ward" in store.sets()


async def test_from_the_demo_a_set_goes_where_sets_of_ones_own_are(tmp_path: Path) -> None:
    store, own = _store(tmp_path / "demo"), FolderStore(tmp_path / "own")
    async with opened(store=store) as seen:
        seen.app.desk.workshop = lambda: own
        shown = await seen.press(*WAY, "enter", *"Ward", "enter", *"North", "ctrl+s")
        assert "Ward" in shown
        assert seen.app.desk.store is own
        await seen.press("e", *"Ours.", "escape")
    assert store.sets() == ("sample",)
    made = own.load("ward").termset
    assert [one.meaning for one in made.partners["north"].definitions.values()] == ["Ours."]


async def test_words_of_several_starters_come_together(tmp_path: Path) -> None:
    store = _store(tmp_path)
    async with opened(store=store) as seen:
        shown = await seen.press(*WAY)
        assert "person-centred, patient, safe" in shown
        shown = await seen.press("space", "down", "space")
        assert shown.count("●") == 2
        await seen.press("enter", *"A b", "ctrl+s")
    terms = store.load("a-b").termset.terms
    assert {"patient", "quality"} <= set(terms)
    assert len(terms) > 20


async def test_while_partners_are_typed_their_short_names_show_and_enter_begins_a_line(
    tmp_path: Path,
) -> None:
    async with opened(store=_store(tmp_path)) as seen:
        await seen.press(*WAY)
        assert "enter Go on" in await seen.press("enter", *"Ward")
        text = await seen.press("enter", *"Stichting De Brug", "enter", *"North Council")
        assert "In narrow columns: Brug · North." in text
        assert "enter Go on" not in text
        assert "^s Make" in text
        await seen.press("ctrl+s")
