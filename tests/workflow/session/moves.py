"""Random moves of a group, right and wrong ones, through the use cases that screens call."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random

from glossary.domain import (
    Answer,
    Case,
    CaseAnswer,
    DifferenceKind,
    Disposition,
    Draft,
    GlossaryError,
    OutcomeKind,
    Partner,
    Phase,
    Stand,
    Term,
    TermSet,
    Vocabulary,
)
from glossary.workflow.answering import answer_case
from glossary.workflow.defining import define
from glossary.workflow.drafting import write_draft
from glossary.workflow.outcomes import record_outcome, reopen
from glossary.workflow.ports import Store
from glossary.workflow.positions import take_position
from glossary.workflow.session import agenda, moving, restating
from glossary.workflow.session.differing import drop_difference, name_difference
from glossary.workflow.session.disposing import dispose
from glossary.workflow.session.rating import Scale, feel, rate
from glossary.workflow.session.settling import decide_case

SET = "keten"
TERMS = ("kwaliteit", "regie")
START = dt.datetime(2026, 11, 23, 14, 0, tzinfo=dt.UTC)
_WORDINGS = ("Samen doen.", "Samen  doen.", "Samen doen, altijd.", "Ieder doet het zijne.", "")


def new_set(partners: int) -> TermSet:
    """A set with two terms, and so many partners that have said nothing yet."""
    case = Case("te-laat", "Het dossier klopt, maar kwam twee weken te laat.")
    terms = {key: Term(key, key, cases=(case,)) for key in TERMS}
    ids = [f"partner-{number}" for number in range(partners)]
    people = {key: Partner(key, key.title()) for key in ids}
    return TermSet(SET, Vocabulary("Keten", "nl", terms=terms), people)


@dataclass
class Group:
    """A group at work on a set.

    `said` holds, by term, every text that a partner wrote about what it means, and `reasons`
    every reason. Each of them is told apart from all others.
    """

    store: Store
    random: Random
    now: dt.datetime = START
    said: dict[str, set[str]] = field(default_factory=lambda: {term: set() for term in TERMS})
    reasons: dict[str, set[str]] = field(default_factory=lambda: {term: set() for term in TERMS})
    count: int = 0

    @property
    def termset(self) -> TermSet:
        return self.store.load(SET).termset

    def move(self, *among: str) -> str:
        """Make one move (of these, where they are named), or be refused; gives its name."""
        self.now += dt.timedelta(seconds=self.random.randrange(300))
        name = self.random.choice(among or [*_MOVES])
        try:
            _MOVES[name](self, self.random.choice(TERMS))
        except GlossaryError:
            return f"{name} (refused)"
        return name

    def text(self, what: str) -> str:
        self.count += 1
        return f"{what}{self.count}x"

    def partner(self) -> str:
        return self.random.choice([*self.termset.partners, "nobody"])

    def pair(self) -> tuple[str, str]:
        return self.partner(), self.partner()


def _define(group: Group, term: str) -> None:
    field_name = group.random.choice(["meaning", "meaning", "meaning", "example", "interest"])
    text = group.text("uitleg")
    group.said[term].add(text)
    who = "begeleider" if group.random.random() < 0.2 else ""
    texts = {field_name: text}
    define(group.store, SET, term, group.partner(), texts, group.now.date(), entered_by=who)


def _withdraw(group: Group, term: str) -> None:
    who = group.partner()
    fields = ("meaning", "example", "interest")
    define(group.store, SET, term, who, dict.fromkeys(fields, ""), group.now.date())


def _answer_case(group: Group, term: str) -> None:
    given = group.random.choice([*CaseAnswer, None])
    answer_case(group.store, SET, term, group.partner(), "te-laat", given)


def _go(group: Group, term: str) -> None:
    moving.go(group.store, SET, term, group.random.choice([*Phase]), group.now)


def _restate(group: Group, term: str) -> None:
    # Sometimes in words that were used before, about another meaning perhaps.
    text = group.random.choice(["Jullie nemen de tijd.", group.text("terug")])
    restating.restate(group.store, SET, term, *group.pair(), text, group.now.date())


def _verdict(group: Group, term: str) -> None:
    answer = group.random.choice([*Answer])
    restating.answer(group.store, SET, term, *group.pair(), answer, group.text("correctie"))


def _skip(group: Group, term: str) -> None:
    restating.skip(group.store, SET, term, *group.pair(), group.now.date())


def _differ(group: Group, term: str) -> None:
    kind = group.random.choice([*DifferenceKind])
    name_difference(group.store, SET, term, group.pair(), kind, group.text("verschil"))


def _drop(group: Group, term: str) -> None:
    for difference in group.termset.agreement(term).differences[:1]:
        drop_difference(group.store, SET, term, difference)


def _draft(group: Group, term: str) -> None:
    write_draft(group.store, SET, term, Draft(group.random.choice(_WORDINGS)))


def _decide(group: Group, term: str) -> None:
    decide_case(group.store, SET, term, "te-laat", group.random.choice([*CaseAnswer, None]))


def _position(group: Group, term: str) -> None:
    stand, reason = group.random.choice([*Stand]), group.text("reden")
    group.reasons[term].add(reason)
    take_position(group.store, SET, term, group.partner(), stand, reason, group.now.date())


def _dispose(group: Group, term: str) -> None:
    dispose(group.store, SET, term, group.partner(), group.random.choice([*Disposition]))


def _close_round(group: Group, term: str) -> None:
    moving.close_round(group.store, SET, term, group.now.date())


def _outcome(group: Group, term: str) -> None:
    kind = group.random.choice([*OutcomeKind])
    record_outcome(group.store, SET, term, kind, name="nieuw", today=group.now.date())


def _reopen(group: Group, term: str) -> None:
    reopen(group.store, SET, term)


def _rate(group: Group, term: str) -> None:
    scale, value = group.random.choice([*Scale]), group.random.choice([None, 0, 1, 3, 5, 6])
    rate(group.store, SET, term, group.partner(), scale, value)


def _feel(group: Group, term: str) -> None:
    feel(group.store, SET, term, group.random.choice([None, 1, 5, 9]))


def _join(group: Group, term: str) -> None:
    group.count += 1
    name = f"partner-nieuw-{group.count}"
    group.store.add_partner(SET, Partner(name, name))


def _rename(group: Group, term: str) -> None:
    label = group.text("woord")

    def change(now: Vocabulary) -> Vocabulary:
        return replace(now, terms={**now.terms, term: replace(now.terms[term], label=label)})

    group.store.update_vocabulary(SET, change)


def _agenda(group: Group, term: str) -> None:
    store, now, choice = group.store, group.now, group.random.randrange(5)
    if choice == 0:
        agenda.plan(store, SET, [term], group.random.choice([0, 10, 30]), now.date())
    elif choice == 1:
        agenda.take_up(store, SET, term, now)
    elif choice == 2:
        agenda.pause(store, SET, now)
    elif choice == 3:
        agenda.extend(store, SET, 5)
    else:
        agenda.hide_names(store, SET, anonymous=group.random.random() < 0.5)


_MOVES: dict[str, Callable[[Group, str], None]] = {
    "define": _define,
    "define again": _define,
    "define once more": _define,
    "withdraw": _withdraw,
    "answer a case": _answer_case,
    "go": _go,
    "go on": _go,
    "restate": _restate,
    "restate again": _restate,
    "answer": _verdict,
    "answer again": _verdict,
    "skip": _skip,
    "name a difference": _differ,
    "drop a difference": _drop,
    "draft": _draft,
    "decide a case": _decide,
    "take a position": _position,
    "take another position": _position,
    "object": _position,
    "dispose": _dispose,
    "close the round": _close_round,
    "record an outcome": _outcome,
    "reopen": _reopen,
    "rate": _rate,
    "feel": _feel,
    "join": _join,
    "rename the term": _rename,
    "change the agenda": _agenda,
}
