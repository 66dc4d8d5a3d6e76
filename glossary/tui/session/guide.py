"""Leads a group through a session: knows the term and the phase, and opens the right screen."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from textual.app import App
from textual.screen import Screen

from glossary.domain import GlossaryError, Phase, one_line
from glossary.domain.sessions import Session
from glossary.domain.visibility import hides_names, is_blind
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.tui.desk import Desk
from glossary.tui.screens.question import Question
from glossary.tui.screens.room import RoomScreen
from glossary.tui.session.clock import Clock
from glossary.tui.session.deeds import PROJECTOR, Deeds
from glossary.tui.session.phones import Phones
from glossary.tui.session.stage import Stage
from glossary.workflow.lookup import term_of
from glossary.workflow.naming import listed, quote
from glossary.workflow.session import agenda
from glossary.workflow.session.moving import go

_ORDER = tuple(Phase)


class Guide:
    """Lies on the desk as long as a session goes on.

    Its home is the overview, on top of the list; the screen of the phase lies on top of that,
    and whatever was opened from there above it. Every move saves first what is being typed.
    """

    def __init__(self, app: App[None], desk: Desk) -> None:
        self.app = app
        self.desk = desk
        self.clock = Clock(desk)
        self.phones = Phones(desk)
        self._stage = Stage(app, desk)
        self.deeds = Deeds(self, self._stage)

    @property
    def session(self) -> Session:
        """What the facilitator planned, and where the group is."""
        return self.desk.whole.session or Session()

    @property
    def term_id(self) -> str:
        """The term on the table; empty where there is none, or it is gone from the set."""
        current = self.session.current
        return current if current in self.desk.whole.terms else ""

    @property
    def phase(self) -> Phase:
        """The phase of the term on the table."""
        return self.desk.whole.agreement(self.session.current).phase

    @property
    def next(self) -> Phase | None:
        """The phase after the present one; None after the last."""
        return next(iter(_ORDER[_ORDER.index(self.phase) + 1 :]), None)

    def begin(self) -> None:
        """Open the overview, and on it the agenda or the term that the group left."""
        from glossary.tui.screens.progress import ProgressScreen

        under = self.app.screen
        home = self._stage.home = ProgressScreen(self.desk, self)
        self.app.push_screen(home, lambda _result: self._end(under))
        if not self.session.terms:
            home.action_plan()
        elif self.term_id:
            try:
                agenda.come_back(self.desk.store, self.desk.set_id, self.desk.now())
                self.desk.reload()
            finally:
                self._stage.show(self.term_id)

    def rest(self) -> None:
        """Stop the clock; the program ends, or something else is done first."""
        # Who leaves is not kept for it: a clock that ran on does no harm.
        with suppress(GlossaryError):
            self.clock.stop()

    def can_lead(self, screen: Screen[Any]) -> bool:
        """Whether the menu opens over this screen: overview or above, and nothing is asked."""
        is_asked = any(isinstance(one, Question) for one in self.app.screen_stack)
        is_led = self.term_id and self._stage.place is not None
        is_led = screen is self._stage.home or is_led
        return isinstance(screen, RoomScreen) and bool(is_led) and not is_asked

    def can_step(self, screen: Screen[Any]) -> bool:
        """Whether a letter leads from this screen to the next phase."""
        return isinstance(screen, RoomScreen) and screen.steps_on and self.can_lead(screen)

    def time_left(self) -> str:
        """How much time the present phase has, in words; empty where no phase is on the screen."""
        is_shown = self.term_id and self._stage.place is not None
        return self.clock.time_left(self.phase) if is_shown else ""

    def told_beside(self) -> str:
        """What stands beside every title: who is there by phone, and the time that is left."""
        return " · ".join(filter(None, (self.phones.told(), self.time_left())))

    def take_up(self, term_id: str) -> None:
        """Lay a term on the table, at the phase in which the group left it.

        A term on which nothing was done yet begins with writing blind; where meanings are known
        already the facilitator chooses. Raises GlossaryError.
        """
        whole = self.desk.whole
        term = term_of(whole, term_id)
        if self._is_begun(term.id) or not whole.meanings(term.id):
            self._take_up(term.id, whole.agreement(term.id).phase)
            return

        def answered(answer: str | None) -> None:
            if answer in (Phase.COLLECT, Phase.COMPARE):
                self.calmly(lambda: self._take_up(term.id, Phase(answer)))

        said, partners = len(whole.meanings(term.id)), whole.size
        sentence = _("{n} of {m} already said what they mean by {term}. How do you begin?").format(
            n=said, m=partners, term=quote(term.label)
        )
        answers = [
            ("", _("Not now")),
            (Phase.COLLECT.value, _("Everybody writes first, unseen")),
            (Phase.COMPARE.value, _("Side by side at once")),
        ]
        self.app.push_screen(Question(sentence, answers), answered)

    def go(self, phase: Phase) -> None:
        """Bring the term on the table into a phase, and open its screen.

        Asks first whether to reveal while somebody has not answered yet.
        """
        if self.term_id:
            self._stage.leave(partial(self._ask_to_reveal, phase))

    def next_phase(self) -> None:
        """To the next phase; after the last one to the overview."""
        following = self.next
        self.overview() if following is None else self.go(following)

    def previous(self) -> None:
        """To the phase before, if there is one."""
        place = _ORDER.index(self.phase)
        if place:
            self.go(_ORDER[place - 1])

    def overview(self) -> None:
        """To the overview of the session."""
        self._stage.part(self._stage.clear)

    def follow(self, sentence: str) -> bool:
        """Open the screen of the phase as it is now, where the files say another one.

        Whether that was needed; the sentence is then said there.
        """
        seen = self._stage.place
        if seen is None or (self._is_begun(self.term_id) and seen == (self.term_id, self.phase)):
            return False
        if self._is_begun(self.term_id):
            self._stage.show(self.term_id)
        else:
            self._stage.clear()
        # Behind what a new screen says itself.
        self.app.call_after_refresh(self._stage.say, sentence)
        return True

    def calmly(self, deed: Callable[[], object]) -> None:
        """Do something; what could not be done is said."""
        try:
            deed()
        except GlossaryError as error:
            self._stage.say(error)

    def _end(self, under: Screen[Any]) -> None:
        """Back to the list; the session can be taken up again."""
        self.rest()
        self.phones.close()
        self.desk.guide = None
        self.app.remove_class(PROJECTOR)
        if isinstance(under, RoomScreen):
            under.refill()
            under.refresh_bindings()

    def _take_up(self, term_id: str, phase: Phase) -> None:
        desk = self.desk
        agenda.take_up(desk.store, desk.set_id, term_id, desk.now())
        if not self._is_begun(term_id):
            go(desk.store, desk.set_id, term_id, phase, desk.now())
        desk.reload()
        self._stage.show(term_id)

    def _ask_to_reveal(self, phase: Phase) -> None:
        if not self._stage.may_go(phase):
            return
        whole, term_id = self.desk.whole, self.term_id
        said = whole.meanings(term_id)
        silent = [one.short_name for key, one in whole.partners.items() if key not in said]
        is_reveal = phase is not Phase.COLLECT and is_blind(whole, term_id)
        if not (is_reveal and said and silent):
            self._go(phase)
            return
        sentence = ngettext(
            "{n} of {m} has answered. Reveal all the same?",
            "{n} of {m} have answered. Reveal all the same?",
            len(said),
        ).format(n=len(said), m=whole.size)
        detail = _("Not yet: {partners}").format(partners=listed(map(one_line, silent)))
        question = Question(sentence, [("wait", _("Wait")), ("reveal", _("Reveal"))], detail)
        self.app.push_screen(
            question,
            lambda answer: self._go(phase) if answer == "reveal" else self._stage.stay(),
        )

    def _go(self, phase: Phase) -> None:
        desk = self.desk
        compared_in_letters = self.phase is Phase.COMPARE and self._hides_names
        try:
            go(desk.store, desk.set_id, self.term_id, phase, desk.now())
            desk.reload()
        except GlossaryError as error:
            self._stage.stay()
            self.app.call_after_refresh(self._stage.say, error)
            return
        self._stage.show(self.term_id)
        if compared_in_letters and not self._hides_names:
            # Behind what a new screen says itself.
            self.app.call_after_refresh(self._stage.say, _("From here on names are shown."))

    @property
    def _hides_names(self) -> bool:
        return hides_names(self.desk.whole, self.term_id)

    def _is_begun(self, term_id: str) -> bool:
        """Whether the group came further than each partner filling in on its own."""
        agreement = self.desk.whole.agreement(term_id)
        moments = (agreement.opened, agreement.revealed)
        return agreement.phase is not Phase.COLLECT or any(moments)
