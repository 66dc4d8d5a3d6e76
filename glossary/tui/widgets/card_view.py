"""One conversation card, big and calm in the middle of the screen."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from glossary.domain import one_line
from glossary.domain.cards import Card
from glossary.tui.widgets.big_letters import big
from glossary.tui.wrapping import wrapped

_WIDEST = 72  # cells of a line that is read at a glance


class CardView(Widget):
    """The title, in big letters where they fit, and its lines, with room around them."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"card-view--title"}
    DEFAULT_CSS = """
    CardView {
        height: auto; min-height: 100%;
        & > .card-view--title { color: $primary; text-style: bold; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._lines: tuple[str, ...] = ()

    def show(self, card: Card) -> None:
        """Show another card."""
        self._title = one_line(card.title).upper()
        self._lines = tuple(shown for text in card.lines if (shown := one_line(text)))
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as it needs, and the whole room where it needs less."""
        title, lines = self._rows(width, container.height)
        return max(container.height, len(title) + len(lines) + 1)

    def render_line(self, y: int) -> Strip:
        """One row, in the middle."""
        size, base = self.content_size, self.rich_style
        title, lines = self._rows(size.width, size.height)
        top = max(0, (size.height - len(title) - len(lines) - 1) // 2)
        rows = [*title, "", *lines]
        text = rows[y - top] if 0 <= y - top < len(rows) else ""
        look = "card-view--title" if y - top < len(title) else ""
        style = base + self.get_component_rich_style(look, partial=True) if look else base
        left = max(0, (size.width - cell_len(text)) // 2)
        return Strip([Segment(" " * left + text, style)]).adjust_cell_length(size.width, base)

    def _rows(self, width: int, height: int) -> tuple[list[str], list[str]]:
        """Title and lines, the largest that fit."""
        wraps = [wrapped(text, min(_WIDEST, max(1, width - 4))) for text in self._lines]
        close = [row for rows in wraps for row in rows]
        apart = [row for rows in wraps for row in ("", *rows)]
        plain = wrapped(self._title, max(1, width - 4))
        large = _large(self._title, width - 4)
        for title, lines in ((large, apart), (large, ["", *close]), (plain, apart)):
            if title is not None and len(title) + len(lines) + 1 <= height:
                return title, lines
        return plain, ["", *close]


def _large(title: str, width: int) -> list[str] | None:
    """The title in big letters on rows of whole words; None where a word does not fit."""
    rows: list[str] = []
    line = ""
    for word in title.split():
        longer = f"{line} {word}".strip()
        drawn = big(longer)
        if drawn is None or len(drawn[0]) > width:
            alone = big(word)
            if not line or alone is None or len(alone[0]) > width:
                return None
            rows += [*_drawn(line), ""]
            line = word
        else:
            line = longer
    return [*rows, *_drawn(line)] if line else None


def _drawn(line: str) -> tuple[str, ...]:
    return big(line) or ()
