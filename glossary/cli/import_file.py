"""`glossary import`: rows from elsewhere into a set, nothing silently."""

import shlex
from collections.abc import Mapping
from pathlib import Path

import click

from glossary.cli.format_list import importers_text
from glossary.cli.import_report import (
    copied_text,
    left_out,
    new_names,
    new_set_text,
    report_text,
)
from glossary.cli.options import PATH, delimiter_option, dir_option, set_option, text_option
from glossary.cli.output import say
from glossary.cli.saving import save_text
from glossary.cli.usage import Verb
from glossary.cli.workspace import new_workspace
from glossary.domain import RefusedError, Severity, TermSet, UnreadableError, Vocabulary, one_line
from glossary.formats.extras import require
from glossary.formats.headers import Columns, MissingColumnsError
from glossary.formats.registry import IMPORTERS
from glossary.locale import gettext as _
from glossary.locale import language as spoken
from glossary.workflow.import_rows import ImportPlan, Incoming, apply_import, copy_set, plan_import
from glossary.workflow.ports import Store
from glossary.workflow.typed import accept_language

_OPTIONS = {"of_partner": "--of"}
# Characters of a definition on the screen, and in the file of the full list.
_SHOWN, _WHOLE = 300, 1_000_000


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    return Verb(
        "import",
        callback=import_file,
        help=_(
            "Bring definitions into a set; the set is made when there is none. Without a format: "
            "what can be read, and what has to be installed for it."
            "\n\nA definition that stands there in other words is kept, unless --overwrite. "
            "Columns of tables are recognised by their headers in Dutch or English. Exit code 1 "
            "when something was left out or kept out."
        ),
        params=[
            click.Argument(
                ["name"], metavar=_("[FORMAT]"), type=click.Choice(list(IMPORTERS)), required=False
            ),
            click.Argument(["file"], metavar=_("[FILE]"), type=PATH, required=False),
            set_option(new=True),
            *_column_options(),
            delimiter_option(
                _("What stands between values (a character, or: tab); otherwise found out.")
            ),
            click.Option(
                ["--encoding"],
                metavar=_("NAME"),
                help=_("How the file is written (utf-8, utf-16, cp1252, …); otherwise found out."),
            ),
            click.Option(
                ["--of", "of_partner"],
                metavar=_("PARTNER"),
                help=_("The organisation whose words the whole file holds."),
            ),
            text_option("--title", _("Title of a new set.")),
            click.Option(
                ["--language"], metavar=_("CODE"), help=_("Language of a new set: nl, en, …")
            ),
            click.Option(
                ["--overwrite"],
                is_flag=True,
                help=_("Replace definitions that stand there in other words."),
            ),
            click.Option(["--dry-run"], is_flag=True, help=_("Say what would happen; do nothing.")),
            click.Option(
                ["--report"],
                metavar=_("FILE"),
                type=PATH,
                help=_("A file for the full list of rows that were left out."),
            ),
            dir_option(new=True),
        ],
    )


def _column_options() -> list[click.Option]:
    texts = {
        "term": _("Header of the column with the term."),
        "definition": _("Header of the column with the definition."),
        "partner": _("Header of the column with the organisation."),
        "source": _("Header of the column with the source, if there is one."),
    }
    return [
        click.Option([f"--{role}"], metavar=_("COLUMN"), help=text) for role, text in texts.items()
    ]


def import_file(
    *,
    name: str | None,
    file: Path | None,
    set_id: str | None,
    title: str,
    language: str | None,
    overwrite: bool,
    dry_run: bool,
    report: Path | None,
    folder: Path | None,
    **columns: str | None,
) -> int:
    """Read, place, write and report; 1 when something was left out or kept out."""
    if name is None:
        say(importers_text(IMPORTERS.values()))
        return 0
    if file is None or set_id is None:
        missing = _("FILE") if file is None else "--set"
        raise click.UsageError(_("{name} is missing.").format(name=missing))
    _check_options(name, columns)
    if language:
        accept_language(language)
    told = {"set": set_id, "dir": folder, "title": title, "language": language}
    incoming = _read(name, file, Columns(**columns, language=language), {**told, **columns})
    store = new_workspace(folder).store
    others = store.sets()
    existing = _existing(store, set_id)
    for remark in incoming.remarks:
        say(remark)
    if existing is None:
        say(new_set_text(set_id, others))
    vocabulary = Vocabulary(
        title or incoming.title or set_id,
        language or incoming.language or spoken(),
        incoming.about,
    )
    if incoming.whole is not None and existing is None:
        if not dry_run:
            copy_set(store, set_id, incoming.whole, title=title, language=language or "")
        say(copied_text(incoming.whole, dry_run=dry_run))
        lines: list[str] = []
    else:
        plan = plan_import(existing, incoming)
        if not dry_run:
            apply_import(store, set_id, plan, vocabulary, overwrite=overwrite)
        lines = _reported(incoming, plan, existing, overwrite=overwrite, dry_run=dry_run)
    if report is not None:
        save_text(report, "".join(f"{line}\n" for line in lines))
    return 1 if lines else 0


def _reported(
    incoming: Incoming,
    plan: ImportPlan,
    existing: TermSet | None,
    *,
    overwrite: bool,
    dry_run: bool,
) -> list[str]:
    """Say what was placed; the whole sentences on what was left out or kept out."""
    if incoming.whole is not None:
        say(
            _(
                "Words, definitions and shared wordings come into a set that is there; answers, "
                "ratings, what was said back, positions and outcomes stay behind."
            )
        )
    lines = left_out(plan, existing, overwrite=overwrite, longest=_SHOWN)
    say(report_text(plan, lines, overwrite=overwrite, dry_run=dry_run))
    for remark in new_names(plan, existing) if existing is not None else ():
        say(remark)
    return left_out(plan, existing, overwrite=overwrite, longest=_WHOLE)


def _check_options(name: str, columns: Mapping[str, str | None]) -> None:
    """Raises UsageError for an option that the format does nothing with."""
    knows = IMPORTERS[name].knows
    foreign = [key for key, value in columns.items() if value is not None and key not in knows]
    if foreign:
        options = ", ".join(_OPTIONS.get(key, f"--{key}") for key in foreign)
        raise click.UsageError(
            _("{name} does nothing with {options}.").format(name=name, options=options)
        )


def _read(name: str, file: Path, columns: Columns, told: Mapping[str, object]) -> Incoming:
    """What a file holds; `told` are the other options, for a command to copy."""
    require(IMPORTERS[name].extra)
    try:
        return IMPORTERS[name].read(file, columns)
    except MissingColumnsError as error:
        raise _with_command(error, name, file, told) from error


def _with_command(
    error: MissingColumnsError, name: str, file: Path, told: Mapping[str, object]
) -> UnreadableError:
    """The error with a command to copy, in which columns are guessed by their order."""
    if not error.guesses:
        return error
    words = ["glossary", "import", name, str(file)]
    for option, value in {**told, **error.guesses}.items():
        if value:
            words += [_OPTIONS.get(option, f"--{option}"), "tab" if value == "\t" else str(value)]
    help_ = _("Say which they are, with other headers where this guess is wrong: {command}")
    command = one_line(shlex.join(words))
    return UnreadableError(f"{error} {help_.format(command=command)}")


def _existing(store: Store, set_id: str) -> TermSet | None:
    """The set to add to; None when it is to be made.

    Raises RefusedError where files of it cannot be read: what they hold would count as absent.
    """
    if set_id not in store.sets():
        return None
    loaded = store.load(set_id)
    broken = [one for one in loaded.findings if one.severity is Severity.ERROR]
    if broken:
        raise RefusedError(
            _("{place}: {message} Repair it first; nothing was imported.").format(
                place=broken[0].place, message=broken[0].message
            )
        )
    return loaded.termset
