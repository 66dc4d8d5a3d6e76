"""What became of an objection: "integrated" is a promise as long as the wording is the same."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from glossary.domain import Agreement, Disposition, Draft, Objection, fingerprint, normalise
from glossary.domain.phases import disposition_of, is_promised, objections_of
from tests.domain.strategies import TERM, wordings

_objections = st.builds(
    Objection,
    st.just("delta"),
    wordings.map(fingerprint),
    st.just("Nee."),
    st.sampled_from(Disposition),
)


@given(st.lists(_objections, max_size=4), wordings)
def test_nothing_is_integrated_in_the_wording_that_it_was_an_objection_to(
    made: list[Objection], wording: str
) -> None:
    agreement = Agreement(TERM, draft=Draft(wording), objections=tuple(made))
    for before, after in zip(made, objections_of(agreement), strict=True):
        is_same = bool(wording.strip()) and before.on == fingerprint(wording)
        if is_same and before.disposition is Disposition.INTEGRATED:
            assert is_promised(agreement, before)
            assert after == replace(before, disposition=Disposition.OPEN)
        else:
            assert not is_promised(agreement, before)
            assert after == before


@given(wordings, wordings)
def test_it_is_integrated_once_the_wording_changed_and_not_when_it_comes_back(
    first: str, second: str
) -> None:
    made = Objection("delta", fingerprint(first), "Nee.", Disposition.INTEGRATED)
    agreement = Agreement(TERM, draft=Draft(second), objections=(made,))
    is_same = normalise(first) == normalise(second) != ""
    expected = Disposition.OPEN if is_same else Disposition.INTEGRATED
    assert disposition_of(agreement, "delta", made.on) is expected
