"""`glossary candidates`: loaded words in the documents of partners that are in no set yet."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from glossary.cli.documents import documents
from glossary.cli.options import dir_option, documents_argument, json_option, set_option
from glossary.cli.output import on_terminal, say, say_json, shown_path, width
from glossary.cli.scan import place_words
from glossary.cli.side_by_side import folded
from glossary.cli.usage import Verb
from glossary.cli.workspace import new_workspace
from glossary.domain import TermSet, one_line
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.workflow.documents import Document
from glossary.workflow.naming import listed
from glossary.workflow.proposing import Proposal, Proposals, Sentence, language_of, proposals

FORMAT = 1
_SHOWN = 20
_SENTENCE = 160  # characters of a sentence


def command() -> click.Command:
    """The verb, with its help in the language that is spoken now."""
    return Verb(
        "candidates",
        callback=candidates,
        help=_(
            "Propose words to agree on, from documents of several partners such as their annual "
            "plans: loaded words that most of them use, of which none says what it means, and that "
            "are in no set yet. A file or a folder for each partner. Each word comes with a "
            "sentence of every partner."
            "\n\nIn a pipe: a line per word, with tabs between word, partners that use it, "
            "partners, how often, and the places."
        ),
        params=[
            documents_argument(),
            set_option(),
            click.Option(
                ["--language"],
                metavar=_("CODE"),
                help=_("Language of the documents, where the set does not say it: nl, en, …"),
            ),
            json_option(),
            dir_option(new=True),
        ],
    )


def candidates(
    *,
    paths: tuple[Path, ...],
    set_id: str | None,
    language: str | None,
    as_json: bool,
    folder: Path | None,
) -> int:
    """Print the proposals; 2 when something cannot be read."""
    found: dict[Path, Sequence[Document]] = {}
    complete = True
    for path in dict.fromkeys(paths):
        texts, all_of_them = documents([path])
        complete = complete and all_of_them
        if texts:
            found[path] = texts
    termsets = _termsets(folder, set_id)
    spoken = termsets[0].language if set_id else ""
    spoken = language or spoken or language_of(found)
    told = proposals(found, spoken, termsets, _starters())
    if as_json:
        say_json(_plain(told, len(found)))
    elif not on_terminal():
        for one in told.words:
            say(_tabbed(one, len(found)))
    else:
        say("\n".join(_for_people(told, len(found))))
    return 0 if complete else 2


def _termsets(folder: Path | None, given: str | None) -> list[TermSet]:
    """The sets whose words are known already; where there is no folder, none."""
    place = new_workspace(folder)
    if given:
        return [place.load(place.choose(given))]
    return [place.load(set_id) for set_id in place.store.sets()]


def _starters() -> list[TermSet]:
    from glossary.bootstrap import starters

    shipped = starters()
    return [shipped.load(set_id).termset for set_id in shipped.sets()]


def _for_people(told: Proposals, partners: int) -> Iterator[str]:
    """Each word, and under it a sentence of every partner; as wide as the terminal."""
    if not told.words:
        yield _("No loaded words that these documents share were found.")
    for one in told.words[:_SHOWN]:
        times = ngettext("{n} time", "{n} times", one.count).format(n=one.count)
        used = _("{k} of {n} partners, {times}").format(k=len(one.uses), n=partners, times=times)
        yield from folded(f"{one_line(one.word)}: {used}", width())
        for use in one.uses.values():
            yield from (f"  {line}" for line in folded(_evidence(use.first), width() - 2))
    if len(told.words) > _SHOWN:
        yield _("{n} more with --json.").format(n=len(told.words) - _SHOWN)
    if told.defined:
        yield from folded(
            _("Left out, as a document says what they mean: {words}.").format(
                words=listed(told.defined)
            ),
            width(),
        )


def _evidence(sentence: Sentence) -> str:
    text = one_line(sentence.text)
    short = text if len(text) <= _SENTENCE else f"{text[: _SENTENCE - 1].rstrip()}…"
    return f"{place_words(sentence.path, sentence.spot)}: {short}"


def _tabbed(one: Proposal, partners: int) -> str:
    places = ", ".join(place_words(use.first.path, use.first.spot) for use in one.uses.values())
    return "\t".join(
        (one_line(one.word), str(len(one.uses)), str(partners), str(one.count), places)
    )


def _plain(told: Proposals, partners: int) -> dict[str, object]:
    return {
        "format": FORMAT,
        "language": told.language,
        "partners": partners,
        "words": [
            {
                "word": one.word,
                "score": round(one.score, 3),
                "count": one.count,
                "uses": [
                    {"partner": shown_path(partner), "count": use.count, **_place(use.first)}
                    for partner, use in one.uses.items()
                ],
            }
            for one in told.words
        ],
        "defined": [{"word": word, **_place(told.defined[word])} for word in told.defined],
    }


def _place(sentence: Sentence) -> dict[str, object]:
    spot = sentence.spot
    return {
        "path": shown_path(sentence.path),
        "line": spot.line,
        "column": spot.column,
        "paragraph": spot.paragraph,
        "heading": spot.heading,
        "sentence": sentence.text,
    }
