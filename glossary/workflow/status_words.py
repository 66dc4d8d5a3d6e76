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
    Status.DIFFERS: mark("each its own"),
    Status.RENAMED: mark("renamed"),
    Status.PARKED: mark("parked"),
    Status.STALE: mark("look again"),
}


def status_word(status: Status) -> str:
    """One or two words for a status, in the reader's language."""
    return gettext(_STATUS[status])
