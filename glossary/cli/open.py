"""`glossary [FOLDER]`: open the screens."""

import click

from glossary.cli.opening import open_folder
from glossary.cli.options import PATH
from glossary.cli.usage import Verb
from glossary.locale import gettext as _


def command() -> click.Command:
    """What a folder in place of a verb stands for."""
    return Verb(
        "open",
        callback=open_folder,
        help=_("Open a folder of term sets."),
        params=[
            click.Argument(["folder"], metavar=_("FOLDER"), type=PATH),
        ],
    )
