"""`glossary check`: what is wrong with the files, and where."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from glossary.cli.github import annotation
from glossary.cli.options import PATH, dir_option
from glossary.cli.output import complain, say, say_json, shown_path
from glossary.cli.usage import Verb
from glossary.cli.workspace import meant, new_workspace, workspace
from glossary.domain import Finding, Severity, one_line
from glossary.locale import gettext as _
from glossary.locale import ngettext, pgettext
from glossary.workflow.ports import Store

FORMAT = 1


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    return Verb(
        "check",
        callback=check,
        help=_(
            "Check files: their format, what refers to nothing, positions on an older draft, "
            "definitions that say less than they seem to. Exit code 1 when there are findings."
        ),
        params=[
            click.Argument(["paths"], metavar=_("[PATH…]"), nargs=-1, type=PATH),
            click.Option(
                ["--format", "layout"],
                type=click.Choice(["text", "json", "github"]),
                default="text",
                help=_("Lines for people, JSON (docs/json.md), or annotations on GitHub."),
            ),
            click.Option(
                ["--fail-on"],
                type=click.Choice([str(one) for one in (Severity.WARNING, Severity.ERROR)]),
                default=str(Severity.WARNING),
                help=_(
                    "From what on the exit code is 1; with “error” warnings are shown and pass."
                ),
            ),
            click.Option(
                ["--merge", "is_merge"],
                is_flag=True,
                help=_(
                    "Also compare the merge that HEAD is, or that goes on, with the versions that "
                    "were merged: what is lost, and what none of them says."
                ),
            ),
            dir_option(),
        ],
    )


def check(
    *, paths: tuple[Path, ...], layout: str, fail_on: str, is_merge: bool, folder: Path | None
) -> int:
    """Print the findings; 1 when there are any that count as failing."""
    if paths and folder is None:
        places = [meant(path) for path in paths]
        findings = _named(places)
    else:
        store = workspace(folder).store
        places = list(paths) or [store.folder]
        findings = list(_find(store, paths))
    if is_merge:
        findings += _of_merges(places)
    if layout == "json":
        say_json({"format": FORMAT, "findings": [_plain(one) for one in findings]})
    else:
        for finding in findings:
            say(_github(finding) if layout == "github" else _text(finding))
        complain(_summary(findings))
    weigh = (Severity.ERROR,) if fail_on == Severity.ERROR else tuple(Severity)
    return 1 if any(one.severity in weigh for one in findings) else 0


def _named(paths: Sequence[Path]) -> list[Finding]:
    """Findings on files and folders wherever they are: who names them never means the demo."""
    groups: dict[Path | None, list[Path]] = {}
    for path in paths:
        groups.setdefault(_home(path), []).append(path)
    return [
        finding
        for home, group in groups.items()
        for finding in _find(new_workspace(home).store, group)
    ]


def _home(path: Path) -> Path | None:
    """The folder of sets that `path` is in, or is itself; None where there is none."""
    try:
        # No `resolve`: what a link in a set means is not looked at.
        place = Path(os.path.abspath(path))  # noqa: PTH100  # `absolute` leaves ".." in
        for folder in (place, *place.parents):
            if (folder / "termset.toml").is_file():
                return folder.parent
        holds_sets = not place.is_symlink() and place.is_dir() and new_workspace(place).store.sets()
    except (OSError, ValueError):
        return None  # checking it says why it cannot be read
    return place if holds_sets else None


def _find(store: Store, paths: Sequence[Path]) -> Sequence[Finding]:
    from glossary.workflow.checking import check as find

    return find(store, paths)


def _of_merges(places: Sequence[Path]) -> list[Finding]:
    """What merges lost or invented in these folders and files."""
    from glossary.bootstrap import merged

    folders = {place: place if place.is_dir() else place.parent for place in places}
    found = {folder: merged(folder) for folder in dict.fromkeys(folders.values())}
    if all(findings is None for findings in found.values()):
        complain(_("HEAD is no merge, so there is nothing to compare it with."))
    scoped = (
        finding
        for place, folder in folders.items()
        for finding in found[folder] or ()
        if place == folder or finding.path == place
    )
    # A file and a folder around it may both be asked for.
    return list({(shown_path(one.path), one.message): one for one in scoped}.values())


def _text(finding: Finding) -> str:
    place = ":".join(
        [shown_path(finding.path), *(str(n) for n in (finding.line, finding.column) if n)]
    )
    return one_line(f"{place}: {_severity(finding)}: {finding.message} {finding.remedy}")


def _severity(finding: Finding) -> str:
    if finding.severity is Severity.ERROR:
        return pgettext("finding", "error")
    return pgettext("finding", "warning")


def _github(finding: Finding) -> str:
    return annotation(
        str(finding.severity),
        f"{finding.message} {finding.remedy}",
        title=finding.code,
        path=finding.path,
        line=finding.line,
        column=finding.column,
    )


def _plain(finding: Finding) -> dict[str, object]:
    return {
        "path": shown_path(finding.path),
        "line": finding.line,
        "column": finding.column,
        "key": finding.key,
        "severity": str(finding.severity),
        "code": finding.code,
        "message": finding.message,
        "remedy": finding.remedy,
    }


def _summary(findings: Sequence[Finding]) -> str:
    if not findings:
        return _("Nothing found.")
    return ngettext("{n} finding.", "{n} findings.", len(findings)).format(n=len(findings))
