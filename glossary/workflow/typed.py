"""What people typed, accepted as typed or refused with the place of the trouble."""

from glossary.domain import RefusedError, has_unseen, visible
from glossary.locale import gettext as _
from glossary.workflow.naming import quote

MAX_BYTES = 20_000


def accept(text: str, name: str) -> str:
    """`text` as typed, without white space at its ends and with LF line ends.

    `name` says in the reader's language which text it is. Raises RefusedError for characters
    that a screen would hide or a terminal act on, and for more than 20,000 bytes of UTF-8.
    """
    kept = text.replace("\r\n", "\n").strip()
    if has_unseen(kept):
        raise RefusedError(_unseen(kept, name))
    if len(kept.encode()) > MAX_BYTES:
        raise RefusedError(
            _("{name} is longer than {most} bytes. Shorten it; nothing was saved.").format(
                name=name, most=MAX_BYTES
            )
        )
    return kept


def accept_name(text: str, name: str) -> str:
    """A name or label: as `accept`, on one line and not empty.

    Raises RefusedError.
    """
    kept = " ".join(accept(text, name).split())
    if not kept:
        raise RefusedError(_("{name} is empty. Type one; nothing was saved.").format(name=name))
    return kept


def _unseen(text: str, name: str) -> str:
    at = next(place for place, char in enumerate(text) if has_unseen(char))
    before = text[:at]
    return _(
        "{name} holds the invisible character {char} on line {line}, after {before}. "
        "Remove it; nothing was saved."
    ).format(
        name=name,
        char=visible(text[at]),
        line=before.count("\n") + 1,
        before=quote(before[-20:]),
    )
