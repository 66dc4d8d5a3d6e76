"""The overview of a session: its terms, how far each of them is, and what stays open."""

from collections.abc import Sequence

from textual.app import ComposeResult

from glossary.domain import RefusedError
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.screens.room import RoomScreen
from glossary.tui.session.guide import Guide
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.line_list import LineList
from glossary.tui.widgets.message_bar import MessageBar, SentenceLines
from glossary.tui.widgets.progress_table import ProgressHead, ProgressList, minutes
from glossary.tui.widgets.title_bar import TitleBar
from glossary.workflow.naming import quote
from glossary.workflow.session.progress import TermProgress, progress
from glossary.workflow.session.telling import told_ends


class ProgressScreen(RoomScreen):
    """The home of a session. Leaving it stops the clock and ends the session, which stays kept."""

    BINDINGS = keys.bindings(keys.PROGRESS)
    AUTO_FOCUS = "ProgressList"
    keys = keys.PROGRESS
    about = mark(
        "The terms of this session in their order. Of each: how many partners said what they "
        "mean, how many have been understood, whether there is a draft, how many took a position "
        "on it, where it is now, and how long it took. The dot marks the term on the table."
    )
    follows_files = True
    DEFAULT_CSS = """
    ProgressScreen > ProgressHead { margin-top: 1; }
    ProgressScreen > .ends { max-height: 5; }
    """

    def __init__(self, desk: Desk, guide: Guide) -> None:
        super().__init__(desk)
        self._guide = guide
        self._set_id = desk.set_id

    def compose(self) -> ComposeResult:
        """Title, table, what it comes to, message, keys."""
        yield TitleBar()
        yield ProgressHead()
        yield ProgressList()
        yield SentenceLines(classes="ends")
        yield MessageBar()
        yield KeyBar()

    def on_screen_resume(self) -> None:
        """Show how far the group came in the meantime."""
        self.refill()
        table = self.query_one(ProgressList)
        table.cursor = self._place_to_go_on(table.rows)

    def refill(self) -> None:
        """Show the set as it is now."""
        self.relabel()

    def relabel(self) -> None:
        """Say everything again."""
        termset, session = self.desk.whole, self._guide.session
        rows = progress(termset, session, self.desk.now())
        spent = sum(row.seconds for row in rows)
        all_minutes = len(rows) * session.minutes
        time = _("{spent} of {all}").format(spent=minutes(spent), all=minutes(60 * all_minutes))
        is_over = bool(rows) and all(row.outcome is not None for row in rows if not row.gone)
        title = _("End of the session") if is_over else _("Session")
        self.query_one(TitleBar).show(title, f"{termset.title} · {time}", time)
        self.query_one(ProgressHead).show(rows)
        table = self.query_one(ProgressList)
        table.empty_text = _("Nothing is planned yet. Press p to choose the terms of today.")
        table.show_progress(rows, session.current, table.cursor)
        ends = told_ends(termset, session, self.desk.names) if rows else []
        self.query_one(".ends", SentenceLines).show(" ".join(ends))

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Take up the term that was clicked."""
        with self.calmly():
            self.action_take_up()

    def action_take_up(self) -> None:
        """Lay the term of the cursor on the table. Raises GlossaryError."""
        row = self.query_one(ProgressList).current
        if row is None:
            self.action_plan()
        elif row.gone:
            raise RefusedError(
                _("{term} is no longer in this set. Press {key} to plan without it.").format(
                    term=quote(row.label), key="p"
                )
            )
        else:
            self.say("")
            self._guide.take_up(row.id)

    def action_plan(self) -> None:
        """Choose and order the terms of today."""
        from glossary.tui.screens.agenda import AgendaScreen

        self.app.push_screen(AgendaScreen(self.desk, self._guide), self._planned)

    def action_today(self) -> None:
        """What changed today."""
        from glossary.tui.screens.today import TodayScreen

        self.app.push_screen(TodayScreen(self.desk))

    def action_export(self) -> None:
        """Write the set as Markdown."""
        from glossary.tui.screens.export import ExportScreen

        self.app.push_screen(ExportScreen(self.desk, self.say))

    def _planned(self, _result: None) -> None:
        self.say("")
        if not self._guide.session.terms:
            self.action_back()

    def _place_to_go_on(self, rows: Sequence[TermProgress]) -> int:
        """The term on the table while it goes on, or else the first one without an outcome."""
        current = self._guide.session.current
        places = {row.id: at for at, row in enumerate(rows)}
        waiting = [row.id for row in rows if row.outcome is None and not row.gone]
        if current in places and (current in waiting or not waiting):
            return places[current]
        return places[waiting[0]] if waiting else 0
