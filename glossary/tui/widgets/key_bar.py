"""The keys that matter now, on one line, in the reader's language."""

from collections.abc import Iterable
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.binding import ActiveBinding
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from glossary.locale import gettext
from glossary.tui.keys import key_name


class _Entry(NamedTuple):
    """A key of the bar: what it is called, its words, and the action that it runs."""

    key: str
    name: str
    label: str
    action: str


class KeyBar(Widget):
    """Shows as many of the screen's labelled keys as fit, never half a word.

    When room is short keys are left out, first those that are `spare`, but not the last labelled
    key of the screen (the way out) and those of the app; the others move closer together where
    that helps. A click on a key presses it.
    """

    COMPONENT_CLASSES = {"key-bar--key"}
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyBar {
        dock: bottom; height: 1; padding: 0 1;
        background: $key-bar-background; color: $key-bar-foreground;
        & .key-bar--key { color: $key-bar-key; text-style: bold; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._spare: frozenset[str] = frozenset()

    def spare(self, actions: Iterable[str]) -> None:
        """Leave the keys of these actions out before others."""
        if self._spare != (spare := frozenset(actions)):
            self._spare = spare
            self.refresh()

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        x = event.x - 1
        entries, gap = self._fitting(self.content_size.width)
        for entry in entries:
            width = len(entry.name) + 1 + len(entry.label)
            if 0 <= x < width:
                self.app.simulate_key(entry.key)
                return
            x -= width + gap

    def render_line(self, y: int) -> Strip:
        """The bar itself."""
        base = self.rich_style
        key_style = base + self.get_component_rich_style("key-bar--key", partial=True)
        segments = []
        entries, gap = self._fitting(self.content_size.width)
        for one in entries:
            segments += [Segment(one.name, key_style), Segment(f" {one.label}{' ' * gap}", base)]
        return Strip(segments).adjust_cell_length(self.content_size.width, base)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One row."""
        return 1

    def _entries(self) -> list[_Entry]:
        seen: dict[str, _Entry] = {}
        for active in self._active():
            binding = active.binding
            if binding.action not in seen:
                name = binding.key_display or key_name(binding.key)
                label = gettext(binding.description)
                seen[binding.action] = _Entry(binding.key, name, label, binding.action)
        # F1 is bound by the app and comes last, whatever the order of the bindings.
        return sorted(seen.values(), key=lambda entry: entry.key == "f1")

    def _active(self) -> list[ActiveBinding]:
        return [one for one in self.screen.active_bindings.values() if one.binding.show]

    def _fitting(self, width: int) -> tuple[list[_Entry], int]:
        """What fits in `width` cells, and the cells between two keys."""
        entries = self._entries()
        kept = 1 + sum(active.node is self.app for active in self._active())
        while len(entries) > kept + 1 and _width(entries, 1) > width:
            spare = [at for at, one in enumerate(entries[:-kept]) if one.action in self._spare]
            del entries[spare[-1] if spare else -kept - 1]
        return entries, 2 if _width(entries, 2) <= width else 1


def _width(entries: list[_Entry], gap: int) -> int:
    return sum(len(one.name) + 1 + len(one.label) + gap for one in entries) - gap
