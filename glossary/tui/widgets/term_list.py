"""The terms of a set, one a line: what deserves time, why, and how far it is."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from glossary.domain import Status, one_line
from glossary.tui.widgets.line_list import LineList
from glossary.tui.wrapping import fill
from glossary.workflow.overview import TermRow
from glossary.workflow.status_words import status_word

_BAR = 8
_LEAST_REASON = 14
_FAIR_REASON = 20
_FAIR_LABEL = 24
_LEAST_LABEL = 12


class Columns(NamedTuple):
    """Widths in cells; 0 for a column that is left out. Two cells stand between columns."""

    label: int
    bar: int
    reason: int
    cover: int
    status: int


def columns(width: int, label: int, cover: int, status: int) -> Columns:
    """Divide a row of `width` cells among columns that would like these widths.

    The reason shrinks first, then a long label, then bar and coverage go; the status stays.
    """
    room = width - 2 - 1
    label = max(_LEAST_LABEL, min(label, room * 2 // 5))
    room -= label + 2 + status
    cover = cover if room >= cover + 2 else 0
    room -= cover + 2 if cover else 0
    bar = _BAR if room >= _BAR + 2 else 0
    room -= bar + 2 if bar else 0
    # A long label is clipped before its reason goes: the words are known, the reason is not.
    given = min(max(0, _FAIR_REASON - (room - 2)), max(0, label - _FAIR_LABEL))
    reason = room - 2 + given
    if reason < _LEAST_REASON:
        return Columns(label + max(0, room), bar, 0, cover, status)
    label -= given
    return Columns(label, bar, reason, cover, status)


class TermList(LineList[TermRow]):
    """Terms with attention, strongest signal, coverage and status."""

    COMPONENT_CLASSES = {"term-list--bar", "term-list--match"}
    DEFAULT_CSS = """
    TermList {
        & > .term-list--bar { color: $attention; }
        & > .term-list--match { text-style: bold underline; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._names: Mapping[str, str] = {}
        self._widest = (0, 0, 0)
        self._only_labels = False
        self._matched: Mapping[str, range] = {}
        self._overtaken: Mapping[str, str] = {}

    def measure(self, rows: Sequence[TermRow]) -> None:
        """Make columns for all these rows, so that they stand still while the reader finds."""
        self._widest = (
            cell_len(one_line(max((row.label for row in rows), key=len, default=""))),
            max((2 * len(str(row.partners)) + 1 for row in rows[:1]), default=0),
            max((cell_len(_status(one)) for one in {row.status for row in rows}), default=0),
        )

    def show_terms(
        self,
        terms: Sequence[TermRow],
        names: Mapping[str, str],
        cursor: int = 0,
        *,
        only_labels: bool = False,
        matched: Mapping[str, range] = MappingProxyType({}),
        overtaken: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """List terms, or only their labels; `names` gives partners' short names by id.

        `matched` gives by term the places in its label that match what the reader typed,
        `overtaken` what happened since its outcome: that is the reason then.
        """
        self._matched, self._overtaken = matched, overtaken
        self._names, self._only_labels = names, only_labels
        self.show_rows(terms, cursor)

    def draw_row(self, row: TermRow, width: int, style: Style, *, at_cursor: bool) -> Strip:
        """Cursor, label, attention, its reason, coverage, status."""
        plan = columns(width, *self._widest)
        segments = [Segment("▶ " if at_cursor else "  ", style), *self._label(row, plan, style)]
        if self._only_labels:
            return Strip(segments)
        quiet = style if at_cursor else self.part_style("line-list--quiet")
        if plan.bar:
            segments += self._bar(row, style, quiet, at_cursor=at_cursor)
        if plan.reason:
            segments.append(
                Segment("  " + fill(self._reason(row, plan.reason), plan.reason), style)
            )
        if plan.cover:
            segments.append(Segment("  " + _cover(row).rjust(plan.cover), style))
        status = fill(_status(row.status), plan.status)
        return Strip([*segments, Segment(f"  {status} ", style)])

    def _label(self, row: TermRow, plan: Columns, style: Style) -> list[Segment]:
        # Places refer to the label as shown; what is clipped needs no underline.
        text, places = fill(one_line(row.label), plan.label), self._matched.get(row.id)
        if not places:
            return [Segment(text, style)]
        match = style + self.get_component_rich_style("term-list--match", partial=True)
        return [Segment(char, match if at in places else style) for at, char in enumerate(text)]

    def _bar(self, row: TermRow, style: Style, quiet: Style, *, at_cursor: bool) -> list[Segment]:
        if row.attention is None or row.defined < 2:
            return [Segment("  ", style), Segment("·" * _BAR, quiet)]
        full = round(row.attention * _BAR)
        ink = style if at_cursor else self.part_style("term-list--bar")
        return [
            Segment("  ", style),
            Segment("▆" * full, ink),
            Segment("▁" * (_BAR - full), quiet),
        ]

    def _reason(self, row: TermRow, room: int) -> str:
        """The strongest signal as a sentence where it fits, or else as many as fit in short."""
        if row.id in self._overtaken:
            return one_line(self._overtaken[row.id])
        if not row.signals:
            return ""
        sentence = one_line(row.signals[0].sentence(self._names))
        if cell_len(sentence) <= room:
            return sentence
        first, *others = (one_line(signal.in_short(self._names)) for signal in row.signals)
        for other in others:
            longer = f"{first} · {other}"
            if cell_len(longer) > room:
                break
            first = longer
        return first


def _cover(row: TermRow) -> str:
    return f"{row.defined}/{row.partners}"


def _status(status: Status) -> str:
    word = status_word(status)
    return f"{word} ✓" if status is Status.AGREED else word
