"""One partner at a time says its own: what it typed, answered and confirmed, under a cover."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

from textual import work
from textual.widgets import TextArea

from glossary.domain import TEXT_FIELDS, CaseAnswer, Definition, Lens, Partner, Ratings
from glossary.domain.visibility import is_blind
from glossary.locale import gettext as _
from glossary.tui.desk import Desk
from glossary.tui.keeper import Changes
from glossary.tui.marks import lens_mark
from glossary.tui.screens.question import Question
from glossary.tui.screens.typing_room import TypingScreen
from glossary.tui.sheets import DefinitionSheet
from glossary.tui.widgets.answer_list import AnswerList
from glossary.tui.widgets.cover import Cover
from glossary.tui.widgets.entry_form import EntryForm
from glossary.tui.widgets.lens_line import CONFIRM_KEY, LensLine
from glossary.workflow.answering import answer_case
from glossary.workflow.defining import FACILITATOR
from glossary.workflow.lookup import term_of
from glossary.workflow.session.confirming import confirm_lenses, require_meaning, suggested_lens
from glossary.workflow.session.rating import Scale, asks_before, rate

# Long enough to let a fast typist pass, short enough to seem immediate.
_REST = 0.2


class OwnWordsScreen(TypingScreen):
    """The form of one partner on one term; a subclass says who there are, and whose turn it is.

    Until the reveal what a partner wrote is covered when its form is opened again: whoever
    steps through the partners shows nobody's words to the room. It needs an `EntryForm` and a
    `Cover`. Raises NotFoundError for an unknown term.
    """

    DEFAULT_CSS = """
    OwnWordsScreen > Cover { display: none; }
    OwnWordsScreen.-covered > Cover { display: block; }
    OwnWordsScreen.-covered > EntryForm { display: none; }
    """

    def __init__(self, desk: Desk, term_id: str) -> None:
        super().__init__(desk)
        self.term_id = term_of(desk.termset, term_id).id
        self.partner_id = ""
        self.is_typed_for = False
        self._heard = ""
        # Whether somebody at the laptop opened or wrote what the form shows.
        self._is_at_hand = False
        self._clipboard: str | None = None

    def ask(self, partner_id: str, *, is_alone: bool = False) -> None:
        """Let a partner write; what it wrote earlier is covered unless it looks alone."""
        self.abandon()
        self._empty_clipboard()
        self._heard = ""
        # Whose hand it is is said of each partner anew: its file would name the wrong one.
        self.is_typed_for = self.is_typed_for and partner_id == self.partner_id
        self.partner_id = partner_id
        self._is_at_hand = is_alone
        self.set_class(not is_alone and self._is_closed(partner_id), "-covered")
        form = self.query_one(EntryForm)
        if self.is_covered or not partner_id:
            form.fill(dict.fromkeys(TEXT_FIELDS, ""))
            self.relabel()
            self.query_one(Cover).focus()
            return
        sheet = DefinitionSheet(self.desk, self.term_id, partner_id, form.texts)
        sheet.entered_by = self._typist
        self.keep(sheet, form)
        self.relabel()
        form.begin()
        self._listen()

    @property
    def is_blind(self) -> bool:
        """Whether partners write without seeing each other."""
        return is_blind(self.desk.whole, self.term_id)

    @property
    def is_covered(self) -> bool:
        """Whether a cover lies over what the partner wrote."""
        return self.has_class("-covered")

    @property
    def partner(self) -> Partner | None:
        """Who writes, as its file says it; None when it is gone."""
        return self.desk.whole.partners.get(self.partner_id)

    def refill(self) -> None:
        """Show what others changed; what was revealed needs no cover any more.

        What the partner says elsewhere comes under a cover, once what it typed here is saved.
        """
        is_closed = self._is_closed(self.partner_id)
        unsaved = self.sheet.unsaved() if self.sheet is not None else {}
        is_at_hand = self._is_at_hand or bool(unsaved)
        is_told_elsewhere = self.is_blind and self.sheet is not None and bool(self.sheet.fresh())
        if is_told_elsewhere and unsaved:
            self.relabel()
        elif is_told_elsewhere or (is_closed != self.is_covered and not is_at_hand):
            self.ask(self.partner_id)
        else:
            super().refill()

    def clash_question(self, theirs: Changes) -> Question:
        """As on any form, without the words until the reveal."""
        if not self.is_blind:
            return super().clash_question(theirs)
        name = self.partner.name if self.partner is not None else ""
        told = _("{partner} wrote something else meanwhile, on a phone or in the file. What stays?")
        answers = [
            ("later", _("Decide later")),
            ("mine", _("What I typed here")),
            ("theirs", _("What was written there")),
        ]
        return Question(told.format(partner=name), answers)

    def has_taken(self) -> None:
        """Cover what was written elsewhere."""
        if self.is_blind:
            self.ask(self.partner_id)

    def relabel(self) -> None:
        """Say everything on the form again; texts stay."""
        name = self.partner.name if self.partner is not None else ""
        self.query_one(Cover).show(
            _("{partner} has answered. Only {partner} looks now: enter opens the text.").format(
                partner=name
            )
        )
        if not self.is_bereft:
            self._show_answers()

    def action_type_for(self) -> None:
        """The facilitator types for somebody in the room, or the partner itself again."""
        self.is_typed_for = not self.is_typed_for
        if isinstance(self.sheet, DefinitionSheet):
            self.sheet.entered_by = self._typist
            self._change(self.sheet.attribute)
        self.relabel()

    def action_confirm_lens(self) -> None:
        """The partner confirms the lens that its words suggest, or takes a lens back."""
        if self._definition.lenses:
            self._confirm()
        elif self._heard:
            self._confirm(self._heard)

    def action_other_lens(self) -> None:
        """The partner chooses among all lenses; nothing is confirmed before that.

        Raises RefusedError where it has not said yet what it means.
        """
        if self.is_bereft or self.is_covered or self.partner is None:
            return
        lenses = self.desk.whole.terms[self.term_id].lenses
        # Of words that are not in the file no lens can be confirmed.
        if not lenses or self.keeper is None or not self.keeper.now():
            return
        require_meaning(self.desk.whole, self.term_id, self.partner_id)
        question = _lens_question(lenses, self._definition, self._heard)

        def answered(lens: str | None) -> None:
            if lens:
                self._confirm(lens)

        self.app.push_screen(question, answered)

    def on_unmount(self) -> None:
        """Leave nothing to paste."""
        self._empty_clipboard()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Listen through which lens the meaning is said."""
        if self.sheet is not None and self.sheet.unsaved():
            self._is_at_hand = True
        if event.text_area.id == "meaning":
            self._listen()

    def on_lens_line_pressed(self, event: LensLine.Pressed) -> None:
        """As the key that was clicked."""
        if event.key == CONFIRM_KEY:
            self.action_confirm_lens()
        else:
            with self.calmly():
                self.action_other_lens()

    def on_cover_lifted(self) -> None:
        """The partner alone looks now; with phones in the room it is not at the laptop."""
        if not self.desk.is_on_phones or self.partner is None:
            self.ask(self.partner_id, is_alone=True)
            return
        told = _("Show here what {partner} wrote? Whoever looks reads along.")
        answers = [("", _("Leave it covered")), ("open", _("Show it"))]

        def answered(answer: str | None) -> None:
            if answer:
                self.ask(self.partner_id, is_alone=True)

        self.app.push_screen(Question(told.format(partner=self.partner.name), answers), answered)

    def on_answer_list_answered(self, event: AnswerList.Answered) -> None:
        """Save an answer; the same answer again takes it back."""
        desk, place, partner = self.desk, (self.term_id, self.partner_id), self.partner
        if partner is None:
            return
        self._is_at_hand = True
        if event.answers.id == "know":
            known = partner.ratings.get(self.term_id, Ratings()).know_before
            value = None if known == int(event.answer) else int(event.answer)
            self._change(lambda: rate(desk.store, desk.set_id, *place, Scale.KNOW_BEFORE, value))
            return
        new = CaseAnswer(event.answer)
        given = partner.cases.get(self.term_id, {})
        answer = None if given.get(event.asked) is new else new
        self._change(lambda: answer_case(desk.store, desk.set_id, *place, event.asked, answer))

    @property
    def typed_by(self) -> str:
        """Who types or typed in the place of the partner, in the reader's language."""
        by = self._typist or self._definition.entered_by
        return _("the facilitator") if by == FACILITATOR else by

    def _empty_clipboard(self) -> None:
        """Leave nothing to paste of what the partner copied of its words that nobody may see."""
        if self.is_blind and self._clipboard not in (None, self.app.clipboard):
            self.app.copy_to_clipboard("")
        self._clipboard = self.app.clipboard

    @work(group="answers", description="answers")
    async def _change(self, change: Callable[[], object]) -> None:
        """Change the partner's file, in turn with what is typed."""

        def changed() -> None:
            change()
            self.desk.reload()

        if self.keeper is not None:
            self._report(await self.keeper.run(changed))

    def _confirm(self, *lenses: str) -> None:
        desk, place = self.desk, (self.term_id, self.partner_id)
        # Of words that are not in the file no lens can be confirmed.
        if self.keeper is not None and self.keeper.now():
            self._change(lambda: confirm_lenses(desk.store, desk.set_id, *place, lenses))

    @work(exclusive=True, group="lens")
    async def _listen(self) -> None:
        await asyncio.sleep(_REST)
        if not self.stands or self.is_bereft:
            return
        text = self.query_one(EntryForm).texts()["meaning"]
        heard = await asyncio.to_thread(suggested_lens, self.desk.termset, self.term_id, text)
        if self.stands and self.sheet is not None and not self.is_bereft:
            self._heard = heard
            self._show_lens()

    def _show_answers(self) -> None:
        """Show what the partner answered, unless that is covered."""
        whole, form, partner = self.desk.whole, self.query_one(EntryForm), self.partner
        term = whole.terms[self.term_id]
        if partner is None:
            return
        shown = replace(partner, cases={}, ratings={}) if self.is_covered else partner
        form.show_cases(term, shown)
        known = shown.ratings.get(term.id, Ratings()).know_before
        form.show_knowing(known, asked=asks_before(whole, term.id))
        self._show_lens()

    def _show_lens(self) -> None:
        lenses = self.desk.whole.terms[self.term_id].lenses
        confirmed = () if self.is_covered else self._definition.lenses
        known = tuple(lens.id for lens in lenses if lens.id in confirmed)
        self.query_one(LensLine).show(lenses, self._heard, known)

    def _is_closed(self, partner_id: str) -> bool:
        """Whether the partner said something that only itself may see."""
        partner = self.desk.whole.partners.get(partner_id)
        if partner is None or not self.is_blind:
            return False
        return self.term_id in partner.definitions or bool(partner.cases.get(self.term_id))

    @property
    def _typist(self) -> str:
        """Who types, as the file says it: "" for the partner itself."""
        return FACILITATOR if self.is_typed_for else ""

    @property
    def _definition(self) -> Definition:
        found = self.partner.definitions.get(self.term_id) if self.partner is not None else None
        return found or Definition("")


def _lens_question(lenses: Sequence[Lens], said: Definition, heard: str) -> Question:
    """Gives a lens; enter takes the one that is confirmed, or else what the words sound like."""
    answers = []
    for place, lens in enumerate(lenses):
        sign = "✓ " if lens.id in said.lenses else ""
        answers.append((lens.id, f"{sign}{lens_mark('', place).glyph} {lens.label}"))
    return Question(
        _("Through which lens do you say this?"),
        answers,
        said.meaning,
        declined="",
        offered=next(iter(said.lenses), heard),
    )
