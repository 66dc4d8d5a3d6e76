"""What the marks of a comparison mean, and in how many definitions each occurs."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from glossary.domain import one_line
from glossary.tui.marks import Mark
from glossary.tui.wrapping import clip

_MOST_LABEL, _LEAST_LABEL = 32, 6
_OWN_LABEL = 12
_GAP = 2
# A screen with fewer rows needs each of them for the definitions.
_LOW = 16


@dataclass(frozen=True, slots=True)
class Entry:
    """A mark, its meaning and the number of definitions that carry it."""

    mark: Mark
    label: str
    count: int


class Legend(Widget):
    """Two rows, or one on a low screen; it keeps them, so that nothing jumps.

    Where that is too little, labels are shortened and then left out, last ones first.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Legend { height: auto; padding: 0 1; & > .legend--quiet { color: $quiet; } }
    """
    COMPONENT_CLASSES = {"legend--quiet"}

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[Entry] = ()
        self._note = ""

    def show(self, entries: Sequence[Entry], note: str = "") -> None:
        """Show these; a note says why there is nothing to explain."""
        self._entries, self._note = entries, note
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Two rows, or one on a low screen."""
        return 1 if viewport.height < _LOW else 2

    def render_line(self, y: int) -> Strip:
        """One row."""
        base, width = self.rich_style, self.content_size.width
        if not self._entries:
            quiet = base + self.get_component_rich_style("legend--quiet", partial=True)
            note = "" if y else clip(self._note, width)
            return Strip([Segment(note, quiet)]).adjust_cell_length(width, base)
        rows = fitting(self._entries, width, self.content_size.height)
        first = sum(map(len, rows[:y]))
        segments: list[Segment] = []
        for entry, text in zip(
            self._entries[first:], rows[y] if y < len(rows) else (), strict=False
        ):
            gap = [Segment(" " * _GAP, base)] if segments else []
            segments += [*gap, Segment(text, base + Style.parse(entry.mark.style))]
        return Strip(segments).adjust_cell_length(width, base)


def fitting(entries: Sequence[Entry], width: int, rows: int = 1) -> list[list[str]]:
    """Texts for as many entries as fit on `rows` of `width` cells, row by row, in their order."""
    for labelled in range(len(entries), -1, -1):
        for most in range(_MOST_LABEL, _LEAST_LABEL - 1, -1):
            texts = [
                _text(entry, most if place < labelled else 0) for place, entry in enumerate(entries)
            ]
            found = _in_rows(texts, width)
            if len(found) <= rows and all(_width(row) <= width for row in found):
                return found
    return list(takewhile(lambda row: _width(row) <= width, _in_rows(texts, width)[:rows]))


def _in_rows(texts: Sequence[str], width: int) -> list[list[str]]:
    rows: list[list[str]] = [[]]
    for text in texts:
        if rows[-1] and _width([*rows[-1], text]) > width:
            rows.append([])
        rows[-1].append(text)
    return rows


def _text(entry: Entry, most: int) -> str:
    has_ground = " on " in entry.mark.style
    # Our own words stay whole: a lens is known to the room, "only he…" to nobody.
    label = clip(one_line(entry.label), max(most, _OWN_LABEL) if most and has_ground else most)
    if not entry.mark.glyph and not label:
        label = clip(one_line(entry.label), 3)
    text = " ".join(filter(None, (entry.mark.glyph, label, str(entry.count))))
    # A ground of its own needs a margin, a line under the text does not.
    return f" {text} " if has_ground else text


def _width(texts: Sequence[str]) -> int:
    return sum(map(cell_len, texts)) + _GAP * max(0, len(texts) - 1)
