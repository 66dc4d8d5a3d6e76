"""Who looks through which lens, and who says what of the boundary cases: a screen full of it."""

from collections.abc import Mapping, Sequence

from textual import work
from textual.app import ComposeResult

from glossary.compare import LensWeight
from glossary.domain import CaseAnswer, Partner, Term, TermSet
from glossary.domain.visibility import columns, is_blind
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.tui import keys
from glossary.tui.comparisons import Comparisons
from glossary.tui.desk import Desk
from glossary.tui.faces import Faces
from glossary.tui.marks import lens_mark
from glossary.tui.screens import compare_parts as parts
from glossary.tui.screens.room import RoomScreen
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.matrix_view import MatrixRow, MatrixView, Value
from glossary.tui.widgets.message_bar import MessageBar
from glossary.tui.widgets.title_bar import TitleBar
from glossary.workflow.angles import lenses_of, pull
from glossary.workflow.session.settling import case_choices
from glossary.workflow.words import answer_word

_PULLS = {3: "matrix--for", 2: "matrix--strong", 1: ""}
_DEPENDS, _SILENT, _NO_TRACE = "?", "–", "·"
_ANSWERS = {
    CaseAnswer.YES: "matrix--for",
    CaseAnswer.NO: "matrix--against",
    CaseAnswer.DEPENDS: "matrix--strong",
}


class MatrixScreen(RoomScreen):
    """Partners beside each other: `about` is "lenses" or "cases"; l and g switch."""

    BINDINGS = keys.bindings(keys.MATRIX)
    keys = keys.MATRIX
    about = mark(
        "Everybody at once: who looks through which lens, or who says what of the boundary cases. "
        "Cases on which partners are split come first."
    )
    follows_files = True
    steps_on = True

    def __init__(
        self, desk: Desk, term_id: str, faces: Faces, comparisons: Comparisons, about: str
    ) -> None:
        super().__init__(desk)
        self.term_id = term_id
        self._faces = faces
        self._comparisons = comparisons
        self._about = about

    @property
    def hides_names(self) -> bool:
        """Whether letters stand in the place of names."""
        return self._faces.are_hidden(self.term_id)

    def compose(self) -> ComposeResult:
        """Title, matrix, what its signs mean, keys."""
        yield TitleBar()
        yield MatrixView()
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show it."""
        self.relabel()

    def refill(self) -> None:
        """Show what was answered meanwhile; leave when the term is gone."""
        if self.term_id in self.desk.termset.terms:
            self.relabel()
        else:
            self.action_back()

    def relabel(self) -> None:
        """Say everything again."""
        termset, term = self._faces.termset(self.term_id), self._term
        order = columns(termset, term.id, hidden=self.hides_names)
        heads = parts.told_apart([termset.partners[key].short_name for key in order])
        if is_blind(self.desk.whole, term.id):
            rows, nothing = [], _("Not revealed yet: partners write without seeing each other.")
        elif self._about == "cases":
            rows, nothing = case_rows(termset, term, order), _("This term has no boundary cases.")
        else:
            found = self._comparisons.known(self.desk.termset, term.id)
            weights = found.lenses if found is not None else {}
            rows, nothing = lens_rows(termset, term, order, weights), ""
            if found is None:
                self._compare()
        self.query_one(MatrixView).show(heads, rows, nothing if order else _("No partners yet."))
        self.say(self._legend() if rows and order else "")
        other = "view('lenses')" if self._about == "cases" else "view('cases')"
        self.query_one(KeyBar).lead(("back", "page(1)", other))
        self._show_title()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There are no pages to turn where everything is on one."""
        return action != "page" or any(view.pages > 1 for view in self.query(MatrixView))

    def on_matrix_view_paged(self) -> None:
        """Say which partners are on the page."""
        self._show_title()

    def action_page(self, by: int) -> None:
        """Turn pages."""
        self.query_one(MatrixView).turn(by)

    def action_view(self, about: str) -> None:
        """The other matrix, or back from the one that is shown."""
        if about == self._about:
            self.action_back()
            return
        self._about = about
        self.query_one(MatrixView).page = 0
        self.relabel()

    def action_hide_names(self) -> None:
        """Letters in the place of names, or names again."""
        self._faces.switch(self.term_id)
        self.relabel()

    @property
    def _term(self) -> Term:
        return self.desk.termset.terms[self.term_id]

    def _show_title(self) -> None:
        view = self.query_one(MatrixView)
        self.refresh_bindings()
        asked = _("Does this count?") if self._about == "cases" else _("Through which lens?")
        partners = len(self.desk.termset.partners)
        where = parts.place(*view.shown_columns, partners, view.page, view.pages)
        rights = [f"{asked} · {one}" for one in where] if view.pages > 1 else []
        self.query_one(TitleBar).show(self._term.label.upper(), *rights, asked)

    def _legend(self) -> str:
        if self._about == "cases":
            depends = answer_word(CaseAnswer.DEPENDS)
            told = _("≠ split · {sign} {depends} · {silent} no answer")
            return told.format(sign=_DEPENDS, depends=depends, silent=_SILENT)
        return _("■■■ mostly · ■■ also · ■ a little · ✓ confirmed by the partner")

    @work(exclusive=True, group="compare")
    async def _compare(self) -> None:
        with self.calmly():
            await self._comparisons.find(self.desk.termset, self.term_id)
            if self.stands and self._about == "lenses":
                self.relabel()


def case_rows(termset: TermSet, term: Term, order: Sequence[str]) -> list[MatrixRow]:
    """The boundary cases, split ones first and marked, with the answers in this order."""
    return [
        MatrixRow(
            choice.case.text,
            tuple(_answer(choice.answers.get(key)) for key in order),
            "≠" if choice.is_split else "",
        )
        for choice in case_choices(termset, term.id)
    ]


def lens_rows(
    termset: TermSet,
    term: Term,
    order: Sequence[str],
    weights: Mapping[str, Mapping[str, LensWeight]],
) -> list[MatrixRow]:
    """The lenses of a term, with how much each partner speaks from them, in this order."""
    rows = []
    for place, lens in enumerate(lenses_of(term)):
        glyph = lens_mark("", place).glyph
        values = [
            Value(f"✓ {glyph * 3}", "matrix--confirmed")
            if lens.id in _confirmed(termset.partners[key], term.id)
            else _weight(weights.get(key, {}).get(lens.id), glyph)
            for key in order
        ]
        rows.append(MatrixRow(f"{glyph} {lens.label}", tuple(values)))
    return rows


def _answer(answer: CaseAnswer | None) -> Value:
    if answer is None:
        return Value(_SILENT, "matrix--quiet")
    said = _DEPENDS if answer is CaseAnswer.DEPENDS else answer_word(answer)
    return Value(said, _ANSWERS[answer])


def _confirmed(partner: Partner, term: str) -> tuple[str, ...]:
    definition = partner.definitions.get(term)
    return definition.lenses if definition is not None else ()


def _weight(found: LensWeight | None, glyph: str) -> Value:
    drawn = pull(found.weight) if found is not None else 0
    return Value(glyph * drawn, _PULLS[drawn]) if drawn else Value(_NO_TRACE, "matrix--quiet")
