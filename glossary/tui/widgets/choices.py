"""A row of things to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from glossary.domain import one_line
from glossary.tui.keys import key_name
from glossary.tui.widgets.pieces import Piece, PieceView, Row, flow

_MOST_ROWS = 3
_MORE = " …"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of them: `mark` is a glyph before its label, `key` the key that also chooses it."""

    id: str
    label: str
    mark: str = ""
    key: str = ""


class Choices(PieceView, can_focus=True):
    """Choices side by side, on more rows where they do not fit on one.

    Left and right move, enter and space pick, a click picks; `Picked` says what was picked. The
    one that is `chosen` stands out; with focus an arrow points at where one is, and a
    button stands out. `buttons` do something at once, and look like it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,down", "move(1)", show=False),
        Binding("left,up", "move(-1)", show=False),
        Binding("enter,space", "pick", show=False),
    ]

    class Picked(Message):
        """Somebody picked the choice `id`."""

        def __init__(self, choices: "Choices", id: str) -> None:  # noqa: A002  # as in Textual
            super().__init__()
            self.choices = choices
            self.id = id

        @property
        def control(self) -> "Choices":
            """The row, for selectors of handlers."""
            return self.choices

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002  # as in Textual
        buttons: bool = False,
    ) -> None:
        super().__init__(id=id)
        self._plain = "button" if buttons else ""
        self._choices: tuple[Choice, ...] = ()
        self._chosen = ""
        self._lead = ""
        self._at = 0

    def show(self, choices: Sequence[Choice], chosen: str = "", lead: str = "") -> None:
        """Offer these choices after a `lead`; `chosen` is the id of the one that holds now."""
        self._choices = tuple(choices)
        self._chosen, self._lead = chosen, lead
        ids = [choice.id for choice in choices]
        self._at = ids.index(chosen) if chosen in ids else min(self._at, max(0, len(ids) - 1))
        self.refresh(layout=True)

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of what is offered, in order."""
        return tuple(choice.id for choice in self._choices)

    @property
    def letters(self) -> list[tuple[str, str]]:
        """The keys that choose, each with what it chooses."""
        return [(key_name(one.key), one.label) for one in self._choices if one.key]

    def rows(self, width: int) -> Sequence[Row]:
        """The choices, as many on a row as fit; of many rows those around the pointer."""
        room = max(1, width - len(_MORE))
        groups = [self._pieces(at, choice) for at, choice in enumerate(self._choices)]
        if self._lead:
            groups.insert(0, (Piece(f" {one_line(self._lead)} ", "strong"),))
        rows = flow(groups, room, gap=1 if self._plain else 0)
        if len(rows) <= _MOST_ROWS:
            return rows
        pointed = self._choices[self._at].id
        at = next(n for n, row in enumerate(rows) if any(one.target == pointed for one in row))
        top = max(0, min(at - 1, len(rows) - _MOST_ROWS))
        shown = rows[top : top + _MOST_ROWS]
        if top > 0:
            shown[0] = (*shown[0], Piece(_MORE, "quiet"))
        if top + _MOST_ROWS < len(rows):
            shown[-1] = (*shown[-1], Piece(_MORE, "quiet"))
        return shown

    def rewind(self) -> None:
        """Point at the first one: it is asked anew."""
        self._at = 0
        self.refresh()

    def point_at(self, choice: str) -> None:
        """Point at the choice with this id, if it is offered."""
        if choice in self.ids:
            self._at = self.ids.index(choice)
            self.refresh(layout=True)

    def press(self, target: str) -> None:
        """Pick what was clicked."""
        self._at = self.ids.index(target)
        self.action_pick()

    def on_focus(self, event: events.Focus) -> None:
        """Point at where one is."""
        self.refresh()

    def on_blur(self, event: events.Blur) -> None:
        """Stop pointing."""
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """A choice's own key picks it."""
        for at, choice in enumerate(self._choices):
            if choice.key == event.key:
                event.stop()
                self._at = at
                self.action_pick()

    def action_move(self, by: int) -> None:
        """Point at another choice."""
        self._at = max(0, min(self._at + by, len(self._choices) - 1))
        self.refresh(layout=True)

    def action_pick(self) -> None:
        """Say which choice was picked."""
        if self._choices:
            self.refresh()
            self.post_message(self.Picked(self, self._choices[self._at].id))

    def _pieces(self, at: int, choice: Choice) -> Row:
        chosen, pointed = choice.id == self._chosen, self.has_focus and at == self._at
        stands_out = chosen or (pointed and bool(self._plain))
        look = "chosen" if stands_out else "cursor" if pointed else self._plain
        edge = "chosen" if stands_out else self._plain
        # A margin on both sides, chosen or not: letters stand still when another one is chosen.
        key_look = look or "key"
        label = f"{choice.mark} {choice.label}" if choice.mark else choice.label
        pieces = [Piece("▸" if pointed else " ", edge, choice.id)]
        if choice.key:
            pieces.append(Piece(f"{key_name(choice.key)} ", key_look, choice.id))
        pieces.append(Piece(one_line(label), look, choice.id))
        return (*pieces, Piece(" ", edge, choice.id))
