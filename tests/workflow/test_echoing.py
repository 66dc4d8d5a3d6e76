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
    assert found.shares == {"north": 0.5, "delta": 0.0}
    assert found.new == ()


def test_a_word_that_everybody_says_counts_for_everybody() -> None:
    found = echo(people(north="garden", delta="garden"), "quality", "garden")
    assert found.shares == {"north": 1.0, "delta": 1.0}


def test_words_that_nobody_said_are_new_and_told_once() -> None:
    found = echo(people(north="garden"), "quality", "garden sunlight. Garden, sunlight!")
    assert found.new == ("sunlight",)
    assert found.shares == {"north": 1.0}


def test_every_new_word_is_told_and_takes_nothing_from_anybody() -> None:
    draft = "garden sunlight sailing thunder feather candle whistle"
    found = echo(people(north="garden bicycle"), "quality", draft)
    assert found.new == tuple(draft.split()[1:])
    assert found.shares == {"north": 0.5}


def test_small_words_count_in_a_row_of_a_partner_s_own_words() -> None:
    here = people(north="that everybody knows who does what")
    assert echo(here, "quality", "Trust that everybody knows who does what.").shares["north"] == 1
    assert echo(here, "quality", "What we want that somebody said").shares["north"] == 0


def test_another_form_of_a_word_counts() -> None:
    assert echo(people(north="gardens"), "quality", "a garden").shares == {"north": 1.0}


_ANY = "who does what must not garden gardens gardening care carer, good. pick up safe safety"
_WORDS = st.lists(st.sampled_from(_ANY.split()), max_size=12)


@given(_WORDS, st.lists(_WORDS, min_size=2, max_size=5), st.data())
def test_words_that_are_added_lower_nobody(
    draft: list[str], meanings: list[list[str]], data: st.DataObject
) -> None:
    texts = {f"p{at}": " ".join(words) or "garden" for at, words in enumerate(meanings)}
    added = data.draw(_WORDS)
    at = data.draw(st.integers(0, len(draft)))
    longer = [*draft[:at], *added, *draft[at:]]
    before = echo(people(**texts), "quality", " ".join(draft)).shares
    after = echo(people(**texts), "quality", " ".join(longer)).shares
    assert all(after[key] >= before[key] for key in before)


def test_a_turned_sentence_names_the_partner_who_turns_it() -> None:
    found = echo(
        people(north="Incidents must be reported within a week."),
        "quality",
        "Incidents may be reported within a week.",
    )
    assert [(turn.draft, turn.others) for turn in found.turns] == [("may", {"north": "must"})]


def test_everybody_who_turns_the_sentence_is_named() -> None:
    text = "Incidents must be reported within a week."
    found = echo(
        people(north=text, delta=text.replace("must", "should"), hill=text.replace("must", "may")),
        "quality",
        text.replace("must", "may"),
    )
    assert {turn.draft: set(turn.others) for turn in found.turns} == {"may": {"north", "delta"}}


def test_who_acts_is_no_remark_since_not_everybody_says_so_alike() -> None:
    found = echo(
        people(north="The parents decide what is needed.", delta="A judge is needed."),
        "quality",
        "The tenants decide what is needed.",
    )
    assert found.turns == ()


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
