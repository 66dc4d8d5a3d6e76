"""Write the minutes: asks where, and never overwrites what it did not write."""

from collections.abc import Callable
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from glossary.domain import GlossaryError
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.exporting import file_name, place, write
from glossary.tui.screens.room import RoomScreen
from glossary.tui.widgets.harmless_input import FileInput
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.message_bar import MessageBar, SentenceLines
from glossary.tui.widgets.title_bar import TitleBar
from glossary.workflow.leaving_out import missing
from glossary.workflow.naming import quote


class ExportScreen(RoomScreen):
    """Asks for a file name; `said` hears where the file was written."""

    keys = keys.EXPORT
    about = mark(
        "Writes the whole set as one file to send around: what was agreed, what each partner "
        "means, and what is still open. A name that ends in .html gives a web page to open and "
        "print, any other one Markdown."
    )
    DEFAULT_CSS = """
    ExportScreen {
        & Vertical { height: 1fr; }
        & .question, & .missing { margin: 1 0; }
        & .missing { color: $attention; text-style: bold; }
        & Input, & Input:focus {
            border: heavy $border; background: $background; background-tint: $background 0%;
        }
    }
    """

    def __init__(self, desk: Desk, said: Callable[[str], None]) -> None:
        super().__init__(desk)
        self._said = said

    def compose(self) -> ComposeResult:
        """Title, question, file name, message, keys."""
        yield TitleBar()
        with Vertical():
            yield SentenceLines(classes="missing")
            yield SentenceLines(classes="question")
            yield FileInput(file_name(self.desk.termset, self.desk.today()), select_on_focus=False)
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Let the reader type."""
        self.query_one(Input).focus()
        self.relabel()

    def relabel(self) -> None:
        """Say everything again."""
        self.query_one(TitleBar).show(_("Write minutes"), self.desk.termset.title)
        self.query_one(".question", SentenceLines).show(
            _("Write the set to this file (Markdown; .html for a web page):")
        )
        warning = self.query_one(".missing", SentenceLines)
        warning.show(self._missing())
        warning.display = bool(self.desk.left_out)

    def _missing(self) -> str:
        """What cannot be read, before anybody writes minutes without it."""
        told = "; ".join(map(missing, self.desk.left_out))
        return _(
            "Files cannot be read, and the minutes will say at their top what is missing: {missing}"
        ).format(missing=told)

    def action_write(self) -> None:
        """Write. Raises RefusedError."""
        desk = self.desk
        path = place(self.query_one(Input).value, desk.termset, desk.today())
        self.say(_("Writing …"))
        self._write(path)

    @work(thread=True, exclusive=True, group="export")
    def _write(self, path: Path) -> None:
        # Comparing a large set takes a while, and the screen has to go on.
        try:
            desk = self.desk
            written = write(path, desk.termset, desk.today(), desk.store.memory, desk.left_out)
        except GlossaryError as error:
            self.app.call_from_thread(self.trouble, error)
            return
        self.app.call_from_thread(self._written, path, written)

    def _written(self, typed: Path, path: Path) -> None:
        self.dismiss(None)
        told = _("Written to {path}").format(path=path.resolve())
        if path != typed:
            stays = _("{file} holds what the program did not write, and stays as it is.")
            told = f"{told}. {stays.format(file=quote(typed.name))}"
        self._said(told)
