"""What there is to talk about on a term, each reason whole in one line."""

from collections.abc import Iterable, Iterator

from glossary.cli.linear import does_not, says
from glossary.cli.plain_text import difference, fact, names
from glossary.compare import Signal, SignalKind
from glossary.domain import CaseAnswer, Term, TermSet, one_line
from glossary.locale import gettext as _
from glossary.workflow.angles import lenses_of
from glossary.workflow.session.settling import CaseChoice, case_choices
from glossary.workflow.words import answer_word, short_names_of


def plain_reasons(termset: TermSet, term: Term, signals: Iterable[Signal]) -> list[str]:
    """A line for each; nothing is cut short, and nothing is said without who says it."""
    return [_told(termset, term, one) for one in signals]


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


def _told(termset: TermSet, term: Term, signal: Signal) -> str:
    called = short_names_of(termset)
    if signal.kind is SignalKind.NAMED:
        kind, note = _(signal.phrases["kind"]), signal.words["x"]
        return difference(kind, signal.partners, note, called)
    told = ""
    if signal.kind is SignalKind.CASES:
        told = _case(termset, term, signal)
    elif signal.kind is SignalKind.LENSES:
        told = _lenses(termset, term, signal)
    elif signal.kind is SignalKind.CONTRAST:
        told = _clash(termset, signal)
    return told or one_line(signal.sentence(called))


def _case(termset: TermSet, term: Term, signal: Signal) -> str:
    for choice in case_choices(termset, term.id):
        if choice.case.id == signal.words.get("case"):
            text, ways = one_line(choice.case.text), "; ".join(case_lines(termset, choice))
            ended = text if text.endswith((".", "!", "?")) else f"{text}."
            return _("Split: {case}").format(case=f"{ended} {ways}")
    return ""


def _lenses(termset: TermSet, term: Term, signal: Signal) -> str:
    """From which lens everybody looks most."""
    labels = {lens.id: lens.label for lens in lenses_of(term)}
    called = short_names_of(termset)
    ways = [
        fact(one_line(called.get(key, key)), labels.get(lens, lens))
        for key, lens in signal.sides.items()
    ]
    return fact(_("The lenses differ"), "; ".join(ways))


def _clash(termset: TermSet, signal: Signal) -> str:
    """Both sides of a contrast, first of whom the signal tells first."""
    told = [
        says(termset, key, words) if words else does_not(termset, key)
        for key, words in signal.sides.items()
    ]
    return fact(_("Clash"), "; ".join(told))
