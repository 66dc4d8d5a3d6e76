"""The term sets of the folder, to open another one."""

from collections import Counter
from dataclasses import dataclass, replace

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.strip import Strip

from glossary.domain import GlossaryError, one_line
from glossary.locale import gettext as _
from glossary.locale import mark, ngettext
from glossary.tui import keys
from glossary.tui.screens.room import RoomScreen
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.line_list import LineList
from glossary.tui.widgets.message_bar import MessageBar
from glossary.tui.widgets.title_bar import TitleBar
from glossary.tui.wrapping import fill
from glossary.workflow.leaving_out import counted_partners


@dataclass(frozen=True, slots=True)
class ListedSet:
    """A set; `remark` says in what language and how large it is, or why it cannot be read."""

    id: str
    title: str
    remark: str


class SetList(LineList[ListedSet]):
    """Titles and remarks."""

    def draw_row(self, row: ListedSet, width: int, style: Style, *, at_cursor: bool) -> Strip:
        """Cursor, title, remark."""
        title = max(10, width // 2)
        rest = max(0, width - title - 4)
        text = fill(one_line(row.title), title) + "  " + fill(one_line(row.remark), rest)
        return Strip([Segment("▶ " if at_cursor else "  ", style), Segment(text, style)])


class SetsScreen(RoomScreen):
    """Choose a term set; the present one stays open when nothing is chosen."""

    BINDINGS = keys.bindings(keys.SETS)
    keys = keys.SETS
    about = mark("The term sets in this folder. Each has its own words and its own partners.")

    def compose(self) -> ComposeResult:
        """Title, list, message, keys."""
        yield TitleBar()
        yield SetList()
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one(SetList).focus()
        self.relabel()

    def relabel(self) -> None:
        """Say everything again."""
        ids = self.desk.store.sets()
        self.query_one(TitleBar).show(_("Term sets"), str(self.desk.store.folder))
        table = self.query_one(SetList)
        at = table.cursor if table.rows else self._place_of_present(ids)
        table.empty_text = _("This folder holds no term sets yet. Press n to make one.")
        table.show_rows(_told_apart([self._listed(set_id) for set_id in ids]), at)

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Open the set that was clicked."""
        with self.calmly():
            self.action_choose()

    def action_choose(self) -> None:
        """Open the set of the cursor. Raises GlossaryError."""
        chosen = self.query_one(SetList).current
        if chosen is not None:
            self.desk.open(chosen.id)
            self.dismiss(None)

    def action_make(self) -> None:
        """Make a set; it is open then."""
        from glossary.tui.screens.new_set import NewSetScreen

        self.app.push_screen(NewSetScreen(self.desk, self._made))

    def _made(self) -> None:
        self.dismiss(None)

    def _place_of_present(self, ids: tuple[str, ...]) -> int:
        return ids.index(self.desk.set_id) if self.desk.set_id in ids else 0

    def _listed(self, set_id: str) -> ListedSet:
        try:
            termset = self.desk.store.load(set_id).termset
        except GlossaryError as error:
            return ListedSet(set_id, set_id, str(error))
        terms = len(termset.terms)
        remark = (
            ngettext("{n} term", "{n} terms", terms).format(n=terms),
            counted_partners(termset),
            termset.language,
        )
        return ListedSet(set_id, termset.title, " · ".join(remark))


def _told_apart(listed: list[ListedSet]) -> list[ListedSet]:
    """Sets made from one starter share its title: those are shown with their ids."""
    times = Counter(each.title for each in listed)
    return [
        replace(each, title=f"{each.id} · {each.title}") if times[each.title] > 1 else each
        for each in listed
    ]
