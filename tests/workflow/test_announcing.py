"""What recording an outcome will say, and the review dates that people type."""

import datetime as dt

import pytest

from glossary.domain import (
    Agreement,
    Draft,
    OutcomeKind,
    Partner,
    Position,
    RefusedError,
    Stand,
    Term,
    TermSet,
    Vocabulary,
    fingerprint,
)
from glossary.workflow.announcing import announce, one_year_after, read_review

TODAY = dt.date(2026, 11, 23)
TERMS = {"quality": Term("quality", "quality")}


def standing(*stands: Stand | None, wording: str = "One text.") -> TermSet:
    partners = {
        f"p{n}": Partner(
            f"p{n}",
            f"Partner {n}",
            f"P{n}",
            positions={"quality": Position(fingerprint("One text."), stand, "so")} if stand else {},
        )
        for n, stand in enumerate(stands)
    }
    draft = Agreement("quality", draft=Draft(wording))
    return TermSet("set", Vocabulary("Set", "en", "", TERMS), partners, {"quality": draft})


def test_shared_without_reserve() -> None:
    said = announce(standing(Stand.CONSENT, Stand.CONCERN), "quality", OutcomeKind.SHARED)
    assert said == "“quality” is shared in this wording."


def test_shared_with_sustained_objections_and_silence() -> None:
    said = announce(standing(Stand.OBJECTION, Stand.OBJECTION, None), "quality", OutcomeKind.SHARED)
    assert said == (
        "“quality” is shared in this wording, with 2 objections that stand: “P0”, “P1”. "
        "1 partner has no position on it."
    )


def test_positions_on_an_earlier_wording_do_not_count() -> None:
    said = announce(standing(Stand.OBJECTION, wording="Other."), "quality", OutcomeKind.SHARED)
    assert said == "“quality” is shared in this wording. 1 partner has no position on it."


def test_nothing_to_share() -> None:
    said = announce(standing(None, wording=""), "quality", OutcomeKind.SHARED)
    assert said == "“quality” has no wording to share yet. Write a draft first."


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        (OutcomeKind.DIFFER, "", "Each partner keeps its own meaning of “quality”"),
        (OutcomeKind.PARKED, "", "“quality” is parked"),
        (OutcomeKind.RENAMED, " ", "Type its name."),
        (OutcomeKind.RENAMED, "good work", "a new term: “good work”."),
    ],
)
def test_the_other_endings(kind: OutcomeKind, name: str, said: str) -> None:
    assert said in announce(standing(None), "quality", kind, name)


def test_a_year_later_exists_after_a_leap_day() -> None:
    assert one_year_after(dt.date(2028, 2, 29)) == dt.date(2029, 2, 28)
    assert one_year_after(TODAY) == dt.date(2027, 11, 23)


def test_review_dates_are_read_or_refused_with_an_example() -> None:
    assert read_review(" 2027-05-01 ", TODAY) == dt.date(2027, 5, 1)
    assert read_review("  ", TODAY) is None
    assert read_review("2026-11-23", TODAY) == TODAY
    with pytest.raises(RefusedError, match=r"“1 mei” is not a date.*2027-11-23"):
        read_review("1 mei", TODAY)
    with pytest.raises(RefusedError, match="has passed"):
        read_review("2026-11-22", TODAY)
