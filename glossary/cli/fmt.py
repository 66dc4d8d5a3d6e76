"""`glossary fmt`: files in their canonical form."""

from pathlib import Path

import click

from glossary.cli.options import PATH
from glossary.cli.output import complain, say, shown_path
from glossary.cli.usage import Verb
from glossary.cli.workspace import meant, new_workspace
from glossary.domain import one_line
from glossary.locale import gettext as _
from glossary.locale import ngettext


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    return Verb(
        "fmt",
        callback=fmt,
        help=_(
            "Put the keys of files in their order, and every text in one layout. Comments stay "
            "where they belong, and no value changes. Prints the files that changed."
        ),
        params=[
            click.Argument(["paths"], metavar=_("[PATH…]"), nargs=-1, type=PATH),
            click.Option(
                ["--check", "is_trial"],
                is_flag=True,
                help=_("Change nothing, and print what would change; exit code 1 when it would."),
            ),
            click.Option(
                ["--dir", "folder"],
                type=PATH,
                metavar=_("FOLDER"),
                help=_("Folder of term sets; otherwise ./termsets."),
            ),
        ],
    )


def fmt(*, paths: tuple[Path, ...], is_trial: bool, folder: Path | None) -> int:
    """Tidy files and print which; 1 when a trial found any, 2 when one could not be tidied."""
    from glossary.workflow.tidying import tidy

    places = paths or ((folder,) if folder is not None else ())
    store = new_workspace(folder).store
    tidied = tidy(store, [meant(path) for path in places], is_trial=is_trial)
    for path in tidied.changed:
        say(one_line(shown_path(path)))
    for sentence in tidied.refused:
        complain(sentence)
    if tidied.changed or not tidied.refused:
        complain(_summary(len(tidied.changed), is_trial=is_trial))
    if tidied.refused:
        return 2
    return 1 if is_trial and tidied.changed else 0


def _summary(n: int, *, is_trial: bool) -> str:
    if not n:
        return _("Everything is in order already.")
    if is_trial:
        return ngettext("{n} file would change.", "{n} files would change.", n).format(n=n)
    return ngettext("{n} file changed.", "{n} files changed.", n).format(n=n)
