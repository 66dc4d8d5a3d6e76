"""`glossary new`: a term set, from a starter or empty."""

import shlex
from pathlib import Path

import click

from glossary.cli.options import dir_option, text_option
from glossary.cli.output import say
from glossary.cli.usage import Verb, quoted
from glossary.cli.workspace import new_workspace
from glossary.domain import NotFoundError, one_line
from glossary.locale import gettext as _
from glossary.locale import language as spoken
from glossary.locale import ngettext
from glossary.workflow.new_set import new_set


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    from glossary.bootstrap import starters

    return Verb(
        "new",
        callback=new,
        help=_("Make a term set, from a starter or empty."),
        params=[
            click.Argument(["set_id"], metavar=_("SET")),
            click.Option(
                ["--from", "from_starters"],
                metavar=_("STARTER"),
                multiple=True,
                help=_(
                    "The set of words to start with; may be given several times. There are: "
                    "{starters}."
                ).format(starters=", ".join(starters().sets())),
            ),
            click.Option(
                ["--partner", "partners"],
                metavar=_("NAME"),
                multiple=True,
                help=_("A partner that takes part; may be given several times."),
            ),
            text_option("--title", _("Title of the set.")),
            click.Option(
                ["--language"],
                metavar=_("CODE"),
                help=_("Language of the definitions, where no starter says it: nl, en, …"),
            ),
            dir_option(new=True),
        ],
    )


def new(
    set_id: str,
    from_starters: tuple[str, ...],
    partners: tuple[str, ...],
    title: str,
    language: str | None,
    folder: Path | None,
) -> int:
    """Make the set and say what to do next."""
    from glossary.bootstrap import starters

    store, shipped = new_workspace(folder).store, starters()
    unknown = [one for one in from_starters if one not in shipped.sets()]
    if unknown:
        raise NotFoundError(
            _("There is no starter {starter}. There are: {starters}.").format(
                starter=quoted(unknown[:1]), starters=", ".join(shipped.sets())
            )
        )
    termset = new_set(
        store,
        shipped,
        set_id,
        from_starters=from_starters,
        partner_names=partners,
        title=title,
        language=language or spoken(),
    )
    words = ngettext("{n} word", "{n} words", len(termset.terms)).format(n=len(termset.terms))
    members = ngettext("{n} partner", "{n} partners", len(termset.partners)).format(
        n=len(termset.partners)
    )
    place = str(store.folder / set_id)
    say(
        _("Made {place}: {words}, {partners}.").format(
            place=one_line(place), words=words, partners=members
        )
    )
    where = [] if folder is None else ["--dir", one_line(str(folder))]
    for told, verb in (
        (_("Open it with: {command}"), [place]),
        (_("Lead a session with: {command}"), ["session", set_id, *where]),
    ):
        say(told.format(command=one_line(shlex.join(["glossary", *verb]))))
    return 0
