"""Concepts from elsewhere: real schemes, odd ones, and files that want to do harm."""

import socket
from pathlib import Path

import pytest

from glossary.domain import UnreadableError
from glossary.formats.headers import Columns
from glossary.formats.rdf_reading import MAX_MB
from glossary.formats.registry import IMPORTERS
from glossary.workflow.import_rows import plan_import
from glossary.workflow.incoming import Incoming

_DATA = Path(__file__).parents[3] / "shared" / "data" / "skos"
_FILES = sorted(path for path in _DATA.rglob("*.ttl") if path.is_file())
_PREFIXES = """\
@base <https://begrippen.example/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
"""
_SCHEME = '<> a skos:ConceptScheme ; dct:title "Begrippenkader van de Haven"@nl .\n'

needs_data = pytest.mark.skipif(not _DATA.is_dir(), reason=f"no real schemes: {_DATA} is absent")


def read(path: Path, of: str | None = None, language: str | None = None) -> Incoming:
    return IMPORTERS["skos"].read(path, Columns(of_partner=of, language=language))


@pytest.fixture
def turtle(tmp_path: Path) -> Path:
    return tmp_path / "kader.ttl"


def written(path: Path, body: str) -> Path:
    path.write_text(_PREFIXES + body, encoding="utf-8")
    return path


@needs_data
@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_every_real_file_comes_in_or_is_refused_with_a_sentence(path: Path) -> None:
    if path.name in ("00-kader.ttl", "01-bronnen.ttl"):
        with pytest.raises(UnreadableError, match="holds no concepts"):
            read(path, "De Haven")
        return
    incoming = read(path, "De Haven")
    plan = plan_import(None, incoming)
    assert plan.new_definitions
    assert len(incoming.rows) == len(plan.new_definitions) + len(plan.identical) + len(
        plan.left_out
    )


@needs_data
def test_the_files_of_a_folder_are_one_scheme() -> None:
    incoming = read(_DATA / "netbeheer_nederland")
    plan = plan_import(None, incoming)
    assert (len(plan.new_terms), len(plan.new_definitions), len(plan.left_out)) == (109, 109, 0)
    assert [one.name for one in plan.new_partners.values()] == ["Netbeheer Nederland"]
    sources = {row.term: row.definition.source for row in incoming.rows}
    assert sources["klant"] == "NBility https://nbility-model.github.io"


@needs_data
def test_one_language_of_two_comes_along() -> None:
    path = _DATA / "geonovum_nlsbb" / "thesaurus.ttl"
    dutch, english = read(path), read(path, language="en")
    assert (dutch.language, english.language) == ("nl", "en")
    assert any(row.term == "begrip" for row in dutch.rows)
    assert any(row.term == "concept" for row in english.rows)
    assert any("(en)" in remark for remark in dutch.remarks)
    assert any(one.translation == "concept" for one in dutch.terms)


@needs_data
def test_explanations_stand_for_definitions_that_are_not_there() -> None:
    incoming = read(_DATA / "onroerend_erfgoed_materialen" / "MATERIALS-full.ttl")
    assert (len(incoming.rows), len(incoming.terms)) == (41, 45)
    assert any("stands for it (41)" in remark for remark in incoming.remarks)
    assert any("only the word comes along (4)" in remark for remark in incoming.remarks)
    assert any('<a href="' in row.definition.source for row in incoming.rows)


def test_two_labels_two_definitions_and_a_relative_address(turtle: Path) -> None:
    incoming = read(
        written(
            turtle,
            _SCHEME
            + """<id/kade> a skos:Concept ; skos:inScheme <> ;
                skos:prefLabel "kade"@nl , "wal"@nl , "quay"@en ; skos:altLabel "kaai"@nl ;
                skos:definition "Waar een schip ligt."@nl , "Rand van de haven."@nl ;
                dct:source <id/wet> .
            <id/wet> a foaf:Document ; dct:title "Havenwet"@nl ; foaf:page <https://wet.example> .
            """,
        )
    )
    plan = plan_import(None, incoming)
    (term,) = plan.new_terms.values()
    assert (term.label, term.variants, term.translation) == ("kade", ("wal", "kaai"), "quay")
    (placed,) = plan.new_definitions
    assert placed.definition.meaning == "Waar een schip ligt."
    assert placed.definition.source == "Havenwet https://wet.example"
    assert placed.place.words == "concept https://begrippen.example/id/kade"
    (second,) = plan.left_out
    assert "has another definition of" in second.reason
    assert "Rand van de haven." in second.cells
    assert any("More than one preferred label" in remark for remark in incoming.remarks)


def test_html_is_text_and_no_literal_is_made_anything_else(turtle: Path) -> None:
    incoming = read(
        written(
            turtle,
            _SCHEME
            + """<a> a skos:Concept ; skos:inScheme <> ; skos:prefLabel "a" ;
                skos:definition "<b onclick='x'>Vet</i> &amp; <br>"^^rdf:HTML ;
                skos:example "007"^^<http://www.w3.org/2001/XMLSchema#integer> .""",
        )
    )
    (row,) = incoming.rows
    assert row.definition.meaning == "<b onclick='x'>Vet</i> &amp; <br>"
    assert row.definition.example == "007"


def test_a_concept_without_a_label_is_told_with_its_address(turtle: Path) -> None:
    body = '<a> a skos:Concept ; skos:inScheme <> ; skos:definition "Iets."@nl .'
    (left,) = read(written(turtle, _SCHEME + body)).left_out
    assert left.place.words == "concept https://begrippen.example/a"
    assert "skos:prefLabel" in left.reason


def test_the_organisation_is_the_maker_the_title_or_what_somebody_says(turtle: Path) -> None:
    concept = '<a> a skos:Concept ; skos:inScheme <> ; skos:prefLabel "a" ; skos:definition "b" .\n'
    maker = '<> dct:creator [ foaf:name "Havenbedrijf"@nl ] .\n'

    def partner(body: str, of: str | None = None) -> str:
        return read(written(turtle, body + concept), of).rows[0].partner

    assert partner(_SCHEME + maker) == "Havenbedrijf"
    assert partner(_SCHEME) == "Haven"
    assert partner(_SCHEME + maker, "De Sluis") == "De Sluis"
    with pytest.raises(UnreadableError, match="whose words it holds: say so with --of"):
        partner("")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.ttl", "<a> <b> " + "[" * 100_000, "nested too deep"),
        ("a.ttl", "<a> <b> .\n<c> nothing", "line 1: this is no Turtle"),
        ("a.ttl", '<a> <b> "\\U00110000" .', "no Turtle"),
        ("a.ttl", "<a> <http://www.w3.org/2002/07/owl#imports> <http://h.example/> .", "concepts"),
        ("a.ttl", "", "holds no concepts"),
        ("a.ttl", "x" * (MAX_MB * 1_000_000 + 1), "larger than 10 MB"),
        ("a.jsonld", '{"@context": "http://h.example/c"}', "“http://h.example/c”"),
        ("a.jsonld", '{"@context": [{}, "c.jsonld"]}', "“c.jsonld”"),
        ("a.jsonld", '{"\\u0040context": "file:///etc/passwd"}', "“file:///etc/passwd”"),
        ("a.jsonld", '{"@context": {"@import": "http://h.example/"}}', "not looked up"),
        ("a.jsonld", '{"@context": {"p": {"@id": "x:p", "@context": "http://h.example/"}}}', "not"),
        ("a.jsonld", "[" * 1_000_000, "nested too deep"),
        ("a.jsonld", '{"@context": {"a": "b:x", "b": "a:y"}, "a": "z"}', "nested too deep"),
        ("a.jsonld", "{]", "line 1, column 2: this is no JSON"),
        ("a.jsonld", "5", "holds one value"),
        ("a.rdf", '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>', "line 1: XML with a document type"),
        ("a.rdf", '<!DOCTYPE r SYSTEM "http://h.example/x.dtd"><r/>', "document type"),
        ("a.rdf", "<a>" * 100_000, "nested too deep"),
        ("a.rdf", "hello", "this is no XML"),
        ("unknown", '{"@context": "http://h.example/c"}', "not looked up"),
        ("unknown", "<?xml version='1.0'?><!DOCTYPE r><r/>", "document type"),
    ],
)
def test_harm_is_refused_with_a_sentence_and_without_a_connection(
    name: str, text: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect(*_told: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", connect)
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError) as refused:
        read(path, "De Haven")
    assert told in str(refused.value)
    assert name in str(refused.value)


def test_bytes_of_another_encoding_and_what_is_not_there_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_bytes("<a> <b> <c> .".encode("utf-16"))
    for path, told in (("a.ttl", "UTF-8"), ("b.ttl", "cannot be read"), ("x\0y", "cannot")):
        with pytest.raises(UnreadableError, match=told):
            read(tmp_path / path)
    (tmp_path / "leeg").mkdir()
    with pytest.raises(UnreadableError, match="holds no files that end in"):
        read(tmp_path / "leeg")


def test_notations_are_told_apart_by_what_is_in_a_file(tmp_path: Path) -> None:
    xml = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns:s="http://www.w3.org/2004/02/skos/core#"><s:Concept rdf:about="https://h.example/a">
        <s:prefLabel xml:lang="nl">kade</s:prefLabel><s:definition xml:lang="nl">Wal.</s:definition>
        </s:Concept></rdf:RDF>"""
    json = """{"@context": {"s": "http://www.w3.org/2004/02/skos/core#"}, "@type": "s:Concept",
        "@id": "https://h.example/a", "s:prefLabel": "kade", "s:definition": "Wal."}"""
    turtle = _PREFIXES + '<a> a skos:Concept; skos:prefLabel "kade"; skos:definition "Wal." .'
    for text in (xml, json, turtle):
        (tmp_path / "kader").write_text(text, encoding="utf-8")
        (row,) = read(tmp_path / "kader", "De Haven").rows
        assert (row.term, row.definition.meaning) == ("kade", "Wal.")
