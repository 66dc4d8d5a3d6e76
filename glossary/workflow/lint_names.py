"""Names that partners or terms have in common, so that nobody can tell them apart."""

from collections.abc import Iterator
from pathlib import Path

from glossary.domain import Finding, Severity, TermSet
from glossary.locale import gettext as _
from glossary.workflow.naming import fold, quote


def of_names(termset: TermSet, folder: Path) -> Iterator[Finding]:
    """Warnings about terms with one label, and partners with one name or short name.

    Names that differ in capitals, white space or the form of accents alone are one name.
    """
    labels: dict[str, str] = {}
    for term in termset.terms.values():
        other = labels.setdefault(fold(term.label), term.id)
        if other != term.id:
            message = _("The term {other} is called {name} as well.")
            remedy = _("Give one of the two another label, or make them one term.")
            yield _shared(
                folder / "termset.toml",
                f"terms.{term.id}.label",
                message,
                remedy,
                other,
                term.label,
            )
    names: dict[str, str] = {}
    shorts: dict[str, str] = {}
    message = _("The partner {other} is called {name} as well.")
    remedy = _("Give one of the two another name.")
    for own_id, partner in termset.partners.items():
        path = folder / f"partners/{own_id}.toml"
        other = names.setdefault(fold(partner.name), own_id)
        if other != own_id:
            yield _shared(path, "name", message, remedy, other, partner.name)
        other = shorts.setdefault(fold(partner.short_name), own_id)
        if other != own_id and partner.short:
            yield _shared(path, "short", message, remedy, other, partner.short)


def _shared(path: Path, key: str, message: str, remedy: str, other: str, name: str) -> Finding:
    told = message.format(other=quote(other), name=quote(name))
    return Finding(path, "same-name", told, remedy, Severity.WARNING, key)
