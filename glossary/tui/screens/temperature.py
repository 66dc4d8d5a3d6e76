"""How heated the conversation is, as partners feel it, or the facilitator for the room."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from glossary.domain.cards import warmth_of
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.screens.room import RoomScreen
from glossary.tui.text import line
from glossary.tui.widgets.answer_list import AnswerList, Asked
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.message_bar import MessageBar
from glossary.tui.widgets.title_bar import TitleBar
from glossary.workflow.lookup import term_of
from glossary.workflow.session.cards import temperature, warmth_word
from glossary.workflow.session.rating import Scale, feel, rate

# No partner has this id: ids begin with a letter or a digit.
ROOM = "+"
_CELLS = 4  # of the bar, for each degree


class TemperatureScreen(RoomScreen):
    """One digit from 1 to 5 for the room, or for a partner.

    Raises NotFoundError for an unknown term.
    """

    BINDINGS = keys.bindings(keys.TEMPERATURE)
    keys = keys.TEMPERATURE
    about = mark(
        "How heated is the conversation? 1 is cool: polite, and vague. 3 is warm: the same point "
        "comes back. 5 is hot: emotions run high. Digits answer for the room, as the facilitator "
        "feels it, or for a partner."
    )
    follows_files = True
    DEFAULT_CSS = """
    TemperatureScreen {
        & > VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; padding: 0 1; }
        & #felt { height: auto; margin: 1 0; }
    }
    """

    def __init__(self, desk: Desk, term_id: str) -> None:
        super().__init__(desk)
        self.term_id = term_of(desk.termset, term_id).id

    def compose(self) -> ComposeResult:
        """Title, what is felt, who feels what, keys."""
        yield TitleBar()
        with VerticalScroll(can_focus=False):
            yield Static(id="felt")
            yield AnswerList(goes_on=True)
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask about the room first."""
        self.relabel()
        self.query_one(AnswerList).focus()

    def refill(self) -> None:
        """Show the answers as they now stand; leave when the term is gone."""
        if self.term_id in self.desk.termset.terms:
            self.relabel()
        else:
            self.action_back()

    def relabel(self) -> None:
        """Say everything again."""
        termset, term = self.desk.termset, self.term_id
        self.query_one(TitleBar).show(termset.terms[term].label.upper(), _("How heated is it?"))
        felt = termset.agreement(term).temperature
        asked = [Asked(ROOM, _("The room, as I feel it"), str(felt or ""), short=_("The room"))]
        for key, partner in termset.partners.items():
            rated = partner.ratings.get(term)
            answer = str(rated.temperature or "") if rated else ""
            asked.append(Asked(key, partner.name, answer, short=partner.short_name))
        self.query_one(AnswerList).show(asked, [(str(n), "") for n in range(1, 6)])
        self.query_one("#felt", Static).update(self._felt())

    def on_answer_list_answered(self, event: AnswerList.Answered) -> None:
        """Keep the answer."""
        with self.calmly():
            self._keep(event.asked, int(event.answer))

    def action_forget(self) -> None:
        """Take the answer of the pointer back. Raises GlossaryError."""
        self._keep(self.query_one(AnswerList).current, None)

    def action_card(self) -> None:
        """A card that fits what was felt."""
        from glossary.tui.screens.card import CardScreen

        self.app.push_screen(CardScreen(self.desk, self.term_id))

    def _keep(self, asked: str, value: int | None) -> None:
        desk = self.desk
        if asked == ROOM:
            feel(desk.store, desk.set_id, self.term_id, value)
        else:
            rate(desk.store, desk.set_id, self.term_id, asked, Scale.TEMPERATURE, value)
        desk.reload()
        self.relabel()

    def _felt(self) -> Content:
        value = temperature(self.desk.termset, self.term_id)
        scale = line(_("1 cool · 3 warm · 5 hot"), "$quiet")
        warmth = warmth_of(value)
        if value is None or warmth is None:
            return scale
        full = round(value)
        bar = "█" * _CELLS * full + "░" * _CELLS * (5 - full)
        told = line(warmth_word(warmth), "bold")
        return Content.assemble(line(bar, "$primary"), "  ", told, "    ", scale)
