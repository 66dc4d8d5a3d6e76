"""What a reader would stumble over in a set, and what its words have overtaken."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from glossary.domain import (
    Agreement,
    Finding,
    Severity,
    Term,
    TermSet,
    fresh_positions,
)
from glossary.domain.phases import is_promised
from glossary.locale import gettext as _
from glossary.workflow.lint_definitions import of_definitions
from glossary.workflow.lint_listening import of_listening
from glossary.workflow.lint_names import of_names
from glossary.workflow.naming import quote
from glossary.workflow.outcomes import promised
from glossary.workflow.overtaken import since_agreed
from glossary.workflow.words import full_names_of


def lint(termset: TermSet, folder: Path) -> tuple[Finding, ...]:
    """Warnings about the set in `folder`, without lines (see `ports.Judge`).

    docs/findings.md lists their codes. A review date that has passed is no finding: the same
    files always give the same ones.
    """
    found: list[Finding] = [*of_names(termset, folder)]
    for term in termset.terms.values():
        found += of_definitions(termset, term, folder)
        found += _of_positions(termset, term, folder)
        found += _of_objections(termset, term, folder)
        found += _of_outcome(termset, termset.agreement(term.id), term, folder)
    found += of_listening(termset, folder)
    return tuple(found)


def _of_positions(termset: TermSet, term: Term, folder: Path) -> Iterator[Finding]:
    fresh = fresh_positions(termset, term.id)
    for own_id, partner in termset.partners.items():
        position = partner.positions.get(term.id)
        if position is None:
            continue
        place = {"partner": quote(partner.name), "term": quote(term.label)}
        path, key = folder / f"partners/{own_id}.toml", f"positions.{term.id}"
        if own_id not in fresh:
            message = _("The position of {partner} on {term} is about an earlier wording.")
            yield Finding(
                path,
                "stale-position",
                message.format(**place),
                _("Ask again."),
                Severity.WARNING,
                key,
            )
        if position.position.needs_reason and not position.reason.strip():
            message = _("The position of {partner} on {term} has no reason.")
            remedy = _("A concern or an objection cannot be worked with without its reason.")
            yield Finding(
                path, "missing-reason", message.format(**place), remedy, Severity.WARNING, key
            )


def _of_objections(termset: TermSet, term: Term, folder: Path) -> Iterator[Finding]:
    agreement, said = termset.agreement(term.id), promised(termset, term.id)
    for index, one in enumerate(agreement.objections):
        if one.partner in said and is_promised(agreement, one):
            message = _(
                "The objection of {partner} to {term} is not integrated: the wording is the same."
            )
            yield Finding(
                folder / f"agreements/{term.id}.toml",
                "not-integrated",
                message.format(
                    partner=quote(termset.partners[one.partner].name), term=quote(term.label)
                ),
                _("Change the wording, or say what else became of the objection."),
                Severity.WARNING,
                f"objections[{index}].disposition",
            )


def _of_outcome(
    termset: TermSet, agreement: Agreement, term: Term, folder: Path
) -> Iterator[Finding]:
    outcome = agreement.outcome
    # What a partner means whose file is gone is not known; that is told already.
    known = {*termset.partners, *termset.unread}
    if outcome is None or not known >= outcome.meanings.keys():
        return
    # no review date lies before the first of all days
    told = since_agreed(termset, term.id, dt.date.min, full_names_of(termset))
    if told:
        yield Finding(
            folder / f"agreements/{term.id}.toml",
            "stale-outcome",
            told,
            _("See: {command}. Look at it together again, and record the outcome anew.").format(
                command=f"glossary log {term.id} --since-agreed"
            ),
            Severity.WARNING,
            "outcome",
        )
