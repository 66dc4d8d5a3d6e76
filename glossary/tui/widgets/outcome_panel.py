"""How the conversation about a term ended."""

import datetime as dt

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from glossary.domain import GlossaryError, Outcome, OutcomeKind, Partner, TermSet
from glossary.locale import gettext as _
from glossary.tui.text import line
from glossary.tui.widgets.answer_list import AnswerList, Asked
from glossary.tui.widgets.choices import Choice, Choices
from glossary.tui.widgets.field_box import FieldBox
from glossary.tui.widgets.typed_area import TypedLine
from glossary.workflow.announcing import announce, known, one_year_after, read_review
from glossary.workflow.days import day
from glossary.workflow.overtaken import overtaken


class OutcomePanel(VerticalScroll, can_focus=False):
    """Choose an outcome, read what it means, record it. `Recorded` and `Reopened` say what for.

    Choosing the outcome that is chosen goes on to recording it. `Rated` says how well a partner
    now knows what the others mean. `said` is what would be recorded, in a sentence or two.
    """

    BINDINGS = [
        Binding("w", "rate", show=False),
        Binding("x", "screen.export", show=False),
        Binding("backspace", "unrate", show=False),
    ]

    DEFAULT_CSS = """
    OutcomePanel {
        height: 1fr; scrollbar-size-vertical: 1;
        & > Static { height: auto; padding: 0 1; margin-bottom: 1; }
        & > #said { text-style: bold; }
        & > #known { margin: 1 0 0 0; }
        & > #know { padding: 0 1; }
        & > Choices { padding: 0 1; margin-bottom: 1; }
        & > FieldBox { margin-bottom: 1; }
        & #review { width: 24; }
    }
    """

    class Recorded(Message):
        """Record the outcome that is chosen."""

    class Reopened(Message):
        """Take the recorded outcome back."""

    class Rated(Message):
        """How well a partner says that it knows what the others mean, 1 to 5; None: no answer."""

        def __init__(self, partner: str, value: int | None) -> None:
            super().__init__()
            self.partner = partner
            self.value = value

    def __init__(self, today: dt.date) -> None:
        super().__init__()
        self._today = today
        self._kind = OutcomeKind.SHARED
        self._new_term = FieldBox("name", TypedLine(id="name"), optional=False)
        self._review = FieldBox("review", TypedLine(id="review"), optional=False)
        self._review.area.fill(one_year_after(today).isoformat())
        self._recorded: Outcome | None = None
        self._termset: TermSet | None = None
        self._term_id = ""
        self.said = ""

    def compose(self) -> ComposeResult:
        """Outcome, its particulars, what it means, record."""
        yield Static(id="recorded")
        yield Choices(id="kinds")
        yield self._new_term
        yield self._review
        yield Static(id="said")
        yield Choices(id="record", buttons=True)
        yield Static(id="known")
        yield AnswerList(id="know", goes_on=True)

    def show(self, termset: TermSet, term_id: str) -> None:
        """Show what is recorded, and what would be."""
        self._termset, self._term_id = termset, term_id
        outcome = termset.agreement(term_id).outcome
        if outcome is not None and outcome != self._recorded:
            self._choose_as(outcome)
        self._recorded = outcome
        recorded = self.query_one("#recorded", Static)
        recorded.display = outcome is not None
        names = {key: partner.short_name for key, partner in termset.partners.items()}
        changed = overtaken(termset, term_id, self._today, names)
        told = _recorded(outcome) if outcome else ""
        recorded.update(line(f"{told} {changed}".strip()))
        self._new_term.entitle(_("The new term:"))
        self._review.entitle(_("Look at it again on (year-month-day, or empty):"))
        acts = [Choice("record", _("Record this"), key="ctrl+s")]
        if outcome is not None:
            acts.append(Choice("reopen", _("Open the conversation again"), mark="↻"))
            acts.append(Choice("export", _("Write minutes"), key="x"))
        self.query_one("#record", Choices).show(acts)
        self._show_known(termset, term_id)
        self._show_kind()

    @property
    def kind(self) -> OutcomeKind:
        """The outcome that is chosen."""
        return self._kind

    @property
    def name_typed(self) -> str:
        """The new term as it was typed; empty where there is none."""
        return self._new_term.area.text if self._kind is OutcomeKind.RENAMED else ""

    @property
    def review_typed(self) -> str:
        """The day to look at it again, as it was typed."""
        return self._review.area.text

    def open(self) -> None:
        """Choose an outcome."""
        self.query_one("#kinds", Choices).focus()

    def go_on(self) -> None:
        """It is recorded: show that, and let letters be keys."""
        self.query_one("#record", Choices).focus(scroll_visible=False)
        self.scroll_home(animate=False)

    def choose(self, kind: OutcomeKind) -> None:
        """Begin with this outcome, which the group came here for."""
        self._kind = kind
        self._show_kind()
        if kind is OutcomeKind.RENAMED:
            self._new_term.area.focus()
        else:
            self.query_one("#record", Choices).focus()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Another outcome, or the deed."""
        event.stop()
        if event.choices.id == "kinds":
            again = event.id == self._kind.value
            self._kind = OutcomeKind(event.id)
            self._show_kind()
            if self._kind is OutcomeKind.RENAMED:
                self._new_term.area.focus()
            elif again:
                self.query_one("#record", Choices).focus()
        elif event.id == "reopen":
            self.post_message(self.Reopened())
        elif event.id == "export":
            self.call_later(self.run_action, "screen.export")
        else:
            self.post_message(self.Recorded())

    def on_answer_list_answered(self, event: AnswerList.Answered) -> None:
        """A partner knows so much now."""
        event.stop()
        self.post_message(self.Rated(event.asked, int(event.answer)))

    def action_rate(self) -> None:
        """Ask every partner how well it now knows what the others mean."""
        self.query_one(AnswerList).focus()

    def action_unrate(self) -> None:
        """Take the answer of the pointer back."""
        answers = self.query_one(AnswerList)
        if answers.has_focus and answers.current:
            self.post_message(self.Rated(answers.current, None))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Say anew what would be recorded."""
        event.stop()
        self._say()

    def on_typed_line_submitted(self, event: TypedLine.Submitted) -> None:
        """Enter goes on to recording; it records nothing by itself."""
        self.query_one("#record", Choices).focus()

    def _choose_as(self, outcome: Outcome) -> None:
        """Begin with what is recorded, so that recording it again changes nothing unseen."""
        self._kind = outcome.kind
        self._new_term.area.fill(outcome.name)
        self._review.area.fill(outcome.review.isoformat() if outcome.review else "")

    def _show_known(self, termset: TermSet, term_id: str) -> None:
        self.query_one("#known", Static).update(
            Content.assemble(
                line("w ", "bold $primary"),
                " ",
                line(_("I know what the others mean")),
                "  ",
                line(known(termset, term_id), "bold"),
            )
        )
        asked = [
            Asked(key, partner.name, _rated(partner, term_id), short=partner.short_name)
            for key, partner in termset.partners.items()
        ]
        self.query_one(AnswerList).show(asked, [(str(n), "") for n in range(1, 6)])

    def _show_kind(self) -> None:
        words = {
            OutcomeKind.SHARED: _("One wording for all"),
            OutcomeKind.DIFFER: _("Each its own"),
            OutcomeKind.RENAMED: _("A new term"),
            OutcomeKind.PARKED: _("Park it"),
        }
        choices = [
            Choice(kind.value, words[kind], "●" if kind is self._kind else "○", str(number))
            for number, kind in enumerate(OutcomeKind, 1)
        ]
        self.query_one("#kinds", Choices).show(choices, self._kind.value)
        self._new_term.display = self._kind is OutcomeKind.RENAMED
        self._say()

    def _say(self) -> None:
        if self._termset is None:
            return
        said = announce(self._termset, self._term_id, self._kind, self._new_term.area.text)
        try:
            review = read_review(self._review.area.text, self._today)
        except GlossaryError as error:
            said = str(error)
        else:
            if review is not None:
                said += " " + _("To be looked at again on {date}.").format(date=day(review))
        self.said = said
        self.query_one("#said", Static).update(line(f"→ {said}"))


def _rated(partner: Partner, term_id: str) -> str:
    rated = partner.ratings.get(term_id)
    return str(rated.know_after) if rated and rated.know_after else ""


def _recorded(outcome: Outcome) -> str:
    kinds = {
        OutcomeKind.SHARED: _("Recorded on {date}: one wording for all."),
        OutcomeKind.DIFFER: _("Recorded on {date}: each partner keeps its own meaning."),
        OutcomeKind.RENAMED: _("Recorded on {date}: a new term, {name}."),
        OutcomeKind.PARKED: _("Recorded on {date}: parked."),
    }
    said = kinds[outcome.kind].format(
        date=day(outcome.date) if outcome.date else "?", name=outcome.name
    )
    if outcome.review is not None:
        said += " " + _("To be looked at again on {date}.").format(date=day(outcome.review))
    return said
