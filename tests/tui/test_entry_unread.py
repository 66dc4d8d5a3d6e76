"""A partner whose file cannot be read: its form says so, and comes when the file is repaired."""

from pathlib import Path

from glossary.store.folder import FolderStore
from glossary.tui.screens.entry import EntryScreen
from tests.tui.paper import DELTA, paper
from tests.tui.seeing import opened


async def test_the_form_says_which_line_and_what_to_do_until_the_file_is_repaired(
    tmp_path: Path,
) -> None:
    broken = paper(tmp_path) / "partners/zorggroep-delta.toml"
    broken.write_text(DELTA.replace("belief = ", "belief: "), encoding="utf-8")
    async with opened(store=FolderStore(tmp_path)) as seen:
        seen.app.push_screen(EntryScreen(seen.app.desk, "kwaliteit", "zorggroep-delta"))
        await seen.rest()
        said = " ".join(seen.text.split())
        assert "! zorggroep-delta" in said
        assert "The words of “zorggroep-delta” are not shown until that file is repaired." in said
        assert "zorggroep-delta.toml:7:" in said
        assert "Write a key, =, and the value" in said
        assert "means by" not in said
        broken.write_text(DELTA, encoding="utf-8")
        seen.app.desk.reload()
        screen = seen.app.screen
        assert isinstance(screen, EntryScreen)
        screen.refill()
        await seen.rest()
        said = " ".join(seen.text.split())
        assert "Zorggroep Delta means by kwaliteit" in said
        assert "not shown until" not in said


async def test_the_others_can_still_write(tmp_path: Path) -> None:
    broken = paper(tmp_path) / "partners/zorggroep-delta.toml"
    broken.write_text("name = \n", encoding="utf-8")
    async with opened(store=FolderStore(tmp_path)) as seen:
        seen.app.push_screen(EntryScreen(seen.app.desk, "bereik", "zorggroep-delta"))
        await seen.rest()
        said = await seen.press("ctrl+n")
        assert "Basisschool De Haven means by bereik" in " ".join(said.split())


async def test_not_everybody_has_answered_while_one_cannot_be_read(tmp_path: Path) -> None:
    partners = paper(tmp_path) / "partners"
    (partners / "de-haven.toml").unlink()
    (partners / "zorggroep-delta.toml").write_text("name = \n", encoding="utf-8")
    async with opened(store=FolderStore(tmp_path)) as seen:
        seen.app.push_screen(EntryScreen(seen.app.desk, "kwaliteit", "gemeente-noord"))
        await seen.rest()
        assert seen.lines[0].endswith("Gemeente Noord")


async def test_the_list_counts_it_and_the_minutes_tell_what_is_missing(tmp_path: Path) -> None:
    broken = paper(tmp_path) / "partners/zorggroep-delta.toml"
    broken.write_text(DELTA.replace("belief = ", "belief: "), encoding="utf-8")
    minutes = tmp_path / "minutes.md"
    async with opened(store=FolderStore(tmp_path)) as seen:
        assert "3 partners, one file cannot be read" in seen.lines[0]
        said = " ".join((await seen.press("x")).split())
        assert "the minutes will say at their top what is missing" in said
        assert "the words of zorggroep-delta (partners/zorggroep-delta.toml:7:" in said
        await seen.press("ctrl+u", *str(minutes), "enter")
        assert "- the words of zorggroep-delta" in minutes.read_text("utf-8")
