"""Where people type: boxes that grow with the text and keep harmful characters out."""

from textual import events
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from glossary.domain import visible
from glossary.tui.widgets.in_order import edit_at_once, editing
from glossary.workflow.typed import harmless, with_line_feeds

_EDITING = editing(TextArea.BINDINGS)


class TypedArea(TextArea):
    """Lines of text. `Cleaned` says that pasted characters were left out.

    A text that is filled in shows such characters as `domain.visible` does.
    """

    DEFAULT_CSS = """
    TypedArea {
        height: auto; min-height: 3; max-height: 40vh; padding: 0 1;
        border: round $border-blurred; scrollbar-size-vertical: 1;
        &:focus { border: heavy $border; }
    }
    """

    class Cleaned(Message):
        """`left_out` characters of what was typed or pasted were not let in."""

        def __init__(self, left_out: int) -> None:
            super().__init__()
            self.left_out = left_out

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # as in Textual
        super().__init__(id=id, highlight_cursor_line=False)
        self.cursor_blink = False
        self.match_cursor_bracket = False

    def fill(self, text: str) -> None:
        """Show another text, with the cursor at its end; earlier edits cannot be undone then."""
        shown = visible(text)
        if shown != self.text:
            self.load_text(shown)
            self.move_cursor(self.document.end)

    def edit(self, edit: Edit) -> EditResult:
        """Let an edit in, without the characters that are kept out."""
        edit.text, left_out = harmless(edit.text)
        if left_out:
            self.post_message(self.Cleaned(left_out))
        return super().edit(edit)

    async def on_key(self, event: events.Key) -> None:
        """Keep to the order in which keys are typed."""
        await edit_at_once(self, _EDITING, event)

    def on_resize(self, event: events.Resize) -> None:
        """Stay in sight while growing."""
        if self.has_focus:
            self.scroll_visible(animate=False)


class TypedLine(TypedArea):
    """One paragraph: enter posts `Submitted`, pasted line ends become spaces."""

    class Submitted(Message):
        """Enter was pressed behind this `text`; by now more may have been typed."""

        def __init__(self, area: "TypedLine") -> None:
            super().__init__()
            self.area = area
            self.text = area.text

        @property
        def control(self) -> "TypedLine":
            """The line, for selectors of handlers."""
            return self.area

    def edit(self, edit: Edit) -> EditResult:
        """Let an edit in, on one line."""
        edit.text = with_line_feeds(edit.text).replace("\n", " ")
        return super().edit(edit)

    async def on_key(self, event: events.Key) -> None:
        """Enter is done, not a new line."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self))
