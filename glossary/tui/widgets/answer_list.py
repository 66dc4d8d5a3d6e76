"""Things that each get one of a few answers: boundary cases, partners' positions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from glossary.domain import one_line
from glossary.domain.cells import cell_len, wrap
from glossary.tui.widgets.pieces import Piece, PieceView, Row, fitted, flow

_LEAST_TEXT = 16
_POINTER = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that gets an answer: `answer` is the id of the present one, `note` a remark.

    `short` is shown in place of `text` where that does not fit beside the answers.
    """

    id: str
    text: str
    answer: str = ""
    note: str = ""
    short: str = ""


class AnswerList(PieceView, can_focus=True):
    """Each row asks about one thing, with the answers beside it, or below it in narrow rooms.

    An answer without a label is its number.

    Up and down move between the rows; digits answer, and so does a click on an answer; `Answered`
    says so. Digits number the answers from 1. Of a list that `goes_on`, an answer points at the
    next row at once: the next digit is for that one, however fast it comes. `Passed` says that
    somebody went on from the last row, or back from the first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,right,enter", "move(1)", show=False),
        Binding("up,left", "move(-1)", show=False),
        *(Binding(str(digit), f"answer({digit})", show=False) for digit in range(1, 10)),
    ]

    class Answered(Message):
        """Somebody gave `answer` to the row `asked`; both are ids."""

        def __init__(self, answers: "AnswerList", asked: str, answer: str) -> None:
            super().__init__()
            self.answers = answers
            self.asked = asked
            self.answer = answer

        @property
        def control(self) -> "AnswerList":
            """The list, for selectors of handlers."""
            return self.answers

    class Passed(Message):
        """Somebody went past the last row (`by` is 1), or before the first one (-1)."""

        def __init__(self, answers: "AnswerList", by: int) -> None:
            super().__init__()
            self.answers = answers
            self.by = by

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002  # as in Textual
        goes_on: bool = False,
    ) -> None:
        super().__init__(id=id)
        self._goes_on = goes_on
        self._asked: tuple[Asked, ...] = ()
        self._answers: tuple[tuple[str, str], ...] = ()
        self._at = 0
        self._least_text = 1
        self._tops: list[int] = []

    def show(self, asked: Sequence[Asked], answers: Sequence[tuple[str, str]]) -> None:
        """Ask about these; `answers` are (id, label), the same for every row."""
        self._asked, self._answers = tuple(asked), tuple(answers)
        self._at = min(self._at, max(0, len(self._asked) - 1))
        longest = max((cell_len(one.short or one.text) for one in asked), default=0)
        self._least_text = min(_LEAST_TEXT, longest + 1)
        self.refresh(layout=True)
        self._follow()

    @property
    def current(self) -> str:
        """Id of the row that the pointer is at; empty when nothing is asked."""
        return self._asked[self._at].id if self._asked else ""

    def move_to(self, asked: str) -> None:
        """Point at the row with this id."""
        self._at = next((at for at, one in enumerate(self._asked) if one.id == asked), self._at)
        self.refresh()
        self.call_after_refresh(self._keep_in_sight)

    def rewind(self) -> None:
        """Point at the first row: somebody else answers now."""
        self._at = 0
        self.refresh()

    def rows(self, width: int) -> Sequence[Row]:
        """All rows, one below the other."""
        rows: list[Row] = []
        self._tops = []
        for at in range(len(self._asked)):
            self._tops.append(len(rows))
            rows.extend(self._lay_out(at, width))
        return rows

    def press(self, target: str) -> None:
        """Point at the row that was clicked, and answer it when an answer was."""
        at, _, answer = target.partition(" ")
        self._at = int(at)
        self.focus()
        self.refresh()
        if answer:
            self._say(answer)

    def on_focus(self, event: events.Focus) -> None:
        """Show the pointer."""
        self.refresh()
        self._follow()

    def on_blur(self, event: events.Blur) -> None:
        """Hide the pointer."""
        self.refresh()

    def action_move(self, by: int) -> None:
        """Point at another row."""
        if not 0 <= self._at + by < len(self._asked):
            self.post_message(self.Passed(self, by))
            return
        self._at += by
        self.refresh()
        self._keep_in_sight()

    def action_answer(self, digit: int) -> None:
        """Give the row of the pointer the answer with this number."""
        if self._asked and digit <= len(self._answers):
            self._say(self._answers[digit - 1][0])

    def _say(self, answer: str) -> None:
        self.post_message(self.Answered(self, self._asked[self._at].id, answer))
        if self._goes_on:
            self.action_move(1)

    def _follow(self) -> None:
        """Keep the pointer in sight once all is laid out, unless another list is answered then."""

        def follow() -> None:
            if self.has_focus:
                self._keep_in_sight()

        self.call_after_refresh(follow)

    def _keep_in_sight(self) -> None:
        if not isinstance(self.parent, Widget) or self._at >= len(self._tops):
            return
        width = self.content_size.width
        height = sum(1 for _ in self._lay_out(self._at, width))
        region = Region(0, self._tops[self._at], width, height)
        self.parent.scroll_to_region(region.translate(self.virtual_region.offset), animate=False)

    def _lay_out(self, at: int, width: int) -> Iterator[Row]:
        asked = self._asked[at]
        groups = [self._answer(at, number) for number in range(len(self._answers))]
        beside = sum(piece.width for piece in chain.from_iterable(groups))
        stacked = width - _POINTER - beside < self._least_text
        column = width - _POINTER - (0 if stacked else beside)
        is_long = bool(asked.short) and cell_len(asked.text) >= column
        for number, line in enumerate(_wrapped(asked.short if is_long else asked.text, column - 1)):
            tail = groups if not number and not stacked else ()
            yield (*self._text(at, line, column, first=not number), *chain.from_iterable(tail))
        if stacked:
            yield from ((Piece("  "), *row) for row in flow(groups, width - _POINTER))
        for line in _wrapped(asked.note, width - 2 * _POINTER):
            yield (Piece("    "), Piece(line, "quiet", f"{at} "))

    def _text(self, at: int, line: str, column: int, *, first: bool) -> Row:
        pointed = self.has_focus and at == self._at
        pointer = "▶ " if pointed and first else "  "
        look = "strong" if pointed else ""
        return Piece(pointer, "strong", f"{at} "), Piece(fitted(line, column), look, f"{at} ")

    def _answer(self, at: int, number: int) -> Row:
        key, label = self._answers[number]
        chosen = self._asked[at].answer == key
        text = f" {'●' if chosen else '○'} {number + 1} {f'{label} ' if label else ''}"
        return (Piece(text, "chosen" if chosen else "", f"{at} {key}"), Piece(" "))


class CaseList(AnswerList):
    """Answers one after another: each goes on, and backspace goes back to change one."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("backspace", "move(-1)", show=False)]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # as in Textual
        super().__init__(id=id, goes_on=True)


def _wrapped(text: str, width: int) -> list[str]:
    shown = one_line(text)
    return [shown[start:end] for start, end in wrap(shown, max(1, width))]
