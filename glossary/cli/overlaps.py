"""`glossary overlaps`: other words, same meaning."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from glossary.cli.options import dir_option, json_option, plain_option, set_argument, vectors_option
from glossary.cli.output import complain, on_terminal, say, say_json, width
from glossary.cli.side_by_side import folded
from glossary.cli.usage import Verb
from glossary.cli.workspace import Workspace, workspace
from glossary.domain import TermSet, UnreadableError, one_line
from glossary.locale import gettext as _
from glossary.workflow.naming import listed
from glossary.workflow.overlaps import Candidate, candidates

FORMAT = 1


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    return Verb(
        "overlaps",
        callback=overlaps,
        help=_(
            "List terms that may be one: nearly the same is said of them, or their names are "
            "variants. Merge them, or keep them apart knowingly."
            "\n\nWithout SET: also across the sets of the folder. In a pipe: a line per pair, with "
            "tabs between set, term, set, term and why."
        ),
        params=[
            set_argument(),
            json_option(),
            plain_option(_("In words, a reason a line: for screen readers.")),
            vectors_option(),
            dir_option(),
        ],
    )


def overlaps(
    *, set_id: str | None, as_json: bool, as_lines: bool, vectors: bool, folder: Path | None
) -> int:
    """Print the candidates of one set or of all; 2 when one of them cannot be read."""
    place = workspace(folder)
    given = set_id or place.named
    if given:
        termsets, complete = [place.load(place.choose(given))], True
    else:
        termsets, complete = _readable(place)
    found = candidates(termsets, vectors=vectors)
    if as_json:
        say_json({"format": FORMAT, "overlaps": [_plain(one) for one in found]})
    elif not on_terminal() and not as_lines:
        for one in found:
            say(_tabbed(one))
    elif found:
        layout = _in_words if as_lines else _for_people
        say("\n".join(layout(found, several=len(termsets) > 1)))
    else:
        say(_("No terms that may be one were found."))
    return 0 if complete else 2


def _readable(place: Workspace) -> tuple[list[TermSet], bool]:
    """The sets that can be read, and whether those are all of them."""
    found, complete = [], True
    for set_id in place.all():
        try:
            found.append(place.load(set_id))
        except UnreadableError as error:
            complain(str(error))
            complete = False
    return found, complete


def _for_people(found: Sequence[Candidate], *, several: bool) -> Iterator[str]:
    """The two words on a line, and under it why, as wide as the terminal."""
    for one in found:
        yield from folded(" ↔ ".join(_labels(one, several=several)), width())
        for reason in one.reasons:
            yield from (f"  {line}" for line in folded(reason.sentence, width() - 2))


def _in_words(found: Sequence[Candidate], *, several: bool) -> Iterator[str]:
    for one in found:
        yield f"{listed(_labels(one, several=several))}:"
        yield from (one_line(reason.sentence) for reason in one.reasons)
        yield ""


def _labels(one: Candidate, *, several: bool) -> list[str]:
    return [
        f"{one_line(label)} ({set_id})" if several else one_line(label)
        for (set_id, _term), label in zip(one.terms, one.labels, strict=True)
    ]


def _tabbed(one: Candidate) -> str:
    places = (part for key in one.terms for part in key)
    return "\t".join((*places, " ".join(reason.sentence for reason in one.reasons)))


def _plain(one: Candidate) -> dict[str, object]:
    return {
        "terms": [
            {"set": set_id, "term": term, "label": label}
            for (set_id, term), label in zip(one.terms, one.labels, strict=True)
        ],
        "reasons": [
            {"kind": each.kind, "sentence": each.sentence, "partners": list(each.partners)}
            for each in one.reasons
        ],
    }
