"""`glossary define`: what one partner means, from the shell or an editor."""

from collections.abc import Callable
from pathlib import Path

import click

from glossary.cli.options import dir_option, partner_option, set_option, term_argument
from glossary.cli.output import complain, say
from glossary.cli.usage import Verb
from glossary.cli.workspace import workspace
from glossary.domain import TEXT_FIELDS, GlossaryError, Partner, Term, one_line
from glossary.locale import gettext as _
from glossary.workflow.defining import define as define_fields
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
            click.Option(["--meaning"], metavar=_("TEXT"), help=_("What the partner means.")),
            click.Option(
                ["--field"],
                type=click.Choice(TEXT_FIELDS),
                help=_("The field to write; otherwise the meaning."),
            ),
            click.Option(["--text"], metavar=_("TEXT"), help=_("The text of that field.")),
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
    who = place.store.load(set_id).termset.partners[who.id]  # with its own words
    field = field or "meaning"
    typed = text if meaning is None else meaning

    def save(typed: str, seen: str | None = None) -> Partner:
        known = None if seen is None else {field: seen}
        return define_fields(
            place.store, set_id, word.id, who.id, {field: typed}, today(), seen=known
        )

    now = _written(word, who, field, save) if typed is None else save(typed)
    names = {"partner": one_line(who.name), "field": field_word(field), "term": word.label}
    if now == who:
        say(_("Nothing changed."))
    elif typed is not None and not typed.strip():
        say(one_line(_("Emptied for {partner}: {term}, {field}.").format(**names)))
    else:
        say(one_line(_("Saved for {partner}: {term}, {field}.").format(**names)))
    return 0


def _written(term: Term, who: Partner, field: str, save: Callable[[str, str], Partner]) -> Partner:
    """Saves what is typed in an editor; a text that is refused goes to a file of its own."""
    from glossary.cli.editor import edited, rescued

    definition = who.definitions.get(term.id)
    text: str = getattr(definition, field) if definition else ""
    title = f"{one_line(term.label)} · {field_word(field)} · {one_line(who.name)}"
    questions = (one_line(question) for question in term.questions)
    typed = edited(text, "\n".join([title, *questions]))
    if not typed:
        return who
    try:
        return save(typed, text)
    except GlossaryError:
        complain(_("Your text is in {file}.").format(file=rescued(typed)))
        raise
