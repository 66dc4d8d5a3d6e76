"""What the statuses of a term are called, for every screen and export alike."""

from collections.abc import Mapping

from glossary.domain import Status
from glossary.locale import gettext, mark

_STATUS: Mapping[Status, str] = {
    Status.EMPTY: mark("empty"),
    Status.COLLECTING: mark("collecting"),
    Status.COMPARABLE: mark("to compare"),
    Status.UNDERSTOOD: mark("understood"),
    Status.DRAFTED: mark("drafted"),
    Status.OBJECTED: mark("objected"),
    Status.CONSENTED: mark("consented"),
    Status.AGREED: mark("agreed"),
    Status.DIFFERS: mark("each its own name"),
    Status.RENAMED: mark("renamed"),
    Status.PARKED: mark("parked"),
    Status.STALE: mark("look again"),
}
_MEANS: Mapping[Status, str] = {
    Status.EMPTY: mark("nobody has said what it means"),
    Status.COLLECTING: mark("not every partner has said what it means"),
    Status.COMPARABLE: mark("all have said what they mean; lay it side by side, and say it back"),
    Status.UNDERSTOOD: mark("of each partner somebody has said back what it means, to its content"),
    Status.DRAFTED: mark("there is a wording, and not everybody has taken a position on it"),
    Status.OBJECTED: mark("somebody objects to the wording"),
    Status.CONSENTED: mark("all have taken a position on the wording, and nobody objects"),
    Status.AGREED: mark("the group shares one wording"),
    Status.DIFFERS: mark("each partner knowingly keeps its own meaning, under its own name"),
    Status.RENAMED: mark("another word has taken its place"),
    Status.PARKED: mark("left for later, and nothing was agreed"),
    Status.STALE: mark("something changed since the outcome, or its review date has passed"),
}


def status_word(status: Status) -> str:
    """One or two words for a status, in the reader's language."""
    return gettext(_STATUS[status])


def explained(status: Status) -> str:
    """The word for a status, and what it means: where no column heads it."""
    return gettext("{word} ({meaning})").format(
        word=status_word(status), meaning=gettext(_MEANS[status])
    )
