"""One question, one partner's own words, nobody else's."""

from textual import work
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from glossary.domain import CaseAnswer, GlossaryError
from glossary.locale import gettext as _
from glossary.locale import mark, ngettext
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.screens.question import Question
from glossary.tui.screens.typing_room import TypingScreen
from glossary.tui.sheets import DefinitionSheet
from glossary.tui.text import line
from glossary.tui.widgets.answer_list import AnswerList
from glossary.tui.widgets.choices import Choices
from glossary.tui.widgets.entry_form import EntryForm
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.message_bar import MessageBar
from glossary.tui.widgets.partner_tabs import ADD, PartnerTabs
from glossary.tui.widgets.title_bar import TitleBar
from glossary.tui.widgets.typed_area import TypedLine
from glossary.workflow.answering import answer_case
from glossary.workflow.lookup import term_of
from glossary.workflow.new_set import add_partner
from glossary.workflow.recovering import DEFINITION, Place


class EntryScreen(TypingScreen):
    """A partner writes what it means by a term; what others mean is not shown here.

    Without `partner_id` it is a partner whose text could not be saved before, or else the first
    that has not answered yet. Raises NotFoundError for an unknown term.
    """

    BINDINGS = keys.bindings(keys.ENTRY)
    keys = keys.ENTRY
    about = mark(
        "One partner writes in its own words what it means by this term. Who has answered is "
        "shown, what they answered is not. What you type is saved by itself. Tab goes to the "
        "cases; digits answer them."
    )
    DEFAULT_CSS = """
    EntryScreen > #newcomer { display: none; }
    EntryScreen > #nobody { display: none; padding: 1; height: 1fr; }
    EntryScreen.-nobody > #nobody { display: block; }
    EntryScreen.-nobody > EntryForm { display: none; }
    EntryScreen.-tall > PartnerTabs { margin-bottom: 1; }
    EntryScreen.-short > PartnerTabs { margin-bottom: 1; }
    EntryScreen.-low #questions { display: none; }
    """

    def __init__(self, desk: Desk, term_id: str, partner_id: str | None = None) -> None:
        super().__init__(desk)
        self.term_id = term_of(desk.termset, term_id).id
        partners = list(desk.termset.partners)
        answered = desk.termset.meanings(self.term_id)
        silent = [key for key in partners if key not in answered]
        places = [Place.of(text) for text in desk.waiting()]
        cut_off = [key for key in partners if Place(DEFINITION, self.term_id, key) in places]
        self.partner_id = partner_id or next(iter(cut_off + silent + partners), "")
        self._came_from: Widget | None = None

    def compose(self) -> ComposeResult:
        """Who, what, how it is saved."""
        yield TitleBar()
        yield PartnerTabs(id="partners")
        yield TypedLine(id="newcomer")
        yield Static(id="nobody")
        yield EntryForm()
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Let the first partner write."""
        self.tell(_("What you type is saved by itself."))
        self._ask(self.partner_id)

    def relabel(self) -> None:
        """Say everything again; texts stay."""
        termset, form = self.desk.termset, self.query_one(EntryForm)
        term, partner = (
            termset.terms.get(self.term_id),
            self.desk.whole.partners.get(self.partner_id),
        )
        self.query_one(PartnerTabs).show_partners(
            termset, self.term_id, self.desk.names, self.partner_id
        )
        self.query_one("#newcomer").border_title = _("Name of the new partner")
        self.query_one("#nobody", Static).update(
            line(_("No partners yet. Press + to add the first one."))
        )
        if term is not None:
            form.show_term(term)
            name = partner.name if partner is not None else ""
            self.query_one(TitleBar).show(term.label.upper(), self._progress(name))
            if partner is not None:
                form.show_cases(term, partner)

    def remark(self) -> str:
        """Say what becomes of a meaning that was emptied."""
        if isinstance(self.sheet, DefinitionSheet) and self.sheet.is_emptied:
            return _("Emptied. What was there stays saved; {key} withdraws it.").format(key="^s")
        return super().remark()

    def action_next_partner(self) -> None:
        """Save and let the next partner write."""
        partners = list(self.desk.termset.partners)
        if partners:
            at = partners.index(self.partner_id) + 1 if self.partner_id in partners else 0
            self.leave(lambda: self._ask(partners[at % len(partners)]))

    def action_open_field(self, field: str) -> None:
        """Write in an optional field."""
        if self.partner_id:
            self.query_one(EntryForm).open(field)

    def action_add_partner(self) -> None:
        """Ask for the name of a new partner."""
        newcomer = self.query_one("#newcomer", TypedLine)
        if not newcomer.display:
            self._came_from = self.focused
        newcomer.display = True
        newcomer.focus()

    def action_back(self) -> None:
        """Put the name of a new partner away, or save and leave."""
        newcomer = self.query_one("#newcomer", TypedLine)
        if newcomer.display:
            self._put_away(newcomer)
        else:
            super().action_back()

    def action_save(self) -> None:
        """Save now; an emptied definition is withdrawn when somebody says so."""
        sheet = self.sheet
        if isinstance(sheet, DefinitionSheet) and sheet.is_emptied:
            self._ask_to_withdraw(sheet)
        else:
            super().action_save()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Let another partner write, add one, or open a field."""
        if event.choices.id == "more":
            self.action_open_field(event.id)
        elif event.id == ADD:
            self.action_add_partner()
        else:
            self.leave(lambda: self._ask(event.id))

    def on_typed_line_submitted(self, event: TypedLine.Submitted) -> None:
        """Let a new partner join."""
        name = event.area.text

        def join() -> None:
            try:
                partner = add_partner(self.desk.store, self.desk.set_id, name)
                self.desk.reload()
            except GlossaryError as error:
                self.trouble(error)
                return
            self._put_away(event.area)
            self._ask(partner.id)

        self.leave(join)

    @work(group="answers")
    async def on_answer_list_answered(self, event: AnswerList.Answered) -> None:
        """Save an answer to a boundary case; the same answer again takes it back."""
        desk, place = self.desk, (self.term_id, self.partner_id)
        partner, new = desk.whole.partners.get(self.partner_id), CaseAnswer(event.answer)
        given = partner.cases.get(self.term_id, {}) if partner is not None else {}
        answer = None if given.get(event.asked) is new else new

        def change() -> None:
            answer_case(desk.store, desk.set_id, *place, event.asked, answer)
            desk.reload()

        if self.keeper is not None:
            self._report(await self.keeper.run(change))

    def _ask(self, partner_id: str) -> None:
        self.partner_id = partner_id
        self.set_class(not partner_id, "-nobody")
        if not partner_id:
            self.relabel()
            self.query_one(PartnerTabs).focus()
            return
        form = self.query_one(EntryForm)
        sheet = DefinitionSheet(self.desk, self.term_id, partner_id, form.texts)
        self.keep(sheet, form)
        self.relabel()
        form.open("meaning")

    def _progress(self, partner: str) -> str:
        termset = self.desk.termset
        to_go = len(termset.partners) - len(termset.meanings(self.term_id))
        if not partner:
            return ""
        if not to_go:
            return _("{partner} · everybody has answered").format(partner=partner)
        return ngettext("{partner} · {n} to go", "{partner} · {n} to go", to_go).format(
            partner=partner, n=to_go
        )

    def _put_away(self, newcomer: TypedLine) -> None:
        newcomer.fill("")
        newcomer.display = False
        if self._came_from is not None:
            self._came_from.focus()

    def _ask_to_withdraw(self, sheet: DefinitionSheet) -> None:
        partner = self.desk.termset.partners.get(self.partner_id)
        name = partner.name if partner is not None else self.partner_id

        def answered(answer: str | None) -> None:
            if answer == "withdraw":
                with self.calmly():
                    sheet.withdraw()
                    self._report(None)

        question = Question(
            _("Withdraw what {partner} means by this term?").format(partner=name),
            [("stay", _("No, keep it")), ("withdraw", _("Withdraw it"))],
            sheet.known.get("meaning", ""),
        )
        self.app.push_screen(question, answered)
