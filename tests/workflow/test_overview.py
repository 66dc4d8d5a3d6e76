import datetime as dt
from dataclasses import replace

from glossary.domain import (
    Agreement,
    CaseAnswer,
    Definition,
    Difference,
    DifferenceKind,
    Outcome,
    OutcomeKind,
    Partner,
    Status,
    Term,
    TermSet,
    Vocabulary,
)
from glossary.workflow.comparing import compare_term
from glossary.workflow.overview import ranked, rows
from tests.workflow.conftest import TODAY, keten

_PAIRS = {
    "gelijk": ("Elke fout wordt gemeld.", "Elke fout wordt gemeld."),
    "alleen": ("Dat wij besluiten.", ""),
    "anders": ("Wij moeten elke fout melden.", "Wij mogen elke fout melden."),
    "leeg": ("", ""),
}


def _pairs() -> TermSet:
    terms = {key: Term(key, key) for key in _PAIRS}
    partners = {
        name: Partner(
            name,
            name,
            definitions={
                key: Definition(texts[side]) for key, texts in _PAIRS.items() if texts[side]
            },
        )
        for side, name in enumerate(("delta", "noord"))
    }
    return TermSet("paren", Vocabulary("Paren", "nl", terms=terms), partners)


def test_rows_come_in_the_order_of_the_file_without_a_comparison() -> None:
    found = rows(_pairs(), TODAY)
    assert [(row.id, row.status, row.defined, row.partners) for row in found] == [
        ("gelijk", Status.COMPARABLE, 2, 2),
        ("alleen", Status.COLLECTING, 1, 2),
        ("anders", Status.COMPARABLE, 2, 2),
        ("leeg", Status.EMPTY, 0, 2),
    ]
    assert all(row.attention is None and row.signals == () for row in found)


def test_what_turns_a_sentence_comes_first_and_says_why() -> None:
    found = ranked(_pairs(), TODAY)
    assert [row.id for row in found] == ["anders", "gelijk", "alleen", "leeg"]
    assert found[0].signals
    assert len(found[0].signals) <= 3
    assert [row.attention for row in found[1:]] == [0.0, 0.0, 0.0]


def test_ranking_tells_how_far_it_is() -> None:
    heard: list[tuple[int, int]] = []
    ranked(_pairs(), TODAY, lambda done, of: heard.append((done, of)))
    assert heard == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_rows_and_ranking_agree_with_the_comparison_of_one_term() -> None:
    termset = _pairs()
    row = ranked(termset, TODAY)[0]
    comparison = compare_term(termset, "anders")
    assert row.attention == comparison.attention
    assert row.signals == comparison.signals[:3]


def test_a_passed_review_date_shows_in_the_row() -> None:
    assert {row.status for row in rows(keten(), dt.date(2026, 1, 1))} == {
        Status.COLLECTING,
        Status.EMPTY,
    }


def test_answers_and_chosen_lenses_count_but_dangling_ones_do_not() -> None:
    termset = keten()
    answers = {"kwaliteit": {"te-laat": CaseAnswer.YES, "weg": CaseAnswer.NO}}
    others = {"kwaliteit": {"te-laat": CaseAnswer.NO, "weg": CaseAnswer.YES}}
    partners = dict(termset.partners)
    partners["delta"] = replace(partners["delta"], cases=answers)
    partners["school"] = replace(partners["school"], cases=others)
    comparison = compare_term(replace(termset, partners=partners), "Kwaliteit")
    assert comparison.cases.split == ("te-laat",)
    assert comparison.texts.keys() == {"delta", "noord"}
    assert comparison.lenses["noord"].keys() == {"foutloos"}


def _named(outcome: Outcome | None = None) -> TermSet:
    difference = Difference(("delta", "noord"), DifferenceKind.MEASURE, "Wie\ntelt {x}?")
    agreed = Agreement("alleen", differences=(difference,), outcome=outcome)
    return replace(_pairs(), agreements={"alleen": agreed})


def test_what_people_named_comes_before_all_that_was_computed() -> None:
    first, second, *_ = ranked(_named(), TODAY)
    assert (first.id, second.id) == ("alleen", "anders")
    assert (first.attention or 0) > 0.9
    assert first.signals[0].sentence({"noord": "Noord"}) == (
        "delta ↔ Noord (measure): Wie telt {x}?"
    )


def test_what_people_named_asks_for_no_more_time_once_it_is_settled() -> None:
    settled = _named(Outcome(OutcomeKind.DIFFER))
    row = next(row for row in ranked(settled, TODAY) if row.id == "alleen")
    assert row.attention == 0.0
    assert str(row.signals[0]).startswith("delta ↔ noord")
