"""Models with every field in use and texts that are hard to write down."""

import datetime as dt

from hypothesis import strategies as st

from glossary.domain import (
    Agreement,
    Answer,
    Case,
    CaseAnswer,
    Definition,
    Difference,
    DifferenceKind,
    Disposition,
    Draft,
    Lens,
    Objection,
    Outcome,
    OutcomeKind,
    Partner,
    PastPosition,
    Phase,
    Position,
    Ratings,
    Restatement,
    Stand,
    Term,
    TermSet,
    Verdict,
    Vocabulary,
)
from glossary.domain.agreements import Round, Skip
from glossary.domain.sessions import Session

_PIECES = ['"', '""', '"""', "'", "'''", "\\", "\n", "\r\n", "\r", "\t", "\x00", "\x7f", "#", " "]
_characters = st.characters(codec="utf-8")
texts = st.one_of(
    st.text(_characters, max_size=12),
    st.lists(st.sampled_from([*_PIECES, "é", "woord", "\ufeff", "= [x]"]), max_size=8).map("".join),
)
filled = texts.filter(bool)
ids = st.sampled_from(["delta", "noord", "school", "a", "te-laat", "2026-11-23", "x" * 63])
days = st.none() | st.dates()
fingerprints = st.text("0123456789abcdef", min_size=12, max_size=12)
_zones = st.integers(-1439, 1439).map(lambda n: dt.timezone(dt.timedelta(minutes=n)))
moments = st.none() | st.datetimes(timezones=st.none() | _zones)


def _tuples(items: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(items, max_size=3).map(tuple)


_ratings = st.none() | st.integers(1, 5)
definitions = st.builds(
    Definition, texts, texts, texts, texts, texts, texts, _tuples(ids), texts, days, texts
)
restatements = st.builds(Restatement, ids, ids, fingerprints, texts, days)
verdicts = st.builds(
    Verdict, ids, ids, fingerprints, st.sampled_from(Answer), texts, st.just("") | fingerprints
)
positions = st.builds(Position, fingerprints, st.sampled_from(Stand), texts, days, texts)
past_positions = st.builds(
    PastPosition, ids, fingerprints, st.sampled_from(Stand), texts, days, texts
)


def partners(own_id: str) -> st.SearchStrategy[Partner]:
    """Partners called `own_id`."""
    return st.builds(
        Partner,
        st.just(own_id),
        texts,
        texts,
        st.dictionaries(ids, definitions, max_size=4),
        st.dictionaries(
            ids, st.dictionaries(ids, st.sampled_from(CaseAnswer), max_size=3), max_size=3
        ),
        st.dictionaries(ids, st.builds(Ratings, _ratings, _ratings, _ratings), max_size=3),
        st.lists(restatements, max_size=4).map(tuple),
        st.lists(verdicts, max_size=4).map(tuple),
        st.dictionaries(ids, positions, max_size=3),
        st.lists(past_positions, max_size=3).map(tuple),
    )


_lenses = st.lists(
    st.builds(Lens, ids, texts, _tuples(texts)), max_size=3, unique_by=lambda lens: lens.id
).map(tuple)
_cases = st.lists(st.builds(Case, ids, texts), max_size=3, unique_by=lambda case: case.id).map(
    tuple
)


def _terms(own_id: str) -> st.SearchStrategy[Term]:
    return st.builds(
        Term,
        st.just(own_id),
        texts,
        _tuples(texts),
        texts,
        texts,
        _tuples(texts),
        _lenses,
        _cases,
    )


vocabularies = st.builds(
    Vocabulary,
    texts,
    texts,
    texts,
    st.lists(ids, max_size=3, unique=True).flatmap(
        lambda keys: st.fixed_dictionaries({key: _terms(key) for key in keys})
    ),
)

outcomes = st.builds(
    Outcome,
    st.sampled_from(OutcomeKind),
    texts,
    texts,
    days,
    days,
    st.dictionaries(ids, texts, max_size=3),
)


def agreements(term: str) -> st.SearchStrategy[Agreement]:
    """Agreements on `term`."""
    return st.builds(
        Agreement,
        st.just(term),
        st.sampled_from(Phase),
        moments,
        st.lists(
            st.builds(Difference, _tuples(ids), st.sampled_from(DifferenceKind), texts),
            max_size=3,
        ).map(tuple),
        st.builds(
            Draft,
            texts,
            texts,
            texts,
            st.dictionaries(ids, st.sampled_from(CaseAnswer), max_size=2),
        ),
        st.lists(
            st.builds(Objection, ids, texts, texts, st.sampled_from(Disposition)), max_size=3
        ).map(tuple),
        st.none() | outcomes,
        _tuples(ids),
        st.lists(st.builds(Skip, ids, ids, fingerprints, days), max_size=2).map(tuple),
        st.lists(st.builds(Round, texts, days, st.booleans()), max_size=2).map(tuple),
        _ratings,
        moments,
    )


sessions = st.builds(
    Session,
    days,
    _tuples(ids),
    st.integers(1, 1440),
    ids | st.just(""),
    st.dictionaries(ids, st.dictionaries(ids, st.integers(0, 10_000), max_size=2), max_size=2),
    moments,
    st.integers(-1440, 1440),
    st.booleans(),
)
termsets = st.builds(
    TermSet,
    st.just("keten"),
    vocabularies,
    st.fixed_dictionaries({key: partners(key) for key in ("delta", "noord")}),
    st.fixed_dictionaries({}, optional={key: agreements(key) for key in ("a", "school")}),
    st.none() | sessions,
)
