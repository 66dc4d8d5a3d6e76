"""Earlier rounds of consent: the wordings, where partners stood on them and why."""

from collections.abc import Iterable, Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from glossary.domain import Stand, TermSet
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.screens.room import RoomScreen
from glossary.tui.text import line
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.round_parts import said
from glossary.tui.widgets.title_bar import TitleBar
from glossary.workflow.days import day
from glossary.workflow.session.consenting import PastRound, by_stand, past_rounds
from glossary.workflow.words import disposition_word


class RoundsScreen(RoomScreen):
    """What was asked before about a term, what partners said, and what became of objections."""

    BINDINGS = keys.bindings(keys.ROUNDS)
    keys = keys.ROUNDS
    about = mark(
        "Earlier wordings, where partners stood on them and why, and what became of objections."
    )
    DEFAULT_CSS = "RoundsScreen VerticalScroll { padding: 1 1 0 1; height: 1fr; }"

    def __init__(self, desk: Desk, term_id: str) -> None:
        super().__init__(desk)
        self._term_id = term_id

    def compose(self) -> ComposeResult:
        """Title, rounds, keys."""
        yield TitleBar()
        with VerticalScroll():
            yield Static(markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill in the words."""
        self.relabel()

    def relabel(self) -> None:
        """Say everything again."""
        termset = self.desk.termset
        self.query_one(TitleBar).show(
            termset.terms[self._term_id].label.upper(), _("Earlier rounds")
        )
        told = [
            Content("\n").join(_told(termset, one)) for one in past_rounds(termset, self._term_id)
        ]
        self.query_one(Static).update(
            Content("\n\n").join(told) if told else line(_("This wording is the first one."))
        )


def _told(termset: TermSet, past: PastRound) -> Iterator[Content]:
    if past.number:
        head = _("Round {number}").format(number=past.number)
        date = f" · {day(past.date)}" if past.date else ""
        yield line(f"{head}{date}", "bold")
        yield line(past.wording)
    else:
        yield line(_("Earlier positions:"), "bold")
    for one in by_stand(past.stood):
        who = _names(termset, one.partners)
        if one.reason:
            yield said(one.stand, f", {who}", line(one.reason))
        else:
            yield said(one.stand, "", line(who))
    for made in past.objections:
        fate = line(f"→ {disposition_word(made.disposition)}", "bold")
        text = Content(" ").join([line(made.text), fate])
        yield said(Stand.OBJECTION, f", {_names(termset, [made.partner])}", text)


def _names(termset: TermSet, keys: Iterable[str]) -> str:
    """What partners are called; one that left by its id."""
    found = ((key, termset.partners.get(key)) for key in keys)
    return ", ".join(one.name if one else key for key, one in found)
