"""The terms of a set with today's on top, numbered in their order."""

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from glossary.tui.widgets.term_list import ListedTerm, TermList
from glossary.workflow.overview import TermRow


class AgendaList(TermList):
    """A list of terms of which some have a number."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[str, int] = {}

    def show_agenda(
        self,
        rows: Sequence[TermRow],
        picked: Sequence[str],
        names: Mapping[str, str],
        *,
        stay: bool = False,
    ) -> None:
        """List the rows with these ids first, in their order.

        The cursor stays on its term, or, to `stay`, in its row.
        """
        before = self.term_id
        self._numbers = {term: number for number, term in enumerate(picked, 1)}
        last = len(picked)
        ordered = sorted(rows, key=lambda row: self._numbers.get(row.id, last + 1))
        self.measure(rows)
        places = (at for at, row in enumerate(ordered) if row.id == before and not stay)
        self.show_terms([ListedTerm(row) for row in ordered], names, next(places, self.cursor))

    @property
    def term_id(self) -> str:
        """The term of the cursor; empty in an empty list."""
        return self.current.row.id if self.current is not None else ""

    def draw_row(self, row: ListedTerm, width: int, style: Style, *, at_cursor: bool) -> Strip:
        """The number before what a list of terms says."""
        number = self._numbers.get(row.row.id)
        lead = f"{number or '':>3} "
        if number is None and not at_cursor:
            style = self.part_style("line-list--quiet")
        rest = super().draw_row(row, width - len(lead), style, at_cursor=at_cursor)
        return Strip([Segment(lead, style + Style(bold=True)), *rest])
