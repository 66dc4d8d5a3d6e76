"""The keys that matter now, on a row or two, in the reader's language."""

from collections.abc import Sequence
from typing import NamedTuple, Self

from rich.segment import Segment
from textual import events
from textual.binding import ActiveBinding
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from glossary.locale import gettext as _
from glossary.tui.keys import key_name

# A screen as large as this has a second row to give.
_TWO_ROWS = Size(80, 24)


class _Entry(NamedTuple):
    """A key of the bar: what it is called, its words, and the action that it runs."""

    key: str
    name: str
    label: str
    action: str

    @property
    def width(self) -> int:
        return len(self.name) + 1 + len(self.label)


class KeyBar(Widget):
    """Shows the screen's labelled keys in the order of their importance, never half a word.

    Where they do not fit, the least important are left out, and the key of help says that it
    knows them all. The way out stays as long as no menu leads out, and so do the keys of the app.
    Those that `lead` get a second row where the screen is large enough for it. A click on a key
    presses it.
    """

    COMPONENT_CLASSES = {"key-bar--key"}
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyBar {
        dock: bottom; height: auto; padding: 0 1;
        background: $key-bar-background; color: $key-bar-foreground;
        & .key-bar--key { color: $key-bar-key; text-style: bold; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._lead: tuple[str, ...] = ()
        self._is_due = False
        self._laid_out: tuple[tuple[int, Size], list[list[_Entry]]] | None = None

    def lead(self, actions: Sequence[str]) -> None:
        """Let the keys of these actions come first, and all of them stand there if they can."""
        if self._lead != (lead := tuple(actions)):
            self._lead = lead
            self._show()

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Paint again, with the keys and the words of now."""
        self._laid_out = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._show_soon)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        x = event.x - 1
        rows = self._rows(self.content_size.width)
        row = rows[event.y] if 0 <= event.y < len(rows) else []
        gap = _gap(row, self.content_size.width)
        for entry in row:
            if 0 <= x < entry.width:
                self.app.simulate_key(entry.key)
                return
            x -= entry.width + gap

    def render_line(self, y: int) -> Strip:
        """A row of the bar."""
        base, width = self.rich_style, self.content_size.width
        key_style = base + self.get_component_rich_style("key-bar--key", partial=True)
        rows = self._rows(width)
        row = rows[y] if y < len(rows) else []
        gap = " " * _gap(row, width)
        segments = []
        for one in row:
            segments += [Segment(one.name, key_style), Segment(f" {one.label}{gap}", base)]
        return Strip(segments).adjust_cell_length(width, base)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One row or two."""
        return len(self._rows(width))

    def _show_soon(self, _screen: object) -> None:
        # What changes a screen says so several times, and asking all bindings takes a while.
        if not self._is_due:
            self._is_due = True
            self.call_next(self._show)

    def _show(self) -> None:
        self._is_due, self._laid_out = False, None
        # Laying out the screen again costs more than the bar itself.
        width, height = self.content_size
        super().refresh(layout=len(self._rows(width)) != height)

    def _active(self) -> list[ActiveBinding]:
        return [one for one in self.screen.active_bindings.values() if one.binding.show]

    def _entries(self) -> tuple[list[_Entry], list[_Entry]]:
        """Keys of the screen, the most important first, and those of the app."""
        own: dict[str, _Entry] = {}
        others: dict[str, _Entry] = {}
        for active in self._active():
            binding = active.binding
            name = binding.key_display or key_name(binding.key)
            entry = _Entry(binding.key, name, _(binding.description), binding.action)
            (others if active.node is self.app else own).setdefault(binding.action, entry)
        # Bindings come in an order of their own: those with priority first, those of widgets too.
        known = [key.action for key in getattr(self.screen, "keys", ())]
        order = {action: place for place, action in enumerate(dict.fromkeys((*self._lead, *known)))}
        return (
            sorted(own.values(), key=lambda entry: order.get(entry.action, -1)),
            sorted(others.values(), key=lambda entry: entry.action == "help"),
        )

    def _rows(self, width: int) -> list[list[_Entry]]:
        room = (width, self.screen.size)
        if self._laid_out is None or self._laid_out[0] != room:
            self._laid_out = (room, self._lay_out(width))
        return self._laid_out[1]

    def _lay_out(self, width: int) -> list[list[_Entry]]:
        own, others = self._entries()
        if _fits(whole := _in_order(own, others), width):
            return [whole]
        others = [one._replace(label=_("All")) if one.action == "help" else one for one in others]
        lead = _in_order([one for one in own if one.action in (*self._lead, "back")], others)
        if self._lead and not _fits(lead, width) and self._has_two_rows:
            return _folded(lead, width)
        has_menu = any(one.action == "facilitate" for one in others)
        way_out = next((one for one in own if one.action == "back"), own[-1] if own else None)
        while not _fits(_in_order(own, others), width):
            spare = [one for one in own if has_menu or one is not way_out]
            if not spare:
                break
            own.remove(spare[-1])
        return [_in_order(own, others)]

    @property
    def _has_two_rows(self) -> bool:
        size = self.screen.size
        return size.width >= _TWO_ROWS.width and size.height >= _TWO_ROWS.height


def _in_order(own: Sequence[_Entry], others: Sequence[_Entry]) -> list[_Entry]:
    """The screen's keys with its way out at their end, and those of the app."""
    ways_back = [one for one in own if one.action == "back"]
    return [*(one for one in own if one not in ways_back), *ways_back, *others]


def _folded(entries: Sequence[_Entry], width: int) -> list[list[_Entry]]:
    """Two rows, as many keys on the first as fit; what is too much for the second is left out."""
    rows: list[list[_Entry]] = [[], []]
    for one in entries:
        row = rows[0] if not rows[1] and _fits([*rows[0], one], width) else rows[1]
        if _fits([*row, one], width):
            row.append(one)
    return rows


def _fits(entries: Sequence[_Entry], width: int, gap: int = 1) -> bool:
    return sum(one.width + gap for one in entries) - gap <= width


def _gap(entries: Sequence[_Entry], width: int) -> int:
    """Cells between two keys: they move closer together where that helps."""
    return 2 if _fits(entries, width, 2) else 1
