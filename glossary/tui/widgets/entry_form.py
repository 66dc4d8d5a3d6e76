"""The paper on which one partner writes what it means by a term."""

from collections.abc import Iterable, Mapping

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from glossary.domain import TEXT_FIELDS, CaseAnswer, Partner, Term
from glossary.locale import gettext as _
from glossary.tui.text import line
from glossary.tui.widgets.answer_list import AnswerList, Asked, CaseList
from glossary.tui.widgets.choices import Choice, Choices
from glossary.tui.widgets.field_box import FieldBox
from glossary.tui.widgets.lens_line import LensLine
from glossary.tui.widgets.typed_area import TypedArea
from glossary.workflow.words import answer_word, field_word

# Each optional field opens with a key of its own, in the order in which they are asked.
FIELD_KEYS = dict(zip(TEXT_FIELDS[1:], ("f4", "f5", "f6", "f7", "f8", "f9"), strict=True))


class EntryForm(VerticalScroll, can_focus=False):
    """Questions, the meaning, the optional fields and the boundary cases."""

    DEFAULT_CSS = """
    EntryForm {
        height: 1fr; scrollbar-size-vertical: 1;
        & > #questions { padding: 0 1; height: auto; color: $primary; margin-bottom: 1; }
        & #meaning { min-height: 5; }
        & > #more { padding: 0 1; }
        & > #cases-heading { padding: 0 1; margin-top: 1; height: auto; text-style: bold; }
        & > #cases { padding: 0 1; }
        & > #know { padding: 0 1; margin-top: 1; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._boxes = {
            field: FieldBox(field, TypedArea(id=field), optional=field != "meaning")
            for field in TEXT_FIELDS
        }
        self._more = Choices(id="more")
        self.lens = LensLine()

    def compose(self) -> ComposeResult:
        """From what is asked first to what is asked last."""
        yield Static(id="questions")
        meaning, *others = self._boxes.values()
        yield meaning
        yield self.lens
        yield from others
        yield self._more
        yield Static(id="cases-heading")
        yield CaseList(id="cases")
        yield CaseList(id="know")

    def texts(self) -> dict[str, str]:
        """Field to text, as typed."""
        return {field: box.area.text for field, box in self._boxes.items()}

    def fill(self, texts: Mapping[str, str]) -> None:
        """Show these texts in their fields."""
        for field, text in texts.items():
            self._boxes[field].fill(text)
        self.show_more()

    def begin(self) -> None:
        """Ask somebody else, from the first question on."""
        for answers in self.query(AnswerList):
            answers.rewind()
        self.open("meaning")

    def open(self, field: str) -> None:
        """Write in a field."""
        self._boxes[field].open()
        self.show_more()

    def switch_cases(self) -> bool:
        """To the boundary cases, or from there to the meaning; whether there are any."""
        cases = self.query_one("#cases", AnswerList)
        # The last answer goes on to what is asked after the cases.
        if any(answers.has_focus for answers in self.query(AnswerList)):
            self.open("meaning")
        elif cases.display:
            cases.focus()
        return cases.display

    def show_term(self, term: Term, partner: str, typed_by: str) -> None:
        """Ask a partner about a term, in the reader's language; `typed_by` when not by itself."""
        questions = self.query_one("#questions", Static)
        questions.update(Content("\n").join(map(line, term.questions)))
        questions.display = bool(term.questions)
        headings = {field: f"{field_word(field)}:" for field in TEXT_FIELDS}
        headings["meaning"] = (
            _("{partner} means by {term}, typed by {who}:").format(
                partner=partner, term=term.label, who=typed_by
            )
            if typed_by
            else _("{partner} means by {term}:").format(partner=partner, term=term.label)
        )
        for field, heading in headings.items():
            self._boxes[field].entitle(heading)
        self.lens.relabel()
        self.show_more()

    def show_cases(self, term: Term, partner: Partner) -> None:
        """Ask which cases the term covers, with what this partner answered."""
        answers = partner.cases.get(term.id, {})
        asked = [
            Asked(case.id, case.text, answers[case.id].value if case.id in answers else "")
            for case in term.cases
        ]
        heading = self.query_one("#cases-heading", Static)
        cases = self.query_one("#cases", AnswerList)
        heading.update(_("Does this count?"))
        heading.display = cases.display = bool(asked)
        cases.show(asked, [(answer.value, answer_word(answer)) for answer in CaseAnswer])

    def show_knowing(self, known: int | None, *, asked: bool) -> None:
        """Ask how well the partner knows what the others mean, 1 to 5, with what it answered."""
        know = self.query_one("#know", AnswerList)
        question = _("I know what the others mean (1 not at all, 5 entirely)")
        short = _("I know what the others mean")
        answer = "" if known is None else str(known)
        know.show(
            [Asked("know", question, answer, short=short)], [(str(n), "") for n in range(1, 6)]
        )
        know.display = asked

    def show_more(self) -> None:
        """Offer the fields that are closed."""
        closed: Iterable[str] = [key for key, box in self._boxes.items() if not box.is_open]
        self._more.show(
            [Choice(key, field_word(key), key=FIELD_KEYS[key], mark="+") for key in closed]
        )
        self._more.display = bool(self._more.ids)

    def on_answer_list_passed(self, event: AnswerList.Passed) -> None:
        """From the last case on to what is asked next, and back."""
        event.stop()
        lists = [one for one in self.query(AnswerList) if one.display]
        at = lists.index(event.answers) + event.by
        if 0 <= at < len(lists):
            lists[at].focus()

    def on_descendant_blur(self) -> None:
        """A field that was left empty is offered again."""
        self.call_after_refresh(self.show_more)
