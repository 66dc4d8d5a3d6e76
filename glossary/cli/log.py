"""`glossary log`: how the meanings, the draft and the positions of a term moved through commits."""

from pathlib import Path

import click

from glossary.cli.log_json import history_json
from glossary.cli.log_text import history_lines
from glossary.cli.options import (
    dir_option,
    json_option,
    partner_option,
    plain_option,
    set_option,
    term_argument,
)
from glossary.cli.output import say, say_json
from glossary.cli.plain_log import plain_history
from glossary.cli.usage import Verb
from glossary.cli.workspace import workspace
from glossary.locale import gettext as _
from glossary.workflow.history import Scope, history


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    return Verb(
        "log",
        callback=log,
        help=_(
            "Show how meanings, draft, positions and outcome of a term moved through the commits "
            "of git, newest first. Words that went stand like {gone}, words that came like {new}."
        ).format(gone="[-…-]", new="{+…+}"),
        params=[
            term_argument(),
            partner_option(required=False),
            set_option(),
            click.Option(
                ["--since"],
                metavar=_("COMMIT"),
                help=_("Only what came after this commit: its hash, branch or tag."),
            ),
            click.Option(
                ["--since-agreed", "agreed"],
                is_flag=True,
                help=_("Only what came after the commit that recorded the outcome."),
            ),
            json_option(),
            plain_option(_("One fact a line, what went and came in words: for screen readers.")),
            dir_option(),
        ],
    )


def log(
    *,
    term: str,
    partner: str | None,
    set_id: str | None,
    since: str | None,
    agreed: bool,
    as_json: bool,
    as_lines: bool,
    folder: Path | None,
) -> int:
    """Print the history."""
    from glossary.bootstrap import member_reader, past_of

    if agreed and since is not None:
        raise click.UsageError(_("Give either --since or --since-agreed."))
    place = workspace(folder)
    own_id = place.choose(set_id)
    loaded = place.store.load(own_id)
    past, scope = past_of(place.store.folder / own_id), Scope(partner, since, agreed)
    found = history(loaded, past, member_reader(), term, scope)
    if as_json:
        say_json(history_json(loaded.termset, found))
    elif as_lines:
        say("\n".join(plain_history(loaded.termset, found)))
    else:
        say("\n".join(history_lines(loaded.termset, found)))
    return 0
