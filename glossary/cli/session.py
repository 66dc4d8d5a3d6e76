"""`glossary session`: lead a group through the terms of today."""

import datetime as dt
from pathlib import Path

import click

from glossary.cli.opening import open_folder
from glossary.cli.options import dir_option, plain_option, set_argument
from glossary.cli.output import say
from glossary.cli.usage import Verb
from glossary.cli.workspace import workspace
from glossary.locale import gettext as _
from glossary.workflow.words import with_full_names


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    return Verb(
        "session",
        callback=session,
        help=_(
            "Lead a group through a session.\n\nOpens the program at the agenda of a set, or at "
            "the term and the phase where the group left it.\n\nCtrl-g opens the facilitator's "
            "menu; m in it lets everybody answer on a phone in the room, with the extra join."
        ),
        params=[
            set_argument(),
            plain_option(
                _("Only say how far the session is, and what changed today, one fact a line.")
            ),
            click.Option(
                ["--tls", "encrypts"],
                is_flag=True,
                help=_("Phones in the room: with a certificate, so that nobody overhears."),
            ),
            dir_option(),
        ],
    )


def session(set_id: str | None, *, as_lines: bool, encrypts: bool, folder: Path | None) -> int:
    """Open the screens at the session, and return their exit code."""
    if as_lines:
        return _tell(folder, set_id)
    return open_folder(folder, set_id=set_id, in_session=True, encrypts=encrypts)


def _tell(folder: Path | None, set_id: str | None) -> int:
    from glossary.bootstrap import today
    from glossary.cli.plain_session import session_lines

    place = workspace(folder)
    chosen = place.choose(set_id)
    place.load(chosen)  # says what could not be read
    whole = place.store.load(chosen).termset
    say("\n".join(session_lines(with_full_names(whole), dt.datetime.now().astimezone(), today())))
    return 0
