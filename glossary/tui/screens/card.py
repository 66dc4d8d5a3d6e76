"""A conversation card that fills the screen."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from glossary.compare import Signal
from glossary.domain import GlossaryError
from glossary.locale import gettext as _
from glossary.locale import language, mark
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.screens.room import RoomScreen
from glossary.tui.text import line
from glossary.tui.widgets.card_view import CardView
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.message_bar import MessageBar
from glossary.workflow.lookup import term_of
from glossary.workflow.session.cards import Proposal, moment_of, proposed


class CardScreen(RoomScreen):
    """The card that helps most now, with the reason in a line; the others behind it.

    `signals` are those of the term's comparison, where there was one. Raises NotFoundError for
    an unknown term.
    """

    BINDINGS = keys.bindings(keys.CARD)
    keys = keys.CARD
    about = mark(
        "A card to put to the group. The first one is proposed by the temperature, the phase and "
        "what the partners said so far. A set may have cards of its own in cards.toml."
    )
    DEFAULT_CSS = """
    CardScreen {
        & > VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
        & > #reason { height: auto; padding: 0 1; color: $quiet; text-align: center; }
    }
    """

    def __init__(self, desk: Desk, term_id: str, signals: Sequence[Signal] = ()) -> None:
        super().__init__(desk)
        self.term_id = term_of(desk.termset, term_id).id
        self._signals = signals
        self._language = ""
        self._proposals: tuple[Proposal, ...] = ()
        self._at = 0

    def compose(self) -> ComposeResult:
        """The card, why it is here, keys."""
        with VerticalScroll(can_focus=True):
            yield CardView()
        yield Static(id="reason")
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the first card."""
        self.relabel()
        self.query_one(VerticalScroll).focus()

    def relabel(self) -> None:
        """Say everything again; another language has cards of its own."""
        if self._language != language():
            self._language = language()
            self._propose()
        card, reason = self._proposals[self._at].card, self._proposals[self._at].reason
        self.query_one(CardView).show(card)
        place = _("card {n} of {all}").format(n=self._at + 1, all=len(self._proposals))
        self.query_one("#reason", Static).update(line(f"{reason} · {place}" if reason else place))

    def action_turn(self, by: int) -> None:
        """Another card, round and round."""
        self._at = (self._at + by) % len(self._proposals)
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.relabel()

    def _propose(self) -> None:
        desk = self.desk
        box = desk.store.cards(desk.set_id, self._language)
        shown = self._proposals[self._at].card.id if self._proposals else ""
        moment = moment_of(desk.termset, self.term_id, self._signals)
        self._proposals = proposed(box.cards, moment)
        ids = [one.card.id for one in self._proposals]
        self._at = ids.index(shown) if shown in ids else 0
        for finding in box.findings:
            self.trouble(GlossaryError(f"{finding.message} {finding.remedy}".strip()))
