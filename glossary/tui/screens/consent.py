"""What the agreement screen does with a round of consent."""

from glossary.domain import Disposition
from glossary.locale import gettext as _
from glossary.tui.screens.drafting_room import DraftingScreen
from glossary.tui.screens.question import Question
from glossary.tui.widgets.positions_panel import PositionsPanel
from glossary.workflow.session.disposing import dispose
from glossary.workflow.session.moving import close_round


class ConsentScreen(DraftingScreen):
    """The part of the agreement screen that has the panel of positions at work."""

    _panel: str
    _positions: PositionsPanel

    def action_panel(self, panel: str) -> None:
        """Show one of the panels."""
        raise NotImplementedError

    def _settle_position(self) -> bool:
        """Take a position of which the reason is being typed; False when that was refused."""
        raise NotImplementedError

    def action_undo(self) -> None:
        """Take back the last change, and ask the partner again whose answer that was."""
        super().action_undo()
        if self._panel == "positions" and self.stands:
            self._positions.open()

    def action_close_round(self) -> None:
        """Ask whether the round ends without those that have not answered, and end it."""
        waiting = self._positions.waiting
        partners = self.desk.termset.partners
        if self._panel != "positions" or not waiting or not self._settle_position():
            return

        def answered(answer: str | None) -> None:
            if answer == "close":
                with self.calmly():
                    self._close_round()

        question = Question(
            _("Close the round without an answer of these partners?"),
            [("wait", _("Wait for them")), ("close", _("Close the round"))],
            ", ".join(partners[key].name for key in waiting),
        )
        self.app.push_screen(question, answered)

    def action_earlier_rounds(self) -> None:
        """Show earlier wordings, and what became of objections to them."""
        from glossary.tui.screens.rounds import RoundsScreen

        self.app.push_screen(RoundsScreen(self.desk, self.term_id))

    def action_card(self) -> None:
        """Fill the screen with a conversation card."""
        from glossary.tui.screens.card import CardScreen

        self.app.push_screen(CardScreen(self.desk, self.term_id))

    def action_temperature(self) -> None:
        """Ask how heated it is."""
        from glossary.tui.screens.temperature import TemperatureScreen

        self.app.push_screen(TemperatureScreen(self.desk, self.term_id))

    def _disposed(self, partner: str, disposition: Disposition) -> None:
        """Keep what became of an objection; what is integrated is written into the draft."""
        desk = self.desk
        with self.calmly():
            wording = self._positions.wording or ""
            dispose(desk.store, desk.set_id, self.term_id, partner, disposition, on=wording)
            desk.reload()
            if disposition is Disposition.INTEGRATED:
                self.action_panel("draft")
                # In a session the draft is another screen.
                if not self.stands:
                    return
                self.tell(_("Write into the wording what takes the objection away."))
                return
            self.relabel()
            self._positions.open()
            self.tell(_("Saved."))

    def _close_round(self) -> None:
        desk = self.desk
        close_round(desk.store, desk.set_id, self.term_id, desk.today())
        desk.reload()
        self.relabel()
        self._positions.open()
