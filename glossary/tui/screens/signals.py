"""Everything that there is to talk about on a term, in sentences."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from glossary.compare import Signal
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.screens.room import RoomScreen
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.message_bar import SentenceLines
from glossary.tui.widgets.title_bar import TitleBar
from glossary.workflow.explaining import reasons


class SignalsScreen(RoomScreen):
    """All that there is to talk about on a term: what people named, then signals."""

    BINDINGS = keys.bindings(keys.SIGNALS)
    keys = keys.SIGNALS
    about = mark(
        "Why this term deserves time, strongest reason first. The sentences compare wordings and "
        "answers; whether there is a difference is for the people in the room to say."
    )
    steps_on = True
    DEFAULT_CSS = """
    SignalsScreen VerticalScroll { padding: 1 0 0 0; height: 1fr; }
    SignalsScreen .signal { margin: 0 0 1 0; }
    """

    def __init__(self, desk: Desk, term_id: str, signals: Sequence[Signal]) -> None:
        super().__init__(desk)
        self._term_id = term_id
        self._signals = signals

    def compose(self) -> ComposeResult:
        """Title, sentences, keys."""
        yield TitleBar()
        with VerticalScroll():
            for _reason in self._reasons() or (None,):
                yield SentenceLines(classes="signal")
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill in the words."""
        self.relabel()

    def relabel(self) -> None:
        """Say everything again."""
        label = self.desk.termset.terms[self._term_id].label
        self.query_one(TitleBar).show(label.upper(), _("What to talk about?"))
        found = self._reasons()
        lines = [
            (reason, f"{place:{len(str(len(found)))}}  ") for place, reason in enumerate(found, 1)
        ]
        lines = lines or [(self._nothing(), "")]
        rows = self.query(".signal").results(SentenceLines)
        for row, (text, number) in zip(rows, lines, strict=True):
            row.show(text, number)

    def _nothing(self) -> str:
        if len(self.desk.termset.meanings(self._term_id)) < 2:
            return _("There is something to compare once two partners have said what they mean.")
        return _("Nothing stands out between these definitions.")

    def _reasons(self) -> list[str]:
        return reasons(self.desk.termset, self._term_id, self._signals)
