"""A line to type in that takes harmless text only, typed or pasted."""

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Input

from glossary.domain import visible
from glossary.tui import keys


class HarmlessInput(Input):
    """Shows what a terminal would act on, so that nobody types it unseen; nothing blinks."""

    def on_mount(self) -> None:
        """Let the cursor stand still."""
        self.cursor_blink = False

    def replace(self, text: str, start: int, end: int) -> None:
        """Put text in, made harmless."""
        super().replace(visible(text), start, end)


class FindInput(HarmlessInput):
    """Where the reader types to find a term."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.FIND)


class FileInput(HarmlessInput):
    """Where the reader types the name of a file to write."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.EXPORT)
