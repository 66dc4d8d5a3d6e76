"""Answering boundary cases one after another, and whose hand it is at each partner."""

import tomllib
from pathlib import Path

from tests.tui.agreeing import agreed, agreement
from tests.tui.entering import entry
from tests.tui.leading import session, unspoken
from tests.tui.paper import paper

CASES = ("te-laat", "fout")
MORE = '[[terms.kwaliteit.cases]]\nid = "fout"\ntext = "Een fout die meteen is hersteld."\n'


def add_case(folder: Path) -> None:
    path = paper(folder) / "termset.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[terms.bereik]", f"{MORE}\n[terms.bereik]"), encoding="utf-8")


def partner(folder: Path, name: str) -> dict[str, dict[str, dict[str, object]]]:
    path = folder / "keten" / "partners" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


async def test_an_answer_goes_on_and_one_may_go_back(tmp_path: Path) -> None:
    add_case(tmp_path)
    async with entry(tmp_path, "de-haven") as seen:
        seen.app.screen.query_one("#cases").focus()
        assert "▶ Een fout" in await seen.press("1")
        assert "▶ I know what the others mean" in await seen.press("2")
        assert "● 4" in await seen.press("4")
        assert "▶ Een fout" in await seen.press("backspace")
        assert "▶ Het dossier" in await seen.press("up")
        await seen.press("3")
    found = partner(tmp_path, "de-haven")
    assert found["cases"]["kwaliteit"] == {"te-laat": "depends", "fout": "no"}
    assert found["ratings"]["kwaliteit"] == {"know_before": 4}


async def test_cases_that_a_draft_decides_go_on_as_well(tmp_path: Path) -> None:
    add_case(tmp_path)
    write_cases(tmp_path, "gemeente-noord", "no")
    write_cases(tmp_path, "de-haven", "yes")
    write_draft_in(tmp_path)
    async with agreement(tmp_path) as seen:
        assert "▶ Het dossier" in await seen.press("ctrl+b")
        assert "▶ Een fout" in await seen.press("1")
        assert "▶ Een fout" in await seen.press("2")
        assert "▶ Het dossier" in await seen.press("backspace")
        await seen.press("3")
    assert agreed(tmp_path)["draft"]["cases"] == {"te-laat": "depends", "fout": "no"}


def write_cases(folder: Path, name: str, answer: str) -> None:
    path = folder / "keten" / "partners" / f"{name}.toml"
    table = "\n[cases.kwaliteit]\n" + "".join(f'{case} = "{answer}"\n' for case in CASES)
    path.write_bytes(path.read_bytes() + table.encode())


def write_draft_in(folder: Path) -> None:
    agreements = folder / "keten" / "agreements"
    agreements.mkdir()
    text = 'format = 1\nphase = "draft"\n\n[draft]\nwording = "Wij letten op."\n'
    (agreements / "kwaliteit.toml").write_text(text, encoding="utf-8")


async def test_each_partner_types_itself_until_somebody_says_otherwise(tmp_path: Path) -> None:
    async with session(tmp_path, unspoken()) as (seen, _watch):
        await seen.press("home", "enter", "enter", "ctrl+t", *"We keep our word.")
        assert "the facilitator types for" in seen.lines[0]
        await seen.press("ctrl+n")
        assert "the facilitator types for" not in seen.lines[0]
        assert "types itself; ^t when the facilitator does." in seen.text
        await seen.press(*"Ours.", "ctrl+s")
    partners = tmp_path / "sample" / "partners"
    by = [
        tomllib.loads(path.read_text())["definitions"]["trust"].get("entered_by", "")
        for path in sorted(partners.glob("*.toml"))
        if "trust" in tomllib.loads(path.read_text()).get("definitions", {})
    ]
    assert sorted(by) == ["", "facilitator"]
