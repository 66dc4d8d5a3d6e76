"""One wording, with everybody's words in view."""

from collections.abc import Iterator, Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from glossary.domain import one_line
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.tui.text import line
from glossary.tui.widgets.choices import Choice, Choices
from glossary.tui.widgets.draft_area import DraftArea
from glossary.tui.widgets.field_box import FieldBox
from glossary.tui.widgets.pieces import Piece, PieceView, Row, flow
from glossary.tui.widgets.typed_area import TypedArea
from glossary.workflow.echoing import Echo
from glossary.workflow.recovering import DRAFT_FIELDS
from glossary.workflow.words import field_word

_CELLS = 5
_MOST_ROWS = 3
_KEYS = {"example": "f7", "counterexample": "f8"}


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
        bars = [(Piece(_("Whose words?"), "strong"),), *map(self._bar, self._echo.shares)]
        shown = flow(bars, width, gap=2)[:_MOST_ROWS] if self._echo.shares else []
        return [*shown, *flow(self._remarks(), width, gap=2)[:_MOST_ROWS]]

    def _bar(self, partner: str) -> Row:
        full = round(self._echo.shares[partner] * _CELLS)
        name = self._names.get(partner, partner)
        return (Piece(f"{one_line(name)} "), Piece("█" * full + "░" * (_CELLS - full), "key"))

    def _remarks(self) -> Iterator[Row]:
        if self._echo.new:
            yield (Piece("+ ", "strong"), Piece(_("nobody said:"), "quiet"))
            last = len(self._echo.new) - 1
            for at, words in enumerate(self._echo.new):
                yield (Piece(f"{one_line(words)}{'' if at == last else ','}"),)
        for turn in self._echo.turns:
            name = one_line(self._names.get(turn.partner, turn.partner))
            yield (Piece("≠ ", "strong"), Piece(_turn(turn.draft, turn.partner_words, name)))


class DraftPanel(VerticalScroll, can_focus=False):
    """The draft, what the partners mean, and what became of earlier positions."""

    DEFAULT_CSS = """
    DraftPanel {
        height: 1fr; scrollbar-size-vertical: 1;
        & #wording { min-height: 5; }
        & > #stale { padding: 0 1; height: auto; text-style: bold; color: $attention; }
        & > #draft-more { padding: 0 1; }
        & > #meanings { padding: 0 1; margin-top: 1; height: auto; }
    }
    """

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

    def compose(self) -> ComposeResult:
        """Wording first."""
        yield self._boxes["wording"]
        yield self._echo
        yield Static(id="stale")
        yield self._boxes["example"]
        yield self._boxes["counterexample"]
        yield self._more
        yield Static(id="meanings")

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
        self._boxes[field].open()
        self.show_more()

    def show_echo(self, wording: str, echo: Echo, names: Mapping[str, str]) -> None:
        """Mark the words of the draft, unless another draft stands there by now."""
        if wording == self.wording.text:
            self.wording.show_spans(wording, echo.spans)
            self._echo.show(echo, names)

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

    def show_meanings(self, meanings: Mapping[str, str], names: Mapping[str, str]) -> None:
        """Show what each partner means, to draft from."""
        self.query_one("#meanings", Static).update(
            Content("\n").join(
                Content.assemble(line(names[key], "bold"), ("  ", ""), line(text))
                for key, text in meanings.items()
            )
        )

    def relabel(self) -> None:
        """Say everything again."""
        self._boxes["wording"].entitle(_("What we mean together:"))
        for field in ("example", "counterexample"):
            self._boxes[field].entitle(f"{field_word(field)}:")
        self.wording.repaint()
        self._echo.refresh()
        self.show_more()

    def show_more(self) -> None:
        """Offer the fields that are closed."""
        closed = [key for key, box in self._boxes.items() if not box.is_open]
        self._more.show([Choice(key, field_word(key), mark="+", key=_KEYS[key]) for key in closed])
        self._more.display = bool(closed)

    def on_descendant_blur(self) -> None:
        """A field that was left empty is offered again."""
        self.call_after_refresh(self.show_more)


def _turn(draft: str, partner_words: str, partner: str) -> str:
    if not partner_words:
        return _("{words}: {partner} does not say this").format(
            words=one_line(draft), partner=partner
        )
    if not draft:
        return _("{partner} says {words}, the draft does not").format(
            words=one_line(partner_words), partner=partner
        )
    return _("{words}: {partner} says {others}").format(
        words=one_line(draft), partner=partner, others=one_line(partner_words)
    )
