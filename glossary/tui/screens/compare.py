"""The definitions of one term side by side, with the words on which they part."""

import asyncio
from collections.abc import Sequence

from textual import events, work
from textual.app import ComposeResult

from glossary.compare import Comparison
from glossary.domain import NotFoundError, Term
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.tui import keys
from glossary.tui.comparisons import Comparisons
from glossary.tui.desk import Desk
from glossary.tui.paging import fitting
from glossary.tui.screens import compare_parts as parts
from glossary.tui.screens.room import RoomScreen
from glossary.tui.widgets.compare_view import CompareView
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.legend import Legend
from glossary.tui.widgets.message_bar import MessageBar
from glossary.tui.widgets.talk_bar import TalkBar
from glossary.tui.widgets.title_bar import TitleBar
from glossary.workflow.explaining import reasons
from glossary.workflow.lookup import term_of
from glossary.workflow.named import named

# Seconds in which a term is painted before comparing the next one takes its share.
_BREATH = 0.05


class CompareScreen(RoomScreen):
    """One term of `order`; n and p step through the others. It first shows the words, then marks.

    Raises NotFoundError when there is no such term.
    """

    BINDINGS = keys.bindings(keys.COMPARE)
    keys = keys.COMPARE
    about = mark(
        "What each partner means by this term. Marked words are where they part; the row below "
        "the title counts the definitions that carry each mark. Marks compare wordings: only "
        "people can tell whether they mean the same."
    )
    follows_files = True
    steps_on = True

    def __init__(self, desk: Desk, term_id: str, order: Sequence[str] = ()) -> None:
        super().__init__(desk)
        self._order = list(order) or list(desk.termset.terms)
        self._term = term_of(desk.termset, term_id)
        self._comparisons = Comparisons()
        self._everything = False

    @property
    def term_id(self) -> str:
        """The term that is shown."""
        return self._term.id

    def compose(self) -> ComposeResult:
        """Title, legend, definitions, what to talk about, message, keys."""
        yield TitleBar()
        yield Legend()
        yield CompareView()
        yield TalkBar()
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the first term."""
        self._show(stay=False)

    def on_resize(self, event: events.Resize) -> None:
        """Silent partners may fit, or no more."""
        self._show_found(stay=True)

    def refill(self) -> None:
        """Show the term as it now stands; leave when it is gone."""
        try:
            self._term = term_of(self.desk.termset, self.term_id)
        except NotFoundError:
            self.action_back()
            return
        self.say("")
        self._show(stay=True)

    def relabel(self) -> None:
        """Say everything again."""
        self._show(stay=True)

    def on_compare_view_paged(self) -> None:
        """Say which partners are on the page."""
        self._show_title()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No pages to turn where everything is on one; a session leads to other terms itself."""
        if action in ("step", "agree") and self.desk.guide is not None:
            return False
        return action != "page" or any(view.pages > 1 for view in self.query(CompareView))

    def action_page(self, by: int) -> None:
        """Turn pages."""
        self.query_one(CompareView).turn(by)

    def action_step(self, by: int) -> None:
        """Go to another term of the list."""
        at = self._order.index(self.term_id) if self.term_id in self._order else 0
        for place in range(1, len(self._order) + 1):
            wanted = self._order[(at + by * place) % len(self._order)]
            if wanted in self.desk.termset.terms:
                self._term = self.desk.termset.terms[wanted]
                break
        self.say("")
        self._show(stay=False)

    def action_all_marks(self) -> None:
        """Show what texts have in common as well, or only where they part."""
        self._everything = not self._everything
        self._show(stay=True)

    def action_why(self) -> None:
        """All signals, on a screen of their own."""
        from glossary.tui.screens.signals import SignalsScreen

        found = self._found
        if found is not None:
            self.app.push_screen(SignalsScreen(self.desk, self._term.id, found.signals))

    def action_enter_definition(self) -> None:
        """Write a definition of this term."""
        from glossary.tui.screens.entry import EntryScreen

        self.app.push_screen(EntryScreen(self.desk, self.term_id), self._returned)

    def action_agree(self) -> None:
        """Work on the agreement on this term."""
        from glossary.tui.screens.agreement import AgreementScreen

        self.app.push_screen(AgreementScreen(self.desk, self.term_id), self._returned)

    def action_history(self) -> None:
        """How the term changed, commit by commit."""
        from glossary.tui.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen(self.desk, self.term_id), self._returned)

    def action_restate(self) -> None:
        """Let partners say back what they mean by this term."""
        from glossary.tui.screens.restate import RestateScreen

        self.app.push_screen(RestateScreen(self.desk, self.term_id), self._returned)

    def action_card(self) -> None:
        """Fill the screen with a conversation card."""
        from glossary.tui.screens.card import CardScreen

        signals = self._found.signals if self._found else ()
        self.app.push_screen(CardScreen(self.desk, self.term_id, signals))

    def action_temperature(self) -> None:
        """Ask how heated it is."""
        from glossary.tui.screens.temperature import TemperatureScreen

        self.app.push_screen(TemperatureScreen(self.desk, self.term_id), self._returned)

    def _returned(self, _result: None) -> None:
        self.refill()

    @property
    def _found(self) -> Comparison | None:
        return self._comparisons.known(self.desk.termset, self.term_id)

    def _show(self, *, stay: bool) -> None:
        self.clear_selection()
        self._show_found(stay=stay)
        self._compare(self._term)

    def _show_found(self, *, stay: bool) -> None:
        found, theme = self._found, self.app.theme
        look = parts.Look(theme, self._everything)
        people = parts.people(self.desk.termset, self.term_id, fitting(self.app.size.width - 2))
        self.query_one(CompareView).show(
            parts.cells(people, self._term, found, look),
            _("∅ no definition"),
            people.tail,
            stay=stay,
        )
        self.query_one(Legend).show(
            parts.legend(self._term, found, look), parts.legend_note(people, found)
        )
        termset = self.desk.termset
        signals = named(termset, self._term.id) if found is None else found.signals
        sentences = reasons(termset, self._term.id, signals)
        self.query_one(TalkBar).show(_("What to talk about?"), sentences)
        self._show_title()

    def _show_title(self) -> None:
        view = self.query_one(CompareView)
        first, last = view.shown_cells
        self.refresh_bindings()
        self.query_one(TitleBar).show(
            self._term.label.upper(),
            *parts.place(first, last, len(self.desk.termset.partners), view.page, view.pages),
        )

    @work(exclusive=True, group="compare")
    async def _compare(self, term: Term) -> None:
        """Mark the words as soon as they were compared, then look ahead to the neighbours."""
        if self._found is None:
            with self.calmly():
                await self._comparisons.find(self.desk.termset, term.id)
                if self.stands:
                    self._show_found(stay=True)
        await asyncio.sleep(_BREATH)
        at = self._order.index(term.id) if term.id in self._order else 0
        for by in (1, -1):
            wanted = self._order[(at + by) % len(self._order)]
            if wanted in self.desk.termset.terms:
                await self._comparisons.find(self.desk.termset, wanted)
