"""One wording, with everybody's words in view."""

from collections.abc import Iterator, Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from glossary.domain import CaseAnswer, OutcomeKind, one_line
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.tui.text import line
from glossary.tui.widgets.answer_list import AnswerList
from glossary.tui.widgets.choices import Choice, Choices
from glossary.tui.widgets.draft_area import DraftArea
from glossary.tui.widgets.field_box import FieldBox
from glossary.tui.widgets.pieces import Piece, PieceView, Row, flow
from glossary.tui.widgets.round_parts import unsolved_lines
from glossary.tui.widgets.settle_view import SettleView
from glossary.tui.widgets.typed_area import TypedArea
from glossary.workflow.echoing import Echo
from glossary.workflow.recovering import DRAFT_FIELDS
from glossary.workflow.session.consenting import Reason
from glossary.workflow.session.open_points import told_turn
from glossary.workflow.session.settling import CaseChoice
from glossary.workflow.session.settling import Choice as Side
from glossary.workflow.words import field_word

_CELLS = 5
_MOST_ROWS = 3
_MOST_REMARKS = 2
_KEYS = {"example": "f7", "counterexample": "f8"}
_EXITS = {
    OutcomeKind.DIFFER: "ctrl+o",
    OutcomeKind.RENAMED: "ctrl+r",
    OutcomeKind.PARKED: "ctrl+l",
}


class EchoView(PieceView):
    """Whose words the draft uses, which nobody said, and which small ones turn the sentence."""

    DEFAULT_CSS = "EchoView { padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._echo = Echo()
        self._names: Mapping[str, str] = {}

    def show(self, echo: Echo, names: Mapping[str, str]) -> None:
        """Show an echo; `names` gives partners' short names."""
        self._echo, self._names = echo, names
        self.refresh(layout=True)

    def rows(self, width: int) -> Sequence[Row]:
        """A bar per partner, then what deserves a second look."""
        partners = [key for key in self._names if key in self._echo.shares]
        bars = [(Piece(_("Whose words?"), "strong"),), *map(self._bar, partners)]
        shown = flow(bars, width - 2, gap=2) if self._echo.shares else []
        if len(shown) > _MOST_ROWS:
            shown[_MOST_ROWS - 1] = (*shown[_MOST_ROWS - 1], Piece(" …", "quiet"))
        return [*shown[:_MOST_ROWS], *flow(self._remarks(), width, gap=2)[:_MOST_REMARKS]]

    def _bar(self, partner: str) -> Row:
        share = self._echo.shares[partner]
        # Who finds a word of its own in the draft sees that it counts.
        full = max(share > 0, round(share * _CELLS))
        name = self._names.get(partner, partner)
        return (Piece(f"{one_line(name)} "), Piece("█" * full + "░" * (_CELLS - full), "key"))

    def _remarks(self) -> Iterator[Row]:
        if self._echo.new:
            yield (Piece("+ ", "strong"), Piece(_("nobody said:"), "quiet"))
            last = len(self._echo.new) - 1
            for at, words in enumerate(self._echo.new):
                yield (Piece(f"{one_line(words)}{'' if at == last else ','}"),)
        for turn in self._echo.turns:
            yield (Piece("≠ ", "strong"), Piece(told_turn(turn, self._names)))


class DraftPanel(VerticalScroll, can_focus=False):
    """The draft, what it settles, what the partners mean, and what became of earlier positions.

    `Decided` says what the group decides of a boundary case, `Left` that it goes another way.
    """

    DEFAULT_CSS = """
    DraftPanel {
        height: 1fr; scrollbar-size-vertical: 1;
        & #wording { min-height: 5; }
        & > #unsolved { padding: 0 1; height: auto; margin-bottom: 1; color: $attention; }
        & > #stale { padding: 0 1; height: auto; text-style: bold; color: $attention; }
        & > #draft-cases { padding: 0 1; }
        & > #draft-more { padding: 0 1; }
        & > #exits { dock: bottom; padding: 0 1; background: $background; }
        & > #meanings { padding: 0 1; margin-top: 1; height: auto; }
    }
    """

    class Decided(Message):
        """The draft answers this to a boundary case."""

        def __init__(self, case: str, answer: CaseAnswer) -> None:
            super().__init__()
            self.case = case
            self.answer = answer

    class Left(Message):
        """The group leaves the draft for another outcome."""

        def __init__(self, kind: OutcomeKind) -> None:
            super().__init__()
            self.kind = kind

    def __init__(self) -> None:
        super().__init__()
        self.wording = DraftArea(id="wording")
        self._echo = EchoView()
        self._boxes = {
            "wording": FieldBox("wording", self.wording, optional=False),
            "example": FieldBox("example", TypedArea(id="example")),
            "counterexample": FieldBox("counterexample", TypedArea(id="counterexample")),
        }
        self._more = Choices(id="draft-more")
        self._settle = SettleView()
        self._exits = Choices(id="exits", buttons=True)

    def compose(self) -> ComposeResult:
        """Wording first."""
        yield self._boxes["wording"]
        yield Static(id="unsolved")
        yield self._echo
        yield self._settle
        yield self._settle.cases
        yield Static(id="stale")
        yield self._boxes["example"]
        yield self._boxes["counterexample"]
        yield self._more
        yield Static(id="meanings")
        yield self._exits

    def texts(self) -> dict[str, str]:
        """Field to text, as typed."""
        return {field: self._boxes[field].area.text for field in DRAFT_FIELDS}

    def fill(self, texts: Mapping[str, str]) -> None:
        """Show these texts in their fields."""
        for field, text in texts.items():
            self._boxes[field].fill(text)
        self.show_more()

    def open(self, field: str = "wording") -> None:
        """Write in a field."""
        self._boxes[field].open(at_once=True)
        self.show_more()

    def show_echo(self, wording: str, echo: Echo, names: Mapping[str, str]) -> None:
        """Mark the words of the draft, unless another draft stands there by now."""
        if wording == self.wording.text:
            self.wording.show_spans(wording, echo.spans)
            self._echo.show(echo, names)

    def show_sides(self, wording: str, sides: Sequence[Side], names: Mapping[str, str]) -> None:
        """Say what the draft settles, unless another draft stands there by now."""
        if wording == self.wording.text:
            self._settle.show_choices(sides, names)

    def show_cases(self, cases: Sequence[CaseChoice], names: Mapping[str, str]) -> None:
        """Say what the draft decides of boundary cases."""
        self._settle.show_cases(cases, names)

    def switch_points(self) -> bool:
        """Everything that is open or settled, and the cases to decide; or back to the wording.

        Whether there is anything of the kind.
        """
        if not self.put_away() and not self._settle.is_empty:
            self._settle.open(opened=True)
        return not self._settle.is_empty

    def put_away(self) -> bool:
        """Go back to the wording; whether anything was shown."""
        was_opened = self._settle.is_opened
        if was_opened:
            self._settle.open(opened=False)
            self.wording.focus()
        # All that was open may have been settled while it was shown.
        return was_opened and not self._settle.is_empty

    def on_answer_list_answered(self, event: AnswerList.Answered) -> None:
        """The group decides a case."""
        event.stop()
        self.post_message(self.Decided(event.asked, CaseAnswer(event.answer)))

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Another way out."""
        if event.choices is self._exits:
            event.stop()
            self.post_message(self.Left(OutcomeKind(event.id)))

    def show_stale(self, count: int) -> None:
        """Say how many positions were taken on an earlier wording."""
        stale = self.query_one("#stale", Static)
        stale.display = count > 0
        stale.update(
            line(
                ngettext(
                    "{n} position is on an earlier wording and must be asked again.",
                    "{n} positions are on an earlier wording and must be asked again.",
                    count,
                ).format(n=count)
            )
        )

    def show_unsolved(self, reasons: Sequence[Reason], names: Mapping[str, str]) -> None:
        """Keep in sight what the next wording should take away."""
        shown = self.query_one("#unsolved", Static)
        shown.display = bool(reasons)
        shown.update(unsolved_lines(reasons, names))

    def show_meanings(self, meanings: Mapping[str, str], names: Mapping[str, str]) -> None:
        """Show what each partner means, to draft from."""
        self.query_one("#meanings", Static).update(
            Content("\n").join(
                Content.assemble(line(names[key], "bold"), ("  ", ""), line(meanings[key]))
                for key in names
                if key in meanings
            )
        )

    def relabel(self) -> None:
        """Say everything again."""
        self._boxes["wording"].entitle(_("What we mean together:"))
        for field in ("example", "counterexample"):
            self._boxes[field].entitle(f"{field_word(field)}:")
        self.wording.repaint()
        self._echo.refresh()
        self._settle.refresh(layout=True)
        self._show_exits()
        self.show_more()

    def show_more(self) -> None:
        """Offer the fields that are closed."""
        closed = [key for key, box in self._boxes.items() if not box.is_open]
        self._more.show([Choice(key, field_word(key), mark="+", key=_KEYS[key]) for key in closed])
        self._more.display = bool(closed)

    def _show_exits(self) -> None:
        words = {
            OutcomeKind.DIFFER: _("Each its own name"),
            OutcomeKind.RENAMED: _("A new term"),
            OutcomeKind.PARKED: _("Park it"),
        }
        choices = [Choice(kind, words[kind], key=key) for kind, key in _EXITS.items()]
        self._exits.show(choices, lead=_("Another way out:"))

    def on_descendant_blur(self) -> None:
        """A field that was left empty is offered again."""
        self.call_after_refresh(self.show_more)
