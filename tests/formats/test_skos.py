"""What an export as SKOS says of who means what, how near that is, and how it went."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from glossary.domain import (
    CaseAnswer,
    Definition,
    Difference,
    DifferenceKind,
    Draft,
    Outcome,
    OutcomeKind,
    Phase,
    RefusedError,
    TermSet,
)
from glossary.formats.contract import Request
from glossary.formats.registry import EXPORTERS
from glossary.locale import speaking
from tests.faults import times
from tests.formats.exporting import exported
from tests.formats.sample import SAMPLE, TODAY
from tests.formats.sets import termsets

_BASE = "urn:glossary:keten/"
_BETWEEN = ("gemeente-noord", "stichting-delta")
_MATCHES = (
    SKOS.closeMatch,
    SKOS.exactMatch,
    SKOS.relatedMatch,
    SKOS.broadMatch,
    SKOS.narrowMatch,
)


def graph_of(termset: TermSet) -> Graph:
    return Graph().parse(data=exported("skos", termset, TODAY), format="turtle")


def matches(graph: Graph, of: str, to: str) -> list[str]:
    """The names of the matches between two concepts of a term."""
    pair = URIRef(f"{_BASE}{of}"), URIRef(f"{_BASE}{to}")
    return [each.fragment for each in _MATCHES if (pair[0], each, pair[1]) in graph]


def with_difference(kind: DifferenceKind, **answers: CaseAnswer) -> TermSet:
    """The sample with one difference, and answers to its boundary case by partner or `draft`."""
    agreement = SAMPLE.agreement("kwaliteit")
    partners = {
        key: replace(one, cases={"kwaliteit": {"te-laat": answers[key.split("-")[1]]}})
        for key, one in SAMPLE.partners.items()
    }
    draft = replace(agreement.draft, cases={"te-laat": answers["draft"]})
    changed = replace(agreement, differences=(Difference(_BETWEEN, kind),), draft=draft)
    return replace(SAMPLE, partners=partners, agreements={"kwaliteit": changed})


def test_every_organisation_has_a_scheme_and_so_has_the_group() -> None:
    graph = graph_of(SAMPLE)
    titles = {
        str(graph.value(scheme, DCTERMS.title))
        for scheme in graph.subjects(RDF.type, SKOS.ConceptScheme)
    }
    assert titles == {"Kwaliteit in de keten", "Gemeente Noord", "Stichting Delta *"}


def test_a_word_without_a_shared_wording_is_no_concept() -> None:
    graph = graph_of(SAMPLE)
    word = URIRef(f"{_BASE}shared/regie")
    assert graph.value(word, RDF.type) == SKOS.Collection
    assert len(set(graph.objects(word, SKOS.member))) == 2
    assert not matches(graph, "shared/regie", "partner/gemeente-noord/regie")


def test_the_same_words_match_exactly_and_others_closely() -> None:
    graph = graph_of(SAMPLE)
    of = "shared/eigenaarschap"
    assert matches(graph, of, "partner/gemeente-noord/eigenaarschap") == ["exactMatch"]
    assert matches(graph, of, "partner/stichting-delta/eigenaarschap") == ["closeMatch"]
    assert matches(graph, "partner/gemeente-noord/eigenaarschap", of) == ["exactMatch"]


def test_another_thing_is_only_related() -> None:
    yes = CaseAnswer.YES
    graph = graph_of(with_difference(DifferenceKind.OTHER_THING, noord=yes, delta=yes, draft=yes))
    noord, delta = (f"partner/{key}/kwaliteit" for key in _BETWEEN)
    assert matches(graph, noord, delta) == matches(graph, delta, noord) == ["relatedMatch"]
    assert matches(graph, "shared/kwaliteit", noord) == ["relatedMatch"]


def test_scope_is_broader_or_narrower_where_answers_to_cases_tell_which() -> None:
    yes, no, depends = CaseAnswer.YES, CaseAnswer.NO, CaseAnswer.DEPENDS
    noord, delta = (f"partner/{key}/kwaliteit" for key in _BETWEEN)
    graph = graph_of(with_difference(DifferenceKind.SCOPE, noord=no, delta=yes, draft=no))
    assert matches(graph, noord, delta) == ["broadMatch"]
    assert matches(graph, delta, noord) == ["narrowMatch"]
    assert matches(graph, "shared/kwaliteit", delta) == ["broadMatch"]
    assert matches(graph, "shared/kwaliteit", noord) == ["closeMatch"]
    graph = graph_of(with_difference(DifferenceKind.SCOPE, noord=no, delta=depends, draft=no))
    assert matches(graph, noord, delta) == ["closeMatch"]


def test_consent_is_history_and_objections_are_for_the_editor() -> None:
    graph = graph_of(SAMPLE)
    word = URIRef(f"{_BASE}shared/kwaliteit")
    history = {str(one) for one in graph.objects(word, SKOS.historyNote)}
    assert "Instemming: Gemeente Noord" in history
    assert any("Wie telt de fouten?" in one for one in history)
    editorial = {str(one) for one in graph.objects(word, SKOS.editorialNote)}
    assert "Bezwaar van Stichting Delta * (blijft staan): Het papier wint toch." in editorial
    word = URIRef(f"{_BASE}shared/eigenaarschap")
    assert [str(one) for one in graph.objects(word, SKOS.editorialNote)] == [
        "Bezwaar van Gemeente Noord (open): Te vaag."
    ]


def test_a_round_that_goes_on_gives_no_reason_away() -> None:
    agreement = replace(SAMPLE.agreements["eigenaarschap"], phase=Phase.CONSENT)
    partner = replace(SAMPLE.partners["stichting-delta"], positions={})
    going_on = replace(
        SAMPLE,
        partners={**SAMPLE.partners, partner.id: partner},
        agreements={**SAMPLE.agreements, agreement.term: agreement},
    )
    for name in ("skos", "jsonld"):
        text = exported(name, going_on, TODAY)
        assert "Te vaag." not in text
        assert "Geheim" not in text


def test_a_new_name_is_a_concept_of_its_own() -> None:
    outcome = Outcome(OutcomeKind.RENAMED, "wat nodig is")
    agreement = replace(SAMPLE.agreements["eigenaarschap"], outcome=outcome)
    graph = graph_of(replace(SAMPLE, agreements={agreement.term: agreement}))
    old = URIRef(f"{_BASE}shared/eigenaarschap")
    new = graph.value(old, DCTERMS.isReplacedBy)
    assert new is not None
    assert graph.value(new, SKOS.prefLabel) == Literal("wat nodig is", "nl")
    assert graph.value(new, SKOS.definition) == Literal(agreement.draft.wording, "nl")
    assert graph.value(old, RDF.type) == SKOS.Collection


def test_an_overtaken_outcome_is_not_said_to_be_complete() -> None:
    complete = URIRef("http://purl.org/adms/status/Completed")
    assert (None, None, complete) in graph_of(SAMPLE)
    agreement = SAMPLE.agreement("kwaliteit")
    changed = replace(agreement, draft=Draft("Iets anders."))
    graph = graph_of(replace(SAMPLE, agreements={"kwaliteit": changed}))
    assert (None, None, complete) not in graph


def test_sentences_are_in_the_language_of_the_set_whoever_reads() -> None:
    with speaking("en"):
        english = exported("skos", SAMPLE, TODAY)
    with speaking("nl"):
        assert exported("skos", SAMPLE, TODAY) == english
    assert "Bezwaar van" in english
    vocabulary = replace(SAMPLE.vocabulary, language="fr")
    french = exported("skos", replace(SAMPLE, vocabulary=vocabulary), TODAY)
    assert 'skos:definition "Jij bent ervan."@fr' in french
    assert 'skos:historyNote "Consent: Gemeente Noord"@en' in french


def test_addresses_begin_as_somebody_wishes() -> None:
    request = Request(TODAY, base="https://example.org/id")
    text = EXPORTERS["skos"].export(SAMPLE, request).decode()
    assert "<https://example.org/id/shared/kwaliteit>" in text
    assert "urn:glossary:keten" not in text
    for wrong in ("x", "https://example.org/a b", "https://x/>", "https://x/\n", "javascript"):
        with pytest.raises(RefusedError, match="no beginning of an address"):
            EXPORTERS["skos"].export(SAMPLE, Request(TODAY, base=wrong))


def test_a_field_that_is_empty_is_no_note() -> None:
    partner = replace(
        SAMPLE.partners["gemeente-noord"], definitions={"regie": Definition("Kort.", belief=" ")}
    )
    text = exported("skos", replace(SAMPLE, partners={partner.id: partner}), TODAY)
    assert "Overtuiging" not in text


@settings(max_examples=times(10, 1_000), deadline=None)
@given(termset=termsets())
def test_turtle_and_json_say_the_same(termset: TermSet) -> None:
    other = Graph().parse(data=exported("jsonld", termset, TODAY), format="json-ld")
    assert isomorphic(graph_of(termset), other)
