"""Through which lens a text looks: what its words suggest, or what its owner confirmed."""

from collections.abc import Sequence

from textual.message import Message

from glossary.domain import Lens, one_line
from glossary.locale import gettext as _
from glossary.tui.keys import key_name
from glossary.tui.marks import lens_mark
from glossary.tui.widgets.pieces import Piece, PieceView, Row, flow

CONFIRM_KEY, OTHER_KEY = "ctrl+l", "ctrl+o"


class LensLine(PieceView):
    """Names a lens, with the keys that confirm it or name another one; `Pressed` says which.

    Takes no room where a term has no lenses.
    """

    DEFAULT_CSS = "LensLine { padding: 0 1; }"

    class Pressed(Message):
        """One of the keys was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self) -> None:
        super().__init__()
        self._lenses: Sequence[Lens] = ()
        self._heard = ""
        self._confirmed: Sequence[str] = ()

    def show(self, lenses: Sequence[Lens], heard: str, confirmed: Sequence[str]) -> None:
        """Show what was `heard` in the words, unless lenses were `confirmed`; all are ids."""
        before = (self._lenses, self._heard, self._confirmed)
        self._lenses, self._heard, self._confirmed = tuple(lenses), heard, tuple(confirmed)
        self.display = bool(lenses)
        if before != (self._lenses, self._heard, self._confirmed):
            self.refresh(layout=True)

    def relabel(self) -> None:
        """Say it in the present language."""
        self.refresh(layout=True)

    def rows(self, width: int) -> Sequence[Row]:
        """One row, or two on a narrow screen."""
        return flow(self._groups(), width, gap=2)

    def press(self, target: str) -> None:
        """A key was clicked."""
        self.post_message(self.Pressed(target))

    def _groups(self) -> list[Row]:
        if self._confirmed:
            lead = _("Lens:")
            says = (Piece(f"{lead} "), Piece(f" ✓ {self._said()} ", "chosen"))
            return [says, _key(CONFIRM_KEY, _("Take back")), _key(OTHER_KEY, _("Other lens"))]
        if self._heard:
            lead = _("Sounds like:")
            says = (Piece(f"{lead} "), Piece(self._said(), "strong"))
            return [says, _key(CONFIRM_KEY, _("Right")), _key(OTHER_KEY, _("Other lens"))]
        return [(Piece(_("Through which lens do you say this?")),), _key(OTHER_KEY, _("Choose"))]

    def _said(self) -> str:
        shown = self._confirmed or (self._heard,)
        return ", ".join(
            f"{lens_mark('', place).glyph} {one_line(lens.label)}"
            for place, lens in enumerate(self._lenses)
            if lens.id in shown
        )


def _key(key: str, label: str) -> Row:
    return Piece(f"{key_name(key)} ", "key", key), Piece(label, "", key)
