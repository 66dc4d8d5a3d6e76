"""Short texts laid out in rows, each of which may be a thing to press."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from glossary.domain import visible
from glossary.domain.cells import cell_len


@dataclass(frozen=True, slots=True)
class Piece:
    """A text on one line; `look` names a component class, `target` what a click on it means."""

    text: str
    look: str = ""
    target: str = ""

    @property
    def width(self) -> int:
        """In terminal cells."""
        return cell_len(visible(self.text))


Row = tuple[Piece, ...]


def flow(groups: Iterable[Row], width: int, gap: int = 1) -> list[Row]:
    """Groups of pieces from left to right, `gap` cells apart, on as many rows as they need.

    A group is never broken; one that is wider than a row has a row of its own and is cut there.
    """
    rows: list[Row] = []
    used = 0
    for group in groups:
        size = sum(piece.width for piece in group)
        if rows and used + gap + size <= width:
            rows[-1] += (Piece(" " * gap), *group)
            used += gap + size
        else:
            rows.append(group)
            used = size
    return rows


class PieceView(Widget):
    """Rows of pieces; a subclass lays them out in `rows` and hears of clicks in `press`."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "pieces--button",
        "pieces--chosen",
        "pieces--cursor",
        "pieces--key",
        "pieces--quiet",
        "pieces--strong",
    }
    DEFAULT_CSS = """
    PieceView {
        height: auto;
        & > .pieces--chosen {
            background: $block-cursor-background; color: $block-cursor-foreground;
            text-style: bold;
        }
        & > .pieces--button { background: $panel; text-style: bold; }
        & > .pieces--cursor { text-style: bold underline; }
        & > .pieces--key { color: $primary; text-style: bold; }
        & > .pieces--quiet { color: $quiet; }
        & > .pieces--strong { text-style: bold; }
    }
    """

    def rows(self, width: int) -> Sequence[Row]:
        """What is shown, for a width in cells."""
        raise NotImplementedError

    def press(self, target: str) -> None:
        """A piece with this target was clicked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # as in Textual
        super().__init__(id=id)
        self._laid_out: tuple[int, Sequence[Row]] | None = None

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Paint again, as it then is laid out."""
        self._laid_out = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the pieces need."""
        return len(self._rows(width))

    def render_line(self, y: int) -> Strip:
        """One row."""
        width, base = self.content_size.width, self.rich_style
        rows = self._rows(width)
        row = rows[y] if y < len(rows) else ()
        segments = [Segment(visible(piece.text), self._style(piece.look, base)) for piece in row]
        return Strip(segments).adjust_cell_length(width, base)

    def on_click(self, event: events.Click) -> None:
        """Press the piece under the pointer."""
        offset = event.get_content_offset(self)
        rows = self._rows(self.content_size.width)
        if offset is None or offset.y >= len(rows):
            return
        left = 0
        for piece in rows[offset.y]:
            left += piece.width
            if offset.x < left:
                if piece.target:
                    self.press(piece.target)
                return

    def _rows(self, width: int) -> Sequence[Row]:
        if self._laid_out is None or self._laid_out[0] != width:
            self._laid_out = (width, self.rows(max(1, width)))
        return self._laid_out[1]

    def _style(self, look: str, base: Style) -> Style:
        if not look:
            return base
        return base + self.get_component_rich_style(f"pieces--{look}", partial=True)


def fitted(text: str, width: int) -> str:
    """`text` in exactly `width` cells: filled with spaces, or cut with an ellipsis."""
    shown = visible(text)
    if cell_len(shown) > width:
        return set_cell_size(shown, max(0, width - 1)) + "…"
    return shown + " " * (width - cell_len(shown))
