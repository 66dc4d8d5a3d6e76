"""`glossary define`: what one partner means, from the shell, standard input or an editor."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from glossary.cli.options import dir_option, partner_option, set_option, term_argument
from glossary.cli.output import complain, say
from glossary.cli.plain_text import said
from glossary.cli.usage import Verb
from glossary.cli.workspace import Workspace, workspace
from glossary.domain import (
    TEXT_FIELDS,
    GlossaryError,
    NotFoundError,
    Partner,
    RefusedError,
    Term,
    TermSet,
    one_line,
)
from glossary.locale import gettext as _
from glossary.workflow.defining import define as define_fields
from glossary.workflow.lookup import partner_of, term_of
from glossary.workflow.naming import quote
from glossary.workflow.new_set import add_partner
from glossary.workflow.words import field_word

_STANDARD_INPUT = "-"


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    return Verb(
        "define",
        callback=define,
        help=_(
            "Write down what a partner means; without a text, in $VISUAL or $EDITOR.\n\n"
            "The text - stands for what is on standard input. So does no text at all where "
            "TERM=dumb, or where there is neither an editor nor a terminal."
        ),
        params=[
            term_argument(),
            partner_option(),
            click.Option(
                ["--new-partner", "is_new"],
                is_flag=True,
                help=_("Let the partner join the set when it is not in it."),
            ),
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
    *,
    is_new: bool,
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
    word, field = _term(place, termset, term), field or "meaning"
    who = _partner(place, set_id, partner, is_new=is_new)
    typed = text if meaning is None else meaning
    if typed == _STANDARD_INPUT or (typed is None and not _has_editor()):
        typed = _from_standard_input(field)

    def save(typed: str, seen: str | None = None) -> Partner:
        known = None if seen is None else {field: seen}
        return define_fields(
            place.store, set_id, word.id, who.id, {field: typed}, today(), seen=known
        )

    now = _written(word, who, field, save) if typed is None else save(typed)
    if now == who:
        say(_("Nothing changed."))
        return 0
    say("\n".join(_told(word, field, who, now)))
    if field == "meaning":
        _warn(now.meaning_of(word.id), word, termset.language)
    return 0


def _warn(meaning: str, term: Term, language: str) -> None:
    """What `check` would say of the meaning itself."""
    from glossary.workflow.lint_definitions import stumbles_in

    for stumble in stumbles_in(meaning, term, language) if meaning else ():
        say(one_line(_("Note: {text}").format(text=stumble)))


def _term(place: Workspace, termset: TermSet, named: str) -> Term:
    """The term; of an unknown one it is said how a word joins the set."""
    try:
        return term_of(termset, named)
    except NotFoundError as error:
        file = place.store.folder / termset.id / "termset.toml"
        hint = _("A word joins the set with n on the list of “glossary”, or in {file}.")
        raise NotFoundError(f"{error} {hint.format(file=quote(str(file)))}") from error


def _partner(place: Workspace, set_id: str, named: str, *, is_new: bool) -> Partner:
    """The partner with its own words, which joins the set where that was asked."""
    try:
        return partner_of(place.store.load(set_id).termset, named)
    except NotFoundError as error:
        if not is_new:
            hint = _("To let it join the set, add {option}.").format(option="--new-partner")
            raise NotFoundError(f"{error} {hint}") from error
    joined = add_partner(place.store, set_id, named)
    say(_("{partner} joins the set.").format(partner=one_line(joined.name)))
    return joined


def _told(term: Term, field: str, before: Partner, now: Partner) -> Iterator[str]:
    """What is saved, and what it replaces: whole, so that it can be put back."""
    old, new = (_text(partner, term, field) for partner in (before, now))
    told = _("Saved for {partner}: {term}, {field}.")
    if not new:
        told = _("Emptied for {partner}: {term}, {field}.")
    names = {"partner": before.name, "field": field_word(field), "term": term.label}
    yield one_line(told.format(**names))
    for head, text in ((_("Now"), new), (_("Before"), old)):
        if text:
            yield from said(head, text)


def _text(partner: Partner, term: Term, field: str) -> str:
    definition = partner.definitions.get(term.id)
    return str(getattr(definition, field)) if definition is not None else ""


def _has_editor() -> bool:
    """Whether an editor can be opened here."""
    if os.environ.get("TERM") == "dumb":
        return False
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    return bool(named) or (sys.stdin is not None and sys.stdin.isatty())


def _from_standard_input(field: str) -> str:
    """What is typed or sent there. Raises RefusedError for nothing: that empties no field."""
    if sys.stdin is not None and sys.stdin.isatty():
        complain(
            _("Type: {field}. End with Ctrl-D on a line of its own.").format(
                field=field_word(field)
            )
        )
    try:
        typed = sys.stdin.read() if sys.stdin is not None else ""
    except UnicodeDecodeError as error:
        raise RefusedError(_("Standard input is not UTF-8: nothing is changed.")) from error
    if not typed.strip():
        raise RefusedError(_("Standard input is empty: nothing is changed."))
    return typed


def _written(term: Term, who: Partner, field: str, save: Callable[[str, str], Partner]) -> Partner:
    """Saves what is typed in an editor; a text that is refused goes to a file of its own."""
    from glossary.cli.editor import edited, rescued

    text = _text(who, term, field)
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
