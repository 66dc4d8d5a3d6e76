"""The screens about one term, opened from the list and from beside the definitions."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from glossary.tui.screens.room import RoomScreen

if TYPE_CHECKING:
    from glossary.tui.faces import Faces


class TermWays(RoomScreen):
    """A screen from which others are opened on the term that it points at."""

    @property
    def pointed_id(self) -> str | None:
        """The term that a way leads to; None where there is none."""
        raise NotImplementedError

    @property
    def faces(self) -> "Faces":
        """How partners are called on the screens that are opened."""
        raise NotImplementedError

    def returned(self, _result: None) -> None:
        """Show what was changed elsewhere."""
        self.refill()

    def may_name(self) -> bool:
        """Whether a screen may be opened that says by name who said what; says why not."""
        return True

    def action_enter_definition(self) -> None:
        """Write a definition of the term."""
        from glossary.tui.screens.who_types import open_entry

        if self.pointed_id and self.may_name():
            self.desk.complete()
            open_entry(self, self.pointed_id, self.returned)

    def action_about(self) -> None:
        """What there is to read about the term, and who has not answered."""
        from glossary.tui.screens.about import AboutScreen

        self.lead(lambda term_id: AboutScreen(self.desk, term_id, self.faces))

    def action_agree(self) -> None:
        """Work on the agreement on the term; what was recorded is looked at first.

        In the field of the draft a key that was meant otherwise would change an agreed wording.
        """
        from glossary.tui.screens.agreement import AgreementScreen

        def opened(term_id: str) -> AgreementScreen:
            waits = any(text.term == term_id for text in self.desk.waiting())
            is_recorded = self.desk.termset.agreement(term_id).outcome is not None
            panel = "outcome" if is_recorded and not waits else "draft"
            return AgreementScreen(self.desk, term_id, panel)

        self.lead(opened)

    def action_history(self) -> None:
        """How the term changed, commit by commit."""
        from glossary.tui.screens.history import HistoryScreen

        if self.may_name():
            self.lead(lambda term_id: HistoryScreen(self.desk, term_id))

    def action_restate(self) -> None:
        """Let partners say back what they mean by the term."""
        from glossary.tui.screens.restate import RestateScreen

        self.lead(lambda term_id: RestateScreen(self.desk, term_id))

    def lead(self, make: Callable[[str], RoomScreen]) -> None:
        """Open a screen on the term, as soon as all that was said is read."""
        if self.pointed_id:
            self.desk.complete()
            self.app.push_screen(make(self.pointed_id), self.returned)
