"""What a change was about, told in words to who takes it back."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from glossary.domain import (
    Agreement,
    CaseAnswer,
    Definition,
    Draft,
    Partner,
    Phase,
    Position,
    Ratings,
    Stand,
    TermSet,
)
from glossary.locale import use
from glossary.workflow.restoring import change_words
from tests.tui.sample import sample

SET = sample()
DELTA = SET.partners["delta"]
MEANT = {**DELTA.definitions, "quality": Definition("That it lasts.")}
EXAMPLE = {
    **DELTA.definitions,
    "quality": replace(DELTA.definitions["quality"], example="A letter that is read."),
}
TRUST = SET.agreement("trust")


def said(**fields: object) -> TermSet:
    partner: Partner = replace(DELTA, **fields)  # type: ignore[arg-type]  # any field of it
    return replace(SET, partners={**SET.partners, "delta": partner})


def agreed(**fields: object) -> TermSet:
    agreement: Agreement = replace(TRUST, **fields)  # type: ignore[arg-type]  # any field of it
    return replace(SET, agreements={"trust": agreement})


def told(after: TermSet) -> str:
    return change_words(SET, after, lambda _term: {"delta": "Delta"})


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (said(definitions=MEANT), "the meaning of Delta on quality"),
        (said(definitions=EXAMPLE), "the example of Delta on quality"),
        (
            said(cases={"quality": {"late": CaseAnswer.NO}}),
            "an answer of Delta to a case of quality",
        ),
        (said(ratings={"trust": Ratings(2)}), "a figure of Delta on trust"),
        (
            said(positions={"trust": Position("0" * 12, Stand.CONSENT)}),
            "the position of Delta on trust",
        ),
        (agreed(draft=Draft("Our word.")), "a change in the draft of trust"),
        (agreed(phase=Phase.CONSENT), "the step of trust to Consent"),
        (SET, ""),
    ],
)
def test_a_change_is_told_by_whom_and_on_what(after: TermSet, words: str) -> None:
    assert told(after) == words


def test_a_partner_is_called_as_it_is_called_at_the_term() -> None:
    after = said(definitions=MEANT)
    assert change_words(SET, after, lambda _term: {"delta": "B"}) == "the meaning of B on quality"


@pytest.fixture
def dutch() -> Iterator[None]:
    use("nl")
    yield
    use("en")


@pytest.mark.usefixtures("dutch")
def test_it_is_told_in_dutch() -> None:
    assert told(said(definitions=MEANT)) == "de betekenis van Delta bij quality"
    assert told(agreed(draft=Draft("x"))) == "een wijziging in het voorstel voor trust"
