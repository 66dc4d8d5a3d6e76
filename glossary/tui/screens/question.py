"""A question that has to be answered before anything else happens."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from glossary.locale import mark
from glossary.tui import keys
from glossary.tui.text import line, prose
from glossary.tui.widgets.choices import Choice, Choices

# What stands around the text to read: borders, margins, the sentence and the answers.
_OTHER_ROWS = 12
_LEAST_ROWS = 3


class Question(ModalScreen[str]):
    """A sentence, something to read with it, and answers; gives the id of the answer.

    F1 explains it: `about` is a catalogue id.

    Escape gives the answer that changes nothing: the first, unless `declined` is another one.
    Enter gives the first, unless `offered` is another one. Digits answer too; page up and page
    down move what does not fit.
    """

    BINDINGS = keys.bindings(keys.QUESTION)
    keys = keys.QUESTION
    about = mark(
        "This has to be answered before anything else happens. A digit answers, and so do the "
        "arrows with enter."
    )
    DEFAULT_CSS = """
    Question {
        align: center middle; background: $background;
        & > Vertical {
            width: 76; max-width: 96%; height: auto; max-height: 96%; padding: 1 2;
            background: $surface; border: heavy $border;
            & > #sentence { height: auto; text-style: bold; }
            & > VerticalScroll { height: auto; margin: 1 0; scrollbar-size-vertical: 1; }
            & > VerticalScroll > Static { height: auto; }
        }
    }
    """

    def __init__(
        self,
        sentence: str,
        answers: Sequence[tuple[str, str]],
        detail: str | Content = "",
        declined: str | None = None,
        offered: str = "",
        about: str = "",
    ) -> None:
        super().__init__()
        self.about = about or self.about
        self._sentence = sentence
        self._detail = prose(detail) if isinstance(detail, str) else detail
        self._declined = answers[0][0] if declined is None else declined
        self._offered = offered
        self._answers = [
            Choice(key, label, key=str(number)) for number, (key, label) in enumerate(answers, 1)
        ]

    def letters(self) -> Sequence[tuple[str, str]]:
        """The digits that answer, each with what it says, for the help."""
        return [(choice.key, choice.label) for choice in self._answers]

    def compose(self) -> ComposeResult:
        """One box."""
        with Vertical():
            yield Static(line(self._sentence), id="sentence")
            with VerticalScroll(can_focus=False):
                yield Static(self._detail)
            yield Choices(buttons=True)

    def on_mount(self) -> None:
        """Offer the answers."""
        choices = self.query_one(Choices)
        choices.show(self._answers)
        choices.point_at(self._offered)
        choices.focus()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """That is the answer."""
        self._answer(event.id)

    def action_decline(self) -> None:
        """Give the answer that changes nothing."""
        self._answer(self._declined)

    def _answer(self, answer: str) -> None:
        # Keys that were typed on are still to come, and would take away the screens below.
        if self.is_current:
            self.dismiss(answer)

    def action_page(self, by: int) -> None:
        """Move what does not fit."""
        reading = self.query_one(VerticalScroll)
        reading.scroll_relative(y=by * max(1, reading.size.height - 1), animate=False)

    def on_resize(self, event: events.Resize) -> None:
        """Show as much to read as leaves the answers in sight."""
        reading = self.query_one(VerticalScroll)
        reading.styles.max_height = max(_LEAST_ROWS, event.size.height - _OTHER_ROWS)
