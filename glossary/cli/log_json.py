"""A history as JSON (docs/json.md)."""

from glossary.domain import TermSet
from glossary.domain.worddiff import word_diff
from glossary.formats.json_text import plain
from glossary.workflow.history import Change, History, Step
from glossary.workflow.moves import TEXTS
from glossary.workflow.ports import Commit

FORMAT = 1


def history_json(termset: TermSet, found: History) -> dict[str, object]:
    """The steps, newest first; texts with the words that went and came."""
    return {
        "format": FORMAT,
        "set": termset.id,
        "term": found.term.id,
        "label": found.term.label,
        "since": None if found.since is None else _commit(found.since),
        "complete": found.complete,
        "steps": [_step(step) for step in found.steps],
    }


def _step(step: Step) -> dict[str, object]:
    return {
        "commit": None if step.commit is None else _commit(step.commit),
        "changes": [_change(change) for change in step.changes],
        "unreadable": [{"file": one.path, "reason": one.reason} for one in step.unread],
    }


def _commit(commit: Commit) -> dict[str, object]:
    return {
        "id": commit.id,
        "short": commit.short,
        "date": plain(commit.date),
        "author": commit.author,
        "subject": commit.subject,
    }


def _change(change: Change) -> dict[str, object]:
    told = {
        "partner": change.partner or None,
        "name": change.name,
        "field": change.field,
        "before": plain(change.before),
        "after": plain(change.after),
    }
    if change.field not in TEXTS:
        return told
    pieces = word_diff(str(change.before or ""), str(change.after or ""))
    return told | {"words": [{"kind": one.kind, "text": one.text} for one in pieces]}
