"""OpenMetadata: the table with which a glossary is filled there (open-metadata.org).

Below each organisation stand its terms, and below one more the shared wordings. Names are ids,
since they are part of addresses; what people read is the display name.
"""

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from glossary.domain import Definition, Partner, Term, TermSet, UnreadableError, one_line, visible
from glossary.formats.contract import Exporter, Importer, Request
from glossary.formats.csv_format import detect_encoding
from glossary.formats.field_labels import (
    definition_of,
    draft_of,
    fields_by_label,
    label_of,
    labelled,
)
from glossary.formats.formulas import neutralised, restored
from glossary.formats.gathering import Gathering
from glossary.formats.groups import Shared, is_shared, said_by, shared
from glossary.formats.headers import Columns
from glossary.formats.parts import CATALOGUES
from glossary.formats.sections import joined, parted
from glossary.formats.whole_file import MAX_PARTS, bytes_of, too_many
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.workflow.incoming import Incoming
from glossary.workflow.naming import listed

# No id of a partner begins so.
_GROUP: Final = "_shared"

_HEADER: Final = (
    "parent",
    "name*",
    "displayName",
    "description",
    "synonyms",
    "relatedTerms",
    "references",
    "tags",
    "reviewers",
    "owner",
    "glossaryStatus",
    "color",
    "iconURL",
    "extension",
)
_UNUSED: Final = ("relatedterms", "references", "tags", "reviewers", "domains", "extension")

_Cells = Mapping[str, str]


class OpenMetadata(Exporter, Importer):
    """Writes a set for a data catalogue, and reads such tables."""

    name = "openmetadata"
    suffix = ".openmetadata.csv"
    description = mark("the table that fills a glossary in the data catalogue OpenMetadata")
    knows = ("of_partner",)
    leaves_out = CATALOGUES

    def export(self, termset: TermSet, request: Request) -> bytes:
        """A row for each organisation and each of its terms; what they refer to comes first."""
        about = termset.vocabulary.about
        rows: list[_Cells] = [
            {"name*": _GROUP, "displayName": _("Shared"), "description": about},
            *(dict(_shared(termset.id, one)) for one in shared(termset, request.today)),
        ]
        for partner in termset.partners.values():
            rows.append({"name*": partner.id, "displayName": partner.name})
            rows += [dict(_said(termset.id, partner, *one)) for one in said_by(termset, partner)]
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows([_HEADER, *map(_row, rows)])
        return out.getvalue().encode("utf-8", "replace")

    def read(self, path: Path, columns: Columns) -> Incoming:
        """The terms below each organisation. Raises UnreadableError."""
        name = one_line(str(path))
        data = bytes_of(path)
        text = data.decode(detect_encoding(data), "replace")
        found = Gathering(name, columns)
        _Reading(found, list(_rows(text, name))).read()
        return found.incoming()


def _row(cells: _Cells) -> list[str]:
    return [neutralised(visible(cells.get(name, ""))) for name in _HEADER]


def _said(
    set_id: str, partner: Partner, term: Term, definition: Definition
) -> Iterator[tuple[str, str]]:
    yield "parent", f"{set_id}.{partner.id}"
    yield "name*", term.id
    yield "displayName", term.label
    yield "description", joined(definition.meaning, labelled(definition))
    yield "relatedTerms", f"{set_id}.{_GROUP}.{term.id}"


def _shared(set_id: str, one: Shared) -> Iterator[tuple[str, str]]:
    yield "parent", f"{set_id}.{_GROUP}"
    yield "name*", one.term.id
    yield "displayName", one.term.label
    fields = labelled(one.draft, ("example", "counterexample"))
    if one.status:
        fields[label_of("status")] = one.status
    if one.objections:
        fields[label_of("objection")] = "; ".join(one.objections)
    yield "description", joined(one.draft.wording, fields)
    yield "synonyms", _in_one(one.term.variants)
    yield "glossaryStatus", "Approved" if one.is_agreed else "Draft"


def _in_one(texts: Iterable[str]) -> str:
    """Several texts in one cell, as OpenMetadata parts them."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="").writerow(list(texts))
    return out.getvalue()


def _from_one(cell: str) -> list[str]:
    return [one for row in csv.reader([cell], delimiter=";") for one in row]


def _rows(text: str, name: str) -> Iterator[tuple[int, _Cells]]:
    """Each row with its line, its cells by the folded name of their column."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        header = [one.strip(" *").casefold() for one in next(reader, [])]
        if not {"parent", "name", "description"} <= {*header}:
            raise UnreadableError(
                _("{file} is no glossary of OpenMetadata: its first row has no {names}.").format(
                    file=name, names=listed(("parent", "name*", "description"))
                )
            )
        line = reader.line_num + 1
        for count, row in enumerate(reader):
            if count >= MAX_PARTS:
                raise too_many(name, line)
            if any(cell.strip() for cell in row):
                yield line, dict(zip(header, map(restored, row), strict=False))
            line = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableError(
            _("{file}, line {line}: this is no row of a table ({reason}).").format(
                file=name, line=line, reason=str(error)
            )
        ) from error


class _Reading:
    def __init__(self, found: Gathering, rows: Sequence[tuple[int, _Cells]]) -> None:
        self._found = found
        self._rows = rows
        self._labels = fields_by_label()
        tops = {row["name"]: _display(row) for _line, row in rows if not _parent(row)}
        self._is_ours = _GROUP in tops
        above = {_top(row, tops) for _line, row in rows}
        self._groups = {key: name for key, name in tops.items() if self._is_ours or key in above}

    def read(self) -> None:
        """Take in every row."""
        for line, row in self._rows:
            self._note_unused(row)
            if not row.get("name", "").strip():
                self._found.leave(line, _("The term has no name."), *row.values())
            elif not _parent(row) and row["name"] in self._groups:
                self._group(row["name"], row)
            else:
                self._term(line, row)

    def _group(self, key: str, row: _Cells) -> None:
        if self._is_shared(key):
            self._found.about = self._found.about or row.get("description", "")
        else:
            self._found.partner(self._groups[key])

    def _term(self, line: int, row: _Cells) -> None:
        label = _display(row)
        meaning, fields = parted(row.get("description", ""), self._labels)
        self._found.term(label, _from_one(row.get("synonyms", "")))
        if not meaning.strip():
            return
        key = _top(row, self._groups)
        if key and self._is_shared(key) and not self._found.is_one_partners:
            self._found.wording(line, label, draft_of(meaning, fields))
        else:
            whose = self._groups.get(key, "")
            self._found.definition(line, label, whose, definition_of(meaning, fields))

    def _is_shared(self, key: str) -> bool:
        return key == _GROUP if self._is_ours else is_shared(self._groups[key])

    def _note_unused(self, row: _Cells) -> None:
        for name in _UNUSED if not self._is_ours else ():
            if row.get(name, "").strip():
                self._found.unused(name)


def _display(row: _Cells) -> str:
    return row.get("displayname") or row["name"]


def _parent(row: _Cells) -> str:
    return row.get("parent", "").strip()


def _top(row: _Cells, tops: Collection[str]) -> str:
    """Which of the rows without a parent this one stands below; the glossary comes before it."""
    steps = next(csv.reader([_parent(row)], delimiter=".")) if _parent(row) else []
    return next((step for step in steps[:2][::-1] if step in tops), "")
