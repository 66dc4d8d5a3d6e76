"""Make a term set: from which starter, what it is called, and which partners take part."""

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Static, TextArea

from glossary.bootstrap import starters
from glossary.domain import RefusedError, TermSet, one_line
from glossary.domain.ids import unique_slug
from glossary.locale import gettext as _
from glossary.locale import language, mark, ngettext
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.screens.question import Question
from glossary.tui.screens.room import RoomScreen
from glossary.tui.text import line
from glossary.tui.widgets.field_box import FieldBox
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.line_list import LineList
from glossary.tui.widgets.message_bar import MessageBar, SentenceLines
from glossary.tui.widgets.title_bar import TitleBar
from glossary.tui.widgets.typed_area import TypedArea, TypedLine
from glossary.tui.wrapping import fill
from glossary.workflow.new_set import new_set
from glossary.workflow.shortnames import short_names

_ID_CELLS = 22


class StarterList(LineList[TermSet]):
    """What one may begin with: id, title, number of words, language. `chosen` are ids."""

    DEFAULT_CSS = "StarterList { height: auto; min-height: 3; max-height: 30vh; }"

    class Moved(Message):
        """The cursor points at another starter."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[str] = []

    def choose(self) -> None:
        """Begin with the starter of the cursor as well, or no more."""
        if self.current is not None:
            others = [one for one in self.chosen if one != self.current.id]
            self.chosen = others if len(others) < len(self.chosen) else [*others, self.current.id]
            self.refresh()

    def watch_cursor(self, old: int, new: int) -> None:
        """Say so."""
        super().watch_cursor(old, new)
        self.post_message(self.Moved())

    def draw_row(self, row: TermSet, width: int, style: Style, *, at_cursor: bool) -> Strip:
        """Cursor, title, size."""
        count = ngettext("{n} term", "{n} terms", len(row.terms)).format(n=len(row.terms))
        # The id names the field; a title need not.
        sign = "●" if row.id in self.chosen else "○"
        named = f"{sign} {fill(row.id, _ID_CELLS)}  {one_line(row.title)}"
        text = fill(named, max(10, width - 20)) + f"  {count} · {row.language}"
        return Strip([Segment("▶ " if at_cursor else "  ", style), Segment(text, style)])


class NewSetScreen(RoomScreen):
    """Makes a set and lays it on the desk; `made` hears of it."""

    BINDINGS = keys.bindings(keys.NEW_SET)
    keys = keys.NEW_SET
    about = mark(
        "A set of your own: choose the words to begin with, say what the set is called and who "
        "takes part. The words are copied, so that you may change them in your own files."
    )
    DEFAULT_CSS = """
    NewSetScreen > VerticalScroll { height: 1fr; padding: 1 0 0 0; }
    NewSetScreen .heading { padding: 0 1; text-style: bold; height: auto; }
    NewSetScreen .words { color: $quiet; max-height: 4; }
    """

    def __init__(self, desk: Desk, made: Callable[[], object]) -> None:
        super().__init__(desk)
        self._made = made
        self._store = desk.workshop()
        self._starters = StarterList()
        self._title = FieldBox("title", TypedLine(id="title"), optional=False)
        self._partners = FieldBox("partners", TypedArea(id="partners"), optional=False)

    def compose(self) -> ComposeResult:
        """Title, starters, what it is called, who takes part, message, keys."""
        yield TitleBar()
        with VerticalScroll(can_focus=False):
            yield Static(id="ask-starter", classes="heading")
            yield self._starters
            yield SentenceLines(classes="words")
            yield self._title
            yield self._partners
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask for the starter first; those in the reader's language stand on top."""
        shipped = starters()
        sets = [shipped.load(set_id).termset for set_id in shipped.sets()]
        found = [one for one in sets if not one.partners]
        self._starters.show_rows(sorted(found, key=lambda one: one.language != language()))
        self._starters.focus()
        self.relabel()

    def relabel(self) -> None:
        """Say everything again; what was typed stays."""
        self.query_one(TitleBar).show(_("New set"), str(self._store.folder))
        self.query_one("#ask-starter", Static).update(line(_("Which words do you begin with?")))
        self._title.entitle(_("What is the set called?"))
        self._partners.entitle(_("Who takes part? One partner on a line."))
        self._starters.refresh()

    def on_starter_list_moved(self) -> None:
        """Show which words the starter has."""
        starter = self._starters.current
        labels = [one_line(term.label) for term in starter.terms.values()] if starter else []
        self.query_one(".words", SentenceLines).show(", ".join(labels))

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """The starter was clicked."""
        self.action_go_on()

    def on_typed_line_submitted(self, event: TypedLine.Submitted) -> None:
        """The title is complete."""
        self._partners.area.focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Show what partners are called where there is little room."""
        if event.text_area is self._partners.area:
            shorts = short_names(map(one_line, self._names))
            called = " · ".join(short or name for name, short in shorts.items())
            self.say(_("In narrow columns: {names}.").format(names=called) if called else "")

    def on_descendant_focus(self) -> None:
        """Among the partners enter begins a line, and goes on nowhere."""
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What does not apply in the field that is typed in."""
        return not (action == "go_on" and self.is_mounted and self._partners.area.has_focus)

    def action_choose(self) -> None:
        """Begin with these words too, or not."""
        self._starters.choose()

    def action_go_on(self) -> None:
        """From the starters to the title."""
        self._title.area.focus()

    def action_make(self) -> None:
        """Make the set and open it. Raises GlossaryError, also without a title."""
        starter = self._starters.current
        chosen = self._starters.chosen or ([starter.id] if starter is not None else [])
        title = self._title.area.text.strip()
        if not title:
            self._title.area.focus()
            raise RefusedError(_("Say what the set is called."))
        made = new_set(
            self._store,
            starters(),
            unique_slug(title, set(self._store.sets()), "set"),
            from_starters=chosen,
            partner_names=self._names,
            title=title,
        )
        self.desk.move(self._store, made.id)
        if self.desk.tour is not None:
            self.desk.tour.end()
        self._forget()
        self.dismiss(None)
        self._made()

    def leave(self, then: Callable[[], object]) -> None:
        """Ask before what was typed is left behind."""
        if not self._typed:
            then()
            return

        def answered(answer: str | None) -> None:
            if answer == "leave":
                self._forget()
                then()

        answers = [("stay", _("Stay")), ("leave", _("Leave without saving"))]
        sentence = _("The set was not made yet. Leave what you typed?")
        self.app.push_screen(Question(sentence, answers, self._typed), answered)

    def rescue(self) -> None:
        """Leave the names on the desk: there may be nobody to ask."""
        if self._typed:
            self.desk.unsaved.append(self._typed)

    @property
    def _names(self) -> list[str]:
        return [name for name in self._partners.area.text.splitlines() if name.strip()]

    @property
    def _typed(self) -> str:
        return "\n".join([self._title.area.text, self._partners.area.text]).strip()

    def _forget(self) -> None:
        self._title.fill("")
        self._partners.fill("")
