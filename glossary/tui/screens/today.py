"""What changed today, term by term, from the dates in the files."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from glossary.domain import one_line, status_of
from glossary.locale import gettext as _
from glossary.locale import mark, ngettext
from glossary.tui import keys
from glossary.tui.screens.room import RoomScreen
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.message_bar import SentenceLines
from glossary.tui.widgets.title_bar import TitleBar
from glossary.workflow.session.today import TermDay, changed_on
from glossary.workflow.status_words import status_word


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
        days = changed_on(self.desk.whole, self.desk.today())
        told = [sentence for day in days for sentence in self._told(day)]
        return told or [_("Nothing changed today.")]

    def _told(self, day: TermDay) -> Iterator[str]:
        for what in self._deeds(day):
            yield _("{term}: {what}").format(term=one_line(day.label), what=what)

    def _deeds(self, day: TermDay) -> Iterator[str]:
        if day.meanings:
            yield _("meaning written by {partners}").format(partners=self._names(day.meanings))
        if day.revealed is not None:
            yield _("revealed at {time}").format(time=f"{day.revealed:%H:%M}")
        if day.restated:
            yield ngettext("restated once", "restated {n} times", day.restated).format(
                n=day.restated
            )
        if day.skipped:
            yield ngettext("one turn left out", "{n} turns left out", day.skipped).format(
                n=day.skipped
            )
        if day.asked:
            yield ngettext(
                "consent asked on one wording", "consent asked on {n} wordings", day.asked
            ).format(n=day.asked)
        if day.positions:
            yield _("position taken by {partners}").format(partners=self._names(day.positions))
        if day.outcome is not None:
            status = status_of(self.desk.whole, day.term, self.desk.today())
            words = " ".join(filter(None, (status_word(status), one_line(day.outcome.name))))
            yield _("outcome: {outcome}").format(outcome=words)

    def _names(self, partners: tuple[str, ...]) -> str:
        names = self.desk.names
        return ", ".join(one_line(names.get(key, key)) for key in partners)
