"""What to talk about: the strongest signals as sentences, below the definitions."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from glossary.domain import one_line
from glossary.tui.wrapping import clip, wrapped

_BETWEEN = " · "
_INDENT = "  "


class TalkBar(Widget):
    """One row on a small screen, more where there is room; the first sentence is always there.

    It keeps its rows when it has nothing to say yet, so that nothing jumps.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TalkBar { height: auto; padding: 0 1; & > .talk-bar--lead { text-style: bold; } }
    """
    COMPONENT_CLASSES = {"talk-bar--lead"}

    def __init__(self) -> None:
        super().__init__()
        self._lead = ""
        self._sentences: Sequence[str] = ()

    def show(self, lead: str, sentences: Sequence[str]) -> None:
        """Show sentences, strongest first, after a bold `lead`."""
        self._lead = lead
        self._sentences = [one_line(sentence) for sentence in sentences]
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One row to four, by the height of the screen."""
        return _rows(viewport.height)

    def render_line(self, y: int) -> Strip:
        """One row."""
        width, base = self.content_size.width, self.rich_style
        lines = self._lines(width, self.content_size.height)
        text = lines[y] if y < len(lines) else ""
        lead = self._lead if y == 0 and text.startswith(self._lead) else ""
        bold = base + self.get_component_rich_style("talk-bar--lead", partial=True)
        segments = [Segment(lead, bold), Segment(text[len(lead) :], base)]
        return Strip(segments).adjust_cell_length(width, base)

    def _lines(self, width: int, rows: int) -> list[str]:
        if not self._sentences:
            return []
        if rows > 2:
            return [self._lead, *self._below(width - len(_INDENT), rows - 1)]
        return self._in_one(width, rows)

    def _below(self, width: int, rows: int) -> list[str]:
        """Sentences one below the other as far as they fit; only the first may be cut short."""
        below = wrapped(self._sentences[0], width)
        if len(below) > rows:
            below[rows - 1] = clip(" ".join(below[rows - 1 :]), width)
        below = below[:rows]
        for sentence in self._sentences[1:]:
            lines = wrapped(sentence, width)
            if len(below) + len(lines) > rows:
                break
            below += lines
        return [_INDENT + row for row in below]

    def _in_one(self, width: int, rows: int) -> list[str]:
        """Whole sentences one after another as far as they fit; only the first may be cut short."""
        kept = f"{self._lead}  {self._sentences[0]}"
        for sentence in self._sentences[1:]:
            longer = kept + _BETWEEN + sentence
            if len(wrapped(longer, width)) > rows:
                break
            kept = longer
        lines = wrapped(kept, width)
        if len(lines) > rows:
            lines[rows - 1] = clip(" ".join(lines[rows - 1 :]), width)
        return lines[:rows]


def _rows(height: int) -> int:
    if height < 16:
        return 1
    return 2 if height < 30 else 4
