"""The list of terms: what deserves time first, and where a term is opened."""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Input

from glossary.domain import Status, TermSet
from glossary.locale import gettext as _
from glossary.locale import mark, ngettext
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.finding import Findable, find, findable
from glossary.tui.ranking import RankedMessage, carried_over
from glossary.tui.screens.library_notice import news
from glossary.tui.screens.library_ways import LibraryWays
from glossary.tui.screens.library_work import LibraryWork
from glossary.tui.widgets.find_line import FindLine
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.line_list import LineList
from glossary.tui.widgets.message_bar import MessageBar
from glossary.tui.widgets.term_list import TermList
from glossary.tui.widgets.title_bar import TitleBar
from glossary.workflow import overview
from glossary.workflow.leaving_out import counted_partners
from glossary.workflow.overview import TermRow

if TYPE_CHECKING:
    from glossary.tui.faces import Faces

_ID = attrgetter("id")

# Letters that the reader may type to find are no commands then.
_LETTERS = frozenset(key.action for key in keys.LIBRARY if key.keys != "enter")


class LibraryScreen(LibraryWork, LibraryWays):
    """All terms of the open set: shown at once, compared in a thread, then put in order once."""

    BINDINGS = keys.bindings(keys.LIBRARY)
    AUTO_FOCUS = "TermList"
    keys = keys.LIBRARY
    about = mark(
        "The loaded words of this set. What deserves the group's time comes first: the bar says "
        "how much, the sentence why. Then how many partners said what they mean, and how far "
        "the term is."
    )
    follows_files = True

    def __init__(self, desk: Desk, notice: str = "") -> None:
        super().__init__(desk)
        self._notice = notice
        self._set_id = desk.set_id
        self._shown: TermSet | None = None
        self._rows: Sequence[TermRow] = ()
        self._has_stale = False
        self._is_touched = False
        self._findable: Sequence[Findable] = ()

    def compose(self) -> ComposeResult:
        """Title, find line, list, message, keys."""
        yield TitleBar()
        yield FindLine()
        yield TermList()
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the terms at once; comparing begins when they are on the screen."""
        self.watch(self.query_one(TermList), "cursor", self._touch, init=False)
        self.refill()

    def on_screen_suspend(self) -> None:
        """Whoever opens a term, or anything else, comes back to it."""
        self._is_touched = True

    def _touch(self, cursor: int) -> None:
        """The cursor stands on the first row until somebody moves it."""
        self._is_touched = self._is_touched or cursor > 0

    def refill(self) -> None:
        """Show the set on the desk: at once as far as known, then compared if it is another."""
        if self.desk.set_id != self._set_id:
            self._set_id, self._rows, self._notice = self.desk.set_id, (), ""
            self.query_one(FindLine).clear()
            self.query_one(TermList).cursor, self._is_touched = 0, False
        is_new = self._shown is not self.desk.termset
        if is_new:
            self._shown = self.desk.termset
            fresh = overview.rows(self._shown, self.desk.today())
            self._keep(carried_over(fresh, self._rows))
        self.say(news(self._notice, self.desk))
        self.relabel()
        if not self.desk.is_complete:
            self.call_after_refresh(self._read, self.desk.set_id)
        elif is_new:
            self._rank(self.desk.termset)

    def relabel(self) -> None:
        """Say everything again."""
        termset = self.desk.termset
        terms = len(termset.terms)
        words = ngettext("{n} term", "{n} terms", terms).format(n=terms)
        people = counted_partners(termset)
        counts = (f"{words} · {people}", words) if self.desk.is_complete else (words,)
        self.query_one(TitleBar).show(termset.title, *counts)
        self.query_one(FindLine).label(_("Find:"))
        self._list()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters are letters while the reader types."""
        return not (action in _LETTERS and self.is_mounted and self._finding)

    @property
    def pointed_id(self) -> str | None:
        """The term of the cursor."""
        current = self.query_one(TermList).current
        return current.id if current else None

    @property
    def faces(self) -> "Faces":
        """By the choice of the session, for as long as what is opened from here is open."""
        from glossary.tui.faces import Faces

        return Faces(self.desk)

    @property
    def _finding(self) -> bool:
        return any(found.is_open for found in self.query(FindLine))

    def _keep(self, rows: Sequence[TermRow]) -> None:
        self._rows = rows
        self._has_stale = any(row.status is Status.STALE for row in rows)
        self._findable = []
        self.query_one(TermList).measure(rows)

    def _list(self, *, from_top: bool = False) -> None:
        """List what is found, with the cursor on the same term once somebody chose one."""
        before, table = self.pointed_id, self.query_one(TermList)
        typed = self.query_one(FindLine).typed
        rows = self._rows if self.desk.termset.session is None else self._as_called()
        found = self._found(typed) if typed else {}
        listed = [*map(rows.__getitem__, found)] if typed else rows
        places = (at for at, term in enumerate(listed) if term.id == before)
        to_top = from_top or not self._is_touched
        cursor = 0 if to_top else next(places, table.cursor)
        table.empty_text = self._empty_text(typed)
        table.show_terms(
            listed,
            self.desk.names,
            cursor,
            only_labels=not self.desk.is_complete,
            matched=dict(zip(map(_ID, listed), found.values(), strict=False)),
            overtaken=self._overtaken(rows),
        )

    def _overtaken(self, rows: Sequence[TermRow]) -> Mapping[str, str]:
        if not self._has_stale:
            return {}
        # Knows the agreements, which a first frame does without.
        from glossary.workflow.overtaken import overtaken_terms

        return overtaken_terms(self.desk.termset, rows, self.desk.today(), self.desk.names)

    def _as_called(self) -> Sequence[TermRow]:
        from glossary.tui.faces import as_called

        return as_called(self.desk.termset, self._rows)

    def _found(self, typed: str) -> Mapping[int, range]:
        # Prepared with the first letter: a first frame of 10,000 terms should not wait for it.
        terms = self.desk.termset.terms
        self._findable = self._findable or [findable(terms[row.id]) for row in self._rows]
        return find(typed, self._findable)

    def _empty_text(self, typed: str) -> str:
        if typed and self._rows:
            told = _("Nothing is called “{typed}”. Esc clears that, and then n adds a word.")
            return told.format(typed=typed)
        return _(
            "This set has no terms yet. Add one with n, write them in {file}, or read a table "
            "with: glossary import csv FILE --set {set}"
        ).format(
            file=self.desk.store.folder / self.desk.set_id / "termset.toml", set=self.desk.set_id
        )

    def on_library_work_read(self, event: LibraryWork.Read) -> None:
        """Show who said something, unless the reader was ahead of us."""
        if not self.desk.is_complete:
            self.desk.lay(event.loaded)
            self.refill()

    def on_library_work_compared(self, event: LibraryWork.Compared) -> None:
        """Say calmly that the order is still being worked out."""
        self.query_one(FindLine).remark(
            _("comparing {done} of {terms}").format(done=event.done, terms=event.terms)
        )

    def on_ranked_message(self, event: RankedMessage) -> None:
        """Put the terms in order, unless the set has changed in the meantime."""
        if event.ranked.termset is self.desk.termset:
            self.desk.ranked = event.ranked
            self.query_one(FindLine).remark("")
            self._keep(event.ranked.rows)
            self._list()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find with every letter."""
        self._is_touched = True
        self._list(from_top=bool(event.value))

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Open the term that was clicked."""
        with self.calmly():
            self.action_open_term()

    def action_find(self) -> None:
        """Type to find a term."""
        self.query_one(FindLine).open()
        self.refresh_bindings()

    def action_move_list(self, by: int) -> None:
        """Move the cursor of the list while typing."""
        self.query_one(TermList).action_move(by)

    def action_move_list_page(self, by: int) -> None:
        """Move the cursor of the list by pages while typing."""
        self.query_one(TermList).action_move_page(by)

    def action_clear(self) -> None:
        """Forget what was typed; the cursor stays on its term."""
        self.query_one(TermList).focus()
        self.query_one(FindLine).clear()
        # At once: a key typed right behind it works on all terms.
        self._list()

    def action_open_term(self) -> None:
        """Lay the definitions of the term of the cursor side by side."""
        from glossary.tui.screens.compare import CompareScreen

        order = [term.id for term in self.query_one(TermList).rows]
        self.lead(lambda term_id: CompareScreen(self.desk, term_id, order))

    async def action_quit(self) -> None:
        """Stop; of this screen, so that the letter is no command while the reader types."""
        await self.app.action_quit()

    async def action_session(self) -> None:
        """Lead the group through a session; of this screen, for s may be typed to find."""
        await self.run_action("app.session")
