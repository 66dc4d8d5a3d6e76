"""What files came to hold while somebody typed or looked at something older."""

from collections.abc import Mapping

from glossary.domain import RefusedError, one_line
from glossary.domain.merging import ANY, merge
from glossary.locale import gettext as _


class ClashError(RefusedError):
    """Somebody else changed a text that was being typed; people choose."""


def merged_texts(
    seen: Mapping[str, str], now: Mapping[str, str], typed: Mapping[str, str]
) -> dict[str, str]:
    """Field to text: what is typed where that changed, and what stands there now elsewhere.

    `seen` holds what the fields said when somebody began to type, `now` what they say. Raises
    ClashError, with the text that stands there, for a field that changed on both sides.
    """
    merged = merge(ANY, {field: seen.get(field, "") for field in typed}, now, typed)
    for conflict in merged.conflicts:
        message = _(
            "This text was changed elsewhere while you typed, so nothing was saved. "
            "It now says: “{text}”"
        )
        raise ClashError(message.format(text=one_line(conflict.ours)))
    return merged.value


def refuse_unseen(draft: str, seen: str | None) -> None:
    """Refuse to go on about another draft than the one that was looked at, by fingerprint.

    `seen` is None for who looked at nothing, and empty for who saw that there was none. Raises
    RefusedError.
    """
    if seen not in (None, draft):
        raise RefusedError(_("The draft was changed elsewhere just now. Read it again first."))
