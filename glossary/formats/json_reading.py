"""A set out of JSON: every value checked, and said where it is not what it should be."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from glossary.domain import Agreement, Partner, Term, TermSet, UnreadableError, Vocabulary, one_line
from glossary.domain.sessions import Session
from glossary.formats.contract import Importer
from glossary.formats.headers import Columns
from glossary.formats.json_parsing import not_ours, parse
from glossary.formats.json_references import dangling
from glossary.formats.json_shapes import FORMAT, Id, Many, Maybe, Text, record_of
from glossary.formats.json_values import Values
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.workflow.incoming import Incoming, Place, Row
from glossary.workflow.naming import listed

_TOP = frozenset({"format", "set", "title", "language", "about", "hidden", "left_out"})
_TOP |= {"terms", "partners", "session", "agreements"}
_ID = Id(may_be_empty=False)


@dataclass(frozen=True, slots=True)
class _Gap:
    """A file of the set that could not be read when it was exported."""

    file: str


class JsonFile(Importer):
    """Reads what `Json` writes."""

    name = "json"
    description = mark("a set as “glossary export json” writes it; a new set becomes its copy")

    def read(self, path: Path, columns: Columns) -> Incoming:  # noqa: ARG002  # is no table
        """The set in a file of at most 20 MB. Raises UnreadableError."""
        values = Values(one_line(str(path)))
        plain = parse(path)
        _check_format(plain, values.file)
        termset = _termset(plain, values)
        hidden = values.value(plain.get("hidden", []), Many(_ID), "hidden")
        # Of its own: what else is told of such a file is for people.
        gaps = Values(values.file).value(
            plain.get("left_out", []), Many(record_of(_Gap)), "left_out"
        )
        remarks = (*values.remarks(), *_gaps(gaps), *dangling(termset), *_hidden(hidden, termset))
        shown = _without_veil(termset, hidden)
        return Incoming(
            rows=tuple(_rows(shown)),
            remarks=remarks,
            terms=tuple(shown.terms.values()),
            partners=tuple(shown.partners.values()),
            wordings={
                shown.terms[key].label: one.draft
                for key, one in shown.agreements.items()
                if key in shown.terms and one.draft.wording.strip()
            },
            title=shown.title,
            language=shown.language,
            about=shown.vocabulary.about,
            whole=shown,
        )


def _check_format(plain: Mapping[str, Any], file: str) -> None:
    number = plain.get("format")
    if type(number) is int and number > FORMAT:
        told = _(
            "{file} was made by a newer version of glossary (format {number}; this one reads "
            "{known}): install a newer version here."
        )
        shown = number if number < 1_000_000 else "…"
        raise UnreadableError(told.format(file=file, number=shown, known=FORMAT))
    if type(number) is not int or number != FORMAT or "terms" not in plain:
        raise UnreadableError(not_ours(file))


def _termset(plain: Mapping[str, Any], values: Values) -> TermSet:
    """The set as the file has it, in its order. Raises UnreadableError."""
    values.pass_over(plain, _TOP)
    for key in ("title", "language"):
        if key not in plain:
            raise values.wrong(key, _("is missing."))
    title, language, about = (
        values.value(plain.get(key, ""), Text(), key) for key in ("title", "language", "about")
    )
    set_id = values.value(plain.get("set", "set"), _ID, "set")
    terms = _entries(plain, "terms", Term, "id", values)
    for at, term in enumerate(terms.values()):
        _check_twins(term.lenses, f"terms[{at}].lenses", values)
        _check_twins(term.cases, f"terms[{at}].cases", values)
    partners = _entries(plain, "partners", Partner, "id", values)
    agreements = _entries(plain, "agreements", Agreement, "term", values)
    session = values.value(plain.get("session"), Maybe(record_of(Session)), "session")
    vocabulary = Vocabulary(title, language, about, terms)
    return TermSet(set_id, vocabulary, partners, agreements, session)


def _entries(
    plain: Mapping[str, Any], key: str, make: type, own_id: str, values: Values
) -> dict[str, Any]:
    """The entries of a list by their own ids, of which no two may be the same."""
    found: dict[str, Any] = {}
    for at, one in enumerate(values.value(plain.get(key, []), Many(record_of(make)), key)):
        own = getattr(one, own_id)
        if own in found:
            raise values.twin(f"{key}[{at}].{own_id}", own)
        found[own] = one
    return found


def _check_twins(items: Iterable[Any], at: str, values: Values) -> None:
    seen: set[str] = set()
    for number, one in enumerate(items):
        if one.id in seen:
            raise values.twin(f"{at}[{number}].id", one.id)
        seen.add(one.id)


def _rows(termset: TermSet) -> Iterator[Row]:
    """What partners mean by the terms that are there."""
    for number, (own_id, partner) in enumerate(termset.partners.items()):
        for key, definition in partner.definitions.items():
            if key in termset.terms and definition.meaning.strip():
                place = Place(number, f"{own_id}.definitions.{key}")
                yield Row(place, termset.terms[key].label, partner.name, definition)


def _gaps(left_out: Sequence[_Gap]) -> Iterator[str]:
    if left_out:
        names = listed(one.file for one in left_out)
        yield _(
            "Not readable when this file was made, so not or not wholly in it: {files}."
        ).format(files=names)


def _hidden(hidden: Iterable[str], termset: TermSet) -> Iterator[str]:
    labels = [termset.terms[key].label for key in hidden if key in termset.terms]
    if labels:
        yield _(
            "Not revealed when this file was made, so what partners said is not in it: {terms}."
        ).format(terms=listed(labels))


def _without_veil(termset: TermSet, hidden: Collection[str]) -> TermSet:
    """The set by id, without the remarks that stand in the place of what was not shown."""
    partners = {
        key: replace(
            one,
            definitions={
                term: said for term, said in one.definitions.items() if term not in hidden
            },
        )
        for key, one in sorted(termset.partners.items())
    }
    agreements = dict(sorted(termset.agreements.items()))
    return replace(termset, partners=partners, agreements=agreements)
