"""What the program has to say now, on one calm line above the keys."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from glossary.domain import one_line
from glossary.tui.wrapping import clip, wrapped


class SentenceLines(Widget):
    """A sentence in as many rows as it needs; one calm voice, whatever the text holds."""

    DEFAULT_CSS = "SentenceLines { height: auto; padding: 0 1; }"

    def __init__(self, *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.sentence = ""
        self._lead = ""

    def show(self, sentence: str, lead: str = "") -> None:
        """Show another sentence; its rows stand to the right of `lead`."""
        shown = one_line(sentence)
        if (shown, lead) != (self.sentence, self._lead):
            self.sentence, self._lead = shown, lead
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the sentence needs."""
        return len(self._rows(width))

    def render_line(self, y: int) -> Strip:
        """One row."""
        width, style = self.content_size.width, self.rich_style
        rows = self._rows(width)
        text = rows[y] if y < len(rows) else ""
        if y == self.content_size.height - 1 and rows[y + 1 :]:
            text = clip(" ".join(rows[y:]), width)
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)

    def _rows(self, width: int) -> list[str]:
        indent = cell_len(self._lead)
        first, *others = wrapped(self.sentence, width - indent)
        return [self._lead + first, *(" " * indent + row for row in others)]


class MessageBar(SentenceLines):
    """The line above the keys; takes no room while there is nothing to say."""

    DEFAULT_CSS = """
    MessageBar {
        max-height: 4; display: none; background: $panel; color: $foreground;
        &.-said { display: block; }
        &.-trouble { background: $error; color: $background; text-style: bold; }
    }
    """

    @property
    def is_trouble(self) -> bool:
        """Whether it says what went wrong."""
        return self.has_class("-trouble")

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """Show a sentence; an empty one clears the line."""
        self.set_class(bool(sentence.strip()), "-said")
        self.set_class(trouble, "-trouble")
        self.show(sentence)
