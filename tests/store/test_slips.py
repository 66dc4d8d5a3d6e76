"""Slips of somebody who writes a file by hand in git's web page: what is wrong, what to write."""

from pathlib import Path

import pytest

from glossary.domain import Finding
from glossary.store.folder import FolderStore
from tests.store import TERMSET, lay_set

HEAD = 'format = 1\nname = "Noord"\n'
HEADING = "A heading takes only a–z, 0–9, - and _"
KEY = "A key takes only a–z, 0–9, - and _"


def _finding(folder: Path, text: str) -> Finding:
    lay_set(folder, HEAD + text)
    (found,) = FolderStore(folder).load("keten").findings
    return found


@pytest.mark.parametrize(
    ("line", "what", "remedy", "column"),
    [
        ("[definitions.coöperatie]", HEADING, "Write it as [definitions.cooperatie]", 1),
        ("[definitions.gedeelde waarde] # a", HEADING, "[definitions.gedeelde-waarde]", 1),
        ("[definitions.a/b]", HEADING, "[definitions.a-b]", 1),
        ("[definitions.ö]", HEADING, "[definitions.o]", 1),
        ("[[definitions.a.lensés]]\r", HEADING, "[[definitions.a.lenses]]", 1),
        ('[definitions."a b".de burger]', HEADING, '[definitions."a b".de-burger]', 1),
        ("[definitions.質]", HEADING, "[definitions.…]", 1),
        ('te láát = "no"', KEY, "Write it as te-laat = …", 1),
        ('short = “Noord”', "between curly quotation marks (“)", '"…"', 9),
        ("short = ‘Noord’", "between curly quotation marks (‘)", "'…'", 9),
        ('short = "Noord”', "ends with a curly quotation mark (”)", 'straight one: "', 15),
        ('lenses = ["a”, "b"]', "ends with a curly quotation mark (”)", 'straight one: "', 13),
        ("[definitions.kwaliteit", "A heading is not closed.", "as many brackets", 23),
        ("[definitions.kwaliteit] x", "Something stands behind", "one key on a line", 25),
        ("Wij vinden dat a = b", "There is no = after a key.", "name = ", 5),
    ],
)  # fmt: skip
def test_a_slip_is_named_with_what_to_write(
    tmp_path: Path, line: str, what: str, remedy: str, column: int
) -> None:
    found = _finding(tmp_path, f"{line}\n")
    assert found.code == "syntax-error"
    assert what in found.message
    assert remedy in found.remedy
    assert (found.line, found.column) == (3, column)


def test_curly_marks_inside_a_text_are_no_slip(tmp_path: Path) -> None:
    lay_set(tmp_path, HEAD + '[definitions.kwaliteit]\nmeaning = "Wij zeggen “nee”."\n')
    assert FolderStore(tmp_path).load("keten").findings == ()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ('[definitions.kwaliteit]\nmeaning = "a"\nbelif = "b"\n', "belief"),
        ("[definitins.kwaliteit]\nmeaning = 'a'\n", "definitions"),
        ("[definitions.kwalitiet]\nmeaning = 'a'\n", "kwaliteit"),
        ("[definitions.kwaliteit]\nmeaning = 'a'\nlenses = ['foutlos']\n", "foutloos"),
        ("[cases.kwaliteit]\nte-lat = 'no'\n", "te-laat"),
        (
            "[[restatements]]\nterm='regie'\nof='dleta'\nof_fingerprint='0'\ntext='a'\n",
            "delta",
        ),
    ],
)
def test_a_name_that_is_near_a_known_one_is_asked_about(
    tmp_path: Path, text: str, meant: str
) -> None:
    assert _finding(tmp_path, text).remedy.startswith(f"Did you mean “{meant}”? ")


def test_an_agreement_on_a_term_that_is_near_a_known_one_is_asked_about(tmp_path: Path) -> None:
    lay_set(tmp_path, HEAD, TERMSET)
    (tmp_path / "keten/agreements").mkdir()
    (tmp_path / "keten/agreements/kwaliteiten.toml").write_text("format = 1\nphase = 'draft'\n")
    (found,) = FolderStore(tmp_path).load("keten").findings
    assert found.remedy.startswith("Did you mean “kwaliteit”?")


def test_a_name_that_is_near_none_is_not(tmp_path: Path) -> None:
    found = _finding(tmp_path, "[definitions.zorg]\nmeaning = 'a'\n")
    assert "Did you mean" not in found.remedy
