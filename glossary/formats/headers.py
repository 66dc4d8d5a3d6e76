"""The header of a table: in which row it stands, and which column is which."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from glossary.domain import UnreadableError
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.workflow.naming import did_you_mean, listed, quote

# How headers name a column, in Dutch and English; the first that is there is used.
HEADERS: Mapping[str, str] = {
    "term": "term begrip woord word concept label terms termen begrippen voorkeursterm "
    "nlsbbvoorkeursterm",
    "definition": "definition definitie betekenis meaning omschrijving description beschrijving "
    "def omschr bet nlsbbdefinitie",
    "partner": "partner organisation organization organisatie organisation_or_glossary "
    "organisation_name organization_name organisatienaam naam_organisatie instantie "
    "organisaties organisations organizations org partij in_kader nlsbbinkader",
    "source": "source bron source_ref reference herkomst bronvermelding ref heeft_bron "
    "nlsbbheeftbron",
    "example": "example voorbeeld examples voorbeelden nlsbbvoorbeeld",
    "counterexample": "counterexample counter_example tegenvoorbeeld",
    "belief": "belief overtuiging",
    "interest": "interest belang",
    "as_partner": "as_partner as_a_partner als_partner",
    "variants": "variants varianten synonyms synoniemen alternatieve_term nlsbbalternatieveterm",
    "translation": "translation vertaling",
    "why": "why_this_word_is_loaded waarom_dit_woord_geladen_is why waarom",
    "questions": "questions vragen",
    "case": "boundary_case grensgeval",
    "answer": "answer antwoord",
    "kind": "kind_of_row soort_regel",
}
_ROLES: Mapping[str, str] = {
    "term": mark("the term"),
    "definition": mark("the definition"),
    "partner": mark("the organisation"),
}
_GIVEN = ("term", "definition", "partner", "source")

# Titles, dates and empty lines stand above it, and no more of them than this.
FIRST = 20
_NAMED = 20
# "Org." and "Definitie (NL)": what stands beside the word itself.
_ASIDE = re.compile(r"\([^)]*\)|[.:*?]")


@dataclass(frozen=True, slots=True)
class Columns:
    """What a reader is told: headers by role, and how the file is written.

    What is None is found out from the file. `of_partner` names the organisation whose words the
    whole file holds, and `language` is the one that is wanted where it holds several.
    """

    term: str | None = None
    definition: str | None = None
    partner: str | None = None
    source: str | None = None
    delimiter: str | None = None
    encoding: str | None = None
    of_partner: str | None = None
    language: str | None = None


class MissingColumnsError(UnreadableError):
    """A table without columns that it needs; `guesses` says which they may be, by role.

    Empty where there are too few columns to guess from.
    """

    def __init__(self, sentence: str, guesses: Mapping[str, str]) -> None:
        super().__init__(sentence)
        self.guesses = guesses


def header_at(rows: Sequence[Sequence[str]], columns: Columns) -> int:
    """Which of the first rows is the header: the one that names the most of what is needed.

    Where none names anything it is the first with the most cells: a title has one.
    """
    ranks = [(len(_found(row, columns)), _filled(row)) for row in rows[:FIRST]]
    most = max((named for named, _cells in ranks), default=0)
    if most:
        return next(at for at, (named, _cells) in enumerate(ranks) if named == most)
    return ranks.index(max(ranks)) if ranks else 0


def fitness(rows: Sequence[Sequence[str]], columns: Columns) -> tuple[int, int]:
    """How well rows that were cut in some way make a table; the most is the best."""
    header = rows[header_at(rows, columns)] if rows else ()
    return len(_found(header, columns)), len(header)


def places(header: Sequence[str], columns: Columns, name: str) -> dict[str, int]:
    """Where each role stands in the header of the file that sentences call `name`.

    Raises UnreadableError where a column that was given is not there, MissingColumnsError where
    needed ones are not.
    """
    found = _found(header, columns)
    for role in _GIVEN:
        given: str | None = getattr(columns, role)
        if given is not None and role not in found:
            raise UnreadableError(_not_there(given, header, name))
    missing = [role for role in needed(found, columns) if role not in found]
    if missing:
        raise _missing(missing, header, found, name)
    return found


def needed(found: Mapping[str, int], columns: Columns) -> list[str]:
    """The roles without which a table says nothing; answers to cases need no definitions."""
    answers = "case" in found and "answer" in found
    roles = ["term"] if answers else ["term", "definition"]
    return roles if columns.of_partner else [*roles, "partner"]


def names(role: str, header: str) -> bool:
    """Whether a header is one of the usual ones for a role."""
    usual = HEADERS[role].split()
    return _fold(header) in usual or _bare(header) in usual


def _found(header: Sequence[str], columns: Columns) -> dict[str, int]:
    exact, bare = [_fold(cell) for cell in header], [_bare(cell) for cell in header]
    found: dict[str, int] = {}
    for role, usual in HEADERS.items():
        if role == "partner" and columns.of_partner:
            continue
        given: str | None = getattr(columns, role, None)
        taken = set(found.values())
        if given is not None:
            place = _first(exact, (_fold(given),), taken)
        else:
            place = _first(exact, usual.split(), taken)
            place = _first(bare, usual.split(), taken) if place is None else place
        if place is not None:
            found[role] = place
    return found


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _first(names: Sequence[str], wanted: Iterable[str], taken: set[int]) -> int | None:
    found = (
        place
        for each in wanted
        for place, name in enumerate(names)
        if name == each and place not in taken
    )
    return next(found, None)


def _bare(header: str) -> str:
    return _fold(_ASIDE.sub("", header))


def _fold(header: str) -> str:
    words = unicodedata.normalize("NFKC", header).casefold().replace("-", " ").replace("_", " ")
    return "_".join(words.split())


def _missing(
    missing: Sequence[str], header: Sequence[str], found: Mapping[str, int], name: str
) -> MissingColumnsError:
    roles = ", ".join(_(_ROLES[role]) for role in missing)
    told = _("{file} has no column for {roles}. Its columns are {columns}.").format(
        file=name, roles=roles, columns=listed(header, _NAMED)
    )
    if "partner" in missing:
        whose = _("Is the whole file of one organisation, then name it with --of.")
        told = f"{told} {whose}"
    free = [cell for at, cell in enumerate(header) if cell.strip() and at not in found.values()]
    if len(free) < len(missing):
        add = _("Add what is missing to the table, with a header above it.")
        return MissingColumnsError(f"{told} {add}", {})
    return MissingColumnsError(told, dict(zip(missing, free, strict=False)))


def _not_there(given: str, header: Sequence[str], name: str) -> str:
    told = _("{file} has no column {column}. Its columns are {columns}.").format(
        file=name, column=quote(given), columns=listed(header, _NAMED)
    )
    return f"{told} {did_you_mean(given, header)}".rstrip()
