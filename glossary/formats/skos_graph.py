"""A set as SKOS, in the shape that NL-SBB asks: a scheme per organisation and one of the group.

A word with a shared wording is a concept. Without one it is a collection of what partners mean
by it: the same word is no sign of the same meaning.
"""

from collections.abc import Iterator

from glossary.domain import OutcomeKind, Partner, Term, TermSet, one_line
from glossary.domain.visibility import is_blind
from glossary.formats.contract import Request
from glossary.formats.rdf import Day, Iri, Node, Text, Value, base_of, tag_of
from glossary.formats.skos_matches import INVERSE, match_to, matches_between
from glossary.formats.skos_notes import differences, history, status_iri, warnings
from glossary.formats.skos_words import (
    NEW_NAME,
    NOTED,
    ORGANISATION,
    SHARED,
    WORD,
    headed,
    other_language,
)
from glossary.locale import LANGUAGES, speaking
from glossary.locale import gettext as _
from glossary.locale import language as spoken
from glossary.workflow.leaving_out import missing

_Facts = Iterator[tuple[str, Value]]


def skos_graph(termset: TermSet, request: Request) -> list[Node]:
    """Schemes first, then term by term. Sentences are in the language of the set if we speak it.

    Raises RefusedError where the base is none.
    """
    base = base_of(request.base, termset.id)
    with speaking(termset.language):
        return list(_Writer(termset, base, request).nodes())


class _Writer:
    def __init__(self, termset: TermSet, base: str, request: Request) -> None:
        self._termset = termset
        self._today = request.today
        self._left_out = request.left_out
        self._base = base
        self._tag = tag_of(termset.language)
        primary = self._tag.lower().split("-")[0]
        # A sentence of ours in a language that we do not speak is in the one that we fell back on.
        self._ours = self._tag if primary in LANGUAGES else spoken()

    def nodes(self) -> Iterator[Node]:
        yield self._shared()
        for partner in self._termset.partners.values():
            yield self._organisation(partner)
        for term in self._termset.terms.values():
            yield from self._word(term)

    def _shared(self) -> Node:
        return self._scheme(
            f"{self._base}shared",
            ("dct:title", self._text(self._termset.title)),
            *self._filled("rdfs:comment", self._termset.vocabulary.about),
            *self._missing(),
            ("dct:language", Text(self._tag)),
            ("dct:type", Iri(SHARED)),
        )

    def _missing(self) -> _Facts:
        """What is not in here because files could not be read."""
        for one in self._left_out:
            told = _("Incomplete: {missing}").format(missing=one_line(missing(one)))
            yield "skos:editorialNote", Text(told, self._ours)

    def _organisation(self, partner: Partner) -> Node:
        return self._scheme(
            self._home(partner),
            ("dct:title", self._text(partner.name)),
            *self._filled("dct:alternative", partner.short),
            ("dct:type", Iri(ORGANISATION)),
        )

    def _scheme(self, iri: str, *facts: tuple[str, Value]) -> Node:
        return Node(iri, "skos:ConceptScheme", facts)

    def _word(self, term: Term) -> Iterator[Node]:
        said = self._said(term)
        yield Node(self._iri(term), self._kind(term), (*self._facts(term, said),))
        yield from self._renamed(term, said)
        between = matches_between(self._termset, term.id)
        for partner in said:
            yield from self._meaning(term, partner, said, between.get(partner.id, {}))

    def _said(self, term: Term) -> list[Partner]:
        """Whose meaning may be shown."""
        if is_blind(self._termset, term.id):
            return []
        partners = self._termset.partners.values()
        return [one for one in partners if one.meaning_of(term.id).strip()]

    def _kind(self, term: Term) -> str:
        return "skos:Concept" if self._has_wording(term) else "skos:Collection"

    def _has_wording(self, term: Term) -> bool:
        """Whether the word itself has a shared meaning; that of a new name goes with that name."""
        return bool(self._draft(term)) and not self._is_renamed(term)

    def _draft(self, term: Term) -> str:
        return self._termset.agreement(term.id).draft.wording.strip()

    def _is_renamed(self, term: Term) -> bool:
        outcome = self._termset.agreement(term.id).outcome
        return outcome is not None and outcome.kind is OutcomeKind.RENAMED and bool(outcome.name)

    def _facts(self, term: Term, said: list[Partner]) -> _Facts:
        yield "skos:prefLabel", self._text(term.label)
        if term.translation.strip():
            other = other_language(self._tag)
            yield "skos:prefLabel", Text(term.translation, other)
        for variant in dict.fromkeys(term.variants):
            if variant != term.label:
                yield "skos:altLabel", self._text(variant)
        yield from self._noted("why", term.why)
        if self._has_wording(term):
            yield from self._wording(term)
        else:
            yield "skos:inScheme", Iri(f"{self._base}shared")
            yield from (("skos:member", Iri(self._iri(term, one))) for one in said)
        yield "dct:type", Iri(WORD)
        if self._is_renamed(term):
            yield "dct:isReplacedBy", Iri(self._new_iri(term))
        if self._has_wording(term):
            yield from self._matches(term, said)
        yield from self._course(term)

    def _wording(self, term: Term) -> _Facts:
        draft = self._termset.agreement(term.id).draft
        yield "skos:definition", self._text(draft.wording)
        yield from self._filled("skos:example", draft.example)
        yield from self._noted("counterexample", draft.counterexample)
        yield "skos:inScheme", Iri(f"{self._base}shared")
        yield "skos:topConceptOf", Iri(f"{self._base}shared")
        yield "adms:status", Iri(status_iri(self._termset, term.id, self._today))

    def _matches(self, term: Term, said: list[Partner]) -> _Facts:
        for one in said:
            yield match_to(self._termset, term.id, one), Iri(self._iri(term, one))

    def _course(self, term: Term) -> _Facts:
        if is_blind(self._termset, term.id):
            return
        for name, told in (
            ("skos:scopeNote", differences(self._termset, term.id)),
            ("skos:historyNote", history(self._termset, term.id)),
            ("skos:editorialNote", warnings(self._termset, term.id, self._today)),
        ):
            yield from ((name, Text(one, self._ours)) for one in told)

    def _renamed(self, term: Term, said: list[Partner]) -> Iterator[Node]:
        """The new name of a word: a concept of its own where it has a wording."""
        outcome = self._termset.agreement(term.id).outcome
        if outcome is None or not self._is_renamed(term):
            return
        has_wording = bool(self._draft(term))
        facts: list[tuple[str, Value]] = [("skos:prefLabel", self._text(outcome.name))]
        if has_wording:
            facts += [*self._wording(term), *self._matches(term, said)]
        else:
            facts.append(("skos:inScheme", Iri(f"{self._base}shared")))
        facts += [("dct:type", Iri(NEW_NAME)), ("dct:replaces", Iri(self._iri(term)))]
        kind = "skos:Concept" if has_wording else "skos:Collection"
        yield Node(self._new_iri(term), kind, tuple(facts))

    def _meaning(
        self,
        term: Term,
        partner: Partner,
        said: list[Partner],
        between: dict[str, str],
    ) -> Iterator[Node]:
        definition = partner.definitions[term.id]
        iri = self._iri(term, partner)
        facts: list[tuple[str, Value]] = [
            ("skos:prefLabel", self._text(term.label)),
            ("skos:definition", self._text(definition.meaning)),
            *self._filled("skos:example", definition.example),
        ]
        for field in NOTED:
            facts += self._noted(field, getattr(definition, field))
        if definition.source.strip():
            facts.append(("dct:source", Iri(f"{iri}/source")))
        facts += [
            ("skos:inScheme", Iri(self._home(partner))),
            ("skos:topConceptOf", Iri(self._home(partner))),
        ]
        if self._draft(term):
            match = INVERSE[match_to(self._termset, term.id, partner)]
            shared = self._new_iri(term) if self._is_renamed(term) else self._iri(term)
            facts.append((match, Iri(shared)))
        for other in said if between else ():
            if other.id in between:
                facts.append((between[other.id], Iri(self._iri(term, other))))
        if definition.updated:
            facts.append(("dct:modified", Day(definition.updated.isoformat())))
        yield Node(iri, "skos:Concept", tuple(facts))
        if definition.source.strip():
            yield self._source(f"{iri}/source", definition.source)

    def _source(self, iri: str, text: str) -> Node:
        return Node(iri, "foaf:Document", (("dct:title", self._text(text)),))

    def _noted(self, field: str, text: str) -> _Facts:
        if text.strip():
            yield "skos:scopeNote", self._text(headed(field, text))

    def _filled(self, name: str, text: str) -> _Facts:
        if text.strip():
            yield name, self._text(text)

    def _text(self, text: str) -> Text:
        return Text(text, self._tag)

    def _home(self, partner: Partner) -> str:
        return f"{self._base}partner/{partner.id}"

    def _iri(self, term: Term, partner: Partner | None = None) -> str:
        home = self._home(partner) if partner else f"{self._base}shared"
        return f"{home}/{term.id}"

    def _new_iri(self, term: Term) -> str:
        return f"{self._base}shared/{term.id}/new-name"
