"""A history as lines, what went and came in words: for screen readers."""

from collections.abc import Iterator

from glossary.cli.log_text import told_commit
from glossary.cli.plain_consent import word_changes
from glossary.cli.plain_text import fact, heading
from glossary.domain import TermSet, one_line
from glossary.locale import gettext as _
from glossary.workflow.history import Change, History, Step
from glossary.workflow.telling import in_words, pieces_of, remarks_on, what_of


def plain_history(termset: TermSet, found: History) -> Iterator[str]:
    """The steps, newest first, a paragraph for each."""
    yield heading(termset, found.term)
    if found.since is not None:
        yield _spoken(_("Since {commit}:").format(commit=told_commit(found.since)))
    for step in found.told:
        yield from ("", *_step(step))
    for remark in remarks_on(found):
        yield from ("", one_line(remark))


def _step(step: Step) -> Iterator[str]:
    yield _spoken(_("not committed yet") if step.commit is None else told_commit(step.commit))
    for change in step.changes:
        yield from _change(change)


def _change(change: Change) -> Iterator[str]:
    what = _spoken(what_of(change))
    if change.before is not None:
        yield _("{what} changed").format(what=what)
        yield from word_changes(pieces_of(change))
    yield fact(what, in_words(change.after) or _("nothing any more"))


def _spoken(text: str) -> str:
    """Parts of a sentence, with a comma where a screen has a dot between them."""
    return one_line(text).replace(" · ", ", ")
