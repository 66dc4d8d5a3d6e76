from glossary.compare import Signal, SignalKind
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
from glossary.workflow.explaining import in_letters, reasons
from glossary.workflow.named import named

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


def test_letters_are_told_in_their_own_order_whoever_they_stand_for() -> None:
    use("en")
    a_says = (SignalKind.CONTRAST, 0.7, "{a} says “{x}”, {b} says “{y}”", "{x} ↔ {y}")
    say_the_same = (SignalKind.WORDING, 0.5, "{a} and {b} say the same; {z} does not", "")
    is_silent = (SignalKind.SILENCE, 0.05, "{a} has not said anything yet", "{a} is silent")
    signals = [
        *named(_termset(), "quality"),
        Signal(*a_says, who={"a": "delta", "b": "noord"}, words={"x": "may", "y": "must"}),
        Signal(*say_the_same, who={"a": "delta", "b": "noord", "z": "school"}),
        Signal(*is_silent, who={"a": "delta"}),
        Signal(*is_silent, who={"a": "left"}),
        Signal(*is_silent, who={"a": "noord"}),
    ]
    told = in_letters(signals, {"school": "A", "noord": "B", "delta": "C"})
    assert [one.sentence() for one in told] == [
        "B ↔ C (measure): Who counts?",
        "B says “must”, C says “may”",
        "B and C say the same; A does not",
        "B has not said anything yet",
        "C has not said anything yet",
        "? has not said anything yet",
    ]
