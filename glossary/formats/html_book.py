"""A set as the parts of an HTML export read it: worked out once, in the language of its words."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from glossary.domain import Partner, Term, TermSet, one_line
from glossary.domain.visibility import is_blind, seats
from glossary.formats.contract import Request
from glossary.formats.html_text import Html, line, tag, together
from glossary.locale import language
from glossary.workflow.overview import LaidOut, TermRow, laid_out
from glossary.workflow.side_by_side import SideBySide

# What a browser takes for a language; a set may say anything.
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
MOST_NAMES = 20


@dataclass(frozen=True, slots=True)
class Book:
    """The set, and for each term its row and what was found between its definitions.

    `speakers` are the partners that said what they mean, by term; `touched` the terms of which
    more is known than that. `called` are names by partner id. `lang` is the language of
    what people typed, None where that is the language of the program.
    """

    termset: TermSet
    today: dt.date
    laid: Mapping[str, LaidOut]
    speakers: Mapping[str, tuple[Partner, ...]]
    touched: Collection[str]
    called: Mapping[str, str]
    lang: str | None

    def row(self, term: Term) -> TermRow:
        """Status and coverage of a term."""
        return self.laid[term.id].row

    def beside(self, term: Term) -> SideBySide:
        """Marks, lenses and nearness of a term; nothing before its reveal."""
        return SideBySide() if self.is_blind(term) else self.laid[term.id].beside

    def is_blind(self, term: Term) -> bool:
        """Whether nothing may be told but who has answered."""
        return is_blind(self.termset, term.id)

    def said(self, term: Term) -> tuple[Partner, ...]:
        """Who said what they mean, in the order of their turns once that is fixed."""
        found = self.speakers.get(term.id, ())
        if not self.termset.agreement(term.id).order:
            return found
        known = {one.id: one for one in found}
        return tuple(known[key] for key in seats(self.termset, term.id) if key in known)

    def name(self, key: str) -> Html:
        """A partner's name, or its id where it left."""
        partner = self.termset.partners.get(key)
        return line(partner.name if partner else key)

    def names(self, keys: Collection[str]) -> Html:
        """Names in a row, with all of them named."""
        return together(*map(self.name, keys), between=", ")

    def words(self, text: str, name: str = "span") -> Html:
        """What people typed, with its lines as they are."""
        return tag(name, text.strip(), class_="typed", lang=self.lang)

    def label(self, term: Term, name: str = "span") -> Html:
        """What a term is called."""
        return tag(name, line(term.label), lang=self.lang)


def anchor(term: Term) -> str:
    """Where a term stands in the document."""
    return f"t-{term.id}"


def lang_of(termset: TermSet) -> str | None:
    """The language of what people typed, for a browser; None where that is the reader's own."""
    told = termset.language if _LANGUAGE.fullmatch(termset.language) else ""
    return told if told != language() else None


def book(termset: TermSet, request: Request) -> Book:
    """Work out what the whole document needs."""
    speakers: defaultdict[str, list[Partner]] = defaultdict(list)
    touched = set(termset.agreements)
    for partner in termset.partners.values():
        for term, definition in partner.definitions.items():
            if definition.meaning.strip():
                speakers[term].append(partner)
        touched.update(partner.positions, (one.term for one in partner.past_positions))
    return Book(
        termset,
        request.today,
        laid_out(termset, request.today, request.memory),
        {term: tuple(found) for term, found in speakers.items()},
        touched,
        {key: one_line(one.name) for key, one in termset.partners.items()},
        lang_of(termset),
    )
