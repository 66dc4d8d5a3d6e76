"""Where everybody stands on the wording, asked in turn."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static

from glossary.domain import Disposition, Objection, Partner, Position, Stand, TermSet
from glossary.locale import gettext as _
from glossary.tui.text import line, prose
from glossary.tui.widgets.reason_box import ReasonBox
from glossary.tui.widgets.round_parts import changed, fates, hint, remark, stands, weight
from glossary.tui.widgets.seat_list import SeatList, SeatRow
from glossary.tui.widgets.typed_area import TypedLine
from glossary.tui.widgets.wording_view import WordingView
from glossary.workflow.session.consenting import ConsentRound, consent_round, past_rounds
from glossary.workflow.session.open_points import told_decisions
from glossary.workflow.session.settling import case_choices
from glossary.workflow.words import stand_word

# Seconds in which a letter may still be meant for the partner that was asked before.
_GLANCE = 1.0


class PositionsPanel(VerticalScroll, can_focus=False):
    """A row per partner, in the order in which they speak. `take` gets who takes which position.

    Reasons stay closed until everybody has spoken, or the round was closed without somebody;
    then they are shown together, and `dispose` gets what the group does with an objection.
    Neither is a message: a key that comes right behind would overtake it. `allow` does what
    changes an answer, now or once the group says that it may.
    """

    DEFAULT_CSS = """
    PositionsPanel {
        height: 1fr; scrollbar-size-vertical: 1;
        & > WordingView { dock: top; margin: 0 1; padding-bottom: 1; }
        & > #decided { height: auto; padding: 0 1; margin-bottom: 1; color: $quiet; }
        & > #changed { height: auto; padding: 0 1; margin-bottom: 1; }
        & > AnswerList { padding: 0 1; }
        & > #positions-hint { height: auto; padding: 0 1; margin-top: 1; color: $quiet; }
        & > FieldBox { margin-top: 1; }
    }
    """

    @dataclass(frozen=True, slots=True)
    class Taken:
        """A partner takes this position on the wording that is shown."""

        partner: str
        stand: Stand
        reason: str

    @dataclass
    class SpokeElsewhere(Message):
        """The partner that the letters were about answered on a phone, or in its file."""

        partner: str
        asked_now: str
        at: float = field(default_factory=time.monotonic)

    def __init__(
        self,
        take: Callable[[Taken], None],
        dispose: Callable[[str, Disposition], None],
        allow: Callable[[Callable[[], None]], None],
    ) -> None:
        super().__init__()
        self._allow = allow
        self._take = take
        self._dispose = dispose
        self._reason = ReasonBox()
        # The last time that another partner was asked without a key.
        self._passed: PositionsPanel.SpokeElsewhere | None = None
        self._termset: TermSet | None = None
        self._term_id = ""
        self._round = ConsentRound(1, (), is_complete=False, holds_reasons=False)

    def compose(self) -> ComposeResult:
        """The wording stays in sight above the partners."""
        yield WordingView()
        yield Static(id="decided")
        yield Static(id="changed")
        yield SeatList(self._answer, id="stands")
        yield self._reason
        yield Static(id="positions-hint")

    def show(self, termset: TermSet, term_id: str) -> None:
        """Show the round on the wording as it stands; `termset` is the set as the files have it."""
        self._termset, self._term_id = termset, term_id
        self._round = consent_round(termset, term_id)
        wording = termset.agreement(term_id).draft.wording
        self.query_one(WordingView).show(
            prose(wording)
            if wording.strip()
            else line(_("There is no wording yet: write a draft."))
        )
        decided = told_decisions(case_choices(termset, term_id)) if wording.strip() else ""
        self.query_one("#decided", Static).display = bool(decided)
        self.query_one("#decided", Static).update(line(decided))
        self.query_one("#changed", Static).display = bool(self._round.changed)
        self.query_one("#changed", Static).update(changed(self._round))
        self._entitle()
        self.query_one(SeatList).display = bool(wording.strip())
        self._show_seats()

    def open(self) -> None:
        """Ask the first partner that has not spoken; then point at the first open objection."""
        if self._reason.asked is not None:
            self._reason.open(at_once=True)
            return
        seats = self.query_one(SeatList)
        # Widget.focus() waits its turn: letters typed right behind would go astray.
        self.screen.set_focus(seats)
        self._move_on()

    @property
    def asked(self) -> str:
        """The partner that the letters are about, as long as it did not speak; empty otherwise."""
        current = self.query_one(SeatList).current
        return current if self._reason.asked is None and current in self.waiting else ""

    def leave(self, partner: str) -> None:
        """Ask the next one where this partner, that was asked, spoke elsewhere meanwhile."""
        if partner and partner not in self.waiting:
            self._move_on()
            self._passed = self.SpokeElsewhere(partner, self.query_one(SeatList).current)
            self.post_message(self._passed)

    def _move_on(self) -> None:
        seats = self.query_one(SeatList)
        undone = [
            one.partner for one in self._round.objections if one.disposition is Disposition.OPEN
        ]
        seats.move_to(next(iter((*self.waiting, *undone)), seats.current))

    @property
    def undecided(self) -> tuple[Objection, ...]:
        """The objections about which the group decided nothing."""
        return tuple(
            one
            for one in self._round.objections
            if one.disposition is Disposition.OPEN and one.partner not in self._round.promised
        )

    def point(self, partner: str) -> None:
        """Let the keys be about this partner."""
        seats = self.query_one(SeatList)
        self.screen.set_focus(seats)
        seats.move_to(partner)

    @property
    def pending(self) -> "PositionsPanel.Taken | None":
        """A position of which the reason is being typed; none when the wording changed since."""
        asked, typed = self._reason.asked, self._reason.typed
        if asked is None or not typed or self._reason.on != self.wording:
            return None
        return self.Taken(*asked, typed)

    @property
    def typed(self) -> dict[str, str]:
        """Partner, stand, reason as typed, and fingerprint of the wording that it is about."""
        asked, reason = self._reason.asked, self._reason.typed
        if asked is None or not reason:
            return {}
        partner, stand = asked
        on = self._reason.on or ""
        return {"partner": partner, "stand": stand.value, "reason": reason, "on": on}

    def resume(self, partner_id: str, stand: Stand, reason: str, on: str) -> None:
        """Go on with a reason that was being typed, about the wording with this fingerprint."""
        self._ask_reason(partner_id, stand)
        self._reason.resume(reason, on)
        self._entitle()

    @property
    def waiting(self) -> tuple[str, ...]:
        """The partners that have not answered in a round that goes on, in their order."""
        return () if self._round.is_complete else self._round.waiting

    def put_away(self) -> bool:
        """Close the reason, which is there again for the same answer; whether one was open."""
        asked = self._reason.asked
        position = self._position(asked[0]) if asked is not None else None
        was_open = self._reason.put_away(position.reason if position is not None else "")
        self._show_seats()
        if was_open:
            self.screen.set_focus(self.query_one(SeatList))
        return was_open

    def taken(self) -> None:
        """The position was saved: on to the next partner."""
        self.put_away()
        self.open()

    def on_typed_line_submitted(self, event: TypedLine.Submitted) -> None:
        """The reason is complete."""
        if self._reason.asked is not None:
            self._take(self.Taken(*self._reason.asked, event.text))

    def action_add_reason(self) -> None:
        """Give a reason for a position that needs none."""
        partner = self.query_one(SeatList).current
        position = self._position(partner)
        if position is not None:
            self._allow(partial(self._ask_reason, partner, position.position))

    def _answer(self, partner: str, answer: str) -> None:
        is_early = self._passed is not None and time.monotonic() - self._passed.at < _GLANCE
        if self._passed is not None and is_early and answer in set(Stand):
            # Whoever pressed it still meant the one that was asked before.
            self.post_message(self._passed)
        else:
            self._allow(partial(self._give, partner, answer))

    def _give(self, partner: str, answer: str) -> None:
        """Take the position, or ask for its reason first."""
        if answer in set(Disposition):
            self._dispose(partner, Disposition(answer))
            return
        stand = Stand(answer)
        if stand.needs_reason:
            self._ask_reason(partner, stand)
        else:
            self._take(self.Taken(partner, stand, ""))

    def _ask_reason(self, partner_id: str, stand: Stand) -> None:
        before = self._reason_before(partner_id, stand)
        self._reason.ask(partner_id, stand, self.wording, before)
        self._entitle()
        self._show_seats()
        self._reason.open(at_once=True)

    def _reason_before(self, partner_id: str, stand: Stand) -> str:
        """What the partner said when it stood there last, also on an earlier wording."""
        if self._termset is None or partner_id not in self._termset.partners:
            return ""
        position = self._partner(partner_id).positions.get(self._term_id)
        return position.reason if position is not None and position.position is stand else ""

    def _entitle(self) -> None:
        if self._reason.asked is None or self._termset is None:
            return
        partner, stand = self._reason.asked
        title = _("The wording changed meanwhile. Does this still hold?")
        if self._reason.on == self.wording and partner in self._termset.partners:
            title = _("{partner} · {stand}. Why?").format(
                partner=self._partner(partner).name, stand=stand_word(stand)
            )
        self._reason.entitle(title)

    @property
    def wording(self) -> str | None:
        """Fingerprint of the wording that is shown."""
        return self._termset.agreement(self._term_id).draft.fingerprint if self._termset else None

    def _partner(self, partner_id: str) -> Partner:
        if self._termset is None:
            raise KeyError(partner_id)
        return self._termset.partners[partner_id]

    def _position(self, partner_id: str) -> Position | None:
        """A partner's position on this wording, with its own reason."""
        if self._termset is None or partner_id not in self._termset.partners:
            return None
        position = self._partner(partner_id).positions.get(self._term_id)
        return position if position is not None and position.on == self.wording else None

    def _show_seats(self) -> None:
        seats = self.query_one(SeatList)
        current = seats.current
        seats.show_seats([*self._rows()], stands(), fates())
        seats.move_to(current)
        anyone = bool(self._round.seats)
        below = self.query_one("#positions-hint", Static)
        below.display = not anyone or seats.display
        below.update(line(self._hint() if anyone else _("No partners yet.")))

    def _rows(self) -> Iterator[SeatRow]:
        """As they speak; once all have spoken, who has something to say comes first."""
        seats = self._round.seats
        if self._round.is_complete:
            seats = tuple(sorted(seats, key=weight))
        done = {one.partner: one.disposition.value for one in self._round.objections}
        # While one partner's reason is typed, no other reason is on the screen.
        is_open = self._round.is_complete and self._reason.asked is None
        promise = _("to be integrated: the wording is still the same")
        for seat in seats:
            partner = self._partner(seat.partner)
            position = seat.position
            yield SeatRow(
                partner.id,
                partner.name,
                partner.short_name,
                position.position.value if position else "",
                remark(self._round, seat, partner.positions.get(self._term_id)),
                position.reason if position and is_open else "",
                done.get(partner.id) if is_open else None,
                promise if is_open and partner.id in self._round.promised else "",
            )

    def _hint(self) -> str:
        if self._reason.asked is not None:
            return _("Enter saves the reason. Reasons are shown when all have spoken.")
        told = hint(self._round)
        if self._termset is not None and past_rounds(self._termset, self._term_id):
            told += " " + _("h shows earlier rounds.")
        return told
