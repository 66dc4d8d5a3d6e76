"""`glossary scan`: the loaded words in a text, and how far each of them is."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from glossary.cli.documents import documents
from glossary.cli.github import annotation
from glossary.cli.options import dir_option, documents_argument, set_option
from glossary.cli.output import complain, say, say_json, shown_path
from glossary.cli.usage import Verb
from glossary.cli.workspace import Workspace, workspace
from glossary.domain import TermSet, UnreadableError, one_line
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.workflow.documents import Spot
from glossary.workflow.naming import listed, quote
from glossary.workflow.scanning import Hit, Loaded, Scan, scan

FORMAT = 1
_WORDING = 100  # characters of a wording on a line
_LONGER = 5


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    return Verb(
        "scan",
        callback=scan_files,
        help=_(
            "List the loaded words in documents, such as a draft plan or a covenant: where each "
            "stands, and whether partners agreed what it means. Markdown, text, HTML, Word (.docx) "
            "and LibreOffice (.odt). Exit code 1 when words are used that are not agreed."
            "\n\nWithout --set: the words of all sets of the folder."
        ),
        params=[
            documents_argument(),
            set_option(),
            click.Option(
                ["--format", "layout"],
                type=click.Choice(["text", "json", "github"]),
                default="text",
                help=_("Lines for people, JSON (docs/json.md), or annotations on GitHub."),
            ),
            dir_option(),
        ],
    )


def scan_files(
    *, paths: tuple[Path, ...], set_id: str | None, layout: str, folder: Path | None
) -> int:
    """Print the loaded words; 1 when some are not agreed, 2 when something cannot be read."""
    from glossary.bootstrap import today

    place = workspace(folder)
    termsets, all_sets = _termsets(place, set_id)
    found, all_files = documents(paths)
    result = scan(termsets, found, today())
    if layout == "json":
        say_json(_plain(result))
    elif layout == "github":
        _say_lines(_github(hit) for hit in result.hits if not hit.loaded.standing.agreed)
    else:
        _say_lines(_text(result, several=len(termsets) > 1))
    if found:
        complain(_summary(result))
    if not (all_sets and all_files):
        return 2
    return 1 if result.open else 0


def _say_lines(lines: Iterable[str]) -> None:
    told = "\n".join(lines)
    if told:
        say(told)


def _termsets(place: Workspace, given: str | None) -> tuple[list[TermSet], bool]:
    """The set that is named, or all that can be read, and whether those are all of them."""
    named = given or place.named
    if named:
        return [place.load(place.choose(named))], True
    found, complete = [], True
    for set_id in place.all():
        try:
            found.append(place.load(set_id))
        except UnreadableError as error:
            complain(str(error))
            complete = False
    return found, complete


def _text(result: Scan, *, several: bool) -> Iterator[str]:
    """A line for each hit, and below them one for each term."""
    for hit in result.hits:
        place = place_words(hit.path, hit.spot)
        yield f"{place}: {_named(hit, several=several)}: {_short(hit.loaded)}"
    if result.counts:
        yield ""
    for loaded, count in result.counts.items():
        times = ngettext("{n} time", "{n} times", count).format(n=count)
        yield f"{_label(loaded, several=several)}: {times}, {_short(loaded)}"
    for loaded, words in result.longer.items():
        yield _("{term} is also in longer words, which were not counted: {words}.").format(
            term=quote(loaded.label), words=listed(words, _LONGER)
        )


def place_words(path: Path, spot: Spot) -> str:
    """file:line:column, or the file with the paragraph and the heading above it."""
    name = one_line(shown_path(path))
    return f"{name}:{spot.line}:{spot.column}" if spot.line else f"{name}, {_where(spot)}"


def _where(spot: Spot) -> str:
    told = _("paragraph {n}").format(n=spot.paragraph)
    return f"{told} ({quote(spot.heading)})" if spot.heading else told


def _named(hit: Hit, *, several: bool) -> str:
    label = _label(hit.loaded, several=several)
    word = one_line(hit.word)
    return label if word == one_line(hit.loaded.label) else f"{word} ({label})"


def _label(loaded: Loaded, *, several: bool) -> str:
    label = one_line(loaded.label)
    return f"{label} [{loaded.set_id}]" if several else label


def _short(loaded: Loaded) -> str:
    told = loaded.standing.sentence
    return told if len(told) <= _WORDING else f"{told[: _WORDING - 1].rstrip()}…"


def _github(hit: Hit) -> str:
    told = f"{quote(hit.word)}: {hit.loaded.standing.sentence}"
    if not hit.spot.line:
        told = f"{told} ({_where(hit.spot)})"
    return annotation(
        "warning",
        told,
        title=hit.loaded.label,
        path=hit.path,
        line=hit.spot.line,
        column=hit.spot.column,
    )


def _plain(result: Scan) -> dict[str, object]:
    return {
        "format": FORMAT,
        "hits": [
            {
                "path": shown_path(hit.path),
                "line": hit.spot.line,
                "column": hit.spot.column,
                "paragraph": hit.spot.paragraph,
                "heading": hit.spot.heading,
                "word": hit.word,
                **_term(hit.loaded),
            }
            for hit in result.hits
        ],
        "terms": [{**_term(loaded), "count": count} for loaded, count in result.counts.items()],
        "longer_words": [
            {**_term(loaded), "words": list(words)} for loaded, words in result.longer.items()
        ],
    }


def _term(loaded: Loaded) -> dict[str, object]:
    return {
        "set": loaded.set_id,
        "term": loaded.term,
        "label": loaded.label,
        "status": loaded.standing.status,
        "agreed": loaded.standing.agreed,
        "says": loaded.standing.sentence,
    }


def _summary(result: Scan) -> str:
    if not result.hits:
        return _("No loaded words found.")
    if not result.open:
        return _("All loaded words that are used are agreed.")
    return ngettext(
        "{n} place where a word is used that is not agreed.",
        "{n} places where words are used that are not agreed.",
        result.open,
    ).format(n=result.open)
