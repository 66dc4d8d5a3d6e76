"""Why a partner takes a position, while that is being typed."""

from glossary.domain import Stand
from glossary.tui.widgets.field_box import FieldBox
from glossary.tui.widgets.typed_area import TypedLine


class ReasonBox(FieldBox):
    """The reason of `asked`, a partner and its stand, for the wording with fingerprint `on`.

    One that is put away is there again for the same answer.
    """

    def __init__(self) -> None:
        super().__init__("reason", TypedLine(id="reason"), boxed=True)
        self.asked: tuple[str, Stand] | None = None
        self.on: str | None = None
        self._aside: dict[tuple[str, Stand, str | None], str] = {}

    @property
    def typed(self) -> str:
        """What was typed; empty while no reason is asked."""
        text = self.area.text
        return text if self.asked is not None and text.strip() else ""

    def ask(self, partner: str, stand: Stand, on: str | None, before: str) -> None:
        """Begin with what was put away, or else with what the partner said `before`."""
        self.asked, self.on = (partner, stand), on
        self.fill(self._aside.pop((partner, stand, on), before))

    def resume(self, text: str, on: str) -> None:
        """Go on with a text about the wording with this fingerprint."""
        self.fill(text)
        self.on = on

    def put_away(self, saved: str) -> bool:
        """Ask no more, and keep what is not `saved`; whether something was asked."""
        if self.asked is not None and self.typed and self.typed.strip() != saved.strip():
            self._aside[(*self.asked, self.on)] = self.typed
        was_asked, self.asked = self.asked is not None, None
        self.fill("")
        return was_asked
