"""The steps of a history below each other: pages to turn, and a cursor on one of the steps."""

from collections.abc import Sequence

from textual import events
from textual.message import Message

from glossary.tui.history_text import Entry, Paragraph, lines
from glossary.tui.paging import Block, Part, paginate
from glossary.tui.widgets.pieces import Piece, PieceView, Row
from glossary.tui.wrapping import fill

_CURSOR = "▶ "
_ABOVE = " ↑"
_HEAD = "key"


class HistoryView(PieceView, can_focus=True):
    """Space turns the page, the arrows go from step to step; nothing is cut off."""

    COMPONENT_CLASSES = {"pieces--came", "pieces--gone"}
    DEFAULT_CSS = """
    HistoryView {
        height: 1fr; padding: 0 1;
        & > .pieces--came { background: $came; color: #000000; text-style: bold; }
        & > .pieces--gone { color: $attention; text-style: strike; }
    }
    """

    class Paged(Message):
        """Another page, other pages, or the cursor on another step."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[Entry] = ()
        self._lines: Sequence[Sequence[Row]] = ()
        self._pages: Sequence[Sequence[Part]] = ((),)
        self._steps: Sequence[int] = ()
        self._cursor = 0
        self.page = 0

    def show(self, entries: Sequence[Entry], commit: str = "") -> None:
        """Show a history, with the cursor on this commit (its hash) or else on the newest step."""
        self._entries = entries
        self._steps = [at for at, entry in enumerate(entries) if entry.head]
        at_commit = (at for at, entry in enumerate(entries) if _id(entry) == commit != "")
        self._cursor = next(at_commit, self._steps[0] if self._steps else 0)
        self._lay_out()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def steps(self) -> int:
        """How many steps there are."""
        return len(self._steps)

    @property
    def commit(self) -> str:
        """The hash of the commit of the cursor; "" where that is none."""
        return _id(self._entries[self._cursor]) if self._steps else ""

    def turn(self, by: int) -> None:
        """Turn some pages, after the last one comes the first; the cursor comes along."""
        self.page = (self.page + by) % self.pages
        on_page = [part.block for part in self._pages[self.page]]
        if self._cursor not in on_page:
            self._cursor = next((at for at in self._steps if at in on_page), self._cursor)
        self._changed()

    def move(self, by: int) -> None:
        """Go to the next step (1) or the previous one (-1); first to the rest of a long one."""
        if not self._steps:
            return
        first, last = self._pages_of(self._cursor)
        if first <= self.page + by <= last:
            self.page += by
        else:
            at = self._steps.index(self._cursor) + by
            self._cursor = self._steps[max(0, min(at, self.steps - 1))]
            first, last = self._pages_of(self._cursor)
            self.page = first if by > 0 else last
        self._changed()

    def rows(self, width: int) -> Sequence[Row]:
        """What is on the page."""
        found: list[Row] = []
        for part in self._pages[self.page]:
            if found:
                found.append(())
            entry, rows = self._entries[part.block], self._lines[part.block]
            if not entry.head:
                found += rows[part.start : part.stop]
                continue
            found.append(self._head(rows[0], part, width))
            # Below its first line a block has the rest of its head, then its body.
            found += [self._row(row, part, width) for row in rows[1:][part.start : part.stop]]
        return found

    def press(self, target: str) -> None:
        """Put the cursor on the step that was clicked."""
        self._cursor = int(target)
        self._changed()

    def on_resize(self, event: events.Resize) -> None:
        """Divide anew."""
        self._lay_out()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The next page, as far as there is one."""
        if self.page + 1 < self.pages:
            self.turn(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The previous page, as far as there is one."""
        if self.page:
            self.turn(-1)

    def _changed(self) -> None:
        self.refresh()
        self.post_message(self.Paged())

    def _lay_out(self) -> None:
        width, height = self.content_size
        self._lines = [_lines_of(entry, max(1, width)) for entry in self._entries]
        blocks = [
            Block(1, len(rows) - 1) if entry.head else Block(0, len(rows))
            for entry, rows in zip(self._entries, self._lines, strict=True)
        ]
        self._pages = paginate(blocks, max(2, height))
        # What is said before the steps is read first.
        at_top = not self._steps or self._cursor == self._steps[0]
        self.page = 0 if at_top else self._pages_of(self._cursor)[0]
        self._changed()

    def _pages_of(self, entry: int) -> tuple[int, int]:
        """The first and the last page that an entry is on."""
        pages = [
            number
            for number, page in enumerate(self._pages)
            if any(part.block == entry for part in page)
        ]
        return pages[0], pages[-1]

    def _head(self, row: Row, part: Part, width: int) -> Row:
        sign = _CURSOR if part.block == self._cursor else "  "
        text = "".join(piece.text for piece in row[1:])
        # The arrow says that the step began on an earlier page.
        above = _ABOVE if part.start else ""
        return self._row((Piece(sign), Piece(text + above, _HEAD)), part, width)

    def _row(self, row: Row, part: Part, width: int) -> Row:
        """A row of a step: a click goes there, and its head stands out at the cursor."""
        if part.block == self._cursor and row[-1].look == _HEAD:
            text = fill("".join(piece.text for piece in row), width)
            return (Piece(text, "chosen", str(part.block)),)
        return tuple(Piece(piece.text, piece.look, str(part.block)) for piece in row)


def _id(entry: Entry) -> str:
    return entry.commit.id if entry.commit else ""


def _lines_of(entry: Entry, width: int) -> list[Row]:
    """The lines of an entry; those of its head leave room at the end for a sign."""
    head = Paragraph((Piece(entry.head, _HEAD),), 2)
    found = [*lines(head, width - len(_ABOVE))] if entry.head else []
    return [*found, *(row for paragraph in entry.body for row in lines(paragraph, width))]
