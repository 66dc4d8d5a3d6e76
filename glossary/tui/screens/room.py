"""What all screens share: the desk, one calm line for messages, and the smallest size."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.screen import Screen

from glossary.domain import GlossaryError, NotFoundError, TermSet, one_line
from glossary.locale import gettext as _
from glossary.tui.desk import Desk
from glossary.tui.keys import Key, key_name
from glossary.tui.widgets.message_bar import MessageBar, SentenceLines
from glossary.tui.widgets.title_bar import TitleBar
from glossary.tui.widgets.too_small import TooSmall, is_too_small

if TYPE_CHECKING:
    from glossary.domain import Phase


class RoomScreen(Screen[None]):
    """A screen on the shared desk.

    `keys` feeds the help screen; `about` is a catalogue id that says in a sentence or two what
    the screen is for, and `term_id` the term that it shows, if it shows one. `relabel` is
    called after a switch of language or theme, `refill` when the term set changed; a screen that
    `follows_files` also hears by `follow` when others changed them. In a session, a letter leads
    on to the next phase from a screen that `steps_on`. One that `hides_names` says no name beside
    a letter.
    """

    keys: tuple[Key, ...] = ()
    about = ""
    term_id = ""
    follows_files = False

    DEFAULT_CSS = "RoomScreen { layers: below above; overflow: hidden; }"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def on_screen_resume(self) -> None:
        """Show at once what time is left, and what the tour says here."""
        self.show_time()
        self.show_tour()

    def show_tour(self) -> None:
        """Let the tour speak where a newcomer is shown around."""
        told = self.desk.tour.arrive(self.keys) if self.desk.tour is not None else ""
        bars = self.query(".tour")
        if told and not bars:
            from glossary.tui.tour import TourBar

            self.mount(TourBar(classes="tour"), before=self._message_bar())
        for bar in self.query(SentenceLines).filter(".tour"):
            bar.show(told)
            bar.display = bool(told)

    def show_time(self) -> None:
        """Show in the title what time a session leaves to the phase, and which phones are there."""
        guide = self.desk.guide
        if guide is not None and self.stands:
            for title in self.query(TitleBar):
                title.show_time(guide.told_beside())

    @property
    def steps_on(self) -> bool:
        """Whether a letter leads on to the next phase: not where it may be text or an answer."""
        return False

    @property
    def hides_names(self) -> bool:
        """Whether letters stand in the place of the names of partners here."""
        return False

    @property
    def stands(self) -> bool:
        """Whether its widgets are there: not before it is mounted, nor once it is left."""
        return self.is_mounted and self in self.app.screen_stack

    def letters(self) -> Sequence[tuple[str, str]]:
        """Keys that answer what stands on the screen, each with what it says, for the help."""
        return ()

    def relabel(self) -> None:
        """Say everything again in the present language and theme."""

    def refill(self) -> None:
        """Show the term set as it now is."""

    @property
    def is_bereft(self) -> bool:
        """Whether the set has the term that the screen is about no more."""
        return bool(self.term_id) and self.term_id not in self.desk.whole.terms

    def follow(self, before: TermSet) -> None:
        """Show what others changed, and tell what the group has to know of it."""
        from glossary.workflow.session.noticing import gone, noticed

        if self.is_bereft:
            self.bereave(NotFoundError(gone(before, self.term_id)))
            return
        names = {**self._called(self.term_id, before), **self._called(self.term_id)}
        self.refill()
        told = noticed(before, self.desk.whole, self.term_id, names)
        if told:
            self.say(told)

    def bereave(self, error: NotFoundError) -> None:
        """The term is gone: close all screens about it, and say why on the one below."""
        above = self.app.screen_stack[::-1]
        below = next(one for one in above if getattr(one, "term_id", "") != self.term_id)
        for _screen in above[: above.index(below)]:
            self.app.pop_screen()
        if isinstance(below, RoomScreen):
            below.refill()
            # Behind what the screen says itself when it is seen again.
            self.app.call_after_refresh(below.trouble, error)

    def say(self, sentence: str) -> None:
        """Show a sentence on the line above the keys; an empty one clears it."""
        self._message_bar().say(sentence)

    def trouble(self, error: GlossaryError) -> None:
        """Show what could not be done, and why."""
        self._message_bar().say(str(error), trouble=True)

    def hush(self) -> None:
        """Take back what was said calmly, for the language is another now; trouble stays."""
        bar = self._message_bar()
        if not bar.is_trouble:
            bar.say("")

    @contextmanager
    def calmly(self) -> Iterator[None]:
        """Show a GlossaryError of the block instead of passing it on.

        Actions need it only to clean up: the app shows what they raise. Handlers of messages do.
        """
        try:
            yield
        except GlossaryError as error:
            self.trouble(error)

    def turn_to(self, phase: "Phase") -> bool:
        """Show another phase of the same term; whether this screen does."""
        return False

    def may_go(self, phase: "Phase") -> bool:
        """Whether nothing has to be decided before another phase; says what, and once."""
        return True

    def leave(self, then: Callable[[], object]) -> None:
        """Do `then`, which ends the screen, as soon as nothing would be lost by it."""
        then()

    def part(self, then: Callable[[], object]) -> None:
        """Do `then`, which leaves the term, unless something of it is to be decided first."""
        then()

    def rescue(self) -> None:
        """Save what is being typed, for the program ends; else leave it on the desk as unsaved."""

    def action_undo(self) -> None:
        """Take back the last change that was made here, of whatever file."""
        self.desk.complete()
        told, nothing = (
            _("Taken back: {what}. {key} makes it again."),
            _("There is nothing to take back."),
        )
        self._restored(self.desk.store.undo(), told, nothing, is_back=True)

    def action_redo(self) -> None:
        """Make the change again that was taken back last."""
        self.desk.complete()
        told, nothing = _("Made again: {what}."), _("There is nothing to make again.")
        self._restored(self.desk.store.redo(), told, nothing, is_back=False)

    def _restored(self, path: Path | None, told: str, nothing: str, *, is_back: bool) -> None:
        from glossary.workflow.restoring import change_words

        if path is None:
            self.say(nothing)
            return
        before = self.desk.whole
        self.desk.reload()
        # The change itself is told, whichever way it went.
        old, new = (self.desk.whole, before) if is_back else (before, self.desk.whole)
        is_named = not self.hides_names or path.parent.name != "partners"
        file = one_line(path.name) if is_named else _("one of the files")
        what = change_words(old, new, self._called) or file
        sentence = told.format(what=what, key=self._redo_key())
        if self.desk.guide is None or not self.desk.guide.follow(sentence):
            self.refill()
            self.say(sentence)

    def _called(self, term_id: str, termset: TermSet | None = None) -> Mapping[str, str]:
        """Partner id to what it is called here when a term is spoken of."""
        termset = termset or self.desk.termset
        if not self.hides_names:
            return {key: partner.short_name for key, partner in termset.partners.items()}
        from glossary.domain.visibility import letters

        return letters(termset, term_id)

    def _redo_key(self) -> str:
        """The screen's own key; in a session that of the menu, for another screen may follow."""
        if self.desk.guide is not None:
            return f"{key_name('ctrl+g')} Z"
        return key_name(next((key.keys for key in self.keys if key.action == "redo"), "Z"))

    def action_back(self) -> None:
        """Leave the screen."""
        self.leave(lambda: self.dismiss(None))

    def on_resize(self, event: events.Resize) -> None:
        """Say so when the window is too small for the screen, and come back when it is not."""
        small = is_too_small(event.size)
        shown = self.query(TooSmall)
        if small and not shown:
            self.mount(TooSmall())
        elif shown and not small:
            shown.remove()

    def _message_bar(self) -> MessageBar:
        for bar in self.query(MessageBar):
            return bar
        bar = MessageBar()
        self.mount(bar)
        return bar
