"""Prepare a session: which terms, in which order, how long, and with whom."""

from collections.abc import Callable, Sequence

from textual import work
from textual.app import ComposeResult
from textual.worker import get_current_worker

from glossary.domain import GlossaryError, TermSet, one_line
from glossary.domain.sessions import DEFAULT_MINUTES
from glossary.locale import gettext as _
from glossary.locale import mark, ngettext
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.faces import as_called
from glossary.tui.ranking import RankedMessage, StoppedError, carried_over, rank
from glossary.tui.screens.question import Question
from glossary.tui.screens.room import RoomScreen
from glossary.tui.session.guide import Guide
from glossary.tui.widgets.agenda_list import AgendaList
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.line_list import LineList
from glossary.tui.widgets.message_bar import MessageBar, SentenceLines
from glossary.tui.widgets.newcomer import Newcomer
from glossary.tui.widgets.title_bar import TitleBar
from glossary.tui.widgets.typed_area import TypedLine
from glossary.workflow import overview
from glossary.workflow.new_set import add_partner
from glossary.workflow.overview import TermRow
from glossary.workflow.session.agenda import LONGEST, plan, suggested

_LEAST = 5  # minutes
_NAMES = 10


class AgendaScreen(RoomScreen):
    """Which terms, in which order, how long; nothing is kept before the start.

    Terms are suggested by attention until somebody chooses.
    """

    BINDINGS = keys.bindings(keys.AGENDA)
    AUTO_FOCUS = "AgendaList"
    keys = keys.AGENDA
    about = mark(
        "Which terms the group talks about today, in which order, and how many minutes each of "
        "them gets. The terms with a number are chosen; suggested are those that deserve the "
        "group's time first."
    )
    follows_files = True
    DEFAULT_CSS = """
    AgendaScreen .-said { margin-bottom: 1; }
    """

    def __init__(self, desk: Desk, guide: Guide) -> None:
        super().__init__(desk)
        self._guide = guide
        self._rows: Sequence[TermRow] = ()
        self._picked: list[str] = []
        self._minutes = DEFAULT_MINUTES
        self._is_chosen = False
        self._is_ranked = False
        self._set: TermSet | None = None

    def compose(self) -> ComposeResult:
        """Title, who, how long, the terms, message, keys."""
        yield TitleBar()
        yield SentenceLines(classes="who")
        yield Newcomer()
        yield SentenceLines(classes="long -said")
        yield AgendaList()
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the agenda that there is."""
        self._read_plan()
        self.refill()

    def refill(self) -> None:
        """Show the set as it is now, compared if it is another one."""
        termset = self.desk.termset
        if self._set is None or self._set.id != termset.id:
            self._rows, self._is_ranked = (), False
            self._read_plan()
        is_new, self._set = self._set is not termset, termset
        if is_new:
            self._rows = carried_over(overview.rows(termset, self.desk.today()), self._rows)
            self._picked = [term for term in self._picked if term in termset.terms]
        self.relabel()
        if is_new:
            self._rank(termset)

    def relabel(self, *, stay: bool = False) -> None:
        """Say everything again; to `stay`, every term keeps its row."""
        termset = self.desk.termset
        self.query_one(TitleBar).show(_("Prepare the session"), termset.title)
        self.query_one(".who", SentenceLines).show(self._who())
        self.query_one(".long", SentenceLines).show(self._how_long())
        self.query_one(Newcomer).border_title = _("Name of the new partner")
        table = self.query_one(AgendaList)
        table.empty_text = _("This set has no terms yet. Press o to choose another set.")
        rows = as_called(termset, self._rows)
        table.show_agenda(rows, self._picked, self.desk.names, stay=stay)

    def on_ranked_message(self, event: RankedMessage) -> None:
        """Put the terms in order, and suggest the first ones where nobody chose yet."""
        if event.ranked.termset is self.desk.termset:
            self.desk.ranked = event.ranked
            self._rows, self._is_ranked = event.ranked.rows, True
            if not self._is_chosen:
                self._picked = list(suggested(event.ranked.rows))
                self.say("")
            self.relabel()

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """A click on the row of the cursor chooses."""
        self.action_pick()

    def on_typed_line_submitted(self, event: TypedLine.Submitted) -> None:
        """Let a new partner join."""
        with self.calmly():
            add_partner(self.desk.store, self.desk.set_id, event.area.text)
            self.desk.reload()
            self.query_one(Newcomer).put_away()
            self.say("")
            self.refill()

    def action_pick(self) -> None:
        """Choose the term of the cursor as the last one, or leave it out; no row moves."""
        term = self.query_one(AgendaList).term_id
        if term in self._picked:
            self._picked.remove(term)
        elif term:
            self._picked.append(term)
        self._chose(stay=True)

    def action_pick_only(self) -> None:
        """Choose the term of the cursor and no other."""
        term = self.query_one(AgendaList).term_id
        self._picked = [term] if term else []
        self._chose(stay=True)

    def action_shift(self, by: int) -> None:
        """Have the term of the cursor earlier or later."""
        term = self.query_one(AgendaList).term_id
        if term in self._picked:
            at = self._picked.index(term)
            self._picked.insert(max(0, at + by), self._picked.pop(at))
            self._chose()

    def action_longer(self, by: int) -> None:
        """Give every term more minutes, or fewer."""
        self._minutes = max(_LEAST, min(self._minutes + by, LONGEST))
        self.relabel(stay=True)

    def action_add_partner(self) -> None:
        """Ask for the name of a new partner."""
        self.query_one(Newcomer).open()

    def action_choose_set(self) -> None:
        """Open another set; its own agenda, if it has one, takes the place of this."""
        from glossary.tui.screens.sets import SetsScreen

        self._guide.rest()
        self.app.push_screen(SetsScreen(self.desk), self._returned)

    def action_start(self) -> None:
        """Keep the agenda. Raises GlossaryError."""
        self._keep()
        self.dismiss(None)

    def action_back(self) -> None:
        """Put the name of a new partner away, or leave everything as it was."""
        if not self.query_one(Newcomer).put_away():
            self.dismiss(None)

    def leave(self, then: Callable[[], object]) -> None:
        """Ask first about an agenda that people chose and did not keep."""
        if not self._is_unkept:
            then()
            return

        def answered(answer: str | None) -> None:
            if answer == "keep":
                with self.calmly():
                    self._keep()
                    then()
            elif answer == "leave":
                then()

        answers = [
            ("stay", _("Back to the agenda")),
            ("keep", _("Keep it")),
            ("leave", _("Leave it as it was")),
        ]
        chosen = (self.desk.termset.terms.get(term) for term in self._picked)
        detail = " · ".join(one_line(term.label) for term in chosen if term is not None)
        self.app.push_screen(Question(_("This agenda is not kept yet."), answers, detail), answered)

    @property
    def _is_unkept(self) -> bool:
        """Whether people chose something else than what the files hold; no suggestion is that."""
        session = self.desk.whole.session
        minutes = session.minutes if session is not None else DEFAULT_MINUTES
        terms = list(session.terms) if session is not None else []
        return minutes != self._minutes or (self._is_chosen and terms != self._picked)

    def _keep(self) -> None:
        desk = self.desk
        plan(desk.store, desk.set_id, self._picked, self._minutes, desk.today())
        desk.reload()

    def _returned(self, _result: None) -> None:
        self._guide.phones.follow_set()
        self.refill()

    def _read_plan(self) -> None:
        session = self.desk.whole.session
        self._picked = list(session.terms) if session is not None else []
        self._minutes = session.minutes if session is not None else DEFAULT_MINUTES
        self._is_chosen = bool(self._picked)

    def _chose(self, *, stay: bool = False) -> None:
        self._is_chosen = True
        self.say("")
        self.relabel(stay=stay)

    def _who(self) -> str:
        partners = self.desk.termset.partners.values()
        if not partners:
            return _("No partners yet. Press + to add the first one.")
        count = ngettext("{n} partner", "{n} partners", len(partners)).format(n=len(partners))
        names = [one_line(partner.short_name) for partner in partners]
        shown = ", ".join(names[:_NAMES]) + (", …" if len(names) > _NAMES else "")
        if len(partners) == 1:
            return _("{name} is the only partner. Press + to add another one.").format(name=shown)
        return _("{partners}: {names}").format(partners=count, names=shown)

    def _how_long(self) -> str:
        if not self._is_ranked and not self._is_chosen:
            return _("Comparing, to suggest what deserves time first …")
        terms = len(self._picked)
        chosen = ngettext("Today {n} term", "Today {n} terms", terms).format(n=terms)
        return _("{terms}, {n} min each (< and > change that): {all} min").format(
            terms=chosen, n=self._minutes, all=terms * self._minutes
        )

    @work(thread=True, exclusive=True, group="rank", description="rank")
    def _rank(self, termset: TermSet) -> None:
        worker = get_current_worker()
        try:
            ranked = rank(
                termset,
                self.desk.today(),
                lambda: not worker.is_cancelled,
                lambda _done, _terms: None,
                self.desk.store.memory,
                self.desk.pace,
                self.desk.ranked,
            )
        except StoppedError:
            return
        except GlossaryError as error:
            self.app.call_from_thread(self.trouble, error)
            return
        self.post_message(RankedMessage(ranked))
