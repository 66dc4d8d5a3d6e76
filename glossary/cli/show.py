"""`glossary show`: everything about one term as lines, without the screens."""

from pathlib import Path

import click

from glossary.cli.options import dir_option, set_option, term_argument
from glossary.cli.output import say
from glossary.cli.plain_term import term_lines
from glossary.cli.usage import Verb
from glossary.cli.workspace import workspace
from glossary.locale import gettext as _
from glossary.workflow.lookup import term_of
from glossary.workflow.words import with_full_names


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    return Verb(
        "show",
        callback=show,
        help=_(
            "Show everything about a term, one fact a line: why it is loaded, what each partner "
            "means, what was said back, the draft, the positions and the outcome.\n\nFor screen "
            "readers, braille lines and pipes; compare --plain lays the definitions beside each "
            "other."
        ),
        params=[term_argument(), set_option(), dir_option()],
    )


def show(*, term: str, set_id: str | None, folder: Path | None) -> int:
    """Print it."""
    from glossary.bootstrap import today

    place = workspace(folder)
    termset = with_full_names(place.load(place.choose(set_id)))
    say("\n".join(term_lines(termset, term_of(termset, term), today())))
    return 0
