"""`glossary export`: a set in another format, to standard output or a file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from glossary.cli.format_list import exporters_text
from glossary.cli.options import PATH, delimiter_option, dir_option, set_argument
from glossary.cli.output import complain, on_terminal, say, say_bytes, shown_path
from glossary.cli.saving import save_bytes
from glossary.cli.usage import Verb
from glossary.cli.workspace import workspace
from glossary.domain import Finding, RefusedError, UnreadableError, one_line
from glossary.formats.contract import Exporter, Request
from glossary.formats.extras import require
from glossary.formats.formulas import DELIMITERS
from glossary.formats.registry import EXPORTERS
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.workflow.showing import covered, shown


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    return Verb(
        "export",
        callback=export,
        help=_(
            "Write a set in another format. Without a format: what each is good for, what it "
            "leaves out, and what has to be installed for it."
        ),
        params=[
            click.Argument(
                ["name"], metavar=_("[FORMAT]"), type=click.Choice(list(EXPORTERS)), required=False
            ),
            set_argument(),
            click.Option(
                ["-o", "--output"],
                metavar=_("FILE"),
                type=PATH,
                help=_("The file to write; otherwise it is printed."),
            ),
            click.Option(
                ["--style"],
                metavar=_("STYLE"),
                default="",
                help=_("How a format is laid out; the list of formats tells which there are."),
            ),
            click.Option(
                ["--base"],
                metavar=_("ADDRESS"),
                default="",
                help=_("What addresses in linked data (skos, jsonld) begin with: https://…/"),
            ),
            click.Option(
                ["--partner"],
                metavar=_("PARTNER"),
                help=_(
                    "Only what is of this partner (CSV, XLSX): without a style, a form that it "
                    "fills in and returns."
                ),
            ),
            delimiter_option(
                _("What stands between values in CSV: ; , | or tab. Usually , in English."),
                DELIMITERS,
            ),
            click.Option(
                ["--force"],
                is_flag=True,
                help=_("Write over a file that holds something else, or was changed by hand."),
            ),
            click.Option(
                ["--partial", "is_partial"],
                is_flag=True,
                help=_(
                    "Also where a file of the set cannot be read: what is written then says what "
                    "is missing in it."
                ),
            ),
            dir_option(),
        ],
    )


def export(
    *,
    name: str | None,
    set_id: str | None,
    output: Path | None,
    style: str,
    base: str,
    partner: str | None,
    delimiter: str | None,
    force: bool,
    is_partial: bool,
    folder: Path | None,
) -> int:
    """Export one set, or tell which formats there are."""
    from glossary.bootstrap import today
    from glossary.workflow.exported import Exports

    if name is None:
        say(exporters_text(EXPORTERS.values()))
        return 0
    exporter = EXPORTERS[name]
    _check_style(exporter, style)
    _check_wishes(exporter, {"partner": partner, "delimiter": delimiter, "base": base})
    require(exporter.extra)
    place = workspace(folder)
    loaded = place.store.load(place.choose(set_id))
    if loaded.left_out and not is_partial:
        raise UnreadableError(_unreadable(loaded.left_out))
    # Names that are alike are not numbered where ids tell them apart, and come back as they were.
    termset = place.seen(loaded, covered if exporter.by_id else shown)
    asked = Request(
        today(),
        place.store.memory,
        style,
        delimiter or "",
        partner or "",
        base,
        left_out=loaded.left_out,
    )
    data = exporter.export(termset, asked)
    if output is None:
        _print(exporter, data)
        return 0
    exports = Exports(place.store.memory, termset.id)
    if not force and output.is_file() and not exports.may_write(output, data):
        raise RefusedError(
            _(
                "{file} holds what the program did not write, or was changed by hand since: "
                "give another name with -o, or write over it with --force."
            ).format(file=one_line(str(output)))
        )
    save_bytes(output, data)
    exports.remember(output, data)
    complain(_("Wrote {file}.").format(file=one_line(str(output))))
    return 0


def _unreadable(left_out: Sequence[Finding]) -> str:
    first = replace(left_out[0], path=Path(shown_path(left_out[0].path)))
    told = ngettext(
        "Nothing was exported: a file cannot be read. {place}: {message} {remedy} To do without "
        "it, give --partial.",
        "Nothing was exported: {n} files cannot be read. The first is {place}: {message} {remedy} "
        "To do without them, give --partial.",
        len(left_out),
    )
    return told.format(
        n=len(left_out), place=first.place, message=first.message, remedy=first.remedy
    )


def _print(exporter: Exporter, data: bytes) -> None:
    if exporter.is_text:
        say(data.decode(), end="")
    elif on_terminal():
        raise RefusedError(
            _("{name} is no text: say in which file it goes with -o, such as {example}.").format(
                name=exporter.name, example=f"-o glossary{exporter.suffix}"
            )
        )
    else:
        say_bytes(data)


def _check_style(exporter: Exporter, style: str) -> None:
    if not style or style in exporter.styles:
        return
    if not exporter.styles:
        raise click.UsageError(_("{name} knows no styles.").format(name=exporter.name))
    raise click.UsageError(
        _("{name} has the styles {styles}.").format(
            name=exporter.name, styles=", ".join(exporter.styles)
        )
    )


def _check_wishes(exporter: Exporter, wishes: Mapping[str, str | None]) -> None:
    """What a format does not heed is refused: with --partner others would be in it all the same."""
    foreign = [wish for wish, value in wishes.items() if value and wish not in exporter.wishes]
    if foreign:
        options = ", ".join(f"--{wish}" for wish in foreign)
        raise click.UsageError(
            _("{name} does nothing with {options}.").format(name=exporter.name, options=options)
        )
