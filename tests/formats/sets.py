"""Full sets as any format may meet them: every field in use, in text that the program accepts.

Labels and names tell things apart, whatever the case, for most formats know no ids. Nothing is
blind, and no round goes on whose reasons are held back: those are never exported.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

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
    fingerprint,
    has_unseen,
)
from glossary.domain.agreements import Round, Skip
from glossary.domain.sessions import Session
from glossary.domain.visibility import holds_reasons
from glossary.workflow.naming import fold

_T = TypeVar("_T")
_ODD = ["=1+1", "-2", "+x", "@x", "'", '"', '""', ";", ",", "\t", "\n", "\n\n", "|", "\\", "#", "*"]
_ODD += [
    "<b>",
    "&amp;",
    "]]>",
    "{{x}}",
    "[x](y)",
    "```",
    "---",
    "null",
    "1.0",
    "é",
    "e\u0301",
    "字",
]
_ODD += [" ", "  ", "woord", "Wie beslist", "🎈", "_x000D_", "%", "$x$", "~", ": ", "- ", "ß", "İ"]
_characters = st.characters(exclude_categories=("Cs", "Cc", "Cf")).map(
    lambda char: "x" if has_unseen(char) else char
)
# Mostly ready-made: sets of nothing but drawn characters are too large to draw many of.
_any = st.one_of(
    st.sampled_from(
        ["", *_ODD, *(f"{a}woord{b}" for a, b in zip(_ODD, reversed(_ODD), strict=True))]
    ),
    st.sampled_from(
        ["", "Wie beslist?", "De een\nen de ander", *(f"zin {one} zin" for one in _ODD)]
    ),
    st.lists(st.sampled_from(_ODD), max_size=5).map("".join),
    st.text(_characters, max_size=5),
)

# As `workflow.typed.accept` leaves text: no white space at the ends.
texts = _any.map(str.strip)
filled = texts.map(lambda text: text or "Ja.")
# As `accept_name` does: on one line.
lines = _any.map(lambda text: " ".join(text.split()))
names = lines.map(lambda text: text or "Naam")
ids = st.sampled_from(["delta", "noord", "school", "a", "te-laat", "2026-11-23", "x" * 63, "b-2"])
fingerprints = st.text("0123456789abcdef", min_size=12, max_size=12)
days = st.none() | st.dates(dt.date(1900, 1, 1))
_zones = st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=1, minutes=30))])
_moments = st.datetimes(dt.datetime(1900, 1, 2), timezones=_zones)
_scale = st.none() | st.integers(1, 5)
_case_answers = st.sampled_from(CaseAnswer)


def _unique(
    items: st.SearchStrategy[_T], key: Callable[[_T], str], most: int = 3
) -> st.SearchStrategy[tuple[_T, ...]]:
    """Items of which no two have a key that differs in nothing but case or form."""
    found = st.lists(items, max_size=most, unique_by=lambda one: fold(key(one)))
    return found.map(tuple)


def _some(items: list[str], least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    if not items:
        return st.just(())
    return st.lists(st.sampled_from(items), unique=True, min_size=least, max_size=3).map(tuple)


_lines = _unique(names, str)


@st.composite
def _lenses(draw: st.DrawFn) -> tuple[Lens, ...]:
    labels = draw(_unique(names, str))
    keys = draw(st.permutations(["l-1", "l-2", "l-3"]))
    return tuple(Lens(key, label, draw(_lines)) for key, label in zip(keys, labels, strict=False))


@st.composite
def _cases(draw: st.DrawFn) -> tuple[Case, ...]:
    told = draw(_unique(filled, str))
    keys = draw(st.permutations(["c-1", "c-2", "c-3"]))
    return tuple(Case(key, text) for key, text in zip(keys, told, strict=False))


@st.composite
def _terms(draw: st.DrawFn) -> dict[str, Term]:
    """Terms of which no label or variant is that of another."""
    called = draw(st.lists(names, min_size=1, max_size=7, unique_by=fold))
    keys = draw(st.lists(ids, min_size=1, max_size=min(3, len(called)), unique=True))
    spare = called[len(keys) :]
    return {
        key: Term(
            key,
            label,
            tuple(spare[place :: len(keys)]),
            draw(lines),
            draw(texts),
            draw(_lines),
            draw(_lenses()),
            draw(_cases()),
        )
        for place, (key, label) in enumerate(zip(keys, called, strict=False))
    }


def _definitions(term: Term) -> st.SearchStrategy[Definition]:
    lenses = _some([lens.id for lens in term.lenses])
    parts = (filled, texts, texts, texts, texts, texts, lenses, texts, days, texts)
    return st.builds(Definition, *parts)


def _answers(term: Term) -> st.SearchStrategy[dict[str, CaseAnswer]]:
    optional = {case.id: _case_answers for case in term.cases}
    return st.fixed_dictionaries({}, optional=optional)


@st.composite
def _partner(
    draw: st.DrawFn, key: str, name: str, short: str, terms: dict[str, Term], others: list[str]
) -> Partner:
    term_ids, partner_ids = st.sampled_from(list(terms)), st.sampled_from(others)
    stand = (fingerprints, st.sampled_from(Stand), texts, days, texts)
    said = st.builds(Restatement, term_ids, partner_ids, fingerprints, filled, days)
    heard = (term_ids, partner_ids, fingerprints, st.sampled_from(Answer), texts)
    optional = {key: _definitions(term) for key, term in terms.items()}
    answers = {key: draw(_answers(term)) for key, term in terms.items()}
    return Partner(
        key,
        name,
        short,
        draw(st.fixed_dictionaries({}, optional=optional)),
        {key: given for key, given in answers.items() if given},
        draw(st.dictionaries(term_ids, st.builds(Ratings, _scale, _scale, _scale), max_size=2)),
        tuple(draw(st.lists(said, max_size=2))),
        tuple(draw(st.lists(st.builds(Verdict, *heard, st.just("") | fingerprints), max_size=2))),
        draw(st.dictionaries(term_ids, st.builds(Position, *stand), max_size=2)),
        tuple(draw(st.lists(st.builds(PastPosition, term_ids, *stand), max_size=2))),
    )


@st.composite
def _agreement(draw: st.DrawFn, term: Term, partners: list[str]) -> Agreement:
    who = st.sampled_from(partners)
    wording = draw(texts)
    # Without a wording there is nothing that an example could be one of.
    draft = Draft(wording, draw(texts), draw(texts), draw(_answers(term))) if wording else Draft()
    between = _some(partners, least=1)
    differences = st.builds(Difference, between, st.sampled_from(DifferenceKind), texts)
    on = fingerprints | st.just(fingerprint(wording))
    objections = st.builds(Objection, who, on, filled, st.sampled_from(Disposition))
    outcomes = st.builds(
        Outcome,
        st.sampled_from(OutcomeKind),
        lines,
        st.just("") | on,
        days,
        days,
        st.dictionaries(who, fingerprints, max_size=2),
    )
    revealed = draw(st.none() | _moments)
    opened = draw(st.none() | _moments) if revealed else None
    return Agreement(
        term.id,
        draw(st.sampled_from(Phase)),
        revealed,
        tuple(draw(st.lists(differences, max_size=2))),
        draft,
        tuple(draw(st.lists(objections, max_size=2))),
        draw(st.none() | outcomes),
        tuple(draw(st.permutations(partners))) if revealed else (),
        tuple(draw(st.lists(st.builds(Skip, who, who, fingerprints, days), max_size=2))),
        tuple(draw(st.lists(st.builds(Round, filled, days, st.booleans()), max_size=2))),
        draw(_scale),
        opened,
        tuple(draw(st.permutations(partners))) if revealed else (),
    )


def _sessions(terms: list[str]) -> st.SearchStrategy[Session]:
    phases = st.sampled_from([phase.value for phase in Phase])
    spent = st.dictionaries(phases, st.integers(0, 10_000), min_size=1, max_size=2)
    return st.builds(
        Session,
        days,
        _some(terms),
        st.integers(1, 1440),
        st.sampled_from(["", *terms]),
        st.dictionaries(st.sampled_from(terms), spent, max_size=2),
        st.none() | _moments,
        st.integers(-1440, 1440),
        st.booleans(),
    )


def _open(termset: TermSet) -> TermSet:
    """The set with rounds that are over, so that no reason is held back."""
    agreements = {
        key: replace(one, phase=Phase.CLOSED) if holds_reasons(termset, key) else one
        for key, one in termset.agreements.items()
    }
    return replace(termset, agreements=agreements)


@st.composite
def termsets(draw: st.DrawFn) -> TermSet:
    """One to three terms and partners, and whatever may have happened between them.

    Some terms nobody defined, and some partners said nothing.
    """
    terms = draw(_terms())
    keys = sorted(draw(st.lists(ids, min_size=1, max_size=3, unique=True)))
    count = len(keys)
    called = draw(st.lists(names, min_size=count, max_size=count, unique_by=fold))
    short = draw(
        st.lists(names.map(lambda name: name[:8].strip() or "K"), min_size=count, unique_by=fold)
    )
    partners = {
        key: draw(_partner(key, name, brief, terms, keys))
        for key, name, brief in zip(keys, called, short, strict=False)
    }
    optional = {key: _agreement(term, keys) for key, term in terms.items()}
    agreements = draw(st.fixed_dictionaries({}, optional=optional))
    language = draw(st.sampled_from(["nl", "en", "en-GB"]))
    vocabulary = Vocabulary(draw(names), language, draw(texts), terms)
    session = draw(st.none() | _sessions(list(terms)))
    return _open(TermSet("keten", vocabulary, partners, dict(sorted(agreements.items())), session))
