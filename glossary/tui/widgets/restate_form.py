"""The paper of one turn: what was asked, what is said back, and what the owner answers."""

from collections.abc import Iterator, Mapping, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from glossary.domain import Answer, one_line
from glossary.domain.cells import cell_len
from glossary.domain.restating import Attempt, Turn
from glossary.locale import gettext as _
from glossary.locale import pgettext
from glossary.tui.keys import key_name
from glossary.tui.text import line, prose
from glossary.tui.widgets.choices import Choice, Choices
from glossary.tui.widgets.field_box import FieldBox
from glossary.tui.widgets.typed_area import TypedArea, TypedLine
from glossary.workflow.words import verdict_word

# Beside the answers of `domain.Answer`.
SKIP = "skip"
_MARGINS = 3  # cells beside a sentence, with the scroll bar


class RestateForm(VerticalScroll, can_focus=False):
    """One partner says what another means, who answers.

    What the owner wrote stays out of sight, unless somebody asks for it: one listens first. Its
    answers are offered only while it is asked: letters are words to who says it back.
    """

    DEFAULT_CSS = """
    RestateForm {
        height: 1fr; scrollbar-size-vertical: 1;
        & > Static { height: auto; padding: 0 1; }
        & > #asked { text-style: bold; color: $primary; }
        & > #again { color: $attention; text-style: bold; }
        & > #restatement { min-height: 5; }
        & > #how { color: $quiet; }
        & > #verdicts { padding: 0 1; display: none; }
        &.-asking > #verdicts { display: block; }
        &.-asking > #how { display: none; }
        & > #field-correction { display: none; }
        &.-correcting > #field-correction { display: block; }
        &.-correcting > #how { display: none; }
        & > #meaning { margin: 1 1 0 1; border-left: outer $border; display: none; }
        & > #meaning.-shown { display: block; }
        & > #attempts { margin-top: 1; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._was_asked = False
        self.said = TypedArea(id="restatement")
        self.correction = TypedLine(id="correction")
        self._correcting = FieldBox("correction", self.correction, optional=False)

    def compose(self) -> ComposeResult:
        """From the question to the answer."""
        yield Static(id="asked")
        yield Static(id="again")
        yield self.said
        yield Static(id="how")
        yield Choices(id="verdicts", buttons=True)
        yield self._correcting
        yield Static(id="meaning")
        yield Static(id="attempts")

    @property
    def is_correcting(self) -> bool:
        """Whether the owner is asked what is not right yet."""
        return self.has_class("-correcting")

    def fill(self, texts: Mapping[str, str]) -> None:
        """Show these texts in their fields."""
        if "text" in texts:
            self.said.fill(texts["text"])
        if "correction" in texts:
            self.correction.fill(texts["correction"])

    def show_turn(
        self,
        turn: Turn,
        tried: Sequence[Attempt],
        names: Mapping[str, str],
        whole_names: Mapping[str, str],
    ) -> None:
        """Ask for this, with whole names where there is room; `tried` are the attempts so far."""
        of = names.get(turn.of, turn.of)
        waits = bool(tried) and tried[-1].verdict is None
        is_said = waits or self.is_correcting or self.has_class("-asking")
        number = len(tried) if is_said else len(tried) + 1
        # Room for a second attempt, so that names are the same in the first.
        attempt = " · " + _("attempt {n}").format(n=max(2, number))
        asked = _asked(turn, whole_names)
        if cell_len(asked + attempt) > self.app.size.width - _MARGINS:
            asked = _asked(turn, names)
        self.query_one("#asked", Static).update(line(asked + (attempt if number > 1 else "")))
        how = _("{key} asks {of} whether this is it").format(key=key_name("ctrl+s"), of=of)
        self.query_one("#how", Static).update(line(how))
        answers = self.query_one("#verdicts", Choices)
        answers.show(verdicts(), lead=_("{of} answers:").format(of=of))
        self._correcting.entitle(_("{of}: what is not right yet? (may stay empty)").format(of=of))
        answered = [one for one in tried if one.verdict is not None]
        attempts = self.query_one("#attempts", Static)
        attempts.display = bool(answered)
        attempts.update(Content("\n").join(_told(answered)))

    def show_again(self, sentence: str) -> None:
        """Say why the turn is open again; an empty sentence says nothing."""
        again = self.query_one("#again", Static)
        again.display = bool(sentence)
        again.update(line(sentence))

    def show_meaning(self, meaning: str, *, shown: bool) -> None:
        """Show what the owner wrote, or put it away."""
        found = self.query_one("#meaning", Static)
        found.update(prose(meaning))
        found.set_class(shown, "-shown")

    def write(self, *, at_hand: bool = True) -> None:
        """Say it back, here if it is `at_hand`."""
        self.said.read_only = False
        self.remove_class("-asking", "-correcting")
        if at_hand:
            self.said.focus()
        else:
            self.screen.set_focus(None)

    def correct(self) -> None:
        """Ask the owner what is not right yet; what was said stands still meanwhile."""
        self.said.read_only = True
        self.remove_class("-asking")
        self.add_class("-correcting")
        self.correction.focus()

    def ask_owner(self) -> None:
        """Let the owner answer; what it said last time is not the first guess."""
        self.said.read_only = False
        self.remove_class("-correcting")
        self.add_class("-asking")
        self._was_asked = False
        verdicts = self.query_one("#verdicts", Choices)
        verdicts.rewind()
        verdicts.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Who goes back to the text says it again before the owner answers."""
        if event.widget.id == "verdicts":
            self._was_asked = True
        # The text may still have the focus of before, of which the news comes late.
        elif self.said.has_focus and self._was_asked:
            self.remove_class("-asking")


def _asked(turn: Turn, names: Mapping[str, str]) -> str:
    by, of = (one_line(names.get(key, key)) for key in (turn.by, turn.of))
    return _("{by} says in its own words what {of} means").format(by=by, of=of)


def verdicts() -> list[Choice]:
    """What the owner may answer."""
    return [
        Choice(Answer.YES, _("That is it"), key=pgettext("key", "y")),
        Choice(Answer.ALMOST, _("Almost…"), key=pgettext("key", "a")),
        Choice(Answer.NO, _("No…"), key=pgettext("key", "n")),
        Choice(SKIP, _("Skip"), key=pgettext("key", "s")),
    ]


def _told(answered: Sequence[Attempt]) -> Iterator[Content]:
    """The attempts that were answered, the last one first."""
    for number, one in reversed(list(enumerate(answered, 1))):
        verdict = one.verdict
        if verdict is None:
            continue
        yield Content.assemble(
            (f"{number}  ", "bold"),
            line(one.restatement.text),
            (f"  → {verdict_word(verdict.verdict)}", "bold"),
            line(f": {verdict.correction}" if verdict.correction else ""),
        )
