"""What a definition in a file says, beside the one that stands in the set."""

from typing import Any

from glossary.domain import TEXT_FIELDS, Definition, fingerprint
from glossary.locale import gettext as _
from glossary.workflow.typed import accept, accept_filled
from glossary.workflow.words import field_word


def differing(told: Definition, there: Definition) -> list[str]:
    """The fields of which a file says something else than what stands there."""
    return [
        field
        for field in TEXT_FIELDS
        if (text := getattr(told, field).strip())
        and (now := getattr(there, field).strip())
        and fingerprint(text) != fingerprint(now)
    ]


def completing(told: Definition, there: Definition) -> dict[str, Any]:
    """The texts of a file for fields that are empty there."""
    return {
        field: text
        for field in TEXT_FIELDS
        if (text := getattr(told, field)).strip() and not getattr(there, field).strip()
    }


def accepted_definition(definition: Definition) -> Definition:
    """A definition with text that may stand in a file. Raises RefusedError."""
    accept_filled(definition.meaning, _("Definition"))
    texts: dict[str, Any] = {
        name: accept(getattr(definition, name), _name_of(name)) for name in TEXT_FIELDS
    }
    return Definition(**texts)


def _name_of(field: str) -> str:
    return _("Definition") if field == "meaning" else field_word(field)
