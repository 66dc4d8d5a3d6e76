"""What a group decides about: it stays in sight, whatever else is on the screen."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static


class WordingView(Vertical):
    """A text on a few rows at most; "…" below it says that there is more, and `page` shows that.

    A screen with more rows, or fewer, gives both boxes another `max-height`.
    """

    DEFAULT_CSS = """
    WordingView {
        height: auto; max-height: 7;
        & > VerticalScroll {
            height: auto; max-height: 5; padding: 0 1; border-left: outer $border;
            scrollbar-size-vertical: 1;
        }
        & > VerticalScroll > Static { height: auto; }
        & > .more { height: 1; padding: 0 2; color: $quiet; display: none; }
    }
    """

    def compose(self) -> ComposeResult:
        """The text, and whether there is more."""
        with VerticalScroll(can_focus=False) as reading:
            yield Static()
        yield Static("…", classes="more", markup=False)
        self.watch(reading, "scroll_y", self._mark, init=False)

    def show(self, text: Content) -> None:
        """Show another text."""
        self.query_one("VerticalScroll > Static", Static).update(text)
        self.call_after_refresh(self._mark)

    def page(self, by: int) -> bool:
        """Move what does not fit; whether there is such a thing."""
        reading = self.query_one(VerticalScroll)
        step = max(1, reading.size.height - 1)
        reading.scroll_relative(y=by * step, animate=False, immediate=True)
        return reading.max_scroll_y > 0

    def on_resize(self, event: events.Resize) -> None:
        """Say anew whether there is more."""
        self.call_after_refresh(self._mark)

    def _mark(self) -> None:
        # None is left while the program ends.
        for reading in self.query(VerticalScroll):
            self.query_one(".more").display = reading.scroll_y < reading.max_scroll_y
