"""People name a difference: between whom, of which kind, in one sentence."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from glossary.compare import Comparison, SignalKind
from glossary.domain import DifferenceKind, GlossaryError, RefusedError
from glossary.domain.visibility import columns
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.faces import Faces
from glossary.tui.keeper import Keeper
from glossary.tui.screens import compare_parts as parts
from glossary.tui.screens.put_back import forget, waiting_at
from glossary.tui.screens.question import Question
from glossary.tui.screens.room import RoomScreen
from glossary.tui.sheets import Note
from glossary.tui.text import line
from glossary.tui.widgets.choices import Choice, Choices
from glossary.tui.widgets.field_box import FieldBox
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.message_bar import MessageBar
from glossary.tui.widgets.title_bar import TitleBar
from glossary.tui.widgets.typed_area import TypedLine
from glossary.workflow.keeping import Unsaved
from glossary.workflow.recovering import DIFFERENCE, Place
from glossary.workflow.session.differing import name_difference
from glossary.workflow.words import kind_word


def likely(found: Comparison | None) -> tuple[str, ...]:
    """The two partners of the strongest signal between two; empty where there is none."""
    signals = found.signals if found is not None else ()
    pairs = (one.partners for one in signals if one.kind is not SignalKind.NAMED)
    return next((pair for pair in pairs if len(pair) == 2), ())


class _Partners(Choices, inherit_bindings=False):
    """Any number of them can be chosen: space chooses, and enter is left to go on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,down", "move(1)", show=False),
        Binding("left,up", "move(-1)", show=False),
        Binding("space", "pick", show=False),
    ]


class DifferenceScreen(RoomScreen):
    """Partners are toggled, a kind is chosen and a sentence typed; enter goes on, and saves.

    `between` are the partners that are chosen at first.
    """

    BINDINGS = keys.bindings(keys.DIFFERENCE)
    keys = keys.DIFFERENCE
    about = mark(
        "Name a difference that you found: between whom, of which kind, in one sentence. It comes "
        "first among what there is to talk about, for people judge better than any comparison."
    )
    DEFAULT_CSS = """
    DifferenceScreen > VerticalScroll { height: 1fr; padding: 1 0 0 0; }
    DifferenceScreen .heading { padding: 0 1; text-style: bold; height: auto; }
    DifferenceScreen Choices { padding: 0 1; margin-bottom: 1; }
    """

    def __init__(self, desk: Desk, term_id: str, faces: Faces, between: Sequence[str]) -> None:
        super().__init__(desk)
        self._term_id = term_id
        self._faces = faces
        self._between = tuple(between)
        self._kind: DifferenceKind | None = None
        self._who = _Partners(id="who")
        self._kinds = Choices(id="kinds")
        self._note = FieldBox("note", TypedLine(id="note"), optional=False)
        self._kept = Note(desk, DIFFERENCE, term_id, self._typed)
        self._keeper = Keeper(self, self._kept, lambda _error: None)

    @property
    def hides_names(self) -> bool:
        """Whether letters stand in the place of names."""
        return self._faces.are_hidden(self._term_id)

    def compose(self) -> ComposeResult:
        """Between whom, of which kind, the sentence."""
        yield TitleBar()
        with VerticalScroll(can_focus=False):
            yield Static(id="ask-who", classes="heading")
            yield self._who
            yield Static(id="ask-kind", classes="heading")
            yield self._kinds
            yield self._note
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask between whom first; or go on with a sentence that was being typed before."""
        text = next(iter(waiting_at(self.desk, Place(DIFFERENCE, self._term_id))), None)
        if text is not None:
            self._resume(text)
        self.relabel()
        if text is None:
            self._who.focus()
        else:
            self._note.open()
            self.say(_("This was being typed before, and is not saved yet."))

    def relabel(self) -> None:
        """Say everything again; what was chosen and typed stays."""
        termset = self._faces.termset(self._term_id)
        self.query_one(TitleBar).show(
            termset.terms[self._term_id].label.upper(), _("Name a difference")
        )
        order = columns(termset, self._term_id, hidden=self.hides_names)
        names = parts.told_apart([termset.partners[key].short_name for key in order])
        self._who.show(
            [
                Choice(key, name, mark="●" if key in self._between else "○", key=_digit(place))
                for place, (key, name) in enumerate(zip(order, names, strict=True), 1)
            ]
        )
        self._kinds.show(
            [
                Choice(
                    kind.value,
                    kind_word(kind),
                    mark="●" if kind is self._kind else "○",
                    key=_digit(place),
                )
                for place, kind in enumerate(DifferenceKind, 1)
            ],
            self._kind.value if self._kind is not None else "",
        )
        self.query_one("#ask-who", Static).update(line(_("Between whom? Two or more.")))
        self.query_one("#ask-kind", Static).update(line(_("What is it about?")))
        self._note.entitle(_("In one sentence: what is the difference?"))

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """One partner more or less, or the kind: then the sentence is next."""
        if event.choices is self._who:
            others = tuple(key for key in self._between if key != event.id)
            self._between = others if event.id in self._between else (*others, event.id)
            self.relabel()
            self._keeper.touch()
            return
        self._kind = DifferenceKind(event.id)
        self.relabel()
        self._keeper.touch()
        self._note.open()

    def on_text_area_changed(self) -> None:
        """Keep what is typed until it is saved."""
        self._keeper.touch()

    def on_typed_line_submitted(self, event: TypedLine.Submitted) -> None:
        """The sentence is complete, if there is one: choosing a kind already led here."""
        if event.area.text.strip():
            self.action_save()

    def action_go_on(self) -> None:
        """From partners to kind, and on."""
        (self._kinds if self._who.has_focus else self._note.area).focus()

    def action_save(self) -> None:
        """Save the difference and go back."""
        with self.calmly():
            self._save()
            self.dismiss(None)

    def leave(self, then: Callable[[], object]) -> None:
        """Save a difference that is complete; ask before a sentence is left behind."""
        text = self._note.area.text
        if not text.strip():
            then()
            return
        try:
            self._save()
        except GlossaryError as error:
            self._ask_to_leave(error, text, then)
        else:
            then()

    def rescue(self) -> None:
        """Save it, or leave the sentence on the desk: there may be nobody to ask."""
        text = self._note.area.text
        if text.strip():
            try:
                self._save()
            except GlossaryError:
                self._kept.write(self._typed())
                self.desk.has_kept |= self._kept.is_kept
                if not self._kept.is_kept:
                    self.desk.unsaved.append(text)

    def on_unmount(self) -> None:
        """Keep it when the program is ended from outside."""
        self.rescue()

    def _save(self) -> None:
        if self._kind is None:
            raise RefusedError(_("Choose what the difference is about."))
        desk, text = self.desk, self._note.area.text
        name_difference(desk.store, desk.set_id, self._term_id, self._between, self._kind, text)
        self._note.area.fill("")
        self._keeper.touch()
        desk.reload()

    def _typed(self) -> dict[str, str]:
        note = self._note.area.text
        kind = self._kind.value if self._kind is not None else ""
        typed = {"between": " ".join(self._between), "kind": kind, "note": note}
        return typed if note.strip() else {}

    def _resume(self, text: Unsaved) -> None:
        between = text.typed.get("between", "").split()
        self._between = tuple(key for key in between if key in self.desk.termset.partners)
        kinds = {kind.value: kind for kind in DifferenceKind}
        self._kind = kinds.get(text.typed.get("kind", ""))
        self._note.area.fill(text.typed.get("note", ""))
        self._kept.write(self._typed())
        if self._kept.is_kept:
            forget(self.desk, text)

    def _ask_to_leave(self, error: GlossaryError, text: str, then: Callable[[], object]) -> None:
        def answered(answer: str | None) -> None:
            if answer == "leave":
                self._note.area.fill("")
                self._keeper.touch()
                then()

        answers = [("stay", _("Stay")), ("leave", _("Leave without saving"))]
        sentence = _("Not saved: {reason} Leave what you typed?").format(reason=error)
        self.app.push_screen(Question(sentence, answers, text), answered)


def _digit(place: int) -> str:
    return str(place) if place < 10 else ""
