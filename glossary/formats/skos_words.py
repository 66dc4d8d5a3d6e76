"""Names that SKOS files carry between us, and headings above notes of which SKOS has one kind."""

from collections.abc import Mapping
from typing import Final

from glossary.locale import LANGUAGES, speaking
from glossary.locale import gettext as _
from glossary.workflow.words import field_word

# What `dct:type` says, so that a file of ours is read back as what it was.
# No id of a set has a colon.
_DEF = "urn:glossary:def:"
SHARED: Final = f"{_DEF}shared"  # the scheme of the group
ORGANISATION: Final = f"{_DEF}organisation"  # the scheme of a partner
WORD: Final = f"{_DEF}word"  # a term of the set
NEW_NAME: Final = f"{_DEF}new-name"  # what a term that was renamed is called

# Fields of a definition for which SKOS has no place of its own.
NOTED: Final = ("counterexample", "belief", "interest", "as_partner")


def other_language(language: str) -> str:
    """The language of translations in a set in `language`."""
    return "nl" if language.lower().split("-")[0] == "en" else "en"


def headed(field: str, text: str) -> str:
    """A note with its heading, in the language that is spoken now."""
    return f"{_heading(field)}: {text}"


def headings() -> Mapping[str, str]:
    """Beginnings of notes in every language, and the fields that they stand for."""
    found: dict[str, str] = {}
    for code in LANGUAGES:
        with speaking(code):
            found |= {f"{_heading(field)}: ": field for field in (*NOTED, "why")}
    return found


def _heading(field: str) -> str:
    return _("Why this word is loaded") if field == "why" else field_word(field)
