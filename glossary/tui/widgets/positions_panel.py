"""Where everybody stands on the wording, asked in turn."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static

from glossary.domain import Partner, Position, Stand, TermSet, fresh_positions
from glossary.locale import gettext as _
from glossary.tui.text import line, prose
from glossary.tui.widgets.answer_list import AnswerList, Asked
from glossary.tui.widgets.field_box import FieldBox
from glossary.tui.widgets.typed_area import TypedLine
from glossary.workflow.words import stand_word


class PositionsPanel(VerticalScroll, can_focus=False):
    """A row per partner. `Taken` says which position a partner took, with its reason.

    Reasons stay closed until every partner has spoken.
    """

    BINDINGS = [Binding("r", "add_reason", show=False)]
    DEFAULT_CSS = """
    PositionsPanel {
        height: 1fr; scrollbar-size-vertical: 1;
        & > #agreed-wording {
            height: auto; margin: 0 1 1 1; padding: 0 1; border-left: outer $border;
        }
        & > AnswerList { padding: 0 1; }
        & > #positions-hint { height: auto; padding: 0 1; margin-top: 1; color: $quiet; }
        & > FieldBox { margin-top: 1; }
    }
    """

    class Taken(Message):
        """A partner takes this position on the wording that is shown."""

        def __init__(self, partner: str, stand: Stand, reason: str) -> None:
            super().__init__()
            self.partner = partner
            self.stand = stand
            self.reason = reason

    def __init__(self) -> None:
        super().__init__()
        self._reason = FieldBox("reason", TypedLine(id="reason"), boxed=True)
        self._asked: tuple[str, Stand] | None = None
        self._asked_on: str | None = None
        self._termset: TermSet | None = None
        self._term_id = ""

    def compose(self) -> ComposeResult:
        """The wording stays in sight above the partners."""
        yield Static(id="agreed-wording")
        yield AnswerList(id="stands")
        yield self._reason
        yield Static(id="positions-hint")

    def show(self, termset: TermSet, term_id: str) -> None:
        """Show the positions on the wording as it stands."""
        self._termset, self._term_id = termset, term_id
        wording = termset.agreement(term_id).draft.wording
        self.query_one("#agreed-wording", Static).update(
            prose(wording)
            if wording.strip()
            else line(_("There is no wording yet: write a draft."))
        )
        if self._asked is not None and self._asked_on != self.wording:
            self._say_changed()
        fresh = fresh_positions(termset, term_id)
        everyone = len(fresh) == len(termset.partners)
        asked = [
            _row(partner, partner.positions.get(term_id), fresh.get(key), everyone=everyone)
            for key, partner in termset.partners.items()
        ]
        stands = self.query_one(AnswerList)
        stands.show(asked, [(stand.value, stand_word(stand)) for stand in Stand])
        stands.display = bool(wording.strip())
        self._show_hint()

    def open(self) -> None:
        """Ask the first partner that has not spoken."""
        if self._asked is not None:
            self._reason.open()
            return
        stands = self.query_one(AnswerList)
        stands.focus()
        stands.move_to(self._next_silent())

    @property
    def pending(self) -> "PositionsPanel.Taken | None":
        """A position of which the reason is being typed; none when the wording changed since."""
        if self._asked is None or not self._reason.area.text.strip():
            return None
        if self._asked_on != self.wording:
            return None
        return self.Taken(*self._asked, self._reason.area.text)

    @property
    def typed(self) -> tuple[str, str, str, str] | None:
        """Partner, stand, reason as typed, and fingerprint of the wording that it is about."""
        if self._asked is None or not self._reason.area.text.strip():
            return None
        partner, stand = self._asked
        return partner, stand.value, self._reason.area.text, self._asked_on or ""

    def resume(self, partner_id: str, stand: Stand, reason: str, on: str) -> None:
        """Go on with a reason that was being typed, about the wording with this fingerprint."""
        self._ask_reason(partner_id, stand)
        self._reason.fill(reason)
        if on != self.wording:
            self._asked_on = on
            self._say_changed()

    def put_away(self) -> bool:
        """Close the reason; whether one was open."""
        was_open, self._asked = self._asked is not None, None
        self._show_hint()
        self._reason.fill("")
        if was_open:
            self.query_one(AnswerList).focus()
        return was_open

    def taken(self) -> None:
        """The position was saved: on to the next partner."""
        self.put_away()
        self.open()

    def on_answer_list_answered(self, event: AnswerList.Answered) -> None:
        """Take the position, or ask for its reason first."""
        stand = Stand(event.answer)
        if stand.needs_reason:
            self._ask_reason(event.asked, stand)
        else:
            self.post_message(self.Taken(event.asked, stand, ""))

    def on_typed_line_submitted(self, event: TypedLine.Submitted) -> None:
        """The reason is complete."""
        if self._asked is not None:
            self.post_message(self.Taken(*self._asked, event.area.text))

    def action_add_reason(self) -> None:
        """Give a reason for a position that needs none."""
        partner = self.query_one(AnswerList).current
        position = self._fresh().get(partner)
        if position is not None:
            self._ask_reason(partner, position.position)

    def _ask_reason(self, partner_id: str, stand: Stand) -> None:
        self._asked, self._asked_on = (partner_id, stand), self.wording
        position = self._fresh().get(partner_id)
        same = position is not None and position.position is stand
        self._reason.entitle(
            _("{partner} · {stand}. Why?").format(
                partner=self._partner(partner_id).name, stand=stand_word(stand)
            )
        )
        self._reason.fill(position.reason if position is not None and same else "")
        self._reason.open()
        self._show_hint()

    def _say_changed(self) -> None:
        self._reason.entitle(_("The wording changed meanwhile. Does this still hold?"))

    @property
    def wording(self) -> str | None:
        """Fingerprint of the wording that is shown."""
        return self._termset.agreement(self._term_id).draft.fingerprint if self._termset else None

    def _partner(self, partner_id: str) -> Partner:
        if self._termset is None:
            raise KeyError(partner_id)
        return self._termset.partners[partner_id]

    def _fresh(self) -> dict[str, Position]:
        return fresh_positions(self._termset, self._term_id) if self._termset else {}

    def _next_silent(self) -> str:
        partners = self._termset.partners if self._termset else {}
        return next((key for key in partners if key not in self._fresh()), "")

    def _show_hint(self) -> None:
        anyone = self._termset is not None and bool(self._termset.partners)
        hint = self.query_one("#positions-hint", Static)
        hint.display = not anyone or self.query_one(AnswerList).display
        hint.update(line(self._hint(anyone)))

    def _hint(self, anyone: bool) -> str:
        if not anyone:
            return _("No partners yet.")
        if self._asked is not None:
            return _("Enter saves the reason. Reasons are shown when all have spoken.")
        return _("Digits take a position, r adds a reason. Reasons are shown when all have spoken.")


def _row(
    partner: Partner, position: Position | None, fresh: Position | None, *, everyone: bool
) -> Asked:
    if fresh is None:
        note = ""
        if position is not None:
            note = _("↻ To be asked again: {stand} was about an earlier wording.").format(
                stand=stand_word(position.position)
            )
        return Asked(partner.id, partner.name, "", note, partner.short_name)
    note = fresh.reason
    if note and not everyone:
        note = _("(the reason follows after the round)")
    return Asked(partner.id, partner.name, fresh.position.value, note, partner.short_name)
