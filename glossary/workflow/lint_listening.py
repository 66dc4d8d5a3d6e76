"""Restatements and answers to them: what has been overtaken, and what is said twice."""

from collections.abc import Iterator
from pathlib import Path

from glossary.domain import Finding, Partner, Restatement, Severity, TermSet, Verdict, fingerprint
from glossary.locale import gettext as _
from glossary.workflow.naming import quote


def of_listening(termset: TermSet, folder: Path) -> Iterator[Finding]:
    """Warnings about the restatements and verdicts of every partner."""
    for partner in termset.partners.values():
        path = folder / f"partners/{partner.id}.toml"
        yield from _overtaken(termset, partner, path)
        yield from _answering_nothing(termset, partner, path)
        yield from _repeated(partner, path)


def _overtaken(termset: TermSet, partner: Partner, path: Path) -> Iterator[Finding]:
    """The last restatement of each meaning of which no restatement is up to date.

    Earlier attempts stay in the file and need not be.
    """
    last: dict[tuple[str, str], int] = {}
    answered: set[tuple[str, str]] = set()
    for index, one in enumerate(partner.restatements):
        owner = termset.partners.get(one.of)
        if owner is None or one.term not in termset.terms:
            continue
        last[one.of, one.term] = index
        if one.of_fingerprint == owner.meaning_fingerprint(one.term):
            answered.add((one.of, one.term))
    message = _("What {partner} restates is no longer what {owner} means by {term}.")
    for (owner_id, term), index in last.items():
        if (owner_id, term) not in answered:
            yield Finding(
                path,
                "stale-restatement",
                message.format(
                    partner=quote(partner.name),
                    owner=quote(termset.partners[owner_id].name),
                    term=quote(termset.terms[term].label),
                ),
                _("Restate what it says now in a new entry; this one may stay."),
                Severity.WARNING,
                f"restatements[{index}].of_fingerprint",
            )


def _answering_nothing(termset: TermSet, partner: Partner, path: Path) -> Iterator[Finding]:
    message = _("{partner} answers words on {term} that {by} does not have in its file.")
    for index, verdict in enumerate(partner.verdicts):
        by = termset.partners.get(verdict.by)
        if by is None or verdict.term not in termset.terms:
            continue
        if verdict.fingerprint not in _said(by, partner, verdict.term):
            yield Finding(
                path,
                "stale-verdict",
                message.format(
                    partner=quote(partner.name),
                    term=quote(termset.terms[verdict.term].label),
                    by=quote(by.name),
                ),
                _("Answer the restatement as it now stands, and remove this answer."),
                Severity.WARNING,
                f"verdicts[{index}].fingerprint",
            )


def _said(by: Partner, owner: Partner, term: str) -> set[str]:
    return {
        fingerprint(one.text) for one in by.restatements if one.of == owner.id and one.term == term
    }


def _repeated(partner: Partner, path: Path) -> Iterator[Finding]:
    """Entries that stand in the file twice, as after a merge of two appended ones."""
    said: set[tuple[str, str, str, str]] = set()
    for index, one in enumerate(partner.restatements):
        if _content(one) in said:
            yield _twice(path, f"restatements[{index}]")
        said.add(_content(one))
    heard: dict[tuple[str, str, str, str], Verdict] = {}
    for index, verdict in enumerate(partner.verdicts):
        about = (verdict.term, verdict.by, verdict.fingerprint, verdict.of_fingerprint)
        if heard.get(about) == verdict:
            yield _twice(path, f"verdicts[{index}]")
        elif about in heard:
            yield Finding(
                path,
                "double-verdict",
                _("This answers a restatement that is answered above already; this one counts."),
                _("Keep the answer that you mean."),
                Severity.WARNING,
                f"verdicts[{index}].fingerprint",
            )
        heard[about] = verdict


def _content(one: Restatement) -> tuple[str, str, str, str]:
    return one.term, one.of, one.of_fingerprint, one.text


def _twice(path: Path, key: str) -> Finding:
    message, remedy = _("This entry stands in the file twice."), _("Remove one of the two.")
    return Finding(path, "duplicate-entry", message, remedy, Severity.WARNING, key)
