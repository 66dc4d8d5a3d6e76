"""The styles of a widget and of its parts, worked out once."""

from rich.style import Style
from textual.widget import Widget


class Looks:
    """Styles by component class ("" for the widget itself), until its colours change.

    Textual goes up the tree for each of them: on a page of eight definitions that takes longer
    than all else.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._known: dict[str, Style] = {}

    def __getitem__(self, component: str) -> Style:
        found = self._known.get(component)
        if found is None:
            found = self._known[component] = self._work_out(component)
        return found

    def forget(self) -> None:
        """To be called by the `notify_style_update` of the widget."""
        self._known.clear()

    def _work_out(self, component: str) -> Style:
        base = self._widget.rich_style
        if not component:
            return base
        return base + self._widget.get_component_rich_style(component, partial=True)
