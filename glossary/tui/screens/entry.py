"""One question, one partner's own words, nobody else's."""

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from glossary.domain import GlossaryError
from glossary.locale import gettext as _
from glossary.locale import mark, ngettext
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.screens.library_notice import unread_text
from glossary.tui.screens.own_words import OwnWordsScreen
from glossary.tui.screens.question import Question
from glossary.tui.sheets import DefinitionSheet
from glossary.tui.text import line
from glossary.tui.widgets.choices import Choices
from glossary.tui.widgets.cover import Cover
from glossary.tui.widgets.entry_form import EntryForm
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.message_bar import MessageBar
from glossary.tui.widgets.partner_tabs import ADD, PartnerTabs
from glossary.tui.widgets.title_bar import TitleBar
from glossary.tui.widgets.typed_area import TypedLine
from glossary.workflow.new_set import add_partner
from glossary.workflow.overtaken import before_change
from glossary.workflow.recovering import DEFINITION, Place


class EntryScreen(OwnWordsScreen):
    """A partner writes what it means by a term; what others mean is not shown here.

    Without `partner_id` it is a partner whose text could not be saved before, or else the first
    that has not answered yet. Raises NotFoundError for an unknown term.
    """

    BINDINGS = keys.bindings(keys.ENTRY)
    keys = keys.ENTRY
    about = mark(
        "One partner writes in its own words what it means by this term; its name stands above "
        "the text. Until the reveal who has answered is shown, what they answered is not. What "
        "you type is saved by itself. ^b goes to the cases; digits answer them."
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
        super().__init__(desk, term_id)
        self.partner_id = (
            partner_id or waiting_for(desk, self.term_id) or first_to_write(desk, self.term_id)
        )
        self._unread = ""
        self._came_from: Widget | None = None
        self._opening = ""

    def compose(self) -> ComposeResult:
        """Who, what, how it is saved."""
        yield TitleBar()
        yield PartnerTabs(id="partners")
        yield TypedLine(id="newcomer")
        yield Static(id="nobody")
        yield Cover()
        yield EntryForm()
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Let the first partner write."""
        self._tell_opening()
        self.ask(self.partner_id)

    def on_screen_resume(self) -> None:
        """Phones may have come in meanwhile."""
        if self._told == self._opening:
            self._tell_opening()
        # Behind the form, which takes the keys when it begins.
        self.app.call_later(self._leave_to_phones)

    def relabel(self) -> None:
        """Say everything again; texts stay."""
        super().relabel()
        termset, form = self.desk.termset, self.query_one(EntryForm)
        term = termset.terms.get(self.term_id)
        self.query_one(PartnerTabs).show_partners(
            termset,
            self.term_id,
            self.desk.names,
            self._unread or self.partner_id,
            self.desk.unread,
        )
        self.query_one("#newcomer").border_title = _("Name of the new partner")
        self.query_one("#nobody", Static).update(line(self._nobody()))
        if term is not None:
            name = self.partner.name if self.partner is not None else ""
            form.show_term(term, name, self.typed_by)
            self.query_one(TitleBar).show(term.label.upper(), *self._progress(name))

    def ask(self, partner_id: str, *, is_alone: bool = False) -> None:
        """Let a partner write, where there is one and its file can be read."""
        self._unread = partner_id if partner_id in self.desk.unread else ""
        if self._unread:
            partner_id = ""
            self.tell("")
        self.set_class(not partner_id, "-nobody")
        was_typed_for = self.is_typed_for
        super().ask(partner_id, is_alone=is_alone)
        if was_typed_for and not self.is_typed_for and self.partner is not None:
            told = _("{partner} types itself; {key} when the facilitator does.")
            self.tell(told.format(partner=self.partner.name, key=keys.key_name("ctrl+t")))
        if not partner_id:
            self.query_one(PartnerTabs).focus()

    def refill(self) -> None:
        """Show what others changed; a partner whose file was repaired may write."""
        if self._unread and self._unread not in self.desk.unread:
            self.ask(self._unread if self._unread in self.desk.termset.partners else "")
        else:
            super().refill()

    def opening(self) -> str:
        """With one laptop a group writes unseen only while nobody looks at the beamer.

        An outcome is not overtaken unknowingly.
        """
        if self.is_blind and self.desk.is_on_phones:
            return _("On phones everybody writes unseen. Whoever writes here does so in view.")
        if self.is_blind and self.desk.guide is not None:
            return _("Make the beamer dark: whoever looks reads along. Saving goes by itself.")
        desk = self.desk
        agreed = before_change(desk.whole, self.term_id, desk.today(), desk.names)
        return agreed or super().opening()

    def remark(self) -> str:
        """Say what becomes of a meaning that was emptied."""
        if isinstance(self.sheet, DefinitionSheet) and self.sheet.is_emptied:
            return _("Emptied. What was there stays saved; {key} withdraws it.").format(key="^s")
        return super().remark()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Who has the keys in a text needs no key to it."""
        if action == "write":
            return self.focused is None and bool(self.partner_id) and not self.is_covered
        return super().check_action(action, parameters)

    def action_write(self) -> None:
        """Take the keys to the text, which was left alone for who answers on a phone."""
        self.query_one(EntryForm).open("meaning")

    def action_next_partner(self) -> None:
        """Save and let the next partner write: before the reveal one that has not answered."""
        if self.desk.termset.partners:
            self.leave(lambda: self._hand_over(self._following()))

    def action_open_field(self, field: str) -> None:
        """Write in an optional field."""
        if self.partner_id and not self.is_covered:
            self.query_one(EntryForm).open(field)

    def action_cases(self) -> None:
        """To the boundary cases, or back to the text."""
        if not self.partner_id or self.is_covered:
            return
        if not self.query_one(EntryForm).switch_cases():
            self.tell(_("This term has no boundary cases."))

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
            self.leave(lambda: self._hand_over(event.id, is_named=True))

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
            self._hand_over(partner.id, is_named=True)

        self.leave(join)

    def _leave_to_phones(self) -> None:
        """Let no letter be a word of whose form is open, while it may answer on a phone."""
        is_free = self.partner_id and not (self.is_covered or self._is_at_hand)
        if is_free and self.is_blind and self.desk.is_on_phones:
            self.set_focus(None)

    def _tell_opening(self) -> None:
        self._opening = self.opening()
        self.tell(self._opening)

    def _nobody(self) -> str:
        """Why there is no form: a file that cannot be read, or no partner at all."""
        unread = self.desk.unread
        if self._unread in unread:
            return unread_text({self._unread: unread[self._unread]}, self.desk.store.folder)
        return _("No partners yet. Press + to add the first one.")

    def _hand_over(self, partner_id: str, *, is_named: bool = False) -> None:
        """Let another partner write; unless it was named, the next form asks who that is."""
        self.desk.writer = partner_id if is_named else ""
        self.ask(partner_id)

    def _following(self) -> str:
        """The partner after the present one; before the reveal the next that has not answered."""
        partners = list(self.desk.termset.partners)
        at = partners.index(self.partner_id) + 1 if self.partner_id in partners else 0
        others = [*partners[at:], *partners[:at]]
        answered = self.desk.termset.meanings(self.term_id) if self.is_blind else {}
        return next((key for key in others if key not in answered), others[0])

    def _progress(self, partner: str) -> tuple[str, ...]:
        """Who writes and how many have not, long and short."""
        termset = self.desk.termset
        to_go = len(termset.partners) - len(termset.meanings(self.term_id))
        if not partner:
            return ()
        if self.is_typed_for:
            partner = _("the facilitator types for {partner}").format(partner=partner)
        if not to_go and self.desk.unread:
            return (partner,)
        if not to_go:
            return _("{partner} · everybody has answered").format(partner=partner), partner
        told = ngettext("{partner} · {n} to go", "{partner} · {n} to go", to_go)
        return told.format(partner=partner, n=to_go), partner

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


def waiting_for(desk: Desk, term_id: str) -> str:
    """The first partner of whom a text on a term waits to be put back; empty where none does."""
    places = [Place.of(text) for text in desk.waiting()]
    partners = desk.termset.partners
    return next((key for key in partners if Place(DEFINITION, term_id, key) in places), "")


def first_to_write(desk: Desk, term_id: str) -> str:
    """The first partner that has not answered yet, or else the first.

    One whose file cannot be read comes after all others; empty where there is none at all.
    """
    partners, answered = list(desk.termset.partners), desk.termset.meanings(term_id)
    silent = [key for key in partners if key not in answered]
    return next(iter(silent + partners + list(desk.unread)), "")
