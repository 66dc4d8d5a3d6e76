"""How the conversation about a term ended."""

import datetime as dt
from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from glossary.domain import GlossaryError, Outcome, OutcomeKind, Partner, TermSet
from glossary.locale import gettext as _
from glossary.tui.text import line, prose
from glossary.tui.widgets.answer_list import AnswerList, Asked
from glossary.tui.widgets.choices import Choice, Choices
from glossary.tui.widgets.field_box import FieldBox
from glossary.tui.widgets.round_parts import stood_lines
from glossary.tui.widgets.typed_area import TypedLine
from glossary.tui.widgets.wording_view import WordingView
from glossary.workflow.announcing import (
    announce,
    known,
    one_year_after,
    read_review,
    recorded_words,
)
from glossary.workflow.days import day
from glossary.workflow.overtaken import overtaken
from glossary.workflow.session.consenting import consent_round


class OutcomePanel(VerticalScroll, can_focus=False):
    """Choose an outcome, read what it means, record it. `Recorded` says so.

    Choosing the outcome that is chosen goes on to recording it. `Rated` says how well a partner
    now knows what the others mean, and `Chosen` that something was chosen or typed. `said` is
    what would be recorded, in a sentence or two.
    """

    DEFAULT_CSS = """
    OutcomePanel {
        height: 1fr; scrollbar-size-vertical: 1;
        & > Static { height: auto; padding: 0 1; margin-bottom: 1; }
        & > #said { text-style: bold; }
        & > WordingView { margin: 0 1 1 1; }
        & > #known { margin: 1 0 0 0; }
        & > #know { padding: 0 1; }
        & > Choices { padding: 0 1; margin-bottom: 1; }
        & > FieldBox { margin-bottom: 1; }
        & #review { width: 24; }
    }
    """

    class Recorded(Message):
        """Record the outcome that is chosen."""

    class Chosen(Message):
        """Something was chosen or typed that is not recorded."""

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
        self._new_term.add_class("-aside")
        self._review.add_class("-aside")
        self._review.area.fill(one_year_after(today).isoformat())
        self._recorded: Outcome | None = None
        self._is_overtaken = False
        self._leads_on = False
        self._termset: TermSet | None = None
        self._term_id = ""
        self.said = ""

    def compose(self) -> ComposeResult:
        """What is closed and how, what that means, record."""
        yield Static(id="recorded")
        yield WordingView()
        yield Choices(id="kinds")
        yield self._new_term
        yield self._review
        yield Static(id="said")
        yield Choices(id="record", buttons=True)
        yield Static(id="known")
        yield AnswerList(id="know", goes_on=True)

    def show(self, termset: TermSet, term_id: str, *, leads_on: bool = False) -> None:
        """Show what is closed, what is recorded and what would be.

        After a record it `leads_on` to another term.
        """
        self._termset, self._term_id = termset, term_id
        outcome = termset.agreement(term_id).outcome
        if outcome is not None and outcome != self._recorded:
            self._choose_as(outcome)
        self._recorded = outcome
        recorded = self.query_one("#recorded", Static)
        recorded.display = outcome is not None
        names = {key: partner.short_name for key, partner in termset.partners.items()}
        changed = overtaken(termset, term_id, self._today, names)
        self._is_overtaken, self._leads_on = bool(changed), leads_on
        told = recorded_words(outcome) if outcome else ""
        recorded.update(line(f"{told} {changed}".strip()))
        self._new_term.entitle(_("The new term:"))
        self._review.entitle(_("Look at it again on (year-month-day, or empty):"))
        self._show_wording(termset, term_id, names)
        self._show_known(termset, term_id)
        self._show_kind()

    @property
    def kind(self) -> OutcomeKind:
        """The outcome that is chosen."""
        return self._kind

    @property
    def can_record(self) -> bool:
        """Whether recording would say anything that is not recorded, or not of things as they are.

        A recorded outcome is recorded again once something changed.
        """
        return self._recorded is None or self._is_overtaken or bool(self.chosen)

    @property
    def chosen(self) -> dict[str, str]:
        """What is chosen and typed; empty where that is recorded, or nothing was touched."""
        recorded, untouched = self._recorded, one_year_after(self._today).isoformat()
        if recorded is not None:
            untouched = recorded.review.isoformat() if recorded.review else ""
        start = {
            "kind": (recorded.kind if recorded else OutcomeKind.SHARED).value,
            "name": recorded.name if recorded else "",
            "review": untouched,
        }
        now = {
            "kind": self._kind.value,
            "name": self._new_term.area.text,
            "review": self._review.area.text,
        }
        return {} if now == start or self._termset is None else now

    def resume(self, chosen: Mapping[str, str]) -> None:
        """Go on with what was chosen before."""
        self._kind = OutcomeKind(chosen["kind"])
        self._new_term.area.fill(chosen.get("name", ""))
        self._review.area.fill(chosen.get("review", ""))
        self._show_kind()

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
        """It is recorded: show that, let letters be keys, and do nothing on a second enter."""
        self.query_one("#kinds", Choices).focus(scroll_visible=False)
        self.scroll_home(animate=False)

    def choose(self, kind: OutcomeKind) -> None:
        """Begin with this outcome, which the group came here for."""
        self._kind = kind
        self._show_kind()
        self.post_message(self.Chosen())
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
            self.post_message(self.Chosen())
            if self._kind is OutcomeKind.RENAMED:
                self._new_term.area.focus()
            elif again:
                self.query_one("#record", Choices).focus()
        elif event.id == "record":
            self.post_message(self.Recorded())
        else:
            self.call_later(self.run_action, f"screen.{event.id}")

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
        self.post_message(self.Chosen())

    def on_typed_line_submitted(self, event: TypedLine.Submitted) -> None:
        """Enter goes on to recording; it records nothing by itself."""
        self.query_one("#record", Choices).focus()

    def _choose_as(self, outcome: Outcome) -> None:
        """Begin with what is recorded, so that recording it again changes nothing unseen."""
        self._kind = outcome.kind
        self._new_term.area.fill(outcome.name)
        self._review.area.fill(outcome.review.isoformat() if outcome.review else "")

    def _show_wording(self, termset: TermSet, term_id: str, names: Mapping[str, str]) -> None:
        wording = termset.agreement(term_id).draft.wording
        view = self.query_one(WordingView)
        view.display = bool(wording.strip())
        stood = stood_lines(consent_round(termset, term_id), names)
        view.show(Content("\n").join([prose(wording), *([stood] if stood.plain else [])]))

    def _show_acts(self) -> None:
        acts = [Choice("record", _("Record this"), key="ctrl+s")] if self.can_record else []
        if self._recorded is not None:
            if self._leads_on:
                acts.append(Choice("onward", _("Overview"), key="n"))
            acts.append(Choice("export", _("Write the minutes"), key="x"))
            acts.append(Choice("reopen", _("Open the conversation again"), key="o"))
        self.query_one("#record", Choices).show(acts)

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
            OutcomeKind.DIFFER: _("Each its own name"),
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
        self._show_acts()
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
