"""Small questions to a graph of concepts: texts in a language, names, sources, schemes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rdflib import DC, DCTERMS, FOAF, RDF, RDFS, SKOS, Literal, URIRef

from glossary.formats.rdf_reading import HERE

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_TITLES = (DCTERMS.title, DC.title, SKOS.prefLabel, RDFS.label)
_WHO = (DCTERMS.creator, DC.creator, DCTERMS.publisher, DC.publisher)
_NAMES = (FOAF.name, *_TITLES)
_SOURCES = (DCTERMS.source, DC.source)
_CITED = (*_TITLES, DCTERMS.bibliographicCitation)
_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


class Sides:
    """A graph, asked in one language."""

    def __init__(self, graph: "Graph", language: str | None) -> None:
        self.graph = graph
        self.schemes = dict.fromkeys(self._schemes())
        self.concepts = [*dict.fromkeys(self._concepts())]
        self.language = language or self._usual_language()
        self.passed_over: set[str] = set()

    def _schemes(self) -> "Iterator[Node]":
        yield from self.graph.subjects(RDF.type, SKOS.ConceptScheme)
        for predicate in (SKOS.inScheme, SKOS.topConceptOf):
            yield from self.graph.objects(None, predicate)

    def _concepts(self) -> "Iterator[Node]":
        """What is said to be a concept, or stands in a scheme and is nothing else."""
        yield from self.graph.subjects(RDF.type, SKOS.Concept)
        for each in self.graph.subjects(SKOS.inScheme, None):
            if (each, RDF.type, None) not in self.graph:
                yield each

    def schemes_of(self, concept: "Node") -> "list[Node]":
        """Where a concept belongs; to the only scheme where it does not say so."""
        told = [
            *self.graph.objects(concept, SKOS.inScheme),
            *self.graph.objects(concept, SKOS.topConceptOf),
            *self.graph.subjects(SKOS.hasTopConcept, concept),
        ]
        return [*dict.fromkeys(told)] or [*(self.schemes if len(self.schemes) == 1 else ())]

    def literals(self, subject: "Node", *predicates: URIRef) -> list[Literal]:
        """Texts in every language, in the order of the file."""
        found = (one for each in predicates for one in self.graph.objects(subject, each))
        return [one for one in found if isinstance(one, Literal) and one.strip()]

    def texts(self, subject: "Node", *predicates: URIRef) -> list[str]:
        """Texts in the language, or in none; in another one where there are no others."""
        found = self.literals(subject, *predicates)
        ours = [one for one in found if self.is_ours(one)]
        if not ours and found:
            ours = [one for one in found if one.language == found[0].language]
        kept = dict.fromkeys(ours)
        self.passed_over.update(one.language or "" for one in found if one not in kept)
        return [*dict.fromkeys(str(one) for one in ours)]

    def labels(self, concept: "Node") -> tuple[list[str], list[str]]:
        """What a concept is called in the language, and in others; the first has one if any has."""
        found = self.literals(concept, SKOS.prefLabel) or self.literals(concept, RDFS.label)
        ours = [*dict.fromkeys(str(one) for one in found if self.is_ours(one))]
        others = [*dict.fromkeys(str(one) for one in found if not self.is_ours(one))]
        if not ours:
            ours, others = others[:1], others[1:]
        return ours, others

    def is_ours(self, text: Literal) -> bool:
        """Whether a text is in the language; nl-BE is nl."""
        return not text.language or _primary(text.language) == _primary(self.language)

    def title(self, subject: "Node") -> str:
        """What a scheme or a document is called."""
        return next(iter(self.texts(subject, *_TITLES)), "")

    def organisation(self, scheme: "Node") -> str:
        """Who made a scheme, by name; empty where it does not tell."""
        for predicate in _WHO:
            for who in self.graph.objects(scheme, predicate):
                names = [str(who)] if isinstance(who, Literal) else self.texts(who, *_NAMES)
                if names and names[0].strip():
                    return names[0]
        return ""

    def source(self, concept: "Node") -> str:
        """What a concept is taken from, as people cite it."""
        found = (one for each in _SOURCES for one in self.graph.objects(concept, each))
        return "; ".join(dict.fromkeys(filter(None, map(self._cited, found))))

    def _cited(self, source: "Node") -> str:
        if isinstance(source, Literal):
            return str(source).strip()
        named = next(iter(self.texts(source, *_CITED)), "")
        pages = [str(one) for one in self.graph.objects(source, FOAF.page)]
        if not named and not pages and isinstance(source, URIRef):
            pages = [str(source).removeprefix(HERE)]
        return " ".join(filter(None, (named, *pages)))

    def _usual_language(self) -> str:
        """What a scheme says, or the titles alone, or most texts; "" where none has any."""
        for scheme in self.schemes:
            for told in self.literals(scheme, DCTERMS.language, DC.language):
                if _CODE.fullmatch(str(told)):
                    return str(told)
        titled = {
            _primary(one.language)
            for scheme in self.schemes
            for one in self.literals(scheme, *_TITLES)
            if one.language
        }
        if len(titled) == 1:
            return titled.pop()
        texts = (
            one.language
            for concept in self.concepts
            for one in self.literals(concept, SKOS.prefLabel, SKOS.definition)
        )
        return _most(_primary(one) for one in texts if one)


def _primary(language: str) -> str:
    return language.lower().split("-")[0]


def _most(languages: Iterable[str]) -> str:
    counted = Counter(languages).most_common(1)
    return counted[0][0] if counted else ""
