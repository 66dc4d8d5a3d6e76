"""The terms of a set with today's on top, numbered in their order."""

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from glossary.tui.widgets.term_list import TermList
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
        """List the rows with these ids first, in their order; to `stay`, every row in its place.

        The cursor stays on its term.
        """
        before = self.term_id
        self._numbers = {term: number for number, term in enumerate(picked, 1)}
        places = {row.id: at for at, row in enumerate(self._rows)} if stay else self._numbers
        ordered = sorted(rows, key=lambda row: places.get(row.id, len(places) + 1))
        self.measure(rows)
        cursor = (at for at, row in enumerate(ordered) if row.id == before)
        self.show_terms(ordered, names, next(cursor, self.cursor))

    @property
    def term_id(self) -> str:
        """The term of the cursor; empty in an empty list."""
        return self.current.id if self.current is not None else ""

    def draw_row(self, row: TermRow, width: int, style: Style, *, at_cursor: bool) -> Strip:
        """The number before what a list of terms says."""
        number = self._numbers.get(row.id)
        lead = f"{number or '':>3} "
        if number is None and not at_cursor:
            style = self.part_style("line-list--quiet")
        rest = super().draw_row(row, width - len(lead), style, at_cursor=at_cursor)
        return Strip([Segment(lead, style + Style(bold=True)), *rest])
