"""A box for the draft that shows while one types which words partners know, and which are new."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from rich.style import Style
from rich.text import Text

from glossary.compare import Span, SpanKind
from glossary.tui.marks import common_mark, kind_mark
from glossary.tui.widgets.typed_area import TypedArea


class DraftArea(TypedArea):
    """Marks stretches by their letters and ground only: a glyph between them would be typed."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # as in Textual
        super().__init__(id=id)
        self._marked: dict[int, list[tuple[int, int, SpanKind]]] = {}

    def show_spans(self, text: str, spans: Sequence[Span]) -> None:
        """Mark these spans of `text`; nothing happens when other words stand here by now."""
        if text != self.text:
            return
        marked = _by_line(text, spans)
        if marked != self._marked:
            self._marked = marked
            self.repaint()

    def repaint(self) -> None:
        """Draw every line anew, in another theme for instance."""
        self._line_cache.clear()
        self.refresh()

    def get_line(self, line_index: int) -> Text:
        """The line with its marks."""
        text = super().get_line(line_index)
        for start, end, kind in self._marked.get(line_index, ()):
            text.stylize(self._style(kind), min(start, len(text)), min(end, len(text)))
        return text

    def _style(self, kind: SpanKind) -> Style:
        # One look for all words that somebody said: who said them is told below the box.
        mark = kind_mark(self.app.theme, kind) or common_mark(SpanKind.SHARED)
        return Style.parse(mark.style) if mark else Style.null()


def _by_line(text: str, spans: Sequence[Span]) -> dict[int, list[tuple[int, int, SpanKind]]]:
    lines = text.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))[:-1]
    marked: dict[int, list[tuple[int, int, SpanKind]]] = {}
    for span in spans:
        if span.kind is SpanKind.PLAIN:
            continue
        first, last = bisect_right(starts, span.start) - 1, bisect_right(starts, span.end - 1) - 1
        for at in range(first, last + 1):
            inside = (max(span.start - starts[at], 0), min(span.end - starts[at], len(lines[at])))
            marked.setdefault(at, []).append((*inside, span.kind))
    return marked
