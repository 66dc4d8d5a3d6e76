"""Ids: what a term, partner, lens or case is called inside files and as a file name."""

import re
import unicodedata

ID_PATTERN = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")

# File names that Windows keeps for devices, with or without an extension.
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)


def is_valid_id(text: str) -> bool:
    """Whether `text` may serve as an id (and therefore as a file name on every system)."""
    return ID_PATTERN.fullmatch(text) is not None and text not in _RESERVED


def slug(label: str) -> str:
    """The id that a label suggests: "Huisarts & Co" gives "huisarts-co".

    Accents are folded. Empty when nothing usable is left (a label in another script, say);
    the caller then chooses an id itself.
    """
    folded = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    text = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:63].strip("-")
    return f"{text}-1" if text in _RESERVED else text


def unique_slug(label: str, taken: set[str] | frozenset[str], fallback: str) -> str:
    """A valid id for `label` that is not in `taken`; `fallback` where the label gives none."""
    base = slug(label) or fallback
    candidate, n = base, 1
    while candidate in taken or not is_valid_id(candidate):
        n += 1
        candidate = f"{base[: 62 - len(str(n))].rstrip('-')}-{n}"
    return candidate
