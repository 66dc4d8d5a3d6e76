"""How a term is closed: its outcome is recorded or taken back, and not forgotten on the way out."""

from collections.abc import Callable

from glossary.domain import GlossaryError
from glossary.locale import gettext as _
from glossary.tui.desk import Desk
from glossary.tui.keeper import Keeper
from glossary.tui.keys import key_name
from glossary.tui.screens.consent import ConsentScreen
from glossary.tui.screens.put_back import forget, waiting_at
from glossary.tui.screens.question import Question
from glossary.tui.sheets import Note
from glossary.tui.widgets.outcome_panel import OutcomePanel
from glossary.workflow.announcing import read_review
from glossary.workflow.naming import quote
from glossary.workflow.outcomes import record_outcome, reopen
from glossary.workflow.overtaken import overtaken
from glossary.workflow.recovering import OUTCOME, Place, is_same_record
from glossary.workflow.session.agenda import waiting_term
from glossary.workflow.session.rating import Scale, rate

RECORD_KEY = "ctrl+s"


class ClosingScreen(ConsentScreen):
    """The part of the agreement screen that has the panel of the outcome at work."""

    def __init__(self, desk: Desk, term_id: str) -> None:
        super().__init__(desk, term_id)
        self._has_asked = False
        self._outcome = OutcomePanel(desk.today())
        note = Note(desk, OUTCOME, term_id, lambda: self._outcome.chosen)
        self._choice, self._choice_keeper = note, Keeper(self, note, lambda _error: None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Some keys belong to the panel of the outcome: it is recorded, opened again, and left."""
        is_outcome = self._panel == "outcome"
        if action == "page":
            return self._panel != "draft"
        if action == "add_reason":
            return self._panel == "positions"
        if action == "save":
            return not is_outcome
        if action == "record":
            return is_outcome and self._outcome.can_record
        if action == "reopen":
            return is_outcome and self._is_recorded
        if action in ("export", "rate", "unrate"):
            return is_outcome
        if action in ("next_panel", "onward"):
            is_last = self._panel == "outcome" and self.desk.guide is not None
            return (action == "onward") is is_last
        return super().check_action(action, parameters)

    def part(self, then: Callable[[], object]) -> None:
        """Leave the term; the first time ask for an outcome that was not recorded."""
        is_asked = self.desk.guide is not None and self._panel == "outcome"
        if self._has_asked or not is_asked or self._is_recorded:
            then()
            return
        self._has_asked = True

        def answered(answer: str | None) -> None:
            if answer == "leave" or (answer == "record" and self._record()):
                then()

        answers = [
            ("stay", _("Back to the outcome")),
            ("record", _("Record it")),
            ("leave", _("Leave it open")),
        ]
        said = self._outcome.said
        self.app.push_screen(Question(_("No outcome is recorded yet."), answers, said), answered)

    def action_record(self) -> None:
        """Save what is typed, and record the outcome that is chosen."""
        self.action_save()
        if self.sheet is None or not self.sheet.unsaved():
            self._record_knowingly()

    def action_onward(self) -> None:
        """Back to the overview of the session, where the next term waits."""
        if self.desk.guide is not None:
            self.desk.guide.overview()

    def action_export(self) -> None:
        """Write the set as Markdown."""
        from glossary.tui.screens.export import ExportScreen

        self.app.push_screen(ExportScreen(self.desk, self.tell))

    def keep_choice(self) -> None:
        """Let an outcome that is chosen and not recorded be there again."""
        self._choice_keeper.now()

    def recall_choice(self) -> None:
        """Begin with the outcome that was chosen here before and not recorded."""
        found = waiting_at(self.desk, Place(OUTCOME, self.term_id))
        for text in reversed(found):
            if not self._choice.is_kept and is_same_record(self.desk.whole, text):
                self._outcome.resume(text.typed)
                self._choice.write(self._choice.unsaved())
            forget(self.desk, text)

    def on_outcome_panel_chosen(self) -> None:
        """Keep it soon; there may be something else to record now, or nothing."""
        self._choice_keeper.touch()
        self.refresh_bindings()
        if self._outcome.chosen:
            self._say_unrecorded()

    def on_outcome_panel_recorded(self) -> None:
        """Record the outcome of the draft as it is saved."""
        self._record()

    def action_reopen(self) -> None:
        """Take the outcome back. Raises GlossaryError."""
        desk = self.desk
        reopen(desk.store, desk.set_id, self.term_id, now=desk.now())
        desk.reload()
        self.relabel()
        self.refresh_bindings()
        self.tell(_("The conversation is open again."))

    def action_rate(self) -> None:
        """Ask every partner how well it now knows what the others mean."""
        self._outcome.action_rate()

    def action_unrate(self) -> None:
        """Take the answer of the pointer back."""
        self._outcome.action_unrate()

    def on_outcome_panel_rated(self, event: OutcomePanel.Rated) -> None:
        """Keep how well a partner now knows what the others mean."""
        desk, place = self.desk, (self.term_id, event.partner, Scale.KNOW_AFTER, event.value)
        with self.calmly():
            rate(desk.store, desk.set_id, *place)
            desk.reload()
            self.relabel()

    def _record_knowingly(self) -> None:
        """Record what is chosen; over an outcome that was overtaken only when the group says so."""
        desk = self.desk
        told = overtaken(desk.whole, self.term_id, desk.today(), desk.names)
        if not told:
            self._record()
            return

        def answered(answer: str | None) -> None:
            if answer == "again":
                self.action_panel("positions")
            elif answer == "record":
                self._record()

        question = Question(
            _("Record it again without asking anybody?"),
            [("again", _("Ask everybody again")), ("record", _("Record it again"))],
            told,
            declined="",
        )
        self.app.push_screen(question, answered)

    def _record(self) -> bool:
        """Whether the outcome that is chosen is recorded."""
        desk, panel = self.desk, self._outcome
        if self.keeper is not None and not self.keeper.now():
            return False
        try:
            record_outcome(
                desk.store,
                desk.set_id,
                self.term_id,
                panel.kind,
                name=panel.name_typed,
                review=read_review(panel.review_typed, desk.today()),
                seen=self._positions.wording or "",
                today=desk.today(),
                now=desk.now(),
            )
            desk.reload()
        except GlossaryError as error:
            self._refused(error)
            return False
        self.relabel()
        self._choice_keeper.touch()
        self.refresh_bindings()
        panel.go_on()
        self.tell(self._recorded())
        return True

    def _recorded(self) -> str:
        """That it is recorded; in a session also what the group goes on with."""
        if self.desk.guide is None:
            return _("Recorded.")
        label = waiting_term(self.desk.termset, self.desk.guide.session)
        if not label:
            return _("Recorded. {key} leads to the overview.").format(key="n")
        told = _("Recorded. {key} leads to the overview, where {term} is next.")
        return told.format(key="n", term=quote(label))

    def _refused(self, error: GlossaryError) -> None:
        """Say why, beside what the files hold now: others may have changed them."""
        with self.calmly():
            self.desk.reload()
            self.refill()
        self.trouble(error)

    @property
    def _is_recorded(self) -> bool:
        return self.desk.termset.agreement(self.term_id).outcome is not None

    def _say_unrecorded(self) -> None:
        """Say of an outcome that only choosing it does not record it, unless saving had trouble."""
        unsaved = self.sheet is not None and self.sheet.unsaved()
        is_open = not self._is_recorded or self._outcome.chosen
        if self._panel == "outcome" and is_open and not unsaved:
            told = _("Nothing is recorded until you press {key}.")
            self.tell(told.format(key=key_name(RECORD_KEY)))
