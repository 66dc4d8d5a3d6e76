"""What the program has to say now, on one calm line above the keys."""

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from glossary.domain import one_line
from glossary.tui.wrapping import wrapped


class SentenceLines(Widget):
    """A sentence in as many rows as it needs; one calm voice, whatever the text holds."""

    DEFAULT_CSS = "SentenceLines { height: auto; padding: 0 1; }"

    def __init__(self, *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.sentence = ""

    def show(self, sentence: str) -> None:
        """Show another sentence."""
        shown = one_line(sentence)
        if shown != self.sentence:
            self.sentence = shown
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the sentence needs."""
        return len(wrapped(self.sentence, width))

    def render_line(self, y: int) -> Strip:
        """One row."""
        width, style = self.content_size.width, self.rich_style
        rows = wrapped(self.sentence, width)
        text = rows[y] if y < len(rows) else ""
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)


class MessageBar(SentenceLines):
    """The line above the keys; takes no room while there is nothing to say."""

    DEFAULT_CSS = """
    MessageBar {
        max-height: 4; display: none; background: $panel; color: $foreground;
        &.-said { display: block; }
        &.-trouble { background: $error; color: $background; text-style: bold; }
    }
    """

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """Show a sentence; an empty one clears the line."""
        self.set_class(bool(sentence.strip()), "-said")
        self.set_class(trouble, "-trouble")
        self.show(sentence)
