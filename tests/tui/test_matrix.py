"""Who looks through which lens and who says what of the cases, as a screen full of it."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from glossary.domain import Case, CaseAnswer, Definition, Lens, Partner, Term, TermSet, Vocabulary
from glossary.tui.widgets.matrix_view import MatrixRow, MatrixView, Value, measure
from glossary.tui.wrapping import wrapped
from tests.tui.rounds import NAMES
from tests.tui.sample import crowd, sample
from tests.tui.seeing import Seen, opened

CASES = (
    Case("same", "A mistake is made and mended the same day."),
    Case("split", "The file is right but two weeks late."),
    Case("open", "A nurse drinks coffee and writes nothing down."),
)


def many(partners: int) -> TermSet:
    """Partners that all say yes to one case, and are split on another."""
    term = Term("word", "word", lenses=(Lens("a", "Order", ("order",)),), cases=CASES)
    people = {}
    for n in range(partners):
        answers = {"same": CaseAnswer.YES, "split": CaseAnswer.NO if n % 2 else CaseAnswer.DEPENDS}
        said = {"word": Definition("We like order.", lenses=("a",) if n == 1 else ())}
        people[f"p{n:02}"] = Partner(f"p{n:02}", f"Partner {n}", f"P{n}", said, {"word": answers})
    return TermSet("many", Vocabulary("Many", "en", "", {"word": term}), people)


async def view(seen: Seen, key: str) -> str:
    return await seen.press("home", "enter", key)


async def test_split_cases_come_first_and_are_marked() -> None:
    async with opened(many(4)) as seen:
        shown = await view(seen, "g")
        assert "Does this count?" in seen.lines[0]
        assert shown.index("≠ The file") < shown.index("A mistake") < shown.index("A nurse")
        assert "≠ A" not in shown
        assert "≠ split · ? depends · – no answer" in shown
        grid = " ".join(line[30:] for line in seen.lines[2:20])
        said = [len(re.findall(rf"{sign}(?!\\S)", grid)) for sign in ("yes", "no", r"\?")]
        assert said == [4, 2, 2]


async def test_lenses_show_how_much_and_what_was_confirmed() -> None:
    async with opened(many(3)) as seen:
        shown = await view(seen, "l")
        assert "Through which lens?" in seen.lines[0]
        assert "■ Order" in shown
        assert shown.count("✓ ■■■") == 1
        assert shown.replace("✓ ■■■", "").count("■■■") == 3


async def test_lens_weights_of_a_term_come_in_steps() -> None:
    async with opened(sample()) as seen:
        shown = await view(seen, "l")
        assert "■ Nothing goes wrong" in shown
        assert "▲ Effort" in shown
        assert "▲▲▲" in shown
        assert "✓ by" not in shown


async def test_the_two_views_are_one_key_apart() -> None:
    async with opened(sample()) as seen:
        await view(seen, "l")
        assert "Does this count?" in await seen.press("g")
        assert "Through which lens?" in await seen.press("l")
        assert not (await seen.press("l")).count("Through which lens?")
        await seen.press("g", "escape")
        assert "What to talk about?" in seen.text


@pytest.mark.parametrize("partners", [2, 6, 12, 30])
@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 40)])
async def test_everybody_is_on_one_page(partners: int, size: tuple[int, int]) -> None:
    async with opened(many(partners), size=size) as seen:
        await view(seen, "g")
        shown = seen.app.screen.query_one(MatrixView)
        seen_names: set[str] = set()
        for _page in range(shown.pages):
            assert all(cell_len(line) <= size[0] for line in seen.lines)
            seen_names.update(seen.text.split())
            await seen.press("space")
        assert {f"P{n}" for n in range(partners)} <= seen_names


@pytest.mark.parametrize(("partners", "size"), [(6, (80, 24)), (12, (120, 40))])
def test_a_table_of_partners_fits_beside_each_other(partners: int, size: tuple[int, int]) -> None:
    """Six by their whole names, of twelve the longest may lose a letter; nothing said is cut."""
    heads = [short for _name, short in NAMES[:partners]]
    text = "Het dossier klopt van voor tot achter, maar kwam twee weken te laat bij de ouders aan."
    rows = [MatrixRow(text, tuple(Value("nee") for _head in heads)) for _row in range(3)]
    found = measure(heads, rows, size[0] - 2, size[1] - 3)
    assert [(sheet.first, sheet.last) for sheet in found.sheets] == [(0, partners)]
    assert found.column >= max(map(cell_len, heads)) - (partners == 12)
    assert all(height >= len(wrapped(text, found.label - 2)) for height in found.heights)


async def test_a_term_without_cases_says_so() -> None:
    async with opened(crowd({"Anna": "It is here."})) as seen:
        assert "This term has no boundary cases." in await view(seen, "g")
        assert "Result" in await seen.press("l")


async def test_nobody_has_a_column_where_there_are_no_partners() -> None:
    async with opened(crowd({})) as seen:
        assert "No partners yet." in await view(seen, "l")


async def test_an_answer_that_is_given_meanwhile_shows() -> None:
    termset = many(2)
    async with opened(termset) as seen:
        await view(seen, "g")
        assert "≠ A nurse" not in seen.text
        answers = {"word": {"open": CaseAnswer.NO}}
        first = replace(termset.partners["p00"], cases=answers)
        answers = {"word": {"open": CaseAnswer.YES}}
        second = replace(termset.partners["p01"], cases=answers)
        seen.app.desk.termset = replace(termset, partners={"p00": first, "p01": second})
        seen.app.screen.refill()  # type: ignore[attr-defined]  # a room screen
        await seen.rest()
        assert "≠ A nurse" in seen.text


@given(
    heads=st.lists(st.text("abc", min_size=1, max_size=20), max_size=30),
    labels=st.lists(st.text("ab ", max_size=300), min_size=1, max_size=12),
    width=st.integers(1, 200),
    height=st.integers(1, 60),
)
def test_every_value_is_on_exactly_one_sheet(
    heads: list[str], labels: list[str], width: int, height: int
) -> None:
    rows = [MatrixRow(label, tuple(Value("x") for _head in heads)) for label in labels]
    sheets = measure(heads, rows, width, height).sheets
    found = [
        (y, x)
        for sheet in sheets
        for y in range(sheet.top, sheet.bottom)
        for x in range(sheet.first, sheet.last)
    ]
    assert sorted(found) == [(y, x) for y in range(len(rows)) for x in range(len(heads))]
