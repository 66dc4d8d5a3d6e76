"""The turns in which a term is restated: the one that is at hand, and the way to another."""

from collections.abc import Mapping

from glossary.domain.restating import Turn, TurnState, next_turn, state_of, turns
from glossary.locale import gettext as _
from glossary.tui.desk import Desk
from glossary.tui.restatements import RestatementSheet
from glossary.tui.screens.typing_room import TypingScreen
from glossary.tui.widgets.restate_form import RestateForm
from glossary.workflow.lookup import term_of
from glossary.workflow.session.restating import skip, why_not


class TurnsScreen(TypingScreen):
    """One turn at a time on a `RestateForm`; what is typed in it is saved before the next one."""

    def __init__(self, desk: Desk, term_id: str) -> None:
        super().__init__(desk)
        self.term_id = term_of(desk.termset, term_id).id
        self._turn: Turn | None = None
        self._state: TurnState | None = None  # of the turn, when it was last looked at
        self._shows_meaning = False

    @property
    def steps_on(self) -> bool:
        """A letter leads on once there is nobody to restate."""
        return self._turn is None

    def refill(self) -> None:
        """Show what others changed; a turn that is gone or done makes room for the next one."""
        super().refill()
        typed = self.sheet is not None and self.sheet.unsaved()
        if typed or self.query_one(RestateForm).is_correcting:
            return
        if self._turn is None or not self._is_there(self._turn):
            self._take(self._next(), at_hand=not self.desk.is_on_phones)
        else:
            self._follow_turn(self._turn)

    def action_turn(self, by: int) -> None:
        """Save and go to another turn, around the table."""
        all_turns = self._turns()
        if all_turns:
            at = all_turns.index(self._turn) if self._turn in all_turns else min(0, -by)
            self.leave(lambda: self._take(all_turns[(at + by) % len(all_turns)]))

    def action_choose_turn(self) -> None:
        """No turn is left: let one be done again."""
        self.query_one("#turns").focus()

    def action_go_on(self) -> None:
        """No turn is left: to the next phase."""
        if self.desk.guide is not None:
            self.desk.guide.next_phase()

    def action_write(self) -> None:
        """Take the keys to the text, which was left alone for who answers on a phone."""
        self.query_one(RestateForm).write()

    def action_skip(self) -> None:
        """Note that this turn is left out, and go on."""
        turn = self._turn
        if turn is None:
            return
        desk = self.desk

        def left_out() -> None:
            with self.calmly():
                skip(desk.store, desk.set_id, self.term_id, turn.by, turn.of, desk.today())
                desk.reload()
                self._take(self._next(turn))
                self.tell(_("Skipped; that is noted."))

        self.leave(left_out)

    def _follow_turn(self, turn: Turn) -> None:
        """Go on where a partner or the owner answered elsewhere."""
        before, self._state = self._state, self._state_of(turn)
        if self._state is before:
            return
        at_hand = not self.desk.is_on_phones
        if self._state is TurnState.AGAIN:
            self._take(turn, at_hand=at_hand)
        elif self._state is TurnState.HEARD:
            self._heard(turn, at_hand=at_hand)
        elif self._state is TurnState.ASKED and not at_hand:
            self.set_focus(None)

    def _heard(self, turn: Turn, *, at_hand: bool = True) -> None:
        self._take(self._next(turn), at_hand=at_hand)
        self.tell(_("{of} has been heard.").format(of=self._names.get(turn.of, turn.of)))

    def _take(self, turn: Turn | None, *, at_hand: bool = True) -> None:
        """Ask for a turn; what was typed in another one is saved.

        Unless it is `at_hand`, letters go nowhere: they would be in the words of who answers on
        a phone.
        """
        form = self.query_one(RestateForm)
        self._turn, self._shows_meaning = turn, False
        self.refresh_bindings()
        if turn is None:
            self.abandon()
            self.relabel()
            self.set_focus(None)
            return
        self._lay(turn)
        form.write(at_hand=at_hand)
        self.relabel()

    def _lay(self, turn: Turn, text: str = "") -> None:
        """Keep what is said in a turn; `text` is to be answered otherwise."""
        form = self.query_one(RestateForm)
        sheet = RestatementSheet(self.desk, self.term_id, turn, lambda: {"text": form.said.text})
        self.keep(sheet, form)
        self._state = self._state_of(turn)
        if text:
            form.said.fill(text)

    def _next(self, after: Turn | None = None) -> Turn | None:
        if why_not(self.desk.termset, self.term_id):
            return None
        return next_turn(self.desk.termset, self.term_id, after)

    @property
    def _names(self) -> Mapping[str, str]:
        """Partner id to what it is called here."""
        return self.desk.names

    @property
    def _whole_names(self) -> Mapping[str, str]:
        return {key: one.name for key, one in self.desk.termset.partners.items()}

    def _turns(self) -> tuple[Turn, ...]:
        """All turns, and the present one where it is none of them any more."""
        if why_not(self.desk.termset, self.term_id):
            return ()
        found = turns(self.desk.termset, self.term_id)
        return found if self._turn is None or self._turn in found else (*found, self._turn)

    def _state_of(self, turn: Turn) -> TurnState | None:
        return state_of(self.desk.termset, self.term_id, turn) if self._is_there(turn) else None

    def _is_there(self, turn: Turn) -> bool:
        partners = self.desk.termset.partners
        is_said = turn.of in self.desk.termset.meanings(self.term_id)
        return turn.by in partners and is_said
