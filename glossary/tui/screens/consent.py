"""What the agreement screen does with a round of consent."""

from collections.abc import Callable, Sequence

from glossary.domain import Disposition, Objection, Phase, TermSet
from glossary.locale import gettext as _
from glossary.tui.keys import key_name
from glossary.tui.screens.drafting_room import DraftingScreen
from glossary.tui.screens.question import Question
from glossary.tui.widgets.choices import Choices
from glossary.tui.widgets.outcome_panel import OutcomePanel
from glossary.tui.widgets.positions_panel import PositionsPanel
from glossary.tui.widgets.round_parts import fates, stands
from glossary.tui.widgets.wording_view import WordingView
from glossary.workflow.naming import quote
from glossary.workflow.session.disposing import dispose
from glossary.workflow.session.moving import close_round


class ConsentScreen(DraftingScreen):
    """The part of the agreement screen that has the panel of positions at work."""

    _panel: str
    _positions: PositionsPanel
    _outcome: OutcomePanel
    # Whether the group said that it changes a record, which is asked once.
    _changes_recorded = False
    _told_of: tuple[Objection, ...] = ()

    def action_panel(self, panel: str) -> None:
        """Show one of the panels."""
        raise NotImplementedError

    def _settle_position(self) -> bool:
        """Take a position of which the reason is being typed; False when that was refused."""
        raise NotImplementedError

    def may_go(self, phase: Phase) -> bool:
        """Once the group is told of an objection about which it decided nothing."""
        undecided = self._positions.undecided
        if self._panel != "positions" or phase is not Phase.CLOSED or not undecided:
            return True
        if undecided == self._told_of:
            return True
        self._told_of = undecided
        one = undecided[0]
        self._positions.point(one.partner)
        self.tell(
            _(
                "The objection of {partner} is still open: {ways}. "
                "{key} again goes on; then it is recorded as sustained."
            ).format(
                partner=quote(self.desk.names.get(one.partner, one.partner)),
                ways=" · ".join(f"{way.key} {way.label}" for way in fates()),
                key=key_name("ctrl+n"),
            )
        )
        return False

    def _may_change(self, then: Callable[[], None]) -> None:
        """Do what changes an answer; where the outcome is recorded, once the group wants that."""
        if self._changes_recorded or self.desk.termset.agreement(self.term_id).outcome is None:
            then()
            return

        def answered(answer: str | None) -> None:
            if answer == "change":
                self._changes_recorded = True
                then()

        question = Question(
            _("The outcome of this conversation is recorded. Change an answer all the same?"),
            [("leave", _("Leave it")), ("change", _("Change it"))],
        )
        self.app.push_screen(question, answered)

    def follow(self, before: TermSet) -> None:
        """Show what others changed; who answered elsewhere is not asked here any more."""
        asked = self._positions.asked
        super().follow(before)
        if not self.is_bereft:
            self._positions.leave(asked)

    def on_positions_panel_spoke_elsewhere(self, event: PositionsPanel.SpokeElsewhere) -> None:
        """Say who is asked now: no key led there."""
        names = self.desk.names
        told = _("{partner} answered elsewhere; now {other} is asked.")
        if not self._positions.waiting:
            told = _("{partner} answered elsewhere; everybody has spoken.")
        partner, other = (names.get(key, key) for key in (event.partner, event.asked_now))
        self.say(told.format(partner=partner, other=other))

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

    def letters(self) -> Sequence[tuple[str, str]]:
        """Positions, and what the group may do with an objection; or outcomes."""
        if self._panel == "outcome":
            return self._outcome.query_one("#kinds", Choices).letters
        if self._panel != "positions":
            return ()
        return [(way.key, way.label) for way in (*stands(), *fates())]

    def action_add_reason(self) -> None:
        """Give a reason for a position that needs none."""
        self._positions.action_add_reason()

    def action_page(self, by: int) -> None:
        """Move a wording that does not fit, or else what stands below it."""
        panel = self._outcome if self._panel == "outcome" else self._positions
        if not panel.query_one(WordingView).page(by):
            panel.scroll_relative(y=by * max(1, panel.size.height - 1), animate=False)

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
