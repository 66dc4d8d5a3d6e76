"""What a reader would stumble over in definitions, and agreements that time has overtaken."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from glossary.domain import (
    Agreement,
    Definition,
    Finding,
    Partner,
    Severity,
    Term,
    TermSet,
    fresh_positions,
)
from glossary.domain.deriving import is_stale
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.workflow.definition_form import begins_with_example, is_circular, is_when
from glossary.workflow.naming import quote

MAX_WORDS = 60

_STUMBLES = {
    "empty-definition": (
        mark("The meaning of {term} is empty."),
        mark("Say what you mean by it, or remove the definition."),
    ),
    "is-when": (
        mark("The meaning of {term} says when, not what."),
        mark("Begin with the kind of thing that it is."),
    ),
    "example-as-definition": (
        mark("The meaning of {term} begins with an example."),
        mark("Say first what it is; the example has a field of its own."),
    ),
    "circular-definition": (
        mark("The meaning of {term} says only {term}."),
        mark("Explain it in other words."),
    ),
    "long-definition": (
        mark("The meaning of {term} is longer than {most} words."),
        mark("Keep what nobody could leave out; examples have a field of their own."),
    ),
}

Locate = Callable[[Path, str], int]


@dataclass(frozen=True, slots=True)
class _Context:
    termset: TermSet
    folder: Path
    locate: Locate

    def warn(self, file: str, key: str, code: str, message: str, remedy: str) -> Finding:
        path = self.folder / file
        line = self.locate(path, key)
        return Finding(path, code, message, remedy, Severity.WARNING, key, line)


def lint(termset: TermSet, folder: Path, locate: Locate) -> tuple[Finding, ...]:
    """Warnings about definitions, positions and outcomes of the set in `folder`.

    Codes: empty-definition, is-when, example-as-definition, circular-definition,
    long-definition, stale-position, missing-reason, stale-outcome. A review date that has passed
    is no finding: the same files always give the same ones. `locate` gives the line of a key in
    a file.
    """
    context = _Context(termset, folder, locate)
    found: list[Finding] = []
    for term in termset.terms.values():
        for partner in termset.partners.values():
            if term.id in partner.definitions:
                found += _of_definition(context, term, partner, partner.definitions[term.id])
        found += _of_positions(context, term)
        found += _of_outcome(context, term, termset.agreement(term.id))
    return tuple(found)


def _of_definition(
    context: _Context, term: Term, partner: Partner, definition: Definition
) -> Iterator[Finding]:
    file, key = f"partners/{partner.id}.toml", f"definitions.{term.id}.meaning"
    place = {"term": quote(term.label), "most": MAX_WORDS}
    for code in _stumbles(term, definition.meaning, context.termset.language):
        message, remedy = _STUMBLES[code]
        yield context.warn(file, key, code, _(message).format(**place), _(remedy))


def _stumbles(term: Term, meaning: str, language: str) -> Iterator[str]:
    if not meaning.strip():
        yield "empty-definition"
        return
    if is_when(meaning, language):
        yield "is-when"
    if begins_with_example(meaning, language):
        yield "example-as-definition"
    if is_circular(meaning, (term.label, *term.variants), language):
        yield "circular-definition"
    if len(meaning.split()) > MAX_WORDS:
        yield "long-definition"


def _of_positions(context: _Context, term: Term) -> Iterator[Finding]:
    fresh = fresh_positions(context.termset, term.id)
    for key, partner in context.termset.partners.items():
        position = partner.positions.get(term.id)
        if position is None:
            continue
        place = {"partner": quote(partner.name), "term": quote(term.label)}
        file, at = f"partners/{key}.toml", f"positions.{term.id}"
        if key not in fresh:
            message = _("The position of {partner} on {term} is about an earlier wording.")
            yield context.warn(file, at, "stale-position", message.format(**place), _("Ask again."))
        if position.position.needs_reason and not position.reason.strip():
            message = _("The position of {partner} on {term} has no reason.")
            remedy = _("A concern or an objection cannot be worked with without its reason.")
            yield context.warn(file, at, "missing-reason", message.format(**place), remedy)


def _of_outcome(context: _Context, term: Term, agreement: Agreement) -> Iterator[Finding]:
    outcome = agreement.outcome
    # no review date lies before the first of all days
    if outcome is not None and is_stale(context.termset, agreement, outcome, dt.date.min):
        yield context.warn(
            f"agreements/{term.id}.toml",
            "outcome",
            "stale-outcome",
            _("The outcome of {term} is older than the words it is about.").format(
                term=quote(term.label)
            ),
            _("Look at it together again, and record the outcome anew."),
        )
