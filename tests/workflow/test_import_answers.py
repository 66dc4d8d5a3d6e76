"""What a file adds to what stands in a set: answers to cases, and what completes a definition."""

import pytest

from glossary.domain import Case, CaseAnswer, Definition, Term, Vocabulary
from glossary.workflow.import_rows import Answered, Incoming, Place, Row, apply_import, plan_import
from tests.formats.sample import SAMPLE
from tests.memory_store import MemoryStore
from tests.workflow.rows import incoming

_CASE = SAMPLE.terms["kwaliteit"].cases[0].text
_MEANING = SAMPLE.partners["stichting-delta"].meaning_of("kwaliteit")


def _answer(line: int, answer: CaseAnswer, partner: str, case: str = _CASE) -> Answered:
    return Answered(Place(line, f"line {line}"), "Kwaliteit", partner, case, answer)


def _row(definition: Definition, partner: str = "Stichting Delta *") -> Row:
    return Row(Place(2, "line 2"), "kwaliteit", partner, definition)


@pytest.mark.parametrize("overwrite", [False, True])
def test_an_answer_that_was_given_stays_unless_overwriting(overwrite: bool) -> None:
    told = Incoming(
        answers=(
            _answer(2, CaseAnswer.YES, "gemeente noord"),
            _answer(3, CaseAnswer.DEPENDS, "Stichting Delta *", "te-laat"),
            _answer(4, CaseAnswer.YES, "De Brug", _CASE.upper()),
        )
    )
    plan = plan_import(SAMPLE, told)
    assert [one.partner for one in plan.other_answers] == ["gemeente-noord"]
    assert [one.partner for one in plan.new_answers] == ["de-brug"]
    store = MemoryStore(SAMPLE)
    apply_import(store, "keten", plan, Vocabulary("x", "nl"), overwrite=overwrite)
    partners = store.load("keten").termset.partners
    kept = CaseAnswer.YES if overwrite else CaseAnswer.NO
    assert partners["gemeente-noord"].cases == {"kwaliteit": {"te-laat": kept}}
    assert partners["de-brug"].cases == {"kwaliteit": {"te-laat": CaseAnswer.YES}}
    assert partners["stichting-delta"] == SAMPLE.partners["stichting-delta"]


def test_answers_without_a_place_are_told() -> None:
    told = Incoming(
        answers=(
            _answer(2, CaseAnswer.YES, "De Brug"),
            _answer(3, CaseAnswer.NO, "De Brug"),
            _answer(4, CaseAnswer.NO, "De Brug", "Iets anders."),
            _answer(5, CaseAnswer.NO, ""),
        )
    )
    plan = plan_import(SAMPLE, told)
    assert [one.reason for one in plan.left_out] == [
        "“De Brug” gave another answer to this already, on line 2.",
        "“kwaliteit” has no such boundary case here.",
        "“Partner” is empty.",
    ]


def test_cases_of_a_new_word_are_answered_in_the_same_file() -> None:
    term = Term("", "Kwaliteit", cases=(Case("", _CASE),))
    plan = plan_import(None, Incoming(terms=(term,), answers=(_answer(2, CaseAnswer.NO, "Brug"),)))
    store = MemoryStore()
    apply_import(store, "nieuw", plan, Vocabulary("x", "nl"))
    made = store.load("nieuw").termset
    (case,) = made.terms["kwaliteit"].cases
    assert made.partners["brug"].cases == {"kwaliteit": {case.id: CaseAnswer.NO}}


def test_a_case_is_found_by_its_text_before_its_id() -> None:
    term = Term("", "rust", cases=(Case("", "İ"), Case("", "i")))
    answers = tuple(
        Answered(Place(n, ""), "rust", "Brug", text, answer)
        for n, (text, answer) in enumerate((("İ", CaseAnswer.NO), ("i", CaseAnswer.YES)))
    )
    plan = plan_import(None, Incoming(terms=(term,), answers=answers))
    assert (len(plan.new_answers), plan.left_out) == (2, ())


def test_what_is_empty_is_filled_where_the_meaning_is_the_same() -> None:
    told = Definition(_MEANING, example="Een kop koffie.", source="Folder")
    plan = plan_import(SAMPLE, incoming([_row(told)]))
    assert (len(plan.completed), plan.identical, plan.conflicts) == (1, (), ())
    store = MemoryStore(SAMPLE)
    apply_import(store, "keten", plan, Vocabulary("x", "nl"))
    now = store.load("keten").termset.partners["stichting-delta"].definitions["kwaliteit"]
    assert (now.meaning, now.example, now.source) == (_MEANING, "Een kop koffie.", "Folder")
    assert now.entered_by == "Gespreksleider"
    assert plan_import(store.load("keten").termset, incoming([_row(told)])).completed == ()


def test_another_text_beside_the_same_meaning_is_a_conflict() -> None:
    there = SAMPLE.partners["gemeente-noord"].definitions["kwaliteit"]
    told = Definition(there.meaning, example="Iets anders.")
    plan = plan_import(SAMPLE, incoming([_row(told, "Gemeente Noord")]))
    assert (len(plan.conflicts), plan.completed, plan.identical) == (1, (), ())
    store = MemoryStore(SAMPLE)
    apply_import(store, "keten", plan, Vocabulary("x", "nl"))
    assert store.load("keten").termset == SAMPLE
    apply_import(store, "keten", plan, Vocabulary("x", "nl"), overwrite=True)
    now = store.load("keten").termset.partners["gemeente-noord"].definitions["kwaliteit"]
    assert (now.example, now.counterexample) == ("Iets anders.", there.counterexample)
