"""`glossary export`: a set in another format, to standard output or a file."""

from pathlib import Path

import click

from glossary.cli.options import PATH, dir_option, set_argument
from glossary.cli.output import complain, say
from glossary.cli.saving import save_text
from glossary.cli.usage import Verb
from glossary.cli.workspace import workspace
from glossary.domain import one_line
from glossary.formats.registry import EXPORTERS
from glossary.locale import gettext as _


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    formats = "; ".join(f"{name}: {_(each.description)}" for name, each in EXPORTERS.items())
    return Verb(
        "export",
        callback=export,
        help=_("Write a set in another format. {formats}.").format(formats=formats),
        short_help=_("Write a set as Markdown or JSON."),
        params=[
            click.Argument(["name"], metavar=_("FORMAT"), type=click.Choice(list(EXPORTERS))),
            set_argument(),
            click.Option(
                ["-o", "--output"],
                metavar=_("FILE"),
                type=PATH,
                help=_("The file to write; otherwise it is printed."),
            ),
            dir_option(),
        ],
    )


def export(*, name: str, set_id: str | None, output: Path | None, folder: Path | None) -> int:
    """Export one set."""
    from glossary.bootstrap import today

    place = workspace(folder)
    termset = place.load(place.choose(set_id))
    text = EXPORTERS[name].export(termset, today(), place.store.memory)
    if output is None:
        say(text, end="")
        return 0
    save_text(output, text)
    complain(_("Wrote {file}.").format(file=one_line(str(output))))
    return 0
