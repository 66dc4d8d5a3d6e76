"""Rows of a table, wherever they stood, become what a file says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from glossary.domain import TEXT_FIELDS, Case, CaseAnswer, Definition, Draft, Partner, Term
from glossary.formats.cell_texts import answer_of, is_shared, plain_value, split_lines, split_names
from glossary.formats.headers import FIRST, Columns, header_at, needed, places
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.workflow.incoming import Answered, Incoming, LeftOut, Place, Row
from glossary.workflow.naming import fold, listed, quote

_NAMED = 8
# A table that asks: what nobody filled in is no mistake in it.
_ASKS = ("why", "questions", "case", "kind")
_OF_TERMS = ("variants", "translation", "why", "questions", "case")
_SAID = tuple(field for field in TEXT_FIELDS if field != "meaning")


class Record(NamedTuple):
    """A row of a file: where it begins, and its cells."""

    place: Place
    cells: Sequence[str]


def read_records(
    records: Sequence[Record], columns: Columns, name: str, *, loose: bool = False
) -> Incoming:
    """What the rows of a table with a header say; `name` is what sentences call the file.

    Of a `loose` table a row is read although something stands beside the columns of the header:
    that alone is left out. Raises UnreadableError where a column is missing.
    """
    top = header_at([cells for _place, cells in records[:FIRST]], columns)
    header = records[top].cells
    where = places(header, columns, name)
    reader = _Reader(header, where, columns, loose=loose)
    for record in records[top + 1 :]:
        reader.read(record)
    above = [" ".join(filter(None, cells)) for _place, cells in records[:top]]
    unused = [one for at, one in enumerate(header) if one.strip() and at not in where.values()]
    return reader.incoming(tuple(_passed_over(above, unused)))


class _Reader:
    def __init__(
        self, header: Sequence[str], where: Mapping[str, int], columns: Columns, *, loose: bool
    ) -> None:
        self._where = where
        self._width = len(header)
        self._of_partner = columns.of_partner
        self._loose = loose
        self._last = max(where[role] for role in needed(where, columns))
        self._asks = loose or any(role in where for role in _ASKS)
        self._tags = any(cell.casefold().startswith("nlsbb") for cell in header)
        self._rows: list[Row] = []
        self._left_out: list[LeftOut] = []
        self._answers: list[Answered] = []
        self._terms: dict[str, Term] = {}
        self._partners: dict[str, Partner] = {}
        self._wordings: dict[str, Draft] = {}
        self._unfilled = 0
        if columns.of_partner:
            self._welcome(columns.of_partner)

    def read(self, record: Record) -> None:
        """Take over what a row says."""
        place, cells = record
        if self._width < len(cells) and any(cell.strip() for cell in cells[self._width :]):
            self._beside(place, cells)
            if not self._loose:
                return
        elif len(cells) <= self._last and not self._asks:
            self._left_out.append(LeftOut(place, self._misfit(len(cells)), tuple(cells)))
            return
        told = {role: self._cell(cells, at) for role, at in self._where.items()}
        if self._of_partner:
            told["partner"] = self._of_partner
        if any(text.strip() for role, text in told.items() if role != "partner" or self._asks):
            self._take(place, told)
        elif not self._asks:
            self._rows.append(_row(place, told))

    def incoming(self, remarks: tuple[str, ...]) -> Incoming:
        """Everything that was read."""
        if self._unfilled:
            remarks += (
                ngettext(
                    "{n} row without a definition was passed over.",
                    "{n} rows without a definition were passed over.",
                    self._unfilled,
                ).format(n=self._unfilled),
            )
        return Incoming(
            tuple(self._rows),
            tuple(self._left_out),
            remarks,
            tuple(self._terms.values()),
            tuple(self._partners.values()),
            self._wordings,
            answers=tuple(self._answers),
        )

    def _take(self, place: Place, told: Mapping[str, str]) -> None:
        if told["term"].strip() and any(told.get(role, "").strip() for role in _OF_TERMS):
            self._tell(told)
        if is_shared(told.get("kind", "")):
            self._propose(place, told)
        elif told.get("case", "").strip():
            self._answer(place, told)
        elif self._asks and not _says(told):
            self._ask(told)
        else:
            self._rows.append(_row(place, told))

    def _tell(self, told: Mapping[str, str]) -> None:
        key, case = fold(told["term"]), told.get("case", "")
        term = self._terms.setdefault(key, Term("", told["term"]))
        if case.strip() and fold(case) not in {fold(one.text) for one in term.cases}:
            term = replace(term, cases=(*term.cases, Case("", case)))
        self._terms[key] = replace(
            term,
            variants=term.variants or split_names(told.get("variants", "")),
            translation=term.translation or told.get("translation", ""),
            why=term.why or told.get("why", ""),
            questions=term.questions or split_lines(told.get("questions", "")),
        )

    def _propose(self, place: Place, told: Mapping[str, str]) -> None:
        """A shared wording, or what it says of a boundary case."""
        draft = self._wordings.get(told["term"], Draft())
        if told.get("case", "").strip():
            answer = self._answer_in(place, told)
            if answer is not None:
                draft = replace(draft, cases={**draft.cases, told["case"]: answer})
        elif not draft.wording:
            texts = (told.get(role, "") for role in ("definition", "example", "counterexample"))
            wording, example, counterexample = texts
            draft = Draft(wording, example, counterexample, draft.cases)
        self._wordings[told["term"]] = draft

    def _ask(self, told: Mapping[str, str]) -> None:
        """A row in which nobody said anything: its word and organisation are known all the same."""
        if told["term"].strip():
            self._terms.setdefault(fold(told["term"]), Term("", told["term"]))
        if told["partner"].strip():
            self._welcome(told["partner"])
            self._unfilled += bool(told["term"].strip())

    def _answer(self, place: Place, told: Mapping[str, str]) -> None:
        answer = self._answer_in(place, told)
        if answer is not None:
            given = Answered(place, told["term"], told["partner"], told["case"], answer)
            self._answers.append(given)

    def _answer_in(self, place: Place, told: Mapping[str, str]) -> CaseAnswer | None:
        given = told.get("answer", "").strip()
        answer = answer_of(given)
        if given and answer is None:
            reason = _("{answer} is no answer to a boundary case: write yes, no or depends.")
            cells = (told["term"], told["case"], told["partner"])
            self._left_out.append(LeftOut(place, reason.format(answer=quote(given)), cells))
        return answer

    def _welcome(self, name: str) -> None:
        self._partners.setdefault(fold(name), Partner("", name))

    def _cell(self, cells: Sequence[str], at: int) -> str:
        text = cells[at] if at < len(cells) else ""
        return plain_value(text) if self._tags else text

    def _beside(self, place: Place, cells: Sequence[str]) -> None:
        if self._loose:
            extra = tuple(cell for cell in cells[self._width :] if cell.strip())
            reason = _("This stands beside the columns of the table, and is not read.")
            self._left_out.append(LeftOut(place, reason, extra))
        else:
            self._left_out.append(LeftOut(place, self._misfit(len(cells)), tuple(cells)))

    def _misfit(self, found: int) -> str:
        return ngettext(
            "The row has {found} value where the header has {expected} columns.",
            "The row has {found} values where the header has {expected} columns.",
            found,
        ).format(found=found, expected=self._width)


def _row(place: Place, told: Mapping[str, str]) -> Row:
    said: dict[str, Any] = {field: told[field] for field in _SAID if field in told}
    return Row(place, told["term"], told["partner"], Definition(told["definition"], **said))


def _says(told: Mapping[str, str]) -> bool:
    return any(told.get(field, "").strip() for field in ("definition", *_SAID))


def _passed_over(above: Sequence[str], unused: Sequence[str]) -> Iterator[str]:
    """What of the file is not read: what stands above its header, and columns of no use here."""
    if above:
        yield _("Passed over above the header: {lines}.").format(lines=listed(above, _NAMED))
    if unused:
        yield _("Columns that are not used: {columns}.").format(columns=listed(unused, _NAMED))
