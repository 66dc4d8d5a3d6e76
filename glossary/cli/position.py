"""`glossary position`: where a partner stands on the draft."""

from pathlib import Path

import click

from glossary.cli.options import dir_option, partner_option, set_option, term_argument, text_option
from glossary.cli.output import say
from glossary.cli.usage import Verb
from glossary.cli.workspace import workspace
from glossary.domain import Stand, one_line
from glossary.locale import gettext as _
from glossary.workflow.positions import take_position
from glossary.workflow.words import stand_word


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    return Verb(
        "position",
        callback=position,
        help=_("Record where a partner stands on the draft as it is worded now."),
        short_help=_("Record where a partner stands on a draft."),
        params=[
            term_argument(),
            click.Argument(["stand"], type=click.Choice([*map(str, Stand)])),
            partner_option(),
            text_option("--reason", _("Why; a concern or an objection needs it.")),
            set_option(),
            dir_option(),
        ],
    )


def position(
    term: str, stand: str, partner: str, reason: str, set_id: str | None, folder: Path | None
) -> int:
    """Save the position."""
    from glossary.bootstrap import today

    place = workspace(folder)
    taken = take_position(
        place.store, place.choose(set_id), term, partner, Stand(stand), reason, today()
    )
    say(
        _("Noted for {partner} on {term}: {stand}.").format(
            partner=one_line(taken.name), term=one_line(term), stand=stand_word(Stand(stand))
        )
    )
    return 0
