"""Everything that there is to talk about on a term, in sentences."""

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from glossary.compare import Signal, SignalKind
from glossary.domain import Difference, one_line
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.faces import Faces
from glossary.tui.screens.question import Question
from glossary.tui.screens.room import RoomScreen
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.message_bar import MessageBar, SentenceLines
from glossary.tui.widgets.title_bar import TitleBar
from glossary.workflow.named import named
from glossary.workflow.session.differing import drop_difference


class SignalsScreen(RoomScreen):
    """All that there is to talk about on a term: what people named, then signals."""

    BINDINGS = keys.bindings(keys.SIGNALS)
    keys = keys.SIGNALS
    about = mark(
        "Why this term deserves time, strongest reason first. The sentences compare wordings and "
        "answers; whether there is a difference is for the people in the room to say."
    )
    steps_on = True
    DEFAULT_CSS = """
    SignalsScreen VerticalScroll { padding: 1 0 0 0; height: 1fr; }
    SignalsScreen .signal { margin: 0 0 1 0; }
    """

    def __init__(self, desk: Desk, term_id: str, signals: Sequence[Signal], faces: Faces) -> None:
        super().__init__(desk)
        self._term_id = term_id
        self._computed = [signal for signal in signals if signal.kind is not SignalKind.NAMED]
        self._faces = faces

    @property
    def hides_names(self) -> bool:
        """Whether letters stand in the place of names."""
        return self._faces.are_hidden(self._term_id)

    def compose(self) -> ComposeResult:
        """Title, sentences, keys."""
        yield TitleBar()
        yield VerticalScroll()
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill in the words."""
        self.relabel()

    def relabel(self) -> None:
        """Say everything again."""
        label = self.desk.termset.terms[self._term_id].label
        self.query_one(TitleBar).show(label.upper(), _("What to talk about?"))
        found = self._reasons()
        digits = len(str(len(found)))
        lines = [(reason, f"{place:{digits}}  ") for place, reason in enumerate(found, 1)]
        room = self.query_one(VerticalScroll)
        rows = list(room.query(SentenceLines))
        more = [SentenceLines(classes="signal") for _more in range(max(1, len(found)) - len(rows))]
        room.mount_all(more)
        for row in rows[max(1, len(found)) :]:
            row.remove()
        for row, (text, number) in zip(
            [*rows, *more], lines or [(self._nothing(), "")], strict=False
        ):
            row.show(text, number)

    def refill(self) -> None:
        """Show what is named now."""
        self.relabel()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what people named can be taken back."""
        return action != "remove" or bool(self._named)

    def action_hide_names(self) -> None:
        """Letters in the place of names, or names again."""
        self._faces.switch(self._term_id)
        self.relabel()

    def action_remove(self) -> None:
        """Take back what people named, once they say which."""
        said = self._reasons()
        answers = [
            (str(place), one_line(sentence))
            for place, (_one, sentence) in enumerate(zip(self._named, said, strict=False))
        ]
        question = Question(
            _("Which difference do you take back?"), [("none", _("None")), *answers]
        )
        self.app.push_screen(question, partial(self._remove, self._named))

    def _remove(self, listed: Sequence[Difference], answer: str | None) -> None:
        if answer in (None, "none"):
            return
        desk = self.desk
        with self.calmly():
            drop_difference(desk.store, desk.set_id, self._term_id, listed[int(answer or 0)])
            desk.reload()
            self.refill()
            self.say(_("Taken back. {key} brings it back.").format(key="z"))

    def _nothing(self) -> str:
        if len(self.desk.termset.meanings(self._term_id)) < 2:
            return _("There is something to compare once two partners have said what they mean.")
        return _("Nothing stands out between these definitions.")

    @property
    def _named(self) -> tuple[Difference, ...]:
        return self.desk.termset.agreement(self._term_id).differences

    def _reasons(self) -> list[str]:
        """What people named first, in their order, then what was computed."""
        termset = self._faces.termset(self._term_id)
        signals = [*named(termset, self._term_id), *self._computed]
        return self._faces.reasons(termset, self._term_id, signals)
