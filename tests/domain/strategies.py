"""Term sets as people might leave them behind: half filled, outdated, with odd characters."""

import datetime as dt

from hypothesis import strategies as st

from glossary.domain import (
    Agreement,
    Answer,
    Definition,
    Draft,
    Outcome,
    OutcomeKind,
    Partner,
    Phase,
    Position,
    Restatement,
    Stand,
    Term,
    TermSet,
    Verdict,
    Vocabulary,
    fingerprint,
)

TERM = "kwaliteit"
TODAY = dt.date(2026, 11, 23)

# Few wordings, so that texts often are, and often are not, the ones that others refer to.
wordings = st.sampled_from(["", " ", "Er gaat niets mis.", "Er  gaat niets\nmis.", "Aandacht."])
fingerprints = wordings.map(fingerprint)
dates = st.none() | st.dates(dt.date(2025, 1, 1), dt.date(2028, 1, 1))
partner_ids = st.sampled_from(["delta", "noord", "school"])

# Any text at all, lone surrogates included.
any_text = st.text(st.characters())


def _partners(key: str) -> st.SearchStrategy[Partner]:
    return st.builds(
        Partner,
        id=st.just(key),
        name=st.just(key.title()),
        definitions=st.dictionaries(st.just(TERM), st.builds(Definition, wordings)),
        restatements=st.lists(
            st.builds(Restatement, st.just(TERM), partner_ids, fingerprints, wordings), max_size=3
        ).map(tuple),
        verdicts=st.lists(
            st.builds(Verdict, st.just(TERM), partner_ids, fingerprints, st.sampled_from(Answer)),
            max_size=3,
        ).map(tuple),
        positions=st.dictionaries(
            st.just(TERM), st.builds(Position, fingerprints, st.sampled_from(Stand))
        ),
    )


outcomes = st.builds(
    Outcome,
    st.sampled_from(OutcomeKind),
    on=st.just("") | fingerprints,
    review=dates,
    meanings=st.dictionaries(partner_ids, fingerprints),
)
agreements = st.builds(
    Agreement,
    st.just(TERM),
    phase=st.sampled_from(Phase),
    draft=st.builds(Draft, wordings),
    outcome=st.none() | outcomes,
)


@st.composite
def termsets(draw: st.DrawFn) -> TermSet:
    """A set with one term, up to three partners and whatever happened between them."""
    keys = sorted(draw(st.sets(partner_ids)))
    partners = {key: draw(_partners(key)) for key in keys}
    found = draw(st.dictionaries(st.just(TERM), agreements))
    vocabulary = Vocabulary("Ketenkwaliteit", "nl", terms={TERM: Term(TERM, TERM)})
    return TermSet("keten", vocabulary, partners, found)
