"""Texts that took a while to type, merged with what their file came to hold meanwhile."""

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
