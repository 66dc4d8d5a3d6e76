"""Names of fields in files that have no place of their own for them."""

from collections.abc import Mapping
from typing import Any, Final

from glossary.domain import Definition, Draft
from glossary.locale import LANGUAGES, speaking
from glossary.locale import gettext as _
from glossary.workflow.naming import fold
from glossary.workflow.words import field_word

# Everything that a partner writes beside its meaning.
BESIDE: Final = ("example", "counterexample", "belief", "interest", "as_partner", "source")

# What an export adds about a shared wording, and no import takes over.
_TOLD: Final = ("status", "objection")


def labelled(told: Definition | Draft, fields: tuple[str, ...] = BESIDE) -> dict[str, str]:
    """What stands in these fields, by their names in the language that is spoken now."""
    found = ((field, getattr(told, field, "")) for field in fields)
    return {label_of(field): text for field, text in found if text.strip()}


def label_of(field: str) -> str:
    """What a field is called in the language that is spoken now."""
    names = {"status": _("Status"), "objection": _("Objection"), "variants": _("Variants")}
    return names.get(field) or field_word(field)


def fields_by_label() -> Mapping[str, str]:
    """Names of fields in every language, as they are compared (`fold`), and the fields."""
    found: dict[str, str] = {}
    for code in LANGUAGES:
        with speaking(code):
            found |= {fold(label_of(field)): field for field in (*BESIDE, *_TOLD, "variants")}
    return found


def definition_of(meaning: str, fields: Mapping[str, str]) -> Definition:
    """A definition with its fields beside the meaning."""
    told: dict[str, Any] = {name: text for name, text in fields.items() if name in BESIDE}
    return Definition(meaning, **told)


def draft_of(wording: str, fields: Mapping[str, str]) -> Draft:
    """A shared wording with its example and counter-example."""
    return Draft(wording, fields.get("example", ""), fields.get("counterexample", ""))
