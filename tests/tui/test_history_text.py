"""A history in paragraphs, before it stands on a screen."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from glossary.domain import Term
from glossary.tui.history_text import Paragraph, entries, lines
from glossary.tui.widgets.pieces import Piece
from glossary.workflow.history import Change, History, Step
from glossary.workflow.ports import Commit

_NEW = Change("noord", "Noord", "meaning", None, "Time.")
_PIECES = st.lists(
    st.builds(Piece, st.text("ab \n字é", max_size=12), st.sampled_from(["", "came", "gone"])),
    max_size=8,
)


@given(_PIECES, st.integers(5, 30))
def test_every_letter_stands_in_a_line_and_keeps_its_look(pieces: list[Piece], width: int) -> None:
    rows = [*lines(Paragraph(tuple(pieces), 2), width)]
    assert all(row[0].text == "  " for row in rows)
    assert all(cell_len("".join(one.text for one in row)) <= width for row in rows)
    shown = [(char, one.look) for row in rows for one in row[1:] for char in one.text]
    given = [(char, one.look) for one in pieces for char in one.text]
    assert [one for one in shown if one[0] != " "] == [one for one in given if one[0] not in " \n"]


def test_a_commit_without_author_message_or_date() -> None:
    change = Change("noord", "Noord", "meaning", "Time.", "More time.")
    commit = Commit("1" * 40, "1111111", "", None, "")
    (entry,) = entries(History(Term("quality", "quality"), (Step(commit, (change,)),)))
    assert entry.head == "without a date ·\u00a01111111"


def test_the_day_is_that_of_the_author() -> None:
    late = dt.datetime(2026, 5, 1, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=-7)))
    step = Step(Commit("1" * 40, "1111111", "Ann", late, "Late"), (_NEW,))
    (entry,) = entries(History(Term("quality", "quality"), (step,)))
    assert entry.head.startswith("1 May 2026 ·")
