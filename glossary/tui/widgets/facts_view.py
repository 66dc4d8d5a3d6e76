"""What there is to read about a term, each fact behind what it is."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.containers import VerticalScroll

from glossary.tui.widgets.message_bar import SentenceLines
from glossary.tui.wrapping import fill
from glossary.workflow.term_facts import Fact

_GAP = 2


class FactsView(VerticalScroll):
    """Facts below each other, in groups; it scrolls where they are more than the screen holds."""

    DEFAULT_CSS = """
    FactsView { height: 1fr; padding: 1 0 0 0; scrollbar-size-vertical: 1; }
    FactsView > .-next { margin-top: 1; }
    """

    def show(self, facts: Sequence[Fact]) -> None:
        """Show these."""
        rows = list(self.query(SentenceLines))
        more = [SentenceLines() for _more in range(len(facts) - len(rows))]
        self.mount_all(more)
        for row in rows[len(facts) :]:
            row.remove()
        width = max((cell_len(fact.what) for fact in facts), default=0) + _GAP
        before = ""
        for place, (row, fact) in enumerate(zip([*rows, *more], facts, strict=False)):
            is_next = fact.what != before
            row.show(fact.text, fill(fact.what if is_next else "", width))
            row.set_class(is_next and place > 0, "-next")
            before = fact.what
