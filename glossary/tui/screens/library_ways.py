"""What changes the set as a whole, opened from the list: other sets, words, minutes."""

from glossary.tui.screens.term_ways import TermWays
from glossary.tui.widgets.term_list import TermList


class LibraryWays(TermWays):
    """The part of the list that leads away from its terms."""

    def action_choose_set(self) -> None:
        """Open another set."""
        from glossary.tui.screens.sets import SetsScreen

        self.app.push_screen(SetsScreen(self.desk), self.returned)

    def action_new_term(self) -> None:
        """Let a word join the set."""
        from glossary.tui.screens.new_term import NewTermScreen

        self.desk.complete()
        self.app.push_screen(NewTermScreen(self.desk, self._joined))

    def action_remove_term(self) -> None:
        """Take the term of the cursor out of the set."""
        from glossary.tui.screens.word_leaves import ask_to_remove

        if self.pointed_id:
            ask_to_remove(self, self.pointed_id, self.refill)

    def action_export(self) -> None:
        """Write the minutes."""
        from glossary.tui.screens.export import ExportScreen

        self.desk.complete()
        self.app.push_screen(ExportScreen(self.desk, self.say))

    def _joined(self, term_id: str) -> None:
        self.refill()
        terms = self.query_one(TermList)
        terms.cursor = next((at for at, one in enumerate(terms.rows) if one.id == term_id), 0)
