"""`glossary status`: every term with its status, what deserves time first."""

from pathlib import Path
from typing import NamedTuple

import click

from glossary.cli.options import dir_option, json_option, plain_option, set_argument, vectors_option
from glossary.cli.output import complain, on_terminal, progress, say, say_json
from glossary.cli.status_text import aligned, listed, tabbed
from glossary.cli.usage import Verb
from glossary.cli.workspace import Workspace, workspace
from glossary.domain import Finding, TermSet, UnreadableError
from glossary.locale import gettext as _
from glossary.workflow.overview import TermRow, ranked
from glossary.workflow.words import full_names_of, short_names_of

FORMAT = 1


class _Ranked(NamedTuple):
    termset: TermSet
    rows: tuple[TermRow, ...]
    left_out: tuple[Finding, ...]


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    return Verb(
        "status",
        callback=status,
        help=_(
            "Show every term: its status, how many partners defined it, and why it deserves time."
            "\n\nIn a pipe: a line per term, with tabs between set, term, status, "
            "defined/partners, attention (0 to 1) and the strongest reason."
        ),
        params=[
            set_argument(),
            json_option(),
            plain_option(_("One fact a line, in words: for screen readers.")),
            vectors_option(),
            dir_option(),
        ],
    )


def status(
    *, set_id: str | None, as_json: bool, as_lines: bool, vectors: bool, folder: Path | None
) -> int:
    """Print one set or all; 2 when a set or one of its files cannot be read."""
    from glossary.bootstrap import today
    from glossary.workflow.overtaken import overtaken_terms

    place = workspace(folder)
    given = set_id or place.named
    if given:
        found = [_ranked(place, place.choose(given), vectors=vectors)]
        complete = not found[0].left_out
    else:
        found, complete = _readable(place, vectors=vectors)
    if as_json:
        shown = [_plain(one.termset, one.rows) for one in found]
        say_json({"format": FORMAT} | (shown[0] if given else {"sets": shown}))
    else:
        layout = listed if as_lines else aligned if on_terminal() else tabbed
        for one in found:
            names = full_names_of(one.termset) if as_lines else short_names_of(one.termset)
            overtaken = overtaken_terms(one.termset, one.rows, today(), names)
            say(layout(one.termset, one.rows, overtaken))
    return 0 if complete else 2


def _readable(place: Workspace, *, vectors: bool) -> tuple[list[_Ranked], bool]:
    """The sets that can be read, and whether those are all of them, whole."""
    found, complete = [], True
    for set_id in place.all():
        try:
            one = _ranked(place, set_id, vectors=vectors)
        except UnreadableError as error:
            complain(str(error))
            complete = False
        else:
            found.append(one)
            complete = complete and not one.left_out
    return found, complete


def _ranked(place: Workspace, set_id: str, *, vectors: bool) -> _Ranked:
    from glossary.bootstrap import today

    loaded = place.store.load(set_id)
    termset = place.seen(loaded)
    with progress(_("Comparing")) as step:
        found = ranked(termset, today(), step, vectors=vectors, memory=place.store.memory)
    return _Ranked(termset, found, loaded.left_out)


def _plain(termset: TermSet, rows: tuple[TermRow, ...]) -> dict[str, object]:
    names = short_names_of(termset)
    return {
        "set": termset.id,
        "language": termset.language,
        "unread": list(termset.unread),
        "terms": [
            {
                "id": row.id,
                "label": row.label,
                "status": str(row.status),
                "defined": row.defined,
                "partners": row.partners,
                "attention": round(row.attention or 0.0, 3),
                "signals": [signal.sentence(names) for signal in row.signals],
            }
            for row in rows
        ],
    }
