"""One partner says in its own words what another means, until that one says: that is it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static, TextArea

from glossary.domain import Answer
from glossary.domain.restating import Turn, attempts, is_outdated
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.tui import keys
from glossary.tui.restatements import (
    CorrectionSheet,
    kept_turns,
    last_attempt,
    words_of,
)
from glossary.tui.screens import restate_parts as parts
from glossary.tui.screens.restate_turns import TurnsScreen
from glossary.tui.text import line
from glossary.tui.widgets.choices import Choices
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.message_bar import MessageBar
from glossary.tui.widgets.restate_form import SKIP, RestateForm, verdicts
from glossary.tui.widgets.title_bar import TitleBar
from glossary.tui.widgets.typed_area import TypedLine
from glossary.workflow.session.restating import answer


class RestateScreen(TurnsScreen):
    """The turns of a term: who restates whom, what is said, and what its owner answers.

    It begins with the first turn that is neither heard nor skipped. What is typed is the attempt
    until the owner answers it. Raises NotFoundError for an unknown term.
    """

    BINDINGS = keys.bindings(keys.RESTATE)
    keys = keys.RESTATE
    AUTO_FOCUS = ""  # where no turn is left, enter goes on and does no turn again
    about = mark(
        "In turns, partners say in their own words what another means; its owner answers whether "
        "that is it. What the owner wrote is out of sight, for one listens better without. Every "
        "attempt that was answered is kept. ^s asks the owner; its answer has a key of its own."
    )
    DEFAULT_CSS = """
    RestateScreen > #turns { padding: 0 1; margin-bottom: 1; }
    RestateScreen > #turns.-empty { display: none; }
    RestateScreen > #nothing { display: none; padding: 0 1; height: 1fr; text-style: bold; }
    RestateScreen.-nothing > #nothing { display: block; }
    RestateScreen.-nothing > RestateForm { display: none; }
    RestateScreen.-low > #turns { display: none; }
    RestateScreen.-low.-nothing > #turns { display: block; }
    RestateScreen.-low.-nothing > #turns.-empty { display: none; }
    RestateScreen.-low #restatement { min-height: 3; }
    """

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where no turn is left there is only one way, on; a turn is done again when chosen."""
        if action == "go_on":
            return self.steps_on and self.desk.guide is not None
        if action == "choose_turn":
            return self.steps_on
        if action == "write":
            return self.focused is None and not self.steps_on
        if action in ("save", "skip", "meaning") or (action, parameters) == ("turn", (1,)):
            return not self.steps_on
        return super().check_action(action, parameters)

    def compose(self) -> ComposeResult:
        """Which turns there are, and the paper of one."""
        yield TitleBar()
        yield Choices(id="turns")
        yield Static(id="nothing")
        yield RestateForm()
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with what could not be saved before, or else with the first turn that waits."""
        kept = next(kept_turns(self.desk, self.term_id), None)
        if kept is None or not self._is_there(kept.turn):
            self._take(self._next(), at_hand=not self.desk.is_on_phones)
        else:
            self._take(kept.turn)
            last = last_attempt(self.desk, self.term_id, kept.turn)
            if kept.is_correction and last is not None and last.verdict is not None:
                self._correct(kept.turn)
        if self._turn is not None:
            self.tell(_("What you type is saved by itself."))

    def relabel(self) -> None:
        """Say everything again; texts stay."""
        termset, turn = self.desk.termset, self._turn
        term = termset.terms.get(self.term_id)
        if term is None:
            return
        names = self._names
        self.query_one(TitleBar).show(term.label.upper(), *parts.progress(termset, self.term_id))
        row = self.query_one("#turns", Choices)
        shown = [one for one in self._turns() if self._is_there(one)]
        chosen = parts.turn_id(turn) if turn is not None else ""
        row.show(parts.turn_choices(termset, self.term_id, shown, names), chosen)
        row.set_class(not shown, "-empty")
        self.set_class(turn is None, "-nothing")
        nothing = parts.nothing(termset, self.term_id, names) if turn is None else ""
        on = parts.way_on(is_session=self.desk.guide is not None, again=bool(shown))
        self.query_one("#nothing", Static).update(Content("\n\n").join([line(nothing), line(on)]))
        if turn is None:
            return
        form = self.query_one(RestateForm)
        form.show_turn(turn, attempts(termset, self.term_id, turn), names, self._whole_names)
        owner = termset.partners.get(turn.of)
        changed = _("{of} changed its text since it was restated: say it again.")
        is_outdated_now = is_outdated(termset, self.term_id, turn)
        again = changed.format(of=names.get(turn.of, "")) if is_outdated_now else ""
        if not form.is_correcting:
            again = again or parts.answered(termset, self.term_id, turn, names)
        form.show_again(again)
        meaning = owner.meaning_of(self.term_id) if owner is not None else ""
        form.show_meaning(meaning, shown=self._shows_meaning)

    def letters(self) -> Sequence[tuple[str, str]]:
        """What the owner may answer while it is asked."""
        return [(choice.key, choice.label) for choice in verdicts()]

    def action_save(self) -> None:
        """Save, and let the owner answer."""
        form = self.query_one(RestateForm)
        if form.is_correcting:
            self.leave(self._say_again)
            return
        super().action_save()
        turn = self._turn
        if turn is None or self.sheet is None or self.sheet.unsaved():
            return
        is_empty = not form.said.text.strip()
        place = (self.desk.termset, self.term_id, turn)
        sentence = parts.not_yet(*place, self._names, is_empty=is_empty)
        if sentence:
            self.tell(sentence)
        else:
            form.ask_owner()

    def action_meaning(self) -> None:
        """Show what the owner wrote, or put it away."""
        self._shows_meaning = self._turn is not None and not self._shows_meaning
        self.relabel()

    def action_card(self) -> None:
        """Fill the screen with a conversation card."""
        from glossary.tui.screens.card import CardScreen

        self.app.push_screen(CardScreen(self.desk, self.term_id))

    def action_back(self) -> None:
        """Put the meaning away, or a correction, to answer otherwise; or save and leave."""
        if self._shows_meaning:
            self.action_meaning()
        elif self.query_one(RestateForm).is_correcting:
            self.leave(self._answer_anew)
        else:
            super().action_back()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Another turn, or what the owner answers."""
        if event.choices.id == "turns":
            turn = next(one for one in self._turns() if parts.turn_id(one) == event.id)
            self.leave(lambda: self._take(turn))
        elif event.id == SKIP:
            self.action_skip()
        else:
            self._judge(Answer(event.id))

    def on_typed_line_submitted(self, event: TypedLine.Submitted) -> None:
        """The correction is complete, or there is none."""
        self.leave(self._say_again)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Who types does not copy."""
        if self._shows_meaning and event.text_area.has_focus:
            self.action_meaning()

    def _judge(self, verdict: Answer) -> None:
        """Keep what the owner answers to what was said last."""
        desk, turn = self.desk, self._turn
        if turn is None or self.query_one(RestateForm).is_correcting:
            return
        super().action_save()
        if self.sheet is None or self.sheet.unsaved():
            return
        last = last_attempt(desk, self.term_id, turn)
        before = last.verdict.correction if last is not None and last.verdict is not None else ""
        correction = "" if verdict is Answer.YES else before
        with self.calmly():
            place = (self.term_id, turn.by, turn.of)
            answer(desk.store, desk.set_id, *place, verdict, correction, seen=words_of(last))
            desk.reload()
            if verdict is Answer.YES:
                self._heard(turn)
            else:
                self._correct(turn)

    def _correct(self, turn: Turn) -> None:
        form = self.query_one(RestateForm)
        sheet = CorrectionSheet(
            self.desk, self.term_id, turn, lambda: {"correction": form.correction.text}
        )
        self.keep(sheet, form)
        form.correct()
        self.tell(_("Enter goes on, with or without a correction."))
        self.relabel()

    def _say_again(self) -> None:
        self._take(self._turn)
        if self._turn is not None:
            of = self._names.get(self._turn.of, self._turn.of)
            told = _("A new attempt: say it anew, then {key} asks {of} again.")
            self.tell(told.format(key=keys.key_name("ctrl+s"), of=of))

    def _answer_anew(self) -> None:
        """The owner meant another answer to the same words."""
        turn = self._turn
        last = last_attempt(self.desk, self.term_id, turn) if turn is not None else None
        if turn is None or last is None:
            return
        self._lay(turn, last.restatement.text)
        self.query_one(RestateForm).ask_owner()
        self.relabel()
