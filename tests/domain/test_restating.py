"""Whose turn it is to restate, and whose to be heard."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from glossary.domain import (
    Agreement,
    Answer,
    Definition,
    Partner,
    Restatement,
    Term,
    TermSet,
    Verdict,
    Vocabulary,
    fingerprint,
)
from glossary.domain.agreements import Skip
from glossary.domain.restating import (
    Turn,
    TurnState,
    attempts,
    next_turn,
    state_of,
    turns,
    understood,
)
from glossary.domain.visibility import seats

TERM = "regie"
_MEANING = "Wie beslist."


def _set(partners: int, silent: frozenset[int] = frozenset(), **of: object) -> TermSet:
    people = {}
    for number in range(partners):
        own_id = f"p{number:02}"
        said = {} if number in silent else {TERM: Definition(f"{_MEANING} {number}")}
        people[own_id] = Partner(own_id, own_id.upper(), definitions=said)
    vocabulary = Vocabulary("Keten", "nl", terms={TERM: Term(TERM, TERM)})
    return TermSet("keten", vocabulary, people, {TERM: Agreement(TERM, **of)})  # type: ignore[arg-type]


def _heard(termset: TermSet, turn: Turn, *answers: Answer) -> TermSet:
    """The set after so many attempts of a turn with these answers; None was not answered."""
    by, of = termset.partners[turn.by], termset.partners[turn.of]
    meaning = of.meaning_fingerprint(TERM) or ""
    texts = [f"Poging {len(by.restatements) + n}" for n in range(len(answers))]
    said = tuple(Restatement(TERM, of.id, meaning, text) for text in texts)
    given_ = tuple(
        Verdict(TERM, by.id, fingerprint(text), answer, "", meaning)
        for text, answer in zip(texts, answers, strict=True)
        if answer is not None
    )
    by = replace(by, restatements=by.restatements + said)
    of = replace(of, verdicts=of.verdicts + given_)
    return replace(termset, partners={**termset.partners, by.id: by, of.id: of})


@given(st.integers(0, 30), st.frozensets(st.integers(0, 29)))
def test_everybody_listens_once_and_whoever_spoke_is_heard(
    partners: int, silent: frozenset[int]
) -> None:
    termset = _set(partners, silent)
    found = turns(termset, TERM)
    said = set(termset.meanings(TERM))
    listeners = Counter(turn.by for turn in found)
    assert all(turn.by != turn.of for turn in found)
    assert all(count == 1 for count in listeners.values())
    if len(said) >= 2:
        assert set(listeners) == set(termset.partners)
        assert {turn.of for turn in found} == said
    elif len(said) == 1:
        assert {turn.of for turn in found} == (said if partners > 1 else set())
    else:
        assert not found


def test_who_was_heard_speaks_next() -> None:
    found = turns(_set(5), TERM)
    assert [turn.of for turn in found[:-1]] == [turn.by for turn in found[1:]]


def test_a_turn_goes_from_open_by_way_of_attempts_to_heard() -> None:
    termset = _set(3)
    turn = turns(termset, TERM)[0]
    assert state_of(termset, TERM, turn) is TurnState.OPEN
    almost = _heard(termset, turn, Answer.ALMOST)
    assert state_of(almost, TERM, turn) is TurnState.AGAIN
    assert next_turn(almost, TERM) == turn
    yes = _heard(almost, turn, Answer.YES)
    assert state_of(yes, TERM, turn) is TurnState.HEARD
    assert [one.verdict.verdict for one in attempts(yes, TERM, turn) if one.verdict] == [
        Answer.ALMOST,
        Answer.YES,
    ]
    assert understood(yes, TERM) == (turn.of,)
    assert next_turn(yes, TERM) == turns(yes, TERM)[1]


def test_another_meaning_is_restated_anew_whatever_was_skipped_or_heard() -> None:
    termset = _set(3)
    turn = turns(termset, TERM)[0]
    yes = _heard(termset, turn, Answer.YES)
    owner = replace(yes.partners[turn.of], definitions={TERM: Definition("Iets anders.")})
    changed = replace(yes, partners={**yes.partners, owner.id: owner})
    assert state_of(changed, TERM, turn) is TurnState.OPEN
    assert attempts(changed, TERM, turn) == ()


def test_the_same_words_for_another_meaning_ask_for_another_answer() -> None:
    termset = _set(2)
    turn = turns(termset, TERM)[0]
    yes = _heard(termset, turn, Answer.YES)
    owner = replace(yes.partners[turn.of], definitions={TERM: Definition("Iets anders.")})
    by = yes.partners[turn.by]
    again = replace(by.restatements[0], of_fingerprint=owner.meaning_fingerprint(TERM) or "")
    by = replace(by, restatements=(*by.restatements, again))
    changed = replace(yes, partners={**yes.partners, owner.id: owner, by.id: by})
    assert state_of(changed, TERM, turn) is TurnState.ASKED
    assert turn.of not in understood(changed, TERM)


def test_a_skipped_turn_is_left_out_until_somebody_comes_back_to_it() -> None:
    termset = _set(3)
    first, second, _third = turns(termset, TERM)
    meaning = termset.partners[first.of].meaning_fingerprint(TERM) or ""
    skipped = replace(
        termset,
        agreements={TERM: Agreement(TERM, skips=(Skip(first.by, first.of, meaning),))},
    )
    assert state_of(skipped, TERM, first) is TurnState.SKIPPED
    assert next_turn(skipped, TERM) == second
    assert state_of(_heard(skipped, first, Answer.YES), TERM, first) is TurnState.HEARD


def test_places_stay_when_somebody_joins_after_the_reveal() -> None:
    order = seats(_set(4), TERM)
    assert seats(_set(6, order=order), TERM)[:4] == order


def test_the_order_is_not_the_alphabet_and_another_one_for_each_term() -> None:
    termset = _set(12)
    assert seats(termset, "regie") != tuple(sorted(termset.partners))
    assert seats(termset, "regie") != seats(termset, "ruimte")
    assert seats(termset, "regie") == seats(termset, "regie")
