"""What a partner is asked, or may read, from a seat of its own: one question at a time.

Each has an `id`, the same for as long as it is asked; `is_open` while an answer is waited for;
and in `asks` all that the partner sees of it besides its own answer.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol

from glossary.domain import (
    Answer,
    Case,
    CaseAnswer,
    Lens,
    Phase,
    Position,
    fingerprint,
)
from glossary.domain.restating import Attempt, TurnState
from glossary.domain.worddiff import Piece
from glossary.workflow.session.rating import Scale
from glossary.workflow.session.settling import CaseChoice

# What a phone asks of a definition: where a text was taken from is looked up at a desk.
ASKED_FIELDS = ("meaning", "example", "counterexample", "belief", "interest", "as_partner")


class Question(Protocol):
    """Something that is asked of a partner, or told to it."""

    @property
    def id(self) -> str:
        """What it is called in addresses and forms."""

    @property
    def is_open(self) -> bool:
        """Whether an answer is waited for."""

    @property
    def is_answer(self) -> bool:
        """Whether the partner answers something here; otherwise it reads."""

    @property
    def asks(self) -> Hashable:
        """What is seen besides the partner's own answer."""


@dataclass(frozen=True, slots=True)
class MyMeaning:
    """The words of the partner: texts by field of `ASKED_FIELDS`."""

    id: ClassVar[str] = "meaning"
    is_answer: ClassVar[bool] = True
    questions: tuple[str, ...]
    texts: Mapping[str, str]

    @property
    def is_open(self) -> bool:
        """Until there is a meaning."""
        return not self.texts["meaning"].strip()

    @property
    def asks(self) -> Hashable:
        """What helps to say it."""
        return self.questions


@dataclass(frozen=True, slots=True)
class MyLens:
    """Through which lens the partner says `meaning`; without one there is nothing to choose."""

    id: ClassVar[str] = "lens"
    is_answer: ClassVar[bool] = True
    lenses: tuple[Lens, ...]
    meaning: str
    chosen: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Until one is chosen."""
        return not self.chosen

    @property
    def on(self) -> str:
        """Of what the lenses are called: those that are chosen among."""
        return fingerprint("\n".join(f"{lens.id} {lens.label}" for lens in self.lenses))

    @property
    def asks(self) -> Hashable:
        """The lenses."""
        return self.lenses


@dataclass(frozen=True, slots=True)
class MyCase:
    """Whether the term covers a boundary case, according to the partner."""

    is_answer: ClassVar[bool] = True
    case: Case
    answer: CaseAnswer | None

    @property
    def id(self) -> str:
        """By the case."""
        return f"case-{self.case.id}"

    @property
    def is_open(self) -> bool:
        """Until it is answered."""
        return self.answer is None

    @property
    def on(self) -> str:
        """Of its words: nobody answers others."""
        return fingerprint(self.case.text)

    @property
    def asks(self) -> Hashable:
        """The case."""
        return self.case


@dataclass(frozen=True, slots=True)
class MyRating:
    """An answer on a scale of 1 to 5; nobody waits for one that is not `is_awaited`."""

    is_answer: ClassVar[bool] = True
    scale: Scale
    value: int | None
    is_awaited: bool = True

    @property
    def id(self) -> str:
        """By the scale."""
        return self.scale.value.replace("_", "-")

    @property
    def is_open(self) -> bool:
        """Until it is answered."""
        return self.is_awaited and self.value is None

    @property
    def asks(self) -> Hashable:
        """The scale says it all."""
        return self.scale


@dataclass(frozen=True, slots=True)
class Restate:
    """The partner says in its own words what another one means.

    `meaning` is what that one wrote, out of sight until somebody asks for it: one listens first.
    `tried` are the attempts so far, the last of which may wait for an answer.
    """

    is_answer: ClassVar[bool] = True
    of: str
    name: str
    meaning: str
    state: TurnState
    tried: tuple[Attempt, ...]
    is_outdated: bool = False

    @property
    def id(self) -> str:
        """By the partner whose meaning it is."""
        return f"restate-{self.of}"

    @property
    def is_open(self) -> bool:
        """Until it said it; again when the owner was not content."""
        return self.state in (TurnState.OPEN, TurnState.AGAIN)

    @property
    def text(self) -> str:
        """What it said last."""
        return self.tried[-1].restatement.text if self.tried else ""

    @property
    def asks(self) -> Hashable:
        """Whose meaning, and what the owner answered so far."""
        answers = tuple(repr(one) for one in self.tried if one.verdict is not None)
        return self.of, self.name, self.meaning, self.is_outdated, answers


@dataclass(frozen=True, slots=True)
class AnswerRestatement:
    """The partner answers whether another one says what it means; `on` is of the words."""

    is_answer: ClassVar[bool] = True
    by: str
    name: str
    text: str
    on: str
    verdict: Answer | None
    correction: str

    @property
    def id(self) -> str:
        """By the partner that said it."""
        return f"answer-{self.by}"

    @property
    def is_open(self) -> bool:
        """Until it is answered."""
        return self.verdict is None

    @property
    def asks(self) -> Hashable:
        """The words."""
        return self.by, self.name, self.text


@dataclass(frozen=True, slots=True)
class MyPosition:
    """Where the partner stands on the wording with fingerprint `on`.

    `changed` is what the wording became since the round before, and `before` where the partner
    stood then; `decided` is what the wording decides of boundary cases. Once an outcome is
    recorded, nothing is asked any more.
    """

    id: ClassVar[str] = "position"
    is_answer: ClassVar[bool] = True
    wording: str
    example: str
    counterexample: str
    on: str
    number: int
    changed: tuple[Piece, ...]
    decided: tuple[CaseChoice, ...]
    position: Position | None
    before: Position | None
    is_recorded: bool

    @property
    def is_open(self) -> bool:
        """Until it has a position."""
        return self.position is None and not self.is_recorded

    @property
    def asks(self) -> Hashable:
        """The wording, and all that belongs to it."""
        texts = (self.wording, self.example, self.counterexample, self.is_recorded)
        return texts, repr(self.decided), repr(self.changed)


@dataclass(frozen=True, slots=True)
class Seat:
    """What a partner may see and do now: the term on the table, its phase and the questions.

    Without a term on the table `term` is empty. `is_blind` says that nobody sees what another one
    says. The last question is always `Wait`.
    """

    partner: str
    name: str
    questions: tuple[Question, ...]
    term: str = ""
    label: str = ""
    phase: Phase | None = None
    is_blind: bool = False

    @property
    def own(self) -> tuple[Question, ...]:
        """The questions that the partner answers."""
        return tuple(one for one in self.questions if one.is_answer)

    def find(self, question: str) -> Question | None:
        """The question with this id; None where it is not asked now."""
        return next((one for one in self.questions if one.id == question), None)

    def take(self, question: str) -> Question:
        """The question with this id or, where it is not asked, the first one that is open."""
        return self.find(question) or self._first_open(0)

    def after(self, question: str) -> Question:
        """The first open question behind this one or, where all those are answered, of all."""
        asked = self.find(question)
        behind = self._first_open(self.questions.index(asked) + 1) if asked is not None else None
        return behind if behind is not None and behind.is_open else self._first_open(0)

    def _first_open(self, start: int) -> Question:
        open_ones = (one for one in self.questions[start:] if one.is_open)
        return next(open_ones, self.questions[-1])
