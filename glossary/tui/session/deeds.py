"""What the facilitator's menu offers, and does once it is chosen."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from glossary.domain import Phase
from glossary.domain.visibility import is_blind
from glossary.locale import gettext as _
from glossary.tui import keys
from glossary.tui.letters import enlarging
from glossary.tui.session.stage import Stage
from glossary.tui.widgets.title_bar import TALL_SCREEN
from glossary.workflow.session import agenda

if TYPE_CHECKING:
    from glossary.tui.session.guide import Guide

PROJECTOR = "-projector"
# What is offered also where no term is on the table.
_ALWAYS = ("phones", "names", "projector", "undo", "redo", "")


class Deeds:
    """Named by the answers of the menu, as `keys.MENU` has them."""

    def __init__(self, guide: "Guide", stage: Stage) -> None:
        self._guide = guide
        self._stage = stage

    def offers(self, answer: str) -> bool:
        """Whether the menu offers this now."""
        return bool(self._guide.term_id) or answer in _ALWAYS

    def offered_keys(self) -> tuple[keys.Key, ...]:
        """The keys of what the menu offers now, as they are pressed outside it."""
        return keys.by_menu(key for key in keys.MENU if self.offers(keys.answer_of(key)))

    def open_menu(self) -> None:
        """Everything that the facilitator can do now."""
        from glossary.tui.screens.facilitator import FacilitatorMenu

        menu = FacilitatorMenu(self._guide)
        self._guide.app.push_screen(menu, lambda answer: self.obey(answer or ""))

    def obey(self, answer: str) -> None:
        """Do what was chosen; what could not be done is said."""
        if self.offers(answer):
            self._guide.calmly(partial(self._do, answer))

    def _do(self, answer: str) -> None:
        guide = self._guide
        if answer in tuple(Phase):
            guide.go(Phase(answer))
            return
        deeds: dict[str, Callable[[], object]] = {
            "next": guide.next_phase,
            "previous": guide.previous,
            "overview": guide.overview,
            "phones": self._show_phones,
            "card": self._card,
            "temperature": self._temperature,
            "clock": self._switch_clock,
            "more": partial(guide.clock.extend, 5),
            "fewer": partial(guide.clock.extend, -5),
            "hide": self._hide_clock,
            "names": self._switch_names,
            "projector": self._switch_projector,
            "undo": partial(self._restore, "action_undo"),
            "redo": partial(self._restore, "action_redo"),
        }
        if answer in deeds:
            deeds[answer]()
            if self._stage.top is not None:
                self._stage.top.show_time()

    def _show_phones(self) -> None:
        from glossary.tui.session.phone_screens import show_phones

        show_phones(self._guide)

    def _card(self) -> None:
        from glossary.tui.screens.card import CardScreen

        self._guide.app.push_screen(CardScreen(self._guide.desk, self._guide.term_id))

    def _temperature(self) -> None:
        from glossary.tui.screens.temperature import TemperatureScreen

        self._guide.app.push_screen(TemperatureScreen(self._guide.desk, self._guide.term_id))

    def _switch_clock(self) -> None:
        self._stage.say(self._guide.clock.switch())

    def _hide_clock(self) -> None:
        self._guide.clock.is_hidden = not self._guide.clock.is_hidden

    def _switch_names(self) -> None:
        desk, wanted = self._guide.desk, not self._guide.session.anonymous
        agenda.hide_names(desk.store, desk.set_id, anonymous=wanted)
        desk.reload()
        if self._stage.top is not None:
            self._stage.top.relabel()
        told = _("Letters stand in the place of names while you compare.")
        self._stage.say(told if wanted else _("Names are shown."))

    def _switch_projector(self) -> None:
        guide, app = self._guide, self._guide.app
        app.toggle_class(PROJECTOR)
        sentence = _(
            "{key} opens the menu, also without the row of keys. Bigger letters: {letters}."
        ).format(key="^g", letters=enlarging())
        is_writing = bool(guide.term_id) and guide.phase is Phase.COLLECT
        if not app.has_class(PROJECTOR):
            sentence = ""
        elif is_writing and is_blind(guide.desk.whole, guide.term_id):
            sentence = _("This hides no text: make the beamer dark while partners write.")
        elif self._stage.is_too_tall:
            sentence = _(
                "This window has {n} rows. With bigger letters, until it has {least}, the back row "
                "can read along: {letters}. {key} opens the menu."
            ).format(n=app.size.height, least=TALL_SCREEN, key="^g", letters=enlarging())
        self._stage.say(sentence)

    def _restore(self, action: str) -> None:
        screen = self._stage.top
        if screen is not None:
            screen.leave(partial(self._guide.calmly, getattr(screen, action)))
