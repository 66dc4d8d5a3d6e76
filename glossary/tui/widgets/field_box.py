"""A heading and the box below it."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from glossary.tui.text import line
from glossary.tui.widgets.typed_area import TypedArea


class FieldBox(Vertical):
    """One field of text. An `optional` one is out of sight while it is empty and closed.

    A field that is not `boxed` stands behind a bar, which saves rows.
    """

    DEFAULT_CSS = """
    FieldBox {
        height: auto;
        & > Static { padding: 0 1; text-style: bold; height: auto; }
        &.-closed { display: none; }
        &.-aside > TypedArea {
            border: none; border-left: outer $border-blurred; min-height: 1;
            &:focus { border: none; border-left: outer $border; }
        }
    }
    """

    def __init__(
        self, field: str, area: TypedArea, *, optional: bool = True, boxed: bool = False
    ) -> None:
        super().__init__(id=f"field-{field}")
        self.field = field
        self.area = area
        self._optional = optional
        self.set_class(optional and not boxed, "-aside")
        self.set_class(optional, "-closed")

    def compose(self) -> ComposeResult:
        """Heading, box."""
        yield Static()
        yield self.area

    def entitle(self, heading: str) -> None:
        """Show another heading."""
        self.query_one(Static).update(line(heading))

    def fill(self, text: str) -> None:
        """Show a text, open if there is one."""
        self.area.fill(text)
        self.set_class(self._optional and not text.strip(), "-closed")

    def open(self, *, at_once: bool = False) -> None:
        """Come into sight and take the keys; `at_once` also those that are typed right behind."""
        self.remove_class("-closed")
        if at_once:
            self.screen.set_focus(self.area)
        else:
            self.area.focus()

    @property
    def is_open(self) -> bool:
        """Whether it is in sight."""
        return not self.has_class("-closed")

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Close when left empty."""
        if self._optional and not self.area.text.strip():
            self.add_class("-closed")
