"""A question that has to be answered before anything else happens."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from glossary.tui import keys
from glossary.tui.text import line, prose
from glossary.tui.widgets.choices import Choice, Choices


class Question(ModalScreen[str]):
    """A sentence, something to read with it, and answers; gives the id of the answer.

    The first answer changes nothing: escape gives it. Digits answer too.
    """

    BINDINGS = keys.bindings(keys.QUESTION)
    DEFAULT_CSS = """
    Question {
        align: center middle; background: $background;
        & > Vertical {
            width: 76; max-width: 96%; height: auto; max-height: 90%; padding: 1 2;
            background: $surface; border: heavy $border;
            & > #sentence { height: auto; text-style: bold; }
            & > VerticalScroll { height: auto; max-height: 8; margin: 1 0; }
            & > VerticalScroll > Static { height: auto; }
        }
    }
    """

    def __init__(self, sentence: str, answers: Sequence[tuple[str, str]], detail: str = "") -> None:
        super().__init__()
        self._sentence = sentence
        self._detail = detail
        self._answers = [
            Choice(key, label, key=str(number)) for number, (key, label) in enumerate(answers, 1)
        ]

    def compose(self) -> ComposeResult:
        """One box."""
        with Vertical():
            yield Static(line(self._sentence), id="sentence")
            with VerticalScroll(can_focus=False):
                yield Static(prose(self._detail))
            yield Choices(buttons=True)

    def on_mount(self) -> None:
        """Offer the answers."""
        choices = self.query_one(Choices)
        choices.show(self._answers)
        choices.focus()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """That is the answer."""
        self.dismiss(event.id)

    def action_decline(self) -> None:
        """Give the first answer."""
        self.dismiss(self._answers[0].id)
