"""Compare what partners mean by one term."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from glossary.compare import Comparison, Signal, compare
from glossary.compare.quoting import quote
from glossary.domain import Lens, Term, TermSet
from glossary.workflow.lookup import term_of
from glossary.workflow.named import named, with_named

_SENTENCE = 60  # characters of a boundary case in a sentence


class Question(NamedTuple):
    """All that the comparison of one term depends on; see `glossary.compare.compare`.

    `texts` are the boundary cases by their id, `named` the differences that people named;
    `is_open` while no outcome is recorded.
    """

    meanings: Mapping[str, str]
    language: str
    term: str
    lenses: tuple[Lens, ...]
    answers: Mapping[str, Mapping[str, str]]
    chosen: Mapping[str, tuple[str, ...]]
    texts: Mapping[str, str]
    named: tuple[Signal, ...]
    is_open: bool
    vectors: bool

    def answer(self) -> Comparison:
        """Compare; what people named comes first, and asks for time until there is an outcome.

        Signals quote the text of a boundary case: nobody knows its id.
        """
        found = compare(
            self.meanings,
            language=self.language,
            term=self.term,
            lenses=self.lenses,
            cases=self.answers,
            chosen=self.chosen,
            vectors=self.vectors,
        )
        signals = (*self.named, *(_quoting(signal, self.texts) for signal in found.signals))
        if not (self.named and self.is_open):
            return replace(found, signals=signals)
        return replace(found, signals=signals, attention=with_named(found.attention))


def compare_term(termset: TermSet, term_id: str, *, vectors: bool = True) -> Comparison:
    """Compare the meanings of a term, with its lenses and the partners' answers to its cases.

    Partners that have not said what they mean are left out of the texts. `vectors`: see
    `glossary.compare.compare`. Raises NotFoundError for an unknown term.
    """
    term = term_of(termset, term_id)
    return compare_meanings(termset, term, termset.meanings(term.id), vectors=vectors)


def compare_meanings(
    termset: TermSet, term: Term, meanings: Mapping[str, str], *, vectors: bool = True
) -> Comparison:
    """Compare these meanings (partner id to text) as meanings of `term`."""
    return question(termset, term, meanings, vectors=vectors).answer()


def question(
    termset: TermSet, term: Term, meanings: Mapping[str, str], *, vectors: bool = True
) -> Question:
    """What is asked about a term where these are its meanings (partner id to text)."""
    return Question(
        meanings=meanings,
        language=termset.language,
        term=term.label,
        lenses=term.lenses,
        answers=_answers(termset, term),
        chosen=_chosen(termset, term, meanings) if term.lenses else {},
        texts={case.id: case.text for case in term.cases},
        named=named(termset, term.id),
        is_open=termset.agreement(term.id).outcome is None,
        vectors=vectors,
    )


def _quoting(signal: Signal, cases: Mapping[str, str]) -> Signal:
    text = cases.get(signal.words.get("case", ""), "")
    if not text:
        return signal
    # The sentence is for places with room; the few words for the others.
    quoted = {"x": quote(text), "text": quote(text, _SENTENCE)}
    return replace(signal, words={**signal.words, **quoted})


def _answers(termset: TermSet, term: Term) -> dict[str, dict[str, str]]:
    if not term.cases:
        return {}
    known = {case.id for case in term.cases}
    found = (
        (key, {case: str(answer) for case, answer in answers.items() if case in known})
        for key, partner in termset.partners.items()
        if (answers := partner.cases.get(term.id))
    )
    return {key: answers for key, answers in found if answers}


def _chosen(
    termset: TermSet, term: Term, meanings: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    known = {lens.id for lens in term.lenses}
    partners = (termset.partners[key] for key in meanings if key in termset.partners)
    found = {
        partner.id: tuple(lens for lens in definition.lenses if lens in known)
        for partner in partners
        if (definition := partner.definitions.get(term.id))
    }
    return {key: lenses for key, lenses in found.items() if lenses}
