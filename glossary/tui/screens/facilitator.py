"""The facilitator's menu: every phase, the clock and what lies beside the phases."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from glossary.domain import Phase
from glossary.locale import gettext as _
from glossary.tui import keys
from glossary.tui.session.deeds import PROJECTOR
from glossary.tui.session.guide import Guide
from glossary.tui.text import line
from glossary.tui.widgets.choices import Choice, Choices
from glossary.workflow.words import phase_word


class FacilitatorMenu(ModalScreen[str]):
    """Gives what was chosen, in the words of `Deeds.obey`; empty for nothing.

    Each of its keys chooses at once; the arrows, tab and enter do as well.
    """

    BINDINGS = keys.bindings(keys.MENU)
    DEFAULT_CSS = """
    FacilitatorMenu {
        align: center middle; background: $background;
        & > VerticalScroll {
            width: 76; max-width: 100%; height: auto; max-height: 100%; padding: 1 2;
            background: $surface; border: heavy $border;
            & > Static { height: auto; text-style: bold; }
            & > Choices { margin-top: 1; }
        }
    }
    """

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide

    def compose(self) -> ComposeResult:
        """One box; what belongs together on a row."""
        with VerticalScroll(can_focus=False):
            yield Static(line(self._title()))
            for _group in self._groups():
                yield Choices(buttons=True)

    def on_mount(self) -> None:
        """Offer what there is, with the pointer at the present phase."""
        rows = list(self.query(Choices))
        for row, group in zip(rows, self._groups(), strict=True):
            row.show(group, self._guide.phase.value)
        rows[0].focus()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """That is the answer."""
        self.action_choose(event.id)

    def action_choose(self, answer: str) -> None:
        """Give the answer of a key."""
        # Keys that were typed on are still to come, and would take away the screens below.
        if self.is_current:
            self.dismiss(answer)

    def _title(self) -> str:
        guide = self._guide
        if not guide.term_id:
            return _("No term is on the table yet; enter in the overview takes one up.")
        label = guide.desk.whole.terms[guide.term_id].label
        return " · ".join(filter(None, (label.upper(), phase_word(guide.phase), guide.time_left())))

    def _groups(self) -> Iterator[list[Choice]]:
        for group in self._all_groups():
            offered = [choice for choice in group if self._guide.deeds.offers(choice.id)]
            if offered:
                yield offered

    def _all_groups(self) -> Iterator[list[Choice]]:
        phases = enumerate(Phase, 1)
        yield [Choice(one.value, phase_word(one), key=str(place)) for place, one in phases]
        yield list(self._ways())
        is_anonymous = self._guide.session.anonymous
        yield [
            Choice("card", _("Card"), key="k"),
            Choice("temperature", _("Temperature"), key="t"),
            Choice("phones", _("Phones"), key="m"),
            Choice("names", _("With names") if is_anonymous else _("Anonymous"), key="A"),
        ]
        yield list(self._clock())
        is_bare = self.app.has_class(PROJECTOR)
        yield [
            Choice("projector", _("As usual") if is_bare else _("For the beamer"), key="b"),
            Choice("undo", _("Take back"), key="z"),
            Choice("redo", _("Make again"), key="Z"),
        ]

    def _ways(self) -> Iterator[Choice]:
        following = self._guide.next
        if following is not None:
            label = _("Next: {phase}").format(phase=phase_word(following))
            yield Choice("next", label, key="n")
        if self._guide.phase is not Phase.COLLECT:
            yield Choice("previous", _("Phase before"), key="N")
        yield Choice("overview", _("Overview"), key="o")

    def _clock(self) -> Iterator[Choice]:
        is_running = self._guide.clock.is_running
        yield Choice("clock", _("Stop the clock") if is_running else _("Start the clock"), key="p")
        yield Choice("more", _("5 min more"), key="plus")
        yield Choice("fewer", _("5 min fewer"), key="minus")
        is_hidden = self._guide.clock.is_hidden
        yield Choice("hide", _("Show the clock") if is_hidden else _("Hide the clock"), key="c")
