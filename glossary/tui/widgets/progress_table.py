"""How far the terms of a session are: a row for each, and what the columns say above them."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from glossary.domain import Phase, Status, one_line
from glossary.locale import gettext as _
from glossary.tui.widgets.line_list import LineList
from glossary.tui.wrapping import fill
from glossary.workflow.session.progress import TermProgress
from glossary.workflow.status_words import status_word
from glossary.workflow.words import phase_word

_GAP = 2
_LEAST_LABEL, _FAIR_LABEL = 10, 22
# Pointer and the mark of the term on the table.
_LEAD = 4


class Column(NamedTuple):
    """A column by the name of what it says; `width` in cells, without the gap before it."""

    key: str
    head: str
    width: int


def columns(width: int, rows: Sequence[TermProgress]) -> list[Column]:
    """The columns behind the label that fit in `width` cells; the last ones stay the longest."""
    most = max((row.partners for row in rows), default=0)
    count = 2 * len(str(most)) + 1
    heads = (
        ("said", _("said"), count),
        ("understood", _("understood"), count),
        ("draft", _("draft"), 3),
        ("answered", _("answered"), count),
        ("stand", _("where it is"), _widest_stand()),
        ("time", _("time"), cell_len(minutes(100 * 60))),
    )
    found = [Column(key, head, max(cell_len(head), least)) for key, head, least in heads]
    widest = max((cell_len(one_line(row.label)) for row in rows), default=0)
    wanted = max(_LEAST_LABEL, min(widest, _FAIR_LABEL))
    for key in ("draft", "said", "answered", "understood", "time"):
        if label_width(width, found) >= wanted:
            break
        found = [one for one in found if one.key != key]
    return found


def label_width(width: int, shown: Sequence[Column]) -> int:
    """Cells that are left for the label."""
    return width - _LEAD - sum(one.width + _GAP for one in shown) - 1


def minutes(seconds: int) -> str:
    """A time that was spent, in words."""
    return _("{n} min").format(n=seconds // 60)


class ProgressList(LineList[TermProgress]):
    """The terms of the agenda; the one on the table has a dot."""

    def __init__(self) -> None:
        super().__init__()
        self._current = ""

    def show_progress(self, rows: Sequence[TermProgress], current: str, cursor: int) -> None:
        """List these rows, with the cursor on the row at index `cursor`."""
        self._current = current
        self.show_rows(rows, cursor)

    def draw_row(self, row: TermProgress, width: int, style: Style, *, at_cursor: bool) -> Strip:
        """Pointer, dot, label, and the columns that fit."""
        shown = columns(width, self.rows)
        is_current = row.id == self._current
        if is_current:
            style += Style(bold=True)
        lead = ("▶ " if at_cursor else "  ") + ("● " if is_current else "  ")
        if row.gone:
            text = _("{term} is no longer in this set").format(term=one_line(row.label))
            return Strip([Segment(lead + fill(text, width - _LEAD), style)])
        label = fill(one_line(row.label), max(1, label_width(width, shown)))
        cells = [_cell(row, one, is_current=is_current) for one in shown]
        return Strip([Segment(lead + label + "".join(cells), style)])


class ProgressHead(Widget):
    """What the columns of a list say."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "ProgressHead { height: 1; color: $quiet; }"

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[TermProgress] = ()

    def show(self, rows: Sequence[TermProgress]) -> None:
        """Say it for these rows."""
        self._rows = rows
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One row."""
        return 1

    def render_line(self, y: int) -> Strip:
        """The row."""
        width, style = self.content_size.width, self.rich_style
        shown = columns(width, self._rows)
        label = " " * _LEAD + fill(_("term"), max(1, label_width(width, shown)))
        text = label + "".join(_placed(one.head, one) for one in shown)
        return Strip([Segment(text if self._rows else "", style)]).adjust_cell_length(width, style)


def stand_word(row: TermProgress, *, is_current: bool) -> str:
    """Where a term is: its phase while it is on the table, its status otherwise.

    One that was closed without an outcome is still open.
    """
    if row.outcome is None and row.phase is Phase.CLOSED:
        return _("still open")
    is_led = row.outcome is None and is_current
    return phase_word(row.phase) if is_led else _status(row.status)


def _status(status: Status) -> str:
    word = status_word(status)
    return f"{word} ✓" if status is Status.AGREED else word


def _cell(row: TermProgress, column: Column, *, is_current: bool) -> str:
    texts = {
        "said": f"{row.said}/{row.partners}",
        "understood": f"{row.understood}/{row.said}" if row.said else "",
        "draft": _("yes") if row.has_draft else _("no"),
        "answered": f"{row.answered}/{row.partners}" if row.has_draft else "",
        "stand": stand_word(row, is_current=is_current),
        "time": minutes(row.seconds) if row.seconds else "",
    }
    return _placed(texts[column.key], column)


def _placed(text: str, column: Column) -> str:
    """Words begin at the left of their column, numbers end at its right."""
    short = fill(text, column.width) if cell_len(text) > column.width else text
    blank = " " * (column.width - cell_len(short))
    return " " * _GAP + (short + blank if column.key in ("draft", "stand") else blank + short)


def _widest_stand() -> int:
    return max(map(cell_len, [*map(_status, Status), *map(phase_word, Phase), _("still open")]))
