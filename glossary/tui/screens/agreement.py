"""From wording to positions to outcome, one step at a time."""

from collections.abc import Callable
from functools import partial

from textual.app import ComposeResult
from textual.widgets import TextArea

from glossary.domain import GlossaryError, OutcomeKind, Phase, Stand, status_of
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.keeper import Keeper
from glossary.tui.screens.closing_room import ClosingScreen
from glossary.tui.screens.put_back import forget, reason_question, reasons_at
from glossary.tui.sheets import DraftSheet, Note
from glossary.tui.widgets.choices import Choice, Choices
from glossary.tui.widgets.draft_panel import DraftPanel
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.message_bar import MessageBar, SentenceLines
from glossary.tui.widgets.outcome_panel import OutcomePanel
from glossary.tui.widgets.positions_panel import PositionsPanel
from glossary.tui.widgets.title_bar import TitleBar
from glossary.workflow.defining import FACILITATOR
from glossary.workflow.overtaken import overtaken
from glossary.workflow.positions import take_position
from glossary.workflow.recovering import POSITION
from glossary.workflow.status_words import status_word
from glossary.workflow.words import phase_word

# What a panel is in a session.
PHASES = {"draft": Phase.DRAFT, "positions": Phase.CONSENT, "outcome": Phase.CLOSED}
_PANELS = tuple(PHASES)


class AgreementScreen(ClosingScreen):
    """The draft of a term, the positions on it and its outcome; `panel` is shown first.

    Raises NotFoundError for an unknown term.
    """

    BINDINGS = keys.bindings(keys.AGREEMENT)
    keys = keys.AGREEMENT
    about = mark(
        "First a wording, with everybody's words in view; then every partner says where it stands "
        "on exactly that wording; then the outcome. Another wording voids the positions. The "
        "letter before a position takes it, and its digit does; r adds a reason."
    )
    DEFAULT_CSS = """
    AgreementScreen > #panels { padding: 0 1; margin-bottom: 1; }
    AgreementScreen.-low > #panels { margin-bottom: 0; }
    AgreementScreen > .overtaken { max-height: 3; padding: 0 1; margin-bottom: 1; }
    AgreementScreen.-low > .overtaken { max-height: 2; margin-bottom: 0; }
    AgreementScreen.-low WordingView { max-height: 4; }
    AgreementScreen.-low WordingView > VerticalScroll { max-height: 2; }
    AgreementScreen.-tall WordingView { max-height: 17; }
    AgreementScreen.-tall WordingView > VerticalScroll { max-height: 15; }
    """

    def __init__(self, desk: Desk, term_id: str, panel: str = "draft") -> None:
        super().__init__(desk, term_id)
        self._panel = panel
        self._positions = PositionsPanel(self._taken, self._disposed, self._may_change)
        self._note, self._note_keeper = self._new_note()
        self._is_rescued = False

    def compose(self) -> ComposeResult:
        """Three panels, one of them in sight."""
        yield TitleBar()
        yield Choices(id="panels")
        yield SentenceLines(classes="overtaken")
        yield DraftPanel()
        yield self._positions
        yield self._outcome
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the panel that was asked for."""
        self.tell(_("What you type is saved by itself."))
        draft = self.query_one(DraftPanel)
        sheet = DraftSheet(self.desk, self.term_id, draft.texts)
        self.keep(sheet, draft)
        self.relabel()
        self._show_panel(self._panel)
        self.recall_choice()
        self._offer_reason()
        self._listen()

    def relabel(self) -> None:
        """Say everything again; texts stay."""
        termset = self.desk.termset
        term = termset.terms.get(self.term_id)
        if term is None:
            return
        self.query_one(TitleBar).show(term.label.upper(), self._where())
        choices = [
            Choice(panel, phase_word(phase), key=key)
            for (panel, phase), key in zip(PHASES.items(), ("f4", "f5", "f6"), strict=True)
        ]
        self.query_one("#panels", Choices).show(choices, self._panel)
        self._show_overtaken()
        draft = self.query_one(DraftPanel)
        self.show_draft(draft)
        draft.show_stale(self._stale())
        self._positions.show(self.desk.whole, self.term_id)
        self._outcome.show(termset, self.term_id, leads_on=self.desk.guide is not None)

    def _show_overtaken(self) -> None:
        """Why the outcome no longer holds; the close says so itself."""
        told = overtaken(self.desk.whole, self.term_id, self.desk.today(), self.desk.names)
        lines = self.query_one(".overtaken", SentenceLines)
        lines.show(told)
        lines.display = bool(told) and self._panel != "outcome"

    def hush(self) -> None:
        """Say in the other language that an outcome is not recorded yet."""
        super().hush()
        self._say_unrecorded()

    def leave(self, then: Callable[[], object]) -> None:
        """Save the draft, and a position of which the reason was being typed."""
        self.keep_choice()
        if self._settle_position():
            super().leave(then)

    def action_panel(self, panel: str) -> None:
        """Show one of the panels; in a session each of them is a phase of its own."""
        guide = self.desk.guide
        if guide is not None and panel != self._panel:
            guide.go(PHASES[panel])
        elif panel != "outcome" or (self._settle_position() and self.may_go(Phase.CLOSED)):
            self._show_panel(panel)

    def turn_to(self, phase: Phase) -> bool:
        """Show the panel of a phase, where there is one."""
        panels = {one: panel for panel, one in PHASES.items()}
        if phase in panels:
            self._show_panel(panels[phase])
        return phase in panels

    def _show_panel(self, panel: str) -> None:
        """The draft is saved first, for positions are about it."""
        if panel != "positions" and not self._settle_position():
            return
        if panel != "draft" and self.keeper is not None:
            self.keeper.now()
        if panel != self._panel:
            self._has_asked = False
            if not self.query_one(MessageBar).is_trouble:
                self.tell("")
        self._panel = panel
        panels: dict[str, DraftPanel | PositionsPanel | OutcomePanel] = {
            "draft": self.query_one(DraftPanel),
            "positions": self._positions,
            "outcome": self._outcome,
        }
        for key, widget in panels.items():
            widget.display = key == panel
        self.relabel()
        panels[panel].open()
        self.refresh_bindings()
        self._say_unrecorded()

    def action_next_panel(self) -> None:
        """From draft to positions to outcome, and round; after the last a session moves on."""
        if self.desk.guide is not None:
            self.desk.guide.next_phase()
            return
        self.action_panel(_PANELS[(_PANELS.index(self._panel) + 1) % len(_PANELS)])

    def leave_draft(self, kind: OutcomeKind) -> None:
        """To the outcome that the group chose in the place of a draft."""
        self.action_panel("outcome")
        if self._panel == "outcome":
            self._outcome.choose(kind)

    def action_restate(self) -> None:
        """Save, and let partners say back what they mean by this term."""
        from glossary.tui.screens.restate import RestateScreen

        if self.desk.guide is not None:
            self.desk.guide.go(Phase.RESTATE)
            return
        if self._settle_position() and (self.keeper is None or self.keeper.now()):
            screen = RestateScreen(self.desk, self.term_id)
            self.app.push_screen(screen, lambda _result: self.refill())

    def action_open_field(self, field: str) -> None:
        """Write an example or a counterexample beside the draft."""
        self.action_panel("draft")
        self.query_one(DraftPanel).open(field)

    def action_history(self) -> None:
        """How the term changed, commit by commit; the draft is saved first."""
        from glossary.tui.screens.history import HistoryScreen

        if self.keeper is None or self.keeper.now():
            history = HistoryScreen(self.desk, self.term_id)
            self.app.push_screen(history, lambda _result: self.refill())

    def action_back(self) -> None:
        """Put a reason or the cases away, or save and leave."""
        if not (self._positions.put_away() or self.query_one(DraftPanel).put_away()):
            self.leave(partial(self.part, lambda: self.dismiss(None)))

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Another panel, or a field of the draft."""
        if event.choices.id == "panels":
            self.action_panel(event.id)
        else:
            self.action_open_field(event.id)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Look whose words these are, and keep a reason that is being typed."""
        if event.text_area.id == "wording":
            self._listen()
        elif event.text_area.id == "reason":
            self._note_keeper.touch()

    def rescue(self) -> None:
        """Save the draft, and a position of which the reason is being typed."""
        super().rescue()
        self.keep_choice()
        pending = self._positions.pending
        if pending is not None and not self._is_rescued:
            self._is_rescued = True
            try:
                self._save_position(pending)
            except GlossaryError:
                self._note.write(self._note.unsaved())
                self.desk.has_kept |= self._note.is_kept
                if not self._note.is_kept:
                    self.desk.unsaved.append(pending.reason)

    def _offer_reason(self) -> None:
        """Ask whether a reason that was being typed before comes back."""
        text = next(iter(reasons_at(self.desk, self.term_id)), None)
        if text is None:
            return

        def answered(answer: str | None) -> None:
            if answer == "back":
                stand, on = Stand(text.typed["stand"]), text.known.get("on", "")
                self.action_panel("positions")
                self._positions.resume(text.partner, stand, text.typed["reason"], on)
                self._note.write(self._note.unsaved())
            if answer == "file" or self._note.is_kept:
                forget(self.desk, text)

        self.app.push_screen(reason_question(self.desk, text), answered)

    def _new_note(self) -> tuple[Note, Keeper]:
        note = Note(self.desk, POSITION, self.term_id, lambda: self._positions.typed)
        return note, Keeper(self, note, lambda _error: None)

    def _settle_position(self) -> bool:
        """Take a position of which the reason is being typed; False when that was refused."""
        pending = self._positions.pending
        if pending is not None and not self._take(pending):
            return False
        if pending is None and self._positions.typed:
            # About a wording that is gone: it waits in the journal, and another note begins.
            self._note.write(self._note.unsaved())
            self._note_keeper.close()
            self._note, self._note_keeper = self._new_note()
        self._positions.put_away()
        return True

    def _save_position(self, taken: PositionsPanel.Taken) -> None:
        desk, place = self.desk, (self.term_id, taken.partner, taken.stand, taken.reason)
        seen = self._positions.wording or ""
        by = FACILITATOR if desk.guide is not None else ""
        take_position(desk.store, desk.set_id, *place, desk.today(), seen=seen, entered_by=by)
        desk.reload()

    def _taken(self, taken: PositionsPanel.Taken) -> None:
        """Save a position, and ask the next partner."""
        if self._take(taken):
            self._positions.taken()

    def _take(self, taken: PositionsPanel.Taken) -> bool:
        try:
            self._save_position(taken)
        except GlossaryError as error:
            self._refused(error)
            return False
        self.relabel()
        self.tell(_("Saved."))
        return True

    def _where(self) -> str:
        """How far the term is; in a session its phase, until an outcome is recorded."""
        termset, phase = self.desk.termset, PHASES[self._panel]
        is_over = phase is Phase.CLOSED and termset.agreement(self.term_id).outcome is not None
        if self.desk.guide is not None and not is_over:
            return phase_word(phase).lower()
        return status_word(status_of(termset, self.term_id, self.desk.today()))

    def _stale(self) -> int:
        termset = self.desk.termset
        current = termset.agreement(self.term_id).draft.fingerprint
        positions = (partner.positions.get(self.term_id) for partner in termset.partners.values())
        return sum(position is not None and position.on != current for position in positions)
