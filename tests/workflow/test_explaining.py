from glossary.domain import (
    Agreement,
    Case,
    CaseAnswer,
    Definition,
    Difference,
    DifferenceKind,
    Partner,
    Term,
    TermSet,
    Vocabulary,
)
from glossary.locale import use
from glossary.workflow.comparing import compare_term
from glossary.workflow.explaining import reasons

LATE = "The file was right,\nbut two weeks late. \x1b[31m"


def _termset() -> TermSet:
    said = {"noord": CaseAnswer.NO, "delta": CaseAnswer.YES, "school": CaseAnswer.NO}
    partners = {
        key: Partner(
            key,
            key.title(),
            definitions={"quality": Definition("That nothing goes wrong.")},
            cases={"quality": {"late": answer}},
        )
        for key, answer in said.items()
    }
    term = Term("quality", "quality", cases=(Case("late", LATE),))
    named = Difference(("noord", "delta"), DifferenceKind.MEASURE, "Who counts?")
    agreement = Agreement("quality", differences=(named,))
    return TermSet(
        "set", Vocabulary("Set", "en", terms={"quality": term}), partners, {"quality": agreement}
    )


def test_what_people_named_comes_before_who_says_what_of_a_case() -> None:
    use("en")
    termset = _termset()
    signals = compare_term(termset, "quality").signals
    assert reasons(termset, "quality", signals) == [
        "Noord ↔ Delta (measure): Who counts?",
        "The file was right, but two weeks late. ␛[31m – yes: Delta · no: Noord, School",
    ]
