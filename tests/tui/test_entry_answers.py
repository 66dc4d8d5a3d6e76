"""Cases, lenses and how well one knows the others: what is answered beside a definition."""

from pathlib import Path

from tests.tui.entering import entry
from tests.tui.paper import changed_lines, paper

HAVEN = "keten/partners/de-haven.toml"


async def test_a_case_is_answered_with_one_key_and_taken_back_with_it(tmp_path: Path) -> None:
    async with entry(tmp_path, "gemeente-noord") as seen:
        seen.app.screen.query_one("#cases").focus()
        shown = await seen.press("2")
        assert "● 2 no" in shown
        assert "+[cases.kwaliteit]\r" in changed_lines(tmp_path)
        assert '+te-laat = "no"\r' in changed_lines(tmp_path)
        shown = await seen.press("backspace", "2")
        assert "● 2 no" not in shown


async def test_a_case_is_answered_with_the_mouse(tmp_path: Path) -> None:
    async with entry(tmp_path, "de-haven") as seen:
        row = next(n for n, line in enumerate(seen.lines) if "○ 1 yes" in line)
        await seen.pilot.click(offset=(seen.lines[row].index("yes"), row))
        await seen.rest()
        assert "● 1 yes" in seen.text
    assert '+te-laat = "yes"' in changed_lines(tmp_path)


async def test_the_next_partner_is_asked_from_the_first_case_on(tmp_path: Path) -> None:
    path = paper(tmp_path) / "termset.toml"
    more = '[[terms.kwaliteit.cases]]\nid = "fout"\ntext = "Een fout die meteen is hersteld."\n'
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[terms.bereik]", f"{more}\n[terms.bereik]"), encoding="utf-8")
    async with entry(tmp_path, "gemeente-noord") as seen:
        seen.app.screen.query_one("#cases").focus()
        await seen.press("1", "2", "ctrl+n")
        seen.app.screen.query_one("#cases").focus()
        await seen.rest()
        assert "▶ Het dossier klopt" in seen.text


async def test_answering_keeps_what_is_being_typed(tmp_path: Path) -> None:
    async with entry(tmp_path, "de-haven") as seen:
        await seen.press(*"goed")
        seen.app.screen.query_one("#cases").focus()
        await seen.press("1", "escape")
    assert '+meaning = "goed"' in changed_lines(tmp_path)
    assert '+te-laat = "yes"' in changed_lines(tmp_path)


async def test_the_cases_are_one_key_from_the_text_and_back(tmp_path: Path) -> None:
    async with entry(tmp_path, "de-haven") as seen:
        assert "^b Cases" in seen.lines[-1]
        await seen.press(*"goed", "ctrl+b", "2", "ctrl+b", *" werk", "escape")
    assert '+te-laat = "no"' in changed_lines(tmp_path)
    assert '+meaning = "goed werk"' in changed_lines(tmp_path)
    async with entry(tmp_path, "de-haven", term="bereik") as seen:
        assert "This term has no boundary cases." in await seen.press("ctrl+b")


async def test_how_well_one_knows_the_others_is_answered_with_one_key(tmp_path: Path) -> None:
    async with entry(tmp_path, "gemeente-noord") as seen:
        seen.app.screen.query_one("#know").focus()
        shown = await seen.press("4")
        assert "I know what the others mean" in shown
        assert "● 4" in shown
        assert "+know_before = 4\r" in changed_lines(tmp_path)
        await seen.press("4")
        assert not any("know_before" in line for line in changed_lines(tmp_path))


async def test_nobody_is_asked_about_others_once_they_were_seen(tmp_path: Path) -> None:
    keten = paper(tmp_path)
    (keten / "agreements").mkdir()
    text = 'format = 1\nphase = "compare"\nrevealed = 2026-11-23T10:00:00Z\n'
    (keten / "agreements" / "kwaliteit.toml").write_text(text, encoding="utf-8")
    async with entry(tmp_path, "gemeente-noord", size=(80, 40)) as seen:
        assert "Does this count?" in seen.text
        assert "I know what the others mean" not in seen.text


LENSES = """
[[terms.kwaliteit.lenses]]
id = "foutloos"
label = "Er gaat niets mis"
cues = ["niets mis", "fout"]

[[terms.kwaliteit.lenses]]
id = "aandacht"
label = "Aandacht voor mensen"
cues = ["aandacht", "luisteren"]
"""


def with_lenses(folder: Path) -> None:
    path = paper(folder) / "termset.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\n[terms.bereik]", f"{LENSES}\n[terms.bereik]"), "utf-8")


async def test_the_words_suggest_a_lens_and_one_key_confirms_it(tmp_path: Path) -> None:
    with_lenses(tmp_path)
    async with entry(tmp_path, "de-haven") as seen:
        assert "Through which lens do you say this?" in seen.text
        shown = await seen.press(*"wij luisteren")
        assert "Sounds like: ▲ Aandacht voor mensen" in shown
        shown = await seen.press("ctrl+l")
        assert "Lens:  ✓ ▲ Aandacht voor mensen" in shown
        assert '+lenses = ["aandacht"]' in changed_lines(tmp_path)
        assert '+meaning = "wij luisteren"' in changed_lines(tmp_path)
        assert "wij luisteren en" in await seen.press(*" en")
        shown = await seen.press("ctrl+l")
        assert "Sounds like: ▲ Aandacht voor mensen" in shown
        assert not any(
            "lenses" in line and line[0] == "+" for line in changed_lines(tmp_path, HAVEN)
        )


async def test_another_lens_is_chosen_before_it_is_confirmed(tmp_path: Path) -> None:
    with_lenses(tmp_path)
    async with entry(tmp_path, "de-haven") as seen:
        await seen.press(*"wij luisteren")
        text = await seen.press("ctrl+o")
        assert "Through which lens do you say this?" in text
        assert "▸2 ▲ Aandacht voor mensen" in text
        assert "Sounds like" in await seen.press("escape")
        assert not any("+lenses" in line for line in changed_lines(tmp_path, HAVEN))
        assert "Lens:  ✓ ▲ Aandacht voor mensen" in await seen.press("ctrl+o", "space")
        row = next(n for n, line in enumerate(seen.lines) if "Other lens" in line)
        await seen.pilot.click(offset=(seen.lines[row].index("Other"), row))
        await seen.rest()
        assert "✓ ▲ Aandacht voor mensen" in seen.text
        assert "Lens:  ✓ ■ Er gaat niets mis" in await seen.press("1")
    assert '+lenses = ["foutloos"]' in changed_lines(tmp_path, HAVEN)


async def test_no_lens_is_confirmed_of_a_meaning_that_is_not_there(tmp_path: Path) -> None:
    with_lenses(tmp_path)
    async with entry(tmp_path, "de-haven") as seen:
        assert "has not said yet what it means by" in await seen.press("ctrl+o")
    assert changed_lines(tmp_path, HAVEN) == []


async def test_a_term_without_lenses_asks_for_none(tmp_path: Path) -> None:
    async with entry(tmp_path, "gemeente-noord") as seen:
        await seen.press("ctrl+l", "ctrl+o")
        assert "Sounds like" not in seen.text
        assert "lens" not in seen.text
    assert changed_lines(tmp_path) == []
