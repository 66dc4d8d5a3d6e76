"""Several fields in one text, each below its name, where a format has one text only."""

import re
from collections.abc import Mapping

from glossary.workflow.naming import fold

_NAME = re.compile(r"\n\n\*\*([^*\n]{1,60}):\*\* ")


def joined(text: str, fields: Mapping[str, str]) -> str:
    """`text`, and below it every field with its name in bold (Markdown)."""
    return "\n\n".join([text, *(f"**{name}:** {told}" for name, told in fields.items())])


def parted(text: str, labels: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The text, and what stands below names that are known (`fields_by_label`), by field."""
    found: dict[str, str] = {}
    begins = [
        (match, labels[fold(match[1])])
        for match in _NAME.finditer(text)
        if fold(match[1]) in labels
    ]
    ends = [match.start() for match, _field in begins] + [len(text)]
    for (match, field), end in zip(begins, ends[1:], strict=True):
        found[field] = text[match.end() : end]
    return text[: ends[0]], found
