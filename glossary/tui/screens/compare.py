"""The definitions of one term side by side, with the words on which they part."""

import asyncio
from collections.abc import Sequence

from textual import events, work
from textual.app import ComposeResult

from glossary.domain import Term, TermSet, one_line
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.paging import fitting
from glossary.tui.screens import compare_parts as parts
from glossary.tui.screens.compare_ways import CompareWays
from glossary.tui.spotlight import Spotlight
from glossary.tui.widgets.compare_view import CompareView
from glossary.tui.widgets.facts_view import FactsView
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.legend import Legend
from glossary.tui.widgets.message_bar import MessageBar, SentenceLines
from glossary.tui.widgets.talk_bar import TalkBar
from glossary.tui.widgets.title_bar import TitleBar
from glossary.workflow.lookup import term_of
from glossary.workflow.named import named
from glossary.workflow.overtaken import above_meanings
from glossary.workflow.term_facts import term_facts
from glossary.workflow.words import full_names_of

# Seconds in which a term is painted before comparing the next one takes its share.
_BREATH = 0.05


class CompareScreen(CompareWays):
    """One term of `order`; n and p step through the others. It first shows the words, then marks.

    Raises NotFoundError when there is no such term.
    """

    BINDINGS = keys.bindings(keys.COMPARE)
    keys = keys.COMPARE
    about = mark(
        "What each partner means by this term. Marked words are where they part; the row below "
        "the title counts the definitions that carry each mark. Marks compare wordings: only "
        "people can tell whether they mean the same. A digit lights the partner that speaks; the "
        "others listen."
    )
    follows_files = True
    steps_on = True
    DEFAULT_CSS = """
    CompareScreen > .agreed { max-height: 4; padding: 0 1; display: none; }
    CompareScreen > FactsView { display: none; padding: 0; }
    CompareScreen.-facts > FactsView { display: block; }
    CompareScreen.-facts > CompareView { display: none; }
    """

    def __init__(self, desk: Desk, term_id: str, order: Sequence[str] = ()) -> None:
        super().__init__(desk, term_of(desk.termset, term_id))
        self._order = list(order) or list(desk.termset.terms)
        self._everything = False
        self._columns: tuple[str, ...] = ()
        self._shown: TermSet | None = None
        self._shown_hidden = False

    def compose(self) -> ComposeResult:
        """Title, legend, definitions, what to talk about, message, keys."""
        yield TitleBar()
        yield SentenceLines(classes="agreed")
        yield Legend()
        yield CompareView()
        yield FactsView()
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
        if self.is_bereft:
            self.action_back()
            return
        self._term = self.desk.termset.terms[self.term_id]
        self.say("")
        self._show(stay=True)

    def relabel(self) -> None:
        """Say everything again."""
        self._show(stay=True)

    def on_compare_view_paged(self) -> None:
        """Say which partners are on the page."""
        self._show_title()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What does not apply now: pages of one page, picking but for two, terms in a session."""
        if action in ("step", "agree", "restate") and self.desk.guide is not None:
            return False
        if action == "pick":
            return self._spot.is_picking
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
                self._term, self.term_id = self.desk.termset.terms[wanted], wanted
                break
        self.say("")
        self._spot = Spotlight()
        self._show(stay=False)

    def action_light(self, digit: int) -> None:
        """Light the partner with this number, for its turn or to look at two."""
        if digit <= len(self._columns):
            self._turn(self._spot.pointed(self._columns[digit - 1]))

    def action_speak(self, by: int) -> None:
        """Give the turn to the next partner, also beyond nine."""
        self._turn(self._spot.stepped(self._columns, by))

    def action_focus_on(self) -> None:
        """Look at two partners only, or at all again."""
        self._turn(self._spot.picking())

    def action_pick(self) -> None:
        """The partner that is lit is one of the two."""
        if self._spot.lit:
            self._turn(self._spot.pointed(self._spot.lit))

    def action_hide_names(self) -> None:
        """Letters in the place of names, or names again."""
        self._faces.switch(self.term_id)
        self._show(stay=True)

    def action_back(self) -> None:
        """Show all partners again, or leave."""
        if self._spot.is_on:
            self._turn(Spotlight())
        else:
            super().action_back()

    def action_all_marks(self) -> None:
        """Show what texts have in common as well, or only where they part."""
        self._everything = not self._everything
        self._show(stay=True)

    def returned(self, _result: None) -> None:
        """Show what was changed elsewhere; what was only looked at changes nothing here."""
        if self._shown is not self.desk.termset or self._shown_hidden != self.hides_names:
            self.refill()

    def _turn(self, spot: Spotlight) -> None:
        """Let others stand out; words stay where they are unless others are shown."""
        before, self._spot = self._spot, spot
        if spot.focus != before.focus:
            self._show(stay=False)
        else:
            self._show_talk()
        self._light(follow=True)

    def _show(self, *, stay: bool) -> None:
        self.clear_selection()
        self._spot = self._spot.among(self.desk.termset.partners)
        self._show_found(stay=stay)
        self._compare(self._term)

    def _show_found(self, *, stay: bool) -> None:
        found, theme, termset = self._found, self.app.theme, self._termset
        self._shown, self._shown_hidden = self.desk.termset, self.hides_names
        look = parts.Look(theme, self._everything)
        fit = fitting(self.app.size.width - 2)
        people = parts.people(termset, self.term_id, fit, hidden=self.hides_names)
        self._columns = tuple(partner.id for partner, _text in people.columns)
        self.query_one(CompareView).show(
            parts.cells(people, self._term, found, look),
            _("∅ no definition"),
            people.tail,
            stay=stay,
        )
        self._show_agreed(termset)
        self._show_facts(termset)
        self._light(follow=False)
        is_led = self.desk.guide is not None
        in_turns = is_led or bool(self.desk.termset.agreement(self.term_id).order)
        self.query_one(KeyBar).lead(keys.IN_TURNS if in_turns else ())
        note = parts.legend_note(people, found)
        if self._is_blind:
            note = _("Not revealed yet: partners write without seeing each other.")
        self.query_one(Legend).show(parts.legend(self._term, found, look), note)
        self._show_talk()
        self._show_title()

    def _show_agreed(self, termset: TermSet) -> None:
        """What was agreed before, and what overtook it."""
        told = " ".join(
            above_meanings(termset, self.term_id, self.desk.today(), full_names_of(termset))
        )
        agreed = self.query_one(".agreed", SentenceLines)
        agreed.show(told)
        agreed.display = bool(told)

    def _show_facts(self, termset: TermSet) -> None:
        """What there is to read about the term, where nobody has said yet what it means."""
        is_empty = not self.desk.termset.meanings(self.term_id)
        facts = [*term_facts(termset, self._term)] if is_empty else []
        view = self.query_one(FactsView)
        view.show(facts)
        self.set_class(bool(facts), "-facts")
        # So that the arrows reach what does not fit.
        self.set_focus(view if facts else self.query_one(CompareView))

    def _light(self, *, follow: bool) -> None:
        columns, bright = self._columns, self._spot.bright
        places = [columns.index(key) for key in bright if key in columns]
        self.query_one(CompareView).light(places, follow=follow)
        self.refresh_bindings()

    def _show_talk(self) -> None:
        """What to talk about, unless somebody speaks: then the others listen."""
        termset, found = self._termset, self._found
        speaker = termset.partners.get(self._spot.lit)
        if self._spot.is_picking:
            told = _("Choose two by their digits, or with the arrows and enter. Esc shows all.")
            self.query_one(TalkBar).show(_("Which two?"), [told])
        elif speaker is not None:
            lead = _("{partner} speaks.").format(partner=one_line(speaker.name))
            self.query_one(TalkBar).show(lead, [_("Listen; ask only to understand.")])
        else:
            signals = named(termset, self.term_id) if found is None else found.signals
            sentences = self._faces.reasons(termset, self.term_id, signals)
            self.query_one(TalkBar).show(_("What to talk about?"), sentences)

    def _show_title(self) -> None:
        view = self.query_one(CompareView)
        first, last = view.shown_cells
        self.refresh_bindings()
        where = parts.place(first, last, len(self.desk.termset.partners), view.page, view.pages)
        if self._spot.focus:
            names = [self._termset.partners[key].short_name for key in self._columns]
            where = (" ↔ ".join(names),)
        self.query_one(TitleBar).show(self._term.label.upper(), *where)

    @work(exclusive=True, group="compare", description="compare")
    async def _compare(self, term: Term) -> None:
        """Mark the words as soon as they were compared, then look ahead to the neighbours."""
        if self._found is None and not self._is_blind:
            with self.calmly():
                await self._comparisons.find(self._termset, term.id)
                if self.stands:
                    self._show_found(stay=True)
        await asyncio.sleep(_BREATH)
        at = self._order.index(term.id) if term.id in self._order else 0
        for by in (1, -1):
            wanted = self._order[(at + by) % len(self._order)]
            if wanted in self.desk.termset.terms:
                await self._comparisons.find(self.desk.termset, wanted)
