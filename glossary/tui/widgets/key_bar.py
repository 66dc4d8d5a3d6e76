"""The keys that matter now, on one line, in the reader's language."""

from rich.segment import Segment
from textual import events
from textual.binding import ActiveBinding
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from glossary.locale import gettext
from glossary.tui.keys import key_name


class KeyBar(Widget):
    """Shows as many of the screen's labelled keys as fit, never half a word.

    When room is short they move closer together; then keys are left out, but not the last
    labelled key of the screen (the way out) and those of the app. A click on a key presses it.
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

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        x = event.x - 1
        entries, gap = self._fitting(self.content_size.width)
        for key, name, label in entries:
            width = len(name) + 1 + len(label)
            if 0 <= x < width:
                self.app.simulate_key(key)
                return
            x -= width + gap

    def render_line(self, y: int) -> Strip:
        """The bar itself."""
        base = self.rich_style
        key_style = base + self.get_component_rich_style("key-bar--key", partial=True)
        segments = []
        entries, gap = self._fitting(self.content_size.width)
        for _, name, label in entries:
            segments += [Segment(name, key_style), Segment(f" {label}{' ' * gap}", base)]
        return Strip(segments).adjust_cell_length(self.content_size.width, base)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One row."""
        return 1

    def _entries(self) -> list[tuple[str, str, str]]:
        seen: dict[str, tuple[str, str, str]] = {}
        for active in self._active():
            binding = active.binding
            if binding.action not in seen:
                label = gettext(binding.description)
                seen[binding.action] = (binding.key, key_name(binding.key), label)
        entries = list(seen.values())
        # F1 is bound by the app and comes last, whatever the order of the bindings.
        return sorted(entries, key=lambda entry: entry[0] == "f1")

    def _active(self) -> list[ActiveBinding]:
        return [one for one in self.screen.active_bindings.values() if one.binding.show]

    def _fitting(self, width: int) -> tuple[list[tuple[str, str, str]], int]:
        """What fits in `width` cells, and the cells between two keys."""
        entries, gap = self._entries(), 2
        if _width(entries, gap) > width:
            gap = 1
        of_app = sum(active.node is self.app for active in self._active())
        kept = 1 + of_app
        while len(entries) > kept + 1 and _width(entries, gap) > width:
            del entries[-kept - 1]
        return entries, gap


def _width(entries: list[tuple[str, str, str]], gap: int) -> int:
    return sum(len(name) + 1 + len(label) + gap for _, name, label in entries) - gap
