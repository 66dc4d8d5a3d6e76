"""Why a term deserves time, in sentences."""

from collections.abc import Sequence

from glossary.compare import Signal, SignalKind
from glossary.domain import CaseAnswer, TermSet, one_line
from glossary.workflow.words import answer_word, short_names_of


def reasons(termset: TermSet, term_id: str, signals: Sequence[Signal]) -> list[str]:
    """Everything that there is to talk about on a term, strongest first, a line each."""
    return [_told(termset, term_id, signal) for signal in signals]


def _told(termset: TermSet, term_id: str, signal: Signal) -> str:
    """The sentence of a signal; for a boundary case its text and who answered what."""
    if signal.kind is SignalKind.CASES:
        for case in termset.terms[term_id].cases:
            if case.id == signal.words.get("case"):
                return one_line(f"{case.text} – {_camps(termset, term_id, case.id)}")
    return one_line(signal.sentence(short_names_of(termset)))


def _camps(termset: TermSet, term_id: str, case_id: str) -> str:
    """Who says what of a boundary case: "yes: Noord, Delta · no: School"."""
    camps: dict[CaseAnswer, list[str]] = {}
    for partner in termset.partners.values():
        answer = partner.cases.get(term_id, {}).get(case_id)
        if answer:
            camps.setdefault(answer, []).append(partner.short_name)
    return " · ".join(
        f"{answer_word(answer)}: {', '.join(camps[answer])}"
        for answer in CaseAnswer
        if answer in camps
    )
