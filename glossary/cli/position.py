"""`glossary position`: where a partner stands on the draft."""

from collections.abc import Iterator
from pathlib import Path

import click

from glossary.cli.options import dir_option, partner_option, set_option, term_argument, text_option
from glossary.cli.output import say
from glossary.cli.plain_text import fact, facts, said
from glossary.cli.usage import Verb
from glossary.cli.workspace import workspace
from glossary.domain import Partner, Stand, Term, TermSet, one_line, status_of
from glossary.locale import gettext as _
from glossary.workflow.lookup import partner_of, term_of
from glossary.workflow.positions import take_position, withdraw_position
from glossary.workflow.status_words import status_word
from glossary.workflow.telling import in_words
from glossary.workflow.words import stand_word


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    return Verb(
        "position",
        callback=position,
        help=_(
            "Record where a partner stands on the draft as it is worded now, or take that back."
        ),
        params=[
            term_argument(),
            click.Argument(["stand"], type=click.Choice([*map(str, Stand)]), required=False),
            partner_option(),
            text_option("--reason", _("Why; a concern or an objection needs it.")),
            click.Option(
                ["--withdraw", "is_withdrawn"],
                is_flag=True,
                help=_("Take back the position on the present draft."),
            ),
            set_option(),
            dir_option(),
        ],
    )


def position(
    term: str,
    stand: str | None,
    partner: str,
    reason: str,
    set_id: str | None,
    folder: Path | None,
    *,
    is_withdrawn: bool,
) -> int:
    """Save the position, or take it back; say on which wording, and what stood there before."""
    from glossary.bootstrap import today

    if is_withdrawn == (stand is not None):
        raise click.UsageError(
            _("Give either a position ({stands}) or --withdraw.").format(stands=", ".join(Stand)),
            click.get_current_context(),
        )
    place = workspace(folder)
    set_id = place.choose(set_id)
    # As it is: a partner reads back its own reason.
    termset = place.store.load(set_id).termset
    word, who = term_of(termset, term), partner_of(termset, partner)
    if stand is None:
        withdraw_position(place.store, set_id, word.id, who.id)
        told = _("Taken back for {partner} on {term}.")
    else:
        take_position(place.store, set_id, word.id, who.id, Stand(stand), reason, today())
        told = _("Noted for {partner} on {term}: {stand}.")
    say(
        told.format(
            partner=one_line(who.name),
            term=one_line(word.label),
            stand=stand_word(Stand(stand)) if stand else "",
        )
    )
    say("\n".join(_read_back(termset, word, who, reason)))
    if termset.agreement(word.id).outcome is not None:
        word_for_it = status_word(status_of(termset, word.id, today()))
        say(_("This term has an outcome already: {status}.").format(status=word_for_it))
    return 0


def _read_back(termset: TermSet, term: Term, before: Partner, reason: str) -> Iterator[str]:
    """The wording, the reason, and what stood there; `before` is the partner as it was."""
    draft = termset.agreement(term.id).draft
    yield from said(_("Draft"), draft.wording)
    yield from facts(((_("Reason"), reason),))
    old = before.positions.get(term.id)
    if old is not None and old.on == draft.fingerprint:
        yield fact(_("Before"), in_words(old))
