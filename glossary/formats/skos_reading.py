"""Concept schemes as what organisations mean; a file of ours as the set that it was made of."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rdflib import DCTERMS, RDFS, SKOS, URIRef

from glossary.domain import Definition, Draft, Partner, Term, UnreadableError, one_line
from glossary.formats.headers import Columns
from glossary.formats.rdf import UNKNOWN
from glossary.formats.rdf_reading import graph_of
from glossary.formats.skos_sides import Sides
from glossary.formats.skos_words import NEW_NAME, ORGANISATION, SHARED, WORD, headings
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.workflow.incoming import Incoming, LeftOut, Place, Row
from glossary.workflow.naming import listed

if TYPE_CHECKING:
    from rdflib.term import Node

_NAMED = 8
# "Begrippenkader van …": the rest of a title is nearer to a name.
_KIND = re.compile(
    r"(begrippenkader|thesaurus|glossary|vocabulary)( van| of)?( de| het| the)? ", re.I
)
_LONGEST = 120

# What is told of concepts, in the order in which it is told.
_EXTRA_LABELS: Final = mark(
    "More than one preferred label; the first is the word and the others are variants ({n}): "
    "{names}."
)
_BY_NOTE: Final = mark("Without a definition; the explanation stands for it ({n}): {names}.")
_NO_MEANING: Final = mark("Without a definition, so only the word comes along ({n}): {names}.")
_NOT_TAKEN: Final = mark(
    "Explanations beside a definition (skos:scopeNote, rdfs:comment) do not come along ({n}): "
    "{names}."
)
_REMARKS = (_EXTRA_LABELS, _BY_NOTE, _NO_MEANING, _NOT_TAKEN)


def read_skos(path: Path, columns: Columns) -> Incoming:
    """What a file or a folder holds. Raises UnreadableError."""
    sides = Sides(graph_of(path), columns.language)
    return _Reader(sides, one_line(str(path)), columns.of_partner or "").read()


class _Reader:
    def __init__(self, sides: Sides, name: str, partner: str) -> None:
        self._sides = sides
        self._name = name
        self._given = partner
        self._headings = headings()
        self._told: dict[str, list[str]] = {each: [] for each in _REMARKS}
        self._left_out: list[LeftOut] = []
        self._titled: dict[str, None] = {}
        self._group = [one for one in sides.schemes if self._is(one, SHARED)]
        self._words = [*sides.graph.subjects(DCTERMS.type, URIRef(WORD))]

    def read(self) -> Incoming:
        ours = {*self._words, *self._sides.graph.subjects(DCTERMS.type, URIRef(NEW_NAME))}
        concepts = [one for one in self._sides.concepts if one not in ours]
        if not concepts and not self._group:
            raise UnreadableError(
                _("{file} holds no concepts (skos:Concept).").format(file=self._name)
            )
        terms: list[Term] = []
        rows: list[Row] = []
        for number, concept in enumerate(concepts):
            term = self._term(concept, number)
            if term is not None:
                # What a word of a set is called is told by the word itself.
                terms += () if self._words else (term,)
                rows += self._rows(concept, term.label, number)
        described = (self._term(one, number) for number, one in enumerate(self._words))
        terms += [one for one in described if one is not None]
        title, about = self._about()
        return Incoming(
            tuple(rows),
            tuple(self._left_out),
            tuple(self._remarks()),
            tuple(terms),
            tuple(self._partners()),
            self._wordings(),
            title,
            "" if self._sides.language == UNKNOWN else self._sides.language,
            about,
        )

    def _term(self, subject: "Node", number: int) -> Term | None:
        """What a concept is called; its explanations too where it is a word of a set."""
        ours, others = self._sides.labels(subject)
        if not ours:
            reason = _("It has no preferred label (skos:prefLabel).")
            self._left_out.append(LeftOut(_place(subject, number), reason))
            return None
        label, *more = ours
        if more:
            self._told[_EXTRA_LABELS].append(label)
        variants = dict.fromkeys([*more, *self._variants(subject)])
        return Term(
            "",
            label,
            tuple(one for one in variants if one != label),
            next(iter(others), ""),
            why=self._noted(subject).get("why", "") if self._is(subject, WORD) else "",
        )

    def _variants(self, subject: "Node") -> list[str]:
        """Other labels, in the language: a variant in another one is no variant."""
        found = self._sides.literals(subject, SKOS.altLabel, SKOS.hiddenLabel)
        return [str(one) for one in found if self._sides.is_ours(one)]

    def _rows(self, concept: "Node", label: str, number: int) -> Iterator[Row]:
        meanings = self._meanings(concept, label)
        noted = self._noted(concept)
        example = "\n".join(self._sides.texts(concept, SKOS.example))
        source = self._sides.source(concept)
        schemes = self._sides.schemes_of(concept)
        for partner in dict.fromkeys(map(self._partner, schemes or [concept])):
            for meaning in meanings:
                definition = Definition(
                    meaning,
                    noted.get("belief", ""),
                    noted.get("interest", ""),
                    example,
                    noted.get("counterexample", ""),
                    noted.get("as_partner", ""),
                    source=source,
                )
                yield Row(_place(concept, number), label, partner, definition)

    def _meanings(self, concept: "Node", label: str) -> list[str]:
        """The definitions; where there is none the explanations, as one."""
        found = self._sides.texts(concept, SKOS.definition)
        comments = self._sides.texts(concept, RDFS.comment)
        explained = [*self._plain_notes(concept), *comments]
        if not found and explained:
            self._told[_BY_NOTE].append(label)
            return ["\n\n".join(explained)]
        if not found:
            self._told[_NO_MEANING].append(label)
        elif explained:
            self._told[_NOT_TAKEN].append(label)
        return found

    def _plain_notes(self, subject: "Node") -> list[str]:
        notes = self._sides.texts(subject, SKOS.scopeNote, SKOS.note)
        return [one for one in notes if not one.startswith(tuple(self._headings))]

    def _noted(self, subject: "Node") -> dict[str, str]:
        """Notes with one of our headings, by field."""
        found: dict[str, str] = {}
        for note in self._sides.texts(subject, SKOS.scopeNote):
            for heading, field in self._headings.items():
                if note.startswith(heading):
                    found.setdefault(field, note.removeprefix(heading))
        return found

    def _partner(self, scheme: "Node") -> str:
        """Whose words a scheme holds.

        Raises UnreadableError where neither the file tells nor the reader was told.
        """
        title = self._sides.title(scheme) if scheme in self._sides.schemes else ""
        if title and self._is(scheme, ORGANISATION):
            return title
        if self._given:
            return self._given
        if scheme in self._sides.schemes and (who := self._sides.organisation(scheme)):
            return who
        if title:
            self._titled[title] = None
            return _KIND.sub("", title) or title
        raise UnreadableError(
            _("{file} does not tell whose words it holds: say so with {option}.").format(
                file=self._name, option="--of"
            )
        )

    def _partners(self) -> Iterator[Partner]:
        """The organisations of a set, also those that said nothing."""
        for scheme in self._sides.schemes:
            if self._is(scheme, ORGANISATION) and (title := self._sides.title(scheme)):
                short = next(iter(self._sides.texts(scheme, DCTERMS.alternative)), "")
                yield Partner("", title, short)

    def _wordings(self) -> dict[str, Draft]:
        found = {}
        for word in self._words:
            label = next(iter(self._sides.labels(word)[0]), "")
            named = [*self._sides.graph.objects(word, DCTERMS.isReplacedBy)]
            for concept in (word, *named):
                wording = next(iter(self._sides.texts(concept, SKOS.definition)), "")
                if wording and label:
                    example = "\n".join(self._sides.texts(concept, SKOS.example))
                    counter = self._noted(concept).get("counterexample", "")
                    found[label] = Draft(wording, example, counter)
        return found

    def _about(self) -> tuple[str, str]:
        schemes = self._group or [*self._sides.schemes]
        if len(schemes) != 1:
            return "", ""
        about = self._sides.texts(schemes[0], RDFS.comment, DCTERMS.description)
        return self._sides.title(schemes[0]), "\n\n".join(about)

    def _remarks(self) -> Iterator[str]:
        if self._titled:
            yield _(
                "The file names no organisation, so the title of its scheme stands for one: "
                "{names}. Say who it is with {option}."
            ).format(names=listed(self._titled, _NAMED), option="--of")
        for sentence, names in self._told.items():
            if names:
                yield _(sentence).format(n=len(names), names=listed(names, _NAMED))
        languages = sorted(filter(None, self._sides.passed_over))
        if languages:
            yield _(
                "Texts in another language than {language} do not come along ({languages}); "
                "choose with {option}."
            ).format(
                language=self._sides.language,
                languages=", ".join(languages),
                option="--language",
            )

    def _is(self, subject: "Node", kind: str) -> bool:
        return (subject, DCTERMS.type, URIRef(kind)) in self._sides.graph


def _place(subject: "Node", number: int) -> Place:
    iri = one_line(str(subject))
    shown = iri if len(iri) <= _LONGEST else f"…{iri[1 - _LONGEST :]}"
    return Place(number + 1, _("concept {address}").format(address=shown))
