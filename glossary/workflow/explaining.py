"""Why a term deserves time, in sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from glossary.compare import Signal, SignalKind
from glossary.compare.unison import OTHER
from glossary.domain import CaseAnswer, TermSet, one_line
from glossary.workflow.words import answer_word, short_names_of

_SOMEBODY = "?"


def reasons(termset: TermSet, term_id: str, signals: Sequence[Signal]) -> list[str]:
    """Everything that there is to talk about on a term, strongest first, a line each."""
    return [_told(termset, term_id, signal) for signal in signals]


def in_letters(signals: Sequence[Signal], letters: Mapping[str, str]) -> tuple[Signal, ...]:
    """The signals with letters (by partner id, in their order) in the place of partners.

    Partners are told in that order, so that no sentence keeps the order of their names, and who
    left is not named.
    """
    places = {key: place for place, key in enumerate(letters)}
    turned = [_in_order(signal, places) for signal in signals]
    sorted_runs = (
        sorted(run, key=lambda one: [_place(key, places) for key in one.who.values()])
        for _alike, run in groupby(turned, key=lambda one: (one.strength, one.message))
    )
    return tuple(
        replace(one, who={slot: letters.get(key, _SOMEBODY) for slot, key in one.who.items()})
        for run in sorted_runs
        for one in run
    )


def _in_order(signal: Signal, places: Mapping[str, int]) -> Signal:
    who, words, phrases = dict(signal.who), dict(signal.words), dict(signal.phrases)
    if signal.kind in (SignalKind.NAMED, SignalKind.WORDING):
        camp = [slot for slot in who if slot != OTHER]
        ordered = sorted((who[slot] for slot in camp), key=lambda key: _place(key, places))
        who |= zip(camp, ordered, strict=True)
    for said in (words, phrases):
        # Of "a says x, b says y" both halves change places, or neither does.
        is_pair = {"a", "b"} <= who.keys() and {"x", "y"} <= said.keys()
        if is_pair and _place(who["b"], places) < _place(who["a"], places):
            who["a"], who["b"] = who["b"], who["a"]
            said["x"], said["y"] = said["y"], said["x"]
    return replace(signal, who=who, words=words, phrases=phrases)


def _place(partner: str, places: Mapping[str, int]) -> int:
    return places.get(partner, len(places))


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
