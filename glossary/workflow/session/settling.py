"""What a draft settles of what turned up between the partners, and what it leaves open."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from glossary.compare import Comparison
from glossary.domain import Agreement, Case, CaseAnswer, NotFoundError, TermSet
from glossary.locale import gettext as _
from glossary.workflow.lookup import term_of
from glossary.workflow.naming import quote
from glossary.workflow.ports import Store


@dataclass(frozen=True, slots=True)
class Choice:
    """A contrast between partners, for a draft to take a side in.

    `sides` gives for each way of saying it, "" for not saying it, the partners that do; `taken`
    is the one that the draft says, in whatever form, None while it says none or several.
    """

    sides: Mapping[str, tuple[str, ...]]
    taken: str | None = None


@dataclass(frozen=True, slots=True)
class CaseChoice:
    """A boundary case: what partners answer, and what the group says that the draft decides.

    `apart` are the partners that answer something else than the draft; all of them are apart
    from each other in a case that is `split`.
    """

    case: Case
    answers: Mapping[str, CaseAnswer]
    decided: CaseAnswer | None = None

    @property
    def is_split(self) -> bool:
        """Whether partners answer differently."""
        return len(set(self.answers.values())) > 1

    @property
    def apart(self) -> tuple[str, ...]:
        """Who answers something else than the draft."""
        if self.decided is None:
            return ()
        return tuple(key for key, given in self.answers.items() if given is not self.decided)


def choices(
    found: Comparison, wording: str, *, language: str, term: str = ""
) -> tuple[Choice, ...]:
    """The contrasts between partners, those that are open first, between most partners first.

    `found` is the comparison of their meanings; `language` and `term` are those of its term. See
    `glossary.compare.sides` for what is one contrast, and when a draft takes a side in it.
    """
    # Loading the matcher takes longer than opening a screen may.
    from glossary.compare.sides import opposed, side_of

    made: list[Choice] = []
    for each in opposed(found, language=language):
        side = side_of(wording, each, language=language, term=term)
        sides = {way.words: tuple(way.partners) for way in each.ways.values()}
        made.append(Choice(sides, None if side is None else each.ways[side].words))
    return tuple(sorted(made, key=lambda choice: choice.taken is not None))


def case_choices(termset: TermSet, term_id: str) -> tuple[CaseChoice, ...]:
    """The boundary cases of a term: first where partners are split, then in their order.

    Raises NotFoundError for an unknown term.
    """
    term = term_of(termset, term_id)
    decided = termset.agreement(term.id).draft.cases
    found = [
        CaseChoice(case, _answers(termset, term.id, case.id), decided.get(case.id))
        for case in term.cases
    ]
    return tuple(sorted(found, key=lambda one: not one.is_split))


def decide_case(
    store: Store, set_id: str, term_id: str, case_id: str, answer: CaseAnswer | None
) -> Agreement:
    """Keep what the draft decides of a boundary case; None leaves it open.

    Raises NotFoundError for an unknown set, term or case.
    """
    term = term_of(store.load(set_id).termset, term_id)
    if case_id not in {case.id for case in term.cases}:
        raise NotFoundError(
            _("{term} has no boundary case {case}.").format(
                term=quote(term.label), case=quote(case_id)
            )
        )

    def change(now: Agreement) -> Agreement:
        cases = {key: one for key, one in now.draft.cases.items() if key != case_id}
        if answer is not None:
            cases = dict(now.draft.cases) | {case_id: answer}
        return replace(now, draft=replace(now.draft, cases=cases))

    return store.update_agreement(set_id, term.id, change)


def _answers(termset: TermSet, term: str, case: str) -> dict[str, CaseAnswer]:
    found = (
        (key, partner.cases.get(term, {}).get(case)) for key, partner in termset.partners.items()
    )
    return {key: given for key, given in found if given is not None}
