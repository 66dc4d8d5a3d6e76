"""Whose words a draft uses."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from glossary.domain import Definition, Partner, Term, TermSet, Vocabulary
from glossary.workflow.echoing import echo


def people(**meanings: str) -> TermSet:
    partners = {
        key: Partner(key, key.title(), "", {"quality": Definition(text)} if text else {})
        for key, text in meanings.items()
    }
    terms = {"quality": Term("quality", "quality")}
    return TermSet("set", Vocabulary("Set", "en", "", terms), partners)


def test_the_words_of_one_partner_are_its_own_share() -> None:
    found = echo(people(north="garden bicycle", delta="mountain river"), "quality", "the garden")
    assert found.shares == {"north": 1.0, "delta": 0.0}
    assert found.new == ()


def test_a_word_that_everybody_says_counts_for_everybody() -> None:
    found = echo(people(north="garden", delta="garden"), "quality", "garden")
    assert found.shares == {"north": 1.0, "delta": 1.0}


def test_words_that_nobody_said_are_new_and_told_once() -> None:
    found = echo(people(north="garden"), "quality", "garden sunlight. Garden, sunlight!")
    assert found.new == ("sunlight",)
    assert found.shares == {"north": 0.5}


def test_every_new_word_counts_however_many_there_are() -> None:
    draft = "garden sunlight sailing thunder feather candle whistle"
    found = echo(people(north="garden"), "quality", draft)
    assert found.new == tuple(draft.split()[1:])
    assert round(found.shares["north"], 3) == round(1 / 7, 3)


def test_a_turned_sentence_names_the_partner_who_turns_it() -> None:
    found = echo(
        people(north="Incidents must be reported within a week."),
        "quality",
        "Incidents may be reported within a week.",
    )
    assert [(turn.draft, turn.partner, turn.partner_words) for turn in found.turns] == [
        ("may", "north", "must")
    ]


def test_who_said_nothing_has_no_bar() -> None:
    found = echo(people(north="garden", delta=""), "quality", "garden")
    assert set(found.shares) == {"north"}


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_any_texts_give_shares_between_none_and_all(draft: str, north: str, delta: str) -> None:
    found = echo(people(north=north, delta=delta), "quality", draft)
    assert all(0.0 <= share <= 1.0 for share in found.shares.values())
    assert all(0 <= span.start < span.end <= len(draft) for span in found.spans)
    assert all(a.end <= b.start for a, b in pairwise(found.spans))
    assert found == echo(people(delta=delta, north=north), "quality", draft)
