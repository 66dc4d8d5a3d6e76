"""`glossary define`: what one partner means, from the shell or an editor."""

from pathlib import Path

import click

from glossary.cli.options import dir_option, partner_option, set_option, term_argument
from glossary.cli.output import say
from glossary.cli.usage import Verb
from glossary.cli.workspace import workspace
from glossary.domain import TEXT_FIELDS, Partner, Term, one_line
from glossary.locale import gettext as _
from glossary.workflow.defining import define as save
from glossary.workflow.lookup import partner_of, term_of
from glossary.workflow.words import field_word


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    return Verb(
        "define",
        callback=define,
        help=_("Write down what a partner means; without a text, in $VISUAL or $EDITOR."),
        short_help=_("Write down what a partner means."),
        params=[
            term_argument(),
            partner_option(),
            click.Option(["--meaning"], metavar="TEXT", help=_("What the partner means.")),
            click.Option(
                ["--field"],
                type=click.Choice(TEXT_FIELDS),
                help=_("The field to write; otherwise the meaning."),
            ),
            click.Option(["--text"], metavar="TEXT", help=_("The text of that field.")),
            set_option(),
            dir_option(),
        ],
    )


def define(
    term: str,
    partner: str,
    meaning: str | None,
    field: str | None,
    text: str | None,
    set_id: str | None,
    folder: Path | None,
) -> int:
    """Save one field of a definition, typed here or in an editor."""
    from glossary.bootstrap import today

    if meaning is not None and (field is not None or text is not None):
        raise click.UsageError(
            _("Give either --meaning, or --field with --text."), click.get_current_context()
        )
    place = workspace(folder)
    set_id = place.choose(set_id)
    termset = place.load(set_id)
    word, who = term_of(termset, term), partner_of(termset, partner)
    field = field or "meaning"
    typed = text if meaning is None else meaning
    if typed is None:
        typed = _written(word, who, field)
    if typed is None or save(place.store, set_id, word.id, who.id, {field: typed}, today()) == who:
        say(_("Nothing changed."))
        return 0
    say(
        _("Saved for {partner}: {field} of {term}.").format(
            partner=one_line(who.name), field=field_word(field), term=one_line(word.label)
        )
    )
    return 0


def _written(term: Term, partner: Partner, field: str) -> str | None:
    from glossary.cli.editor import edited

    definition = partner.definitions.get(term.id)
    text: str = getattr(definition, field) if definition else ""
    title = f"{one_line(term.label)} · {field_word(field)} · {one_line(partner.name)}"
    questions = (one_line(question) for question in term.questions)
    return edited(text, "\n".join([title, *questions])) or None
