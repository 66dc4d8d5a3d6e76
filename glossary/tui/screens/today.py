"""What changed today, term by term, from the dates in the files."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.tui import keys
from glossary.tui.screens.room import RoomScreen
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.message_bar import SentenceLines
from glossary.tui.widgets.title_bar import TitleBar
from glossary.workflow.session.telling import told_day


class TodayScreen(RoomScreen):
    """A sentence for everything that happened today."""

    BINDINGS = keys.bindings(keys.TODAY)
    keys = keys.TODAY
    about = mark("What was written, revealed, answered and decided today, term by term.")
    DEFAULT_CSS = """
    TodayScreen VerticalScroll { padding: 1 0 0 0; height: 1fr; }
    """

    def compose(self) -> ComposeResult:
        """Title, sentences, keys."""
        yield TitleBar()
        with VerticalScroll():
            for _sentence in self._sentences():
                yield SentenceLines(classes="change")
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill in the words."""
        self.relabel()

    def relabel(self) -> None:
        """Say everything again."""
        self.query_one(TitleBar).show(_("What changed today"), self.desk.termset.title)
        rows = self.query(".change").results(SentenceLines)
        for row, sentence in zip(rows, self._sentences(), strict=False):
            row.show(sentence)

    def _sentences(self) -> list[str]:
        # Only who wrote is told here, not what, so that nothing of a blind term shows.
        told = told_day(self.desk.whole, self.desk.today(), self.desk.names)
        return told or [_("Nothing changed today.")]
