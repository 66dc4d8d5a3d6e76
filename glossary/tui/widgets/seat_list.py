"""Partners in the order in which they speak, each with where it stands."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import ClassVar

from textual.binding import Binding, BindingType

from glossary.domain import one_line
from glossary.domain.cells import cell_len, wrap
from glossary.tui.widgets.answer_list import AnswerList, Asked
from glossary.tui.widgets.pieces import Piece, Row, fitted, flow

_INDENT = "    "
_WIDEST_NAME = 26


@dataclass(frozen=True, slots=True)
class Way:
    """Something to answer: its id, the key that gives it, its word and the glyph before that."""

    id: str
    key: str
    label: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A partner in the round.

    `stand` is the id of what it answered; `remark` stands in that place where it did not, and
    `reason` below it. `fate` is the id of what became of its objection, None where there is none
    to talk about; `promise` is what is still to be done about it.
    """

    id: str
    name: str
    short: str
    stand: str = ""
    remark: str = ""
    reason: str = ""
    fate: str | None = None
    promise: str = ""


class SeatList(AnswerList):
    """The row of the pointer offers the answers, the others show what was answered.

    Letters answer as well as digits do. Below an objection stand the ways to deal with it, or
    what the group did. Every answer is handed to `give`, with the id of the partner.
    """

    # With priority, so that what is typed right behind an answer finds the next partner, or the
    # field for the reason.
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"letter('{key}')", show=False, priority=True) for key in ascii_lowercase),
        *(Binding(str(n), f"answer({n})", show=False, priority=True) for n in range(1, 10)),
    ]

    def __init__(
        self,
        give: Callable[[str, str], None],
        *,
        id: str | None = None,  # noqa: A002  # as in Textual
    ) -> None:
        super().__init__(id=id)
        self._give = give
        self._seats: tuple[SeatRow, ...] = ()
        self._stands: tuple[Way, ...] = ()
        self._fates: tuple[Way, ...] = ()

    def show_seats(
        self, seats: Sequence[SeatRow], stands: Sequence[Way], fates: Sequence[Way]
    ) -> None:
        """Show the round; `stands` may be answered, `fates` given to objections."""
        self._seats, self._stands, self._fates = tuple(seats), tuple(stands), tuple(fates)
        self.show(
            [Asked(seat.id, seat.name, seat.stand, short=seat.short) for seat in seats],
            [(way.id, way.label) for way in stands],
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A letter that answers nothing here is left to the screen."""
        return action != "letter" or any(way.key in parameters for way in self._ways())

    def action_letter(self, key: str) -> None:
        """Give the partner of the pointer the answer with this letter."""
        self._say(next(way.id for way in self._ways() if way.key == key))

    def _ways(self) -> tuple[Way, ...]:
        """What can be answered at the pointer."""
        if not self._seats:
            return ()
        return (
            (*self._fates, *self._stands)
            if self._seats[self._at].fate is not None
            else self._stands
        )

    def _say(self, answer: str) -> None:
        self._give(self.current, answer)

    def _lay_out(self, at: int, width: int) -> Iterator[Row]:
        seat = self._seats[at]
        column = self._column()
        pointed = self.has_focus and at == self._at
        look = "strong" if pointed else ""
        name = seat.name if cell_len(one_line(seat.name)) < column else seat.short
        lead: Row = (
            Piece("▶ " if pointed else "  ", "strong", f"{at} "),
            Piece(fitted(one_line(name), column), look, f"{at} "),
        )
        options = [self._option(at, way, seat.stand) for way in self._stands]
        beside = sum(piece.width for group in options for piece in group) + len(options)
        offers = pointed and seat.fate is None
        fits = offers and 2 + column + beside <= width
        if fits:
            lead = (*lead, *(piece for group in options for piece in (*group, Piece(" "))))
        elif seat.stand:
            lead = (*lead, self._answered(at, seat))
        yield from self._with_remark(at, lead, width, below=fits)
        if offers and not fits:
            yield from ((Piece(_INDENT), *row) for row in flow(options, width - len(_INDENT)))
        for line in _lines(seat.reason, width - len(_INDENT)):
            yield (Piece(_INDENT), Piece(line, "", f"{at} "))
        if seat.promise:
            yield from self._became(at, seat.promise, width)
        if seat.fate is not None and pointed:
            fates = [self._option(at, way, seat.fate) for way in self._fates]
            yield from ((Piece(_INDENT), *row) for row in flow(fates, width - len(_INDENT)))
        elif any(way.id == seat.fate for way in self._fates):
            label = next(way.label for way in self._fates if way.id == seat.fate)
            yield from self._became(at, label, width)

    def _with_remark(self, at: int, lead: Row, width: int, *, below: bool) -> Iterator[Row]:
        """The remark of a partner beside its row, or below where it is too long for that."""
        seat = self._seats[at]
        remark = Piece(one_line(seat.remark), "quiet", f"{at} ")
        beside = (*lead, Piece("  " if seat.stand else " "), remark)
        if not seat.remark:
            yield lead
        elif below or sum(piece.width for piece in beside) > width:
            yield lead
            yield (Piece(_INDENT), remark)
        else:
            yield beside

    def _became(self, at: int, told: str, width: int) -> Iterator[Row]:
        for line in _lines(f"→ {told}", width - len(_INDENT)):
            yield (Piece(_INDENT), Piece(line, "strong", f"{at} "))

    def _column(self) -> int:
        longest = max((cell_len(one_line(seat.name)) for seat in self._seats), default=0)
        if longest >= _WIDEST_NAME:
            longest = max(cell_len(one_line(seat.short)) for seat in self._seats)
        return min(longest + 1, _WIDEST_NAME)

    def _answered(self, at: int, seat: SeatRow) -> Piece:
        told = next(
            (f" {way.mark} {way.label}" for way in self._stands if way.id == seat.stand), ""
        )
        return Piece(told, "strong" if seat.fate is not None else "", f"{at} ")

    def _option(self, at: int, way: Way, chosen: str) -> Row:
        target = f"{at} {way.id}"
        if way.id == chosen:
            return (Piece(f" ● {way.key} {way.label} ", "chosen", target),)
        return (Piece(f" {way.key}", "key", target), Piece(f" {way.label} ", "", target))


def _lines(text: str, width: int) -> list[str]:
    shown = one_line(text)
    return [shown[start:end] for start, end in wrap(shown, max(1, width))] if shown else []
