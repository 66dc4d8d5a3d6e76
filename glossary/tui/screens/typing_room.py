"""What screens share on which people type: nothing that was typed is lost."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from textual.widgets import TextArea

from glossary.domain import GlossaryError, NotFoundError
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.tui.desk import Desk
from glossary.tui.keeper import Changes, Keeper
from glossary.tui.screens.put_back import forget, put_back_question, waiting_at
from glossary.tui.screens.question import Question
from glossary.tui.screens.room import RoomScreen
from glossary.tui.sheets import TextSheet
from glossary.tui.widgets.message_bar import MessageBar
from glossary.tui.widgets.title_bar import TALL_SCREEN
from glossary.tui.widgets.typed_area import TypedArea
from glossary.workflow.keeping import Unsaved
from glossary.workflow.recovering import unlike


class Form(Protocol):
    """Where the texts of a sheet stand on the screen."""

    def fill(self, texts: Mapping[str, str]) -> None:
        """Show these texts in their fields."""


class TypingScreen(RoomScreen):
    """Keeps one sheet at a time, says how that goes, and asks before typed text is left behind."""

    follows_files = True
    VERTICAL_BREAKPOINTS = [
        (0, "-low"),
        (16, "-short"),
        (TALL_SCREEN, "-tall"),
    ]
    DEFAULT_CSS = """
    TypingScreen.-tall > TitleBar { margin-bottom: 1; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.sheet: TextSheet | None = None
        self.keeper: Keeper | None = None
        self._form: Form | None = None
        self._told = ""
        self._left_out = 0
        self._is_gone = False

    def remark(self) -> str:
        """What to say of the text while it is typed; empty when there is nothing new."""
        return _("Not saved yet") if self.sheet is not None and self.sheet.unsaved() else ""

    def opening(self) -> str:
        """What to say before anybody typed."""
        return _("What you type is saved by itself.")

    def keep(self, sheet: TextSheet, form: Form) -> None:
        """Show a sheet on its form and save it from now on; the one before it was left."""
        self.abandon()
        form.fill(sheet.known)
        self.sheet, self.keeper = sheet, Keeper(self, sheet, self._report)
        self._form = form
        with self.calmly():
            self.desk.store.require_writable(self.desk.set_id)
        self._offer(waiting_at(self.desk, sheet.place))

    def abandon(self) -> None:
        """Save nothing from now on: the text was left."""
        if self.keeper is not None:
            self.keeper.close()
        self.sheet, self.keeper = None, None

    def tell(self, sentence: str) -> None:
        """Say how the text is doing; a sentence that stands there is not painted again."""
        if sentence != self._told:
            self._told = sentence
            self.say(sentence)

    def trouble(self, error: GlossaryError) -> None:
        """Show what could not be done; what is told next takes its place, whatever it says."""
        self._told = ""
        super().trouble(error)

    def hush(self) -> None:
        """Say in the other language how the text is doing, unless there is trouble."""
        super().hush()
        self._told = ""
        if not self.query_one(MessageBar).is_trouble:
            self.tell(self.remark() or self.opening())

    def refill(self) -> None:
        """Show what others changed; what is being typed stays."""
        if self.sheet is not None and self._form is not None:
            self._form.fill(self.sheet.follow())
        self.relabel()

    def bereave(self, error: NotFoundError) -> None:
        """Stay, and say that the term is gone: letters of a text are no keys of another screen."""
        self.trouble(error)

    def leave(self, then: Callable[[], object]) -> None:
        """Save, and ask where that fails."""
        if self.keeper is None or self.keeper.now():
            then()
        elif self.sheet is not None and self.sheet.clashing():
            self._choose_text(then)
        else:
            self._ask_to_leave(then)

    def action_save(self) -> None:
        """Save now, and ask which text to keep where others changed it."""
        if self.keeper is None or self.sheet is None:
            return
        if not self.sheet.unsaved():
            self._report(None)
        elif not self.keeper.now() and self.sheet.clashing():
            self._choose_text(lambda: None)

    def clash_question(self, theirs: Changes) -> Question:
        """Gives "mine", "theirs" or "later"; what the file says now is in view."""
        answers = [
            ("later", _("Decide later")),
            ("mine", _("Keep what I typed")),
            ("theirs", _("Take this text")),
        ]
        told = _("The file was changed elsewhere. It now says:")
        return Question(told, answers, "\n\n".join(theirs.values()))

    def has_taken(self) -> None:
        """Called when a text from elsewhere stands on the form in place of what was typed."""

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Save when the fingers rest."""
        if self.keeper is not None and self.sheet is not None:
            self.keeper.touch()
            self.tell(self.remark() or self._told)

    def on_typed_area_cleaned(self, event: TypedArea.Cleaned) -> None:
        """Remember to say what was not let in."""
        self._left_out += event.left_out

    def on_descendant_blur(self) -> None:
        """Save when a field is left."""
        if self.keeper is not None:
            self.keeper.soon()

    def rescue(self) -> None:
        """Save without a word: there may be no screen left to say it on."""
        self._is_gone = True
        if self.keeper is not None and self.sheet is not None and not self.keeper.now():
            self.desk.has_kept |= self.sheet.is_kept
            if not self.sheet.is_kept:
                self.desk.unsaved += self.sheet.unsaved().values()
        self.abandon()

    def on_unmount(self) -> None:
        """Save when the program is ended from outside."""
        self.rescue()

    def _report(self, error: GlossaryError | None) -> None:
        if self._is_gone:
            return
        if error is not None:
            self.trouble(GlossaryError(self._not_saved(error)))
            return
        if self.is_bereft:
            self.follow(self.desk.whole)
            return
        self.refill()
        self._tell_saved()

    def _not_saved(self, error: GlossaryError) -> str:
        if self.sheet is None or not self.sheet.unsaved():
            return _("Not saved: {reason}").format(reason=error)
        if self.sheet.is_kept:
            return _("Not saved, but kept apart meanwhile: {reason}").format(reason=error)
        return _("Not saved, and on this screen alone; copy it before you stop: {reason}").format(
            reason=error
        )

    def _tell_saved(self) -> None:
        sentence = _("Saved {time}").format(time=f"{dt.datetime.now().astimezone():%H:%M}")
        if self._left_out:
            count, self._left_out = self._left_out, 0
            sentence += " · " + ngettext(
                "{n} invisible character was left out of what you pasted",
                "{n} invisible characters were left out of what you pasted",
                count,
            ).format(n=count)
        self.tell(sentence)

    def _ask_to_leave(self, then: Callable[[], object]) -> None:
        def answered(answer: str | None) -> None:
            if answer in ("later", "leave"):
                if answer == "leave" and self.sheet is not None:
                    self.sheet.settle()
                self.abandon()
                then()
            elif answer == "copy" and self.sheet is not None:
                self.app.copy_to_clipboard("\n\n".join(self.sheet.unsaved().values()))
                self.tell(_("Copied. Paste it where it is safe before you leave."))

        answers = [
            ("stay", _("Stay")),
            ("leave", _("Leave without saving")),
            ("copy", _("Copy the text")),
        ]
        if self.sheet is not None and self.sheet.is_kept:
            answers.insert(1, ("later", _("Leave and decide later")))
        unsaved = self.sheet.unsaved() if self.sheet else {}
        question = Question(
            _("What you typed could not be saved. Leave it?"),
            answers,
            "\n\n".join(unsaved.values()),
        )
        self.app.push_screen(question, answered)

    def _choose_text(self, then: Callable[[], object]) -> None:
        sheet, keeper, form = self.sheet, self.keeper, self._form
        if sheet is None or keeper is None or form is None:
            return
        theirs = sheet.clashing()

        def answered(answer: str | None) -> None:
            if answer not in ("mine", "theirs"):
                return
            if answer == "theirs":
                form.fill(theirs)
            sheet.insist()
            if keeper.now():
                if answer == "theirs":
                    self.has_taken()
                then()

        self.app.push_screen(self.clash_question(theirs), answered)

    def _offer(self, texts: Sequence[Unsaved]) -> None:
        """Ask of each of these whether it comes back; they were typed here before."""
        sheet, keeper, form = self.sheet, self.keeper, self._form
        if sheet is None or keeper is None or form is None:
            return
        # One that was put back may hold what another one says as well.
        open_texts = [text for text in texts if unlike(text, sheet.shown())]
        if not open_texts:
            return
        text, *others = open_texts

        def answered(answer: str | None) -> None:
            if answer == "back":
                form.fill(text.typed)
                # A save that fails has put it in the journal anew.
                if keeper.now() or sheet.is_kept:
                    forget(self.desk, text)
            elif answer == "file":
                forget(self.desk, text)
            self._offer(others)

        self.app.push_screen(put_back_question(self.desk, text), answered)
