"""The one calm line below the list: unsaved texts, troubled files, or the notice of the day."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from glossary.domain import Finding, Severity
from glossary.locale import ngettext
from glossary.tui.desk import Desk
from glossary.workflow.naming import listed


def news(otherwise: str, desk: Desk) -> str:
    """What waits to be saved and what is wrong with files; where nothing is, `otherwise`."""
    waiting = _waiting(desk) if desk.is_complete else ""
    remarks = notice("" if waiting else otherwise, desk.findings, desk.store.folder, desk.unread)
    return " ".join(filter(None, (waiting, remarks)))


def notice(
    otherwise: str,
    findings: Sequence[Finding],
    folder: Path,
    unread: Mapping[str, Finding] = MappingProxyType({}),
) -> str:
    """What keeps a partner's words away, else the first error, else the first warning.

    With its place, what to do, and how many more remarks there are.
    """
    if not findings:
        return otherwise
    if unread:
        said = unread_text(unread, folder)
    else:
        first = min(findings, key=lambda finding: finding.severity is not Severity.ERROR)
        said = _told(first, folder)
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


def unread_text(unread: Mapping[str, Finding], folder: Path) -> str:
    """Whose words are not on the screen, why those of the first are not, and what to do."""
    names = listed(unread)
    told = ngettext(
        "The words of {partners} are not shown until that file is repaired.",
        "The words of {partners} are not shown until those files are repaired.",
        len(unread),
    ).format(partners=names)
    return f"{told} {_told(next(iter(unread.values())), folder)}"


def _told(finding: Finding, folder: Path) -> str:
    return f"{_place(finding, folder)}: {finding.message} {finding.remedy}".rstrip()


def _waiting(desk: Desk) -> str:
    # Knows what partners say, which a first frame does without.
    from glossary.tui.screens.waiting_notice import waiting_notice

    return waiting_notice(desk)


def _place(finding: Finding, folder: Path) -> str:
    path = finding.path
    if path.is_relative_to(folder):
        path = path.relative_to(folder)
    return ":".join([str(path), *(str(n) for n in (finding.line, finding.column) if n)])
