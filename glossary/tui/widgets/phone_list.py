"""The phones in the room: who waits, and who is in and for whom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from glossary.domain import one_line
from glossary.domain.cells import cell_len
from glossary.tui.widgets.line_list import LineList
from glossary.tui.wrapping import fill

_SHORT = 8  # cells in which partners are still told apart


@dataclass(frozen=True, slots=True)
class PhoneRow:
    """A phone: its mark, what its holder typed as a name, and in a word how it is doing.

    `partner` is the short name of the one that it answers for; empty while it waits.
    """

    id: str
    mark: str
    name: str
    told: str
    partner: str = ""
    awake: bool = True

    @property
    def is_in(self) -> bool:
        """Whether it was let in."""
        return bool(self.partner)


class PhoneList(LineList[PhoneRow]):
    """Who waits stands out above who is in; the cursor stays on its phone.

    It goes to the first that waits where nobody did.
    """

    def show_phones(self, rows: Sequence[PhoneRow]) -> None:
        """List these phones."""
        if list(rows) == list(self._rows):
            return
        present = self.current.id if self.current is not None else ""
        places = [row.id for row in rows]
        at = places.index(present) if present in places else self.cursor
        knocks = any(not row.is_in for row in rows) and all(row.is_in for row in self._rows)
        self.show_rows(rows, 0 if knocks else at)

    def draw_row(self, row: PhoneRow, width: int, style: Style, *, at_cursor: bool) -> Strip:
        """Cursor, whether it waits, for whom, its mark, its name, how it is doing."""
        glyph = "?" if not row.is_in else "●" if row.awake else "○"
        own = style + Style(bold=True) if not row.is_in else style
        if row.is_in and not row.awake and not at_cursor:
            own = self.part_style("line-list--quiet")
        told = f"  {one_line(row.told)}" if row.told else ""
        mark = self._widest(lambda one: one.mark)
        lead = f"{'▶' if at_cursor else ' '} {glyph} "
        if row.is_in:
            # A mark is what is called, and who has it cannot be told from half of it.
            others = len(lead) + 2 + mark + 2 + self._widest(lambda one: one.told)
            partner = min(self._widest(lambda one: one.partner), max(_SHORT, width - others))
            lead += fill(one_line(row.partner), partner) + "  "
        text = f"{lead}{fill(row.mark, mark)}  {one_line(row.name)}".rstrip()
        return Strip([Segment(fill(text, max(0, width - cell_len(told))) + told, own)])

    def _widest(self, part: Callable[[PhoneRow], str]) -> int:
        return max((cell_len(one_line(part(row))) for row in self._rows), default=0)
