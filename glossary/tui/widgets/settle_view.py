"""What a draft settles between partners and what it leaves open: the strongest, or all of it."""

from collections.abc import Iterator, Mapping, Sequence

from glossary.domain import CaseAnswer
from glossary.locale import gettext as _
from glossary.tui.keys import key_name
from glossary.tui.widgets.answer_list import Asked, CaseList
from glossary.tui.widgets.pieces import Piece, PieceView, Row, fitted
from glossary.tui.wrapping import wrapped
from glossary.workflow.session.open_points import camps, decided, told_case, told_choice
from glossary.workflow.session.settling import CaseChoice, Choice
from glossary.workflow.words import answer_word

_KEY = "ctrl+b"


class SettleView(PieceView):
    """A row for the words and one for the cases; opened, every contrast, and `cases` to decide.

    `cases` stands below it, where its parent lays it out.
    """

    DEFAULT_CSS = "SettleView { padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__()
        self.cases = CaseList(id="draft-cases")
        self.cases.display = False
        self._choices: Sequence[Choice] = ()
        self._cases: Sequence[CaseChoice] = ()
        self._names: Mapping[str, str] = {}

    @property
    def is_opened(self) -> bool:
        """Whether everything is shown."""
        return self.cases.display

    @property
    def is_empty(self) -> bool:
        """Whether nothing is open or settled."""
        return not self._choices and not self._cases

    def show_choices(self, choices: Sequence[Choice], names: Mapping[str, str]) -> None:
        """Show what the draft settles of what partners say against each other."""
        if (self._choices, self._names) != (choices, names):
            self._choices, self._names = choices, names
            self.refresh(layout=True)

    def show_cases(self, cases: Sequence[CaseChoice], names: Mapping[str, str]) -> None:
        """Show the cases on which partners are split, or which the draft decides."""
        self._cases = [case for case in cases if case.is_split or case.decided is not None]
        self._names = names
        asked = [_asked(case, names) for case in self._cases]
        answers = [(answer.value, answer_word(answer)) for answer in CaseAnswer]
        self.cases.show(asked, answers)
        self.refresh(layout=True)

    def open(self, *, opened: bool) -> None:
        """Show everything, and let the group decide cases where there are any; or the strongest."""
        self.cases.display = opened
        if opened and self._cases:
            self.cases.focus()
        self.refresh(layout=True)

    def rows(self, width: int) -> Sequence[Row]:
        """What is open comes first."""
        if self.is_opened:
            return list(self._every_choice(width))
        shown: list[tuple[str, str, int]] = []
        if self._choices:
            first = self._choices[0]
            lead = _lead(is_open=first.taken is None)
            shown.append((lead, told_choice(first, self._names), len(self._choices) - 1))
        if self._cases:
            case = next((one for one in self._cases if one.decided is None), self._cases[0])
            lead = _lead(is_open=case.decided is None)
            lead = " " * len(lead) if shown and shown[0][0] == lead else lead
            shown.append((lead, told_case(case, self._names), len(self._cases) - 1))
        keys = ["" for _each in shown[1:]] + [key_name(_KEY)]
        return [_row(*each, key, width) for each, key in zip(shown, keys, strict=False)]

    def _every_choice(self, width: int) -> Iterator[Row]:
        for choice in self._choices:
            lead = _lead(is_open=choice.taken is None)
            text = wrapped(told_choice(choice, self._names), width - len(lead) - 1)
            for number, part in enumerate(text):
                yield (Piece(" " * len(lead) if number else lead, "strong"), Piece(f" {part}"))


def _asked(case: CaseChoice, names: Mapping[str, str]) -> Asked:
    note = " → ".join(filter(None, (camps(case, names), decided(case, names))))
    return Asked(case.case.id, case.case.text, case.decided.value if case.decided else "", note)


def _lead(*, is_open: bool) -> str:
    return _("Still open:") if is_open else _("Settled:")


def _row(lead: str, told: str, rest: int, key: str, width: int) -> Row:
    """One row, with how many more there are and the key that shows them."""
    more = " ".join(filter(None, (f"+{rest}" if rest else "", key)))
    room = max(1, width - len(lead) - len(more) - 3)
    return (Piece(f"{lead} ", "strong"), Piece(fitted(told, room)), Piece(f"  {more}", "key"))
