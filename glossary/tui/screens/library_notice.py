"""The one calm line below the list: unsaved texts, troubled files, or the notice of the day."""

from collections.abc import Sequence
from pathlib import Path

from glossary.domain import Finding, Severity
from glossary.locale import ngettext
from glossary.tui.desk import Desk


def news(otherwise: str, desk: Desk) -> str:
    """What waits to be saved and what is wrong with files; where nothing is, `otherwise`."""
    waiting = _waiting(desk) if desk.is_complete else ""
    remarks = notice("" if waiting else otherwise, desk.findings, desk.store.folder)
    return " ".join(filter(None, (waiting, remarks)))


def notice(otherwise: str, findings: Sequence[Finding], folder: Path) -> str:
    """The first error, else the first warning, with its place and how many more there are."""
    if not findings:
        return otherwise
    first = min(findings, key=lambda finding: finding.severity is not Severity.ERROR)
    said = f"{_place(first, folder)}: {first.message}"
    more = len(findings) - 1
    if not more:
        return said
    return (
        said
        + " "
        + ngettext(
            "One more remark; see it with: glossary check",
            "{n} more remarks; see them with: glossary check",
            more,
        ).format(n=more)
    )


def _waiting(desk: Desk) -> str:
    # Knows what partners say, which a first frame does without.
    from glossary.tui.screens.waiting_notice import waiting_notice

    return waiting_notice(desk)


def _place(finding: Finding, folder: Path) -> str:
    path = finding.path
    if path.is_relative_to(folder):
        path = path.relative_to(folder)
    return ":".join([str(path), *(str(n) for n in (finding.line, finding.column) if n)])
