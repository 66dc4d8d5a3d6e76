"""What a draft settles, as a facilitator would say it."""

from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from glossary.domain import (
    Agreement,
    CaseAnswer,
    Definition,
    Draft,
    NotFoundError,
    TermSet,
)
from glossary.store.folder import FolderStore
from glossary.workflow.comparing import compare_term
from glossary.workflow.drafting import write_draft
from glossary.workflow.session.open_points import told_case, told_choice
from glossary.workflow.session.settling import case_choices, choices, decide_case
from tests.workflow.conftest import keten

TERMSETS = Path(__file__).parents[3] / "termsets"
NAMES = {"delta": "Delta", "noord": "Noord", "school": "De Brug"}
MEANINGS = {
    "noord": "De gemeente moet incidenten binnen een week melden.",
    "delta": "De gemeente mag incidenten binnen een week melden.",
    "school": "Scholen moeten incidenten binnen een week melden.",
}


def split() -> TermSet:
    """Three partners that stand against each other, in words and on the one boundary case."""
    answers = {"noord": CaseAnswer.NO, "delta": CaseAnswer.YES, "school": CaseAnswer.NO}
    partners = {
        key: replace(
            one,
            definitions={"kwaliteit": Definition(MEANINGS[key])},
            cases={"kwaliteit": {"te-laat": answers[key]}},
        )
        for key, one in keten().partners.items()
    }
    return replace(keten(), partners=partners)


def told(wording: str, termset: TermSet | None = None) -> list[str]:
    termset = termset or split()
    found = compare_term(termset, "kwaliteit")
    made = choices(found, wording, language="nl", term="kwaliteit")
    return [told_choice(one, NAMES) for one in made]


def test_what_is_open_is_said_with_who_says_what() -> None:
    assert told("") == ["mag (Delta) ↔ moet (Noord, De Brug)"]


def test_what_is_settled_is_said_with_who_says_otherwise() -> None:
    wording = "Incidenten moeten binnen een week bekend zijn."
    assert told(wording) == ["moet (like Noord, De Brug; Delta says mag)"]


def test_two_partners_take_one_bracket() -> None:
    termset = split()
    two = {key: one for key, one in termset.partners.items() if key != "school"}
    assert told("", replace(termset, partners=two)) == ["mag ↔ moet (Delta, Noord)"]


def case_told(decided: CaseAnswer | None) -> str:
    termset = split()
    draft = Draft("x", cases={} if decided is None else {"te-laat": decided})
    agreement = Agreement("kwaliteit", draft=draft)
    with_draft = replace(termset, agreements={"kwaliteit": agreement})
    (only,) = case_choices(with_draft, "kwaliteit")
    assert only.is_split
    return told_case(only, NAMES).replace("“Het klopt, maar kwam…”", "X")


def test_a_case_says_who_the_draft_decides_against() -> None:
    assert case_told(None) == "case X: yes: Delta · no: Noord, De Brug"
    assert case_told(CaseAnswer.YES) == "case X: draft yes, other than Noord, De Brug"
    assert (
        case_told(CaseAnswer.DEPENDS) == "case X: draft depends, other than Delta, Noord, De Brug"
    )


def test_a_decision_is_kept_and_taken_back_and_outlives_the_wording(store: FolderStore) -> None:
    decide_case(store, "keten", "kwaliteit", "te-laat", CaseAnswer.NO)
    write_draft(store, "keten", "kwaliteit", Draft("Op tijd."))
    draft = store.load("keten").termset.agreement("kwaliteit").draft
    assert draft == Draft("Op tijd.", cases={"te-laat": CaseAnswer.NO})
    decide_case(store, "keten", "kwaliteit", "te-laat", None)
    assert not store.load("keten").termset.agreement("kwaliteit").draft.cases
    with pytest.raises(NotFoundError):
        decide_case(store, "keten", "kwaliteit", "nooit", CaseAnswer.NO)


@pytest.mark.parametrize("set_id", ["demo", "demo-en"])
def test_nobodys_own_words_take_the_other_side(set_id: str) -> None:
    termset = FolderStore(TERMSETS).load(set_id).termset
    taken = 0
    for term in termset.terms.values():
        meanings = termset.meanings(term.id)
        found = compare_term(termset, term.id)
        for key, meaning in meanings.items():
            made = choices(found, meaning, language=termset.language, term=term.label)
            for choice in made:
                if key in chain.from_iterable(choice.sides.values()) and choice.taken is not None:
                    assert key in choice.sides[choice.taken]
                    taken += 1
    assert taken > 1
