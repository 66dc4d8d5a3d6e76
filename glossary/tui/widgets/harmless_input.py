"""A line to type in that takes harmless text only, typed or pasted."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.widgets import Input

from glossary.domain import visible
from glossary.tui import keys
from glossary.tui.widgets.in_order import edit_at_once, editing

_EDITING = editing(Input.BINDINGS)


class HarmlessInput(Input):
    """Shows what a terminal would act on, so that nobody types it unseen; nothing blinks."""

    def on_mount(self) -> None:
        """Let the cursor stand still."""
        self.cursor_blink = False

    async def on_key(self, event: events.Key) -> None:
        """Keep to the order in which keys are typed."""
        await edit_at_once(self, _EDITING, event)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put text in, made harmless."""
        super().replace(visible(text), start, end)


class FindInput(HarmlessInput):
    """Where the reader types to find a term."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.FIND)


class FileInput(HarmlessInput):
    """Where the reader types the name of a file to write."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.EXPORT)
