"""`glossary session`: lead a group through the terms of today."""

from pathlib import Path

import click

from glossary.cli.opening import open_folder
from glossary.cli.options import dir_option, set_argument
from glossary.cli.usage import Verb
from glossary.locale import gettext as _


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    return Verb(
        "session",
        callback=session,
        help=_(
            "Lead a group through a session.\n\nOpens the program at the agenda of a set, or at "
            "the term and the phase where the group left it."
        ),
        params=[set_argument(), dir_option()],
    )


def session(set_id: str | None, folder: Path | None) -> int:
    """Open the screens at the session, and return their exit code."""
    return open_folder(folder, set_id=set_id, in_session=True)
