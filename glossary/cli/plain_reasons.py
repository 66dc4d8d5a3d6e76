"""What there is to talk about on a term, each reason whole in one line."""

from collections.abc import Iterable, Iterator

from glossary.cli.clashes import clash_of, phrase
from glossary.cli.linear import does_not, says
from glossary.cli.plain_text import difference, fact, names
from glossary.compare import Comparison, Signal, SignalKind
from glossary.domain import CaseAnswer, Term, TermSet, one_line
from glossary.locale import gettext as _
from glossary.workflow.angles import lenses_of
from glossary.workflow.session.settling import CaseChoice, case_choices
from glossary.workflow.words import answer_word, short_names_of

# Of these a signal by itself quotes a few words, or says not whose they are.
_SHORT = (SignalKind.CONTRAST, SignalKind.LENSES)


def needs_comparison(signals: Iterable[Signal]) -> bool:
    """Whether telling these takes more than the signals hold."""
    return any(one.kind in _SHORT for one in signals)


def plain_reasons(
    termset: TermSet, term: Term, signals: Iterable[Signal], found: Comparison | None
) -> list[str]:
    """A line for each; nothing is cut short, and nothing is said without who says it.

    `found` is what the signals are of; it may be left out where none `needs_comparison`.
    """
    return [_told(termset, term, one, found) for one in signals]


def case_lines(termset: TermSet, choice: CaseChoice) -> Iterator[str]:
    """Who answers what to a boundary case, and who nothing."""
    called = short_names_of(termset)
    for answer in CaseAnswer:
        who = [key for key, given in choice.answers.items() if given is answer]
        if who:
            yield fact(answer_word(answer), names(who, called))
    silent = [key for key in termset.partners if key not in choice.answers]
    if silent:
        yield fact(_("no answer"), names(silent, called))


def _told(termset: TermSet, term: Term, signal: Signal, found: Comparison | None) -> str:
    called = short_names_of(termset)
    if signal.kind is SignalKind.NAMED:
        kind, note = _(signal.phrases["kind"]), signal.words["x"]
        return difference(kind, signal.partners, note, called)
    told = ""
    if signal.kind is SignalKind.CASES:
        told = _case(termset, term, signal)
    elif signal.kind is SignalKind.LENSES and found is not None:
        told = _lenses(termset, term, found)
    elif signal.kind is SignalKind.CONTRAST and found is not None:
        told = _clash(termset, signal, found)
    return told or one_line(signal.sentence(called))


def _case(termset: TermSet, term: Term, signal: Signal) -> str:
    for choice in case_choices(termset, term.id):
        if choice.case.id == signal.words.get("case"):
            text, ways = one_line(choice.case.text), "; ".join(case_lines(termset, choice))
            ended = text if text.endswith((".", "!", "?")) else f"{text}."
            return _("Split: {case}").format(case=f"{ended} {ways}")
    return ""


def _lenses(termset: TermSet, term: Term, found: Comparison) -> str:
    """From which lens everybody looks most."""
    labels = {lens.id: lens.label for lens in lenses_of(term)}
    called = short_names_of(termset)
    ways = []
    for key, weights in found.lenses.items():
        if weights:
            best = min(weights, key=lambda lens: (-weights[lens].weight, lens))
            ways.append(fact(one_line(called.get(key, key)), labels.get(best, best)))
    return fact(_("The lenses differ"), "; ".join(ways)) if ways else ""


def _clash(termset: TermSet, signal: Signal, found: Comparison) -> str:
    """Both sides of a contrast, first of whom the signal tells first."""
    one = clash_of(signal, found)
    if one is None:
        return ""
    sides = (one.a, one.b) if one.a.partner == signal.who["a"] else (one.b, one.a)
    told = [
        says(termset, side.partner, words)
        if (words := phrase(found, side))
        else does_not(termset, side.partner)
        for side in sides
    ]
    return fact(_("Clash"), "; ".join(told))
