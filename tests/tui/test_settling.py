"""What a draft settles or leaves open, the cases it decides, and the other ways out."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from glossary.compare import Comparison
from glossary.domain import TermSet
from glossary.store.folder import FolderStore
from glossary.tui.screens.agreement import AgreementScreen
from glossary.tui.widgets.draft_area import DraftArea
from glossary.workflow.comparing import compare_term
from tests.tui.agreeing import agreed, write_draft
from tests.tui.paper import paper, until
from tests.tui.seeing import Seen, opened
from tests.tui.test_entry_safety import paste

MUST = "De gemeente moet incidenten binnen een week melden."
MAY = "De gemeente mag incidenten binnen een week melden."


@asynccontextmanager
async def drafting(folder: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Seen]:
    """Noord must and Delta may; on the case Delta says depends and Noord no."""
    if not (folder / "keten").exists():
        paper(folder)
    partners = folder / "keten" / "partners"
    delta, noord = partners / "zorggroep-delta.toml", partners / "gemeente-noord.toml"
    delta.write_text(
        delta.read_text().replace("Geheim van Delta: een bewoner merkt aandacht.", MAY)
    )
    answer = b'\n[cases.kwaliteit]\nte-laat = "no"\n'
    noord.write_bytes(noord.read_bytes().replace(b"Er gaat niets mis.", MUST.encode()) + answer)
    async with opened(store=FolderStore(folder), size=size) as seen:
        seen.app.desk.complete()
        seen.app.push_screen(AgreementScreen(seen.app.desk, "kwaliteit"))
        await seen.rest()
        yield seen


async def test_what_is_open_is_said_before_a_word_is_typed(tmp_path: Path) -> None:
    async with drafting(tmp_path) as seen:
        assert "Still open: moet ↔ mag (Noord, Delta)" in seen.text
        assert "case “Het dossier klopt, maar…”: no: Noord · depends: Delta" in seen.text


async def test_what_the_draft_settles_follows_the_typing(tmp_path: Path) -> None:
    async with drafting(tmp_path) as seen:
        await seen.press(*"Wij mogen melden")
        await until(seen, lambda: "Settled: mag (like Delta; Noord says moet)" in seen.text)
        await seen.press("ctrl+u", *"Wij moeten melden")
        await until(seen, lambda: "Settled: moet (like Noord; Delta says mag)" in seen.text)


async def test_meanings_are_compared_once_and_not_with_every_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def counting(termset: TermSet, term_id: str) -> Comparison:
        made.append(term_id)
        return compare_term(termset, term_id)

    monkeypatch.setattr("glossary.tui.screens.drafting_room.compare_term", counting)
    async with drafting(tmp_path) as seen:
        await seen.press(*"Wij moeten", "ctrl+s", *" melden", "ctrl+s")
        assert made == ["kwaliteit"]
        path = tmp_path / "keten/partners/zorggroep-delta.toml"
        path.write_text(path.read_text().replace(MAY, MUST))
        assert seen.app.desk.reload_if_changed()
        screen = seen.app.screen
        assert isinstance(screen, AgreementScreen)
        screen.refill()
        await seen.rest()
        assert made == ["kwaliteit", "kwaliteit"]
        assert "↔" not in seen.text


async def test_the_group_decides_a_case_for_the_draft(tmp_path: Path) -> None:
    write_draft(tmp_path)
    async with drafting(tmp_path) as seen:
        shown = await seen.press("ctrl+b")
        assert "▶ Het dossier klopt" in shown
        shown = await seen.press("1")
        assert "draft yes, other than Noord, Delta" in shown
        assert agreed(tmp_path)["draft"]["cases"] == {"te-laat": "yes"}
        shown = await seen.press("3", "escape")
        assert isinstance(seen.app.screen, AgreementScreen)
        assert "Settled: case “Het dossier klopt, maar…”: draft depends, other than Noord" in shown
        await seen.press("ctrl+b", "3")
    assert not agreed(tmp_path)["draft"].get("cases")


async def test_where_nothing_is_open_the_next_escape_leaves(tmp_path: Path) -> None:
    paper(tmp_path)
    async with opened(store=FolderStore(tmp_path)) as seen:
        await seen.press(*"/bereik", "escape", "a")
        assert "Nothing is open, and nothing is settled." in await seen.press("ctrl+b")
        await seen.press("escape")
        assert not isinstance(seen.app.screen, AgreementScreen)


async def test_digits_are_digits_in_the_wording(tmp_path: Path) -> None:
    async with drafting(tmp_path) as seen:
        await seen.press("ctrl+b", "ctrl+b", *"123")
        assert seen.app.screen.query_one(DraftArea).text == "123"


async def test_a_draft_that_is_typed_survives_deciding_a_case(tmp_path: Path) -> None:
    async with drafting(tmp_path) as seen:
        await seen.press(*"Wij melden", "ctrl+b", "2", "escape", *" alles", "escape")
    draft = agreed(tmp_path)["draft"]
    assert draft == {"wording": "Wij melden alles", "cases": {"te-laat": "no"}}


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("ctrl+o", "Each partner keeps its own meaning of “kwaliteit”, under its own name."),
        ("ctrl+r", "“kwaliteit” makes room for a new term. Type its name."),
        ("ctrl+l", "“kwaliteit” is parked: nothing was agreed, and that is said."),
    ],
)
async def test_every_other_way_out_is_one_key(tmp_path: Path, key: str, said: str) -> None:
    async with drafting(tmp_path) as seen:
        assert "Another way out:" in seen.text
        shown = await seen.press(*"half", key)
        assert said in " ".join(shown.split())
        assert "Nothing is recorded until you press ^s" in shown
    assert agreed(tmp_path)["draft"]["wording"] == "half"
    assert "outcome" not in agreed(tmp_path)


async def test_each_its_own_is_recorded_with_two_keys(tmp_path: Path) -> None:
    async with drafting(tmp_path) as seen:
        await seen.press("ctrl+o", "enter")
    assert agreed(tmp_path)["outcome"]["kind"] == "differ"


async def test_a_new_term_asks_for_its_name(tmp_path: Path) -> None:
    async with drafting(tmp_path) as seen:
        await seen.press("ctrl+r", *"meldcultuur", "enter", "enter")
    assert agreed(tmp_path)["outcome"]["name"] == "meldcultuur"


async def test_people_draft_by_name_also_where_letters_hid_names_before(tmp_path: Path) -> None:
    paper(tmp_path)
    session = 'format = 1\nterms = ["kwaliteit"]\nanonymous = true\n'
    (tmp_path / "keten/session.toml").write_text(session)
    async with drafting(tmp_path, size=(120, 40)) as seen:
        shown = await seen.press(*"Wij mogen melden")
        assert "Noord" in shown
        assert "Delta" in shown


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_ways_out_stay_in_sight(tmp_path: Path, size: tuple[int, int]) -> None:
    async with drafting(tmp_path, size=size) as seen:
        shown = await paste(seen, "een tekst die lang is " * 8)
        for key in ("^o", "^r", "^l", "Still open:"):
            assert key in shown
