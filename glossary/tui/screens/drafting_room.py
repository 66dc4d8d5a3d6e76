"""A draft that is listened to while it is typed: whose words it has, what it settles."""

import asyncio
from collections.abc import Mapping, Sequence

from textual import work

from glossary.compare import Comparison
from glossary.domain import CaseAnswer, OutcomeKind
from glossary.locale import gettext as _
from glossary.tui.desk import Desk
from glossary.tui.screens.typing_room import TypingScreen
from glossary.tui.widgets.draft_panel import DraftPanel
from glossary.workflow.comparing import compare_term
from glossary.workflow.echoing import Echo, echo
from glossary.workflow.lookup import term_of
from glossary.workflow.session.consenting import unsolved
from glossary.workflow.session.settling import Choice, case_choices, choices, decide_case

# Long enough to let a fast typist pass, short enough to seem immediate.
_REST = 0.06


class DraftingScreen(TypingScreen):
    """A screen with a `DraftPanel` of a term, and other ways out than a draft.

    Raises NotFoundError for an unknown term.
    """

    DEFAULT_CSS = "DraftingScreen.-low #exits { display: none; }"

    def __init__(self, desk: Desk, term_id: str) -> None:
        super().__init__(desk)
        self.term_id = term_of(desk.termset, term_id).id
        self._compared_with: Mapping[str, str] | None = None
        self._found: Comparison | None = None

    def show_draft(self, draft: DraftPanel) -> None:
        """Say again what stands around the draft, and compare meanings that are new."""
        termset, names = self.desk.termset, self.desk.names
        meanings = termset.meanings(self.term_id)
        draft.relabel()
        draft.show_meanings(meanings, names)
        draft.show_unsolved(unsolved(self.desk.whole, self.term_id), names)
        draft.show_cases(case_choices(termset, self.term_id), names)
        if meanings != self._compared_with:
            self._compared_with, self._found = meanings, None
            self._compare()

    def leave_draft(self, kind: OutcomeKind) -> None:
        """Go to the outcome that the group chose in the place of a draft."""
        raise NotImplementedError

    def action_exit(self, kind: str) -> None:
        """Another way out than one wording."""
        self.leave_draft(OutcomeKind(kind))

    def action_points(self) -> None:
        """All that the draft settles or leaves open, and the boundary cases; or the wording."""
        if not self.query_one(DraftPanel).switch_points():
            self.tell(_("Nothing is open, and nothing is settled."))

    def on_draft_panel_left(self, event: DraftPanel.Left) -> None:
        """Another way out was clicked."""
        with self.calmly():
            self.leave_draft(event.kind)

    @work(group="cases", description="cases")
    async def on_draft_panel_decided(self, event: DraftPanel.Decided) -> None:
        """Keep what the draft decides of a case; the same answer again takes it back."""
        desk, term_id = self.desk, self.term_id
        decided = desk.termset.agreement(term_id).draft.cases.get(event.case)
        answer: CaseAnswer | None = None if decided is event.answer else event.answer

        def change() -> None:
            decide_case(desk.store, desk.set_id, term_id, event.case, answer)
            desk.reload()

        if self.keeper is not None:
            self._report(await self.keeper.run(change))

    @work(exclusive=True, group="compare")
    async def _compare(self) -> None:
        with self.calmly():
            self._found = await asyncio.to_thread(compare_term, self.desk.termset, self.term_id)
        if self.stands:
            self._listen()

    @work(exclusive=True, group="echo")
    async def _listen(self) -> None:
        draft = self.query_one(DraftPanel)
        await asyncio.sleep(_REST)
        if not self.stands or self.is_bereft:
            return
        wording = draft.wording.text
        heard, sides = await asyncio.to_thread(self._hear, wording)
        if self.stands:
            names = self.desk.names
            draft.show_echo(wording, heard, names)
            draft.show_sides(wording, sides, names)

    def _hear(self, wording: str) -> tuple[Echo, Sequence[Choice]]:
        termset, term_id, found = self.desk.termset, self.term_id, self._found
        heard = echo(termset, term_id, wording)
        if found is None:
            return heard, ()
        label = termset.terms[term_id].label
        return heard, choices(found, wording, language=termset.language, term=label)
