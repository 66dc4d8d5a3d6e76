"""What catalogues carry, and what importers make of files that others wrote."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings

from glossary.domain import Disposition, Objection, RefusedError, TermSet
from glossary.formats.contract import Request
from glossary.formats.registry import EXPORTERS
from glossary.formats.tbx_rules import breaches
from glossary.formats.xml_reading import parse_xml
from glossary.locale import speaking
from glossary.workflow.import_rows import plan_import
from tests.formats.catalogue_files import SUFFIXES, read, refusal, tbx
from tests.formats.exporting import exported
from tests.formats.sample import SAMPLE, TODAY
from tests.formats.sets import termsets

OPENMETADATA = "parent,name*,displayName,description,synonyms,owner\n"


@pytest.mark.parametrize("name", SUFFIXES)
def test_nothing_of_a_blind_term_is_in_a_catalogue(name: str) -> None:
    text = exported(name, SAMPLE, TODAY)
    assert "draagvlak" in text
    assert "Geheim" not in text


@pytest.mark.parametrize("name", SUFFIXES)
def test_a_shared_wording_carries_its_status_and_the_objection_that_stands(name: str) -> None:
    with speaking("en"):
        text = exported(name, SAMPLE, TODAY)
    assert "agreed" in text
    assert "Het papier wint toch." in text


@pytest.mark.parametrize("name", SUFFIXES)
def test_an_objection_that_was_dealt_with_does_not_stand(name: str) -> None:
    agreement = SAMPLE.agreements["kwaliteit"]
    on = agreement.draft.fingerprint or ""
    gone = Objection("stichting-delta", on, "Het papier wint.", Disposition.ADDRESSED)
    agreements = {**SAMPLE.agreements, "kwaliteit": replace(agreement, objections=(gone,))}
    assert "Het papier wint." not in exported(name, replace(SAMPLE, agreements=agreements), TODAY)


@pytest.mark.parametrize("name", SUFFIXES)
def test_a_file_in_dutch_is_read_by_who_speaks_english(name: str, tmp_path: Path) -> None:
    with speaking("nl"):
        data = EXPORTERS[name].export(SAMPLE, Request(TODAY))
    with speaking("en"):
        incoming = read(tmp_path, name, data)
    assert incoming.remarks == ()
    plan = plan_import(None, incoming)
    assert len(plan.new_definitions) == 9
    assert len(plan.drafts) == 2
    first = next(one.definition for one in plan.new_definitions if one.term == "kwaliteit")
    assert first.counterexample == "Een dossier zonder handtekening."


@pytest.mark.parametrize("name", ["contextive", "datahub", "tbx"])
def test_a_partner_that_is_called_shared_is_refused(name: str) -> None:
    partner = replace(SAMPLE.partners["gemeente-noord"], name="gedeeld")
    other = replace(SAMPLE, partners={partner.id: partner})
    with pytest.raises(RefusedError, match="give it another name first"):
        exported(name, other, TODAY)


@settings(max_examples=30)
@given(termset=termsets())
def test_no_rule_of_tbx_is_broken(termset: TermSet) -> None:
    data = EXPORTERS["tbx"].export(termset, Request(TODAY))
    assert list(breaches(parse_xml(data, "x"))) == []


@pytest.mark.parametrize("name", SUFFIXES)
def test_all_of_a_file_may_be_of_one_partner(name: str, tmp_path: Path) -> None:
    data = EXPORTERS[name].export(SAMPLE, Request(TODAY))
    incoming = read(tmp_path, name, data, of_partner="Wij")
    assert {one.partner for one in incoming.rows} == {"Wij"}
    assert incoming.partners == ()


def test_a_text_that_looks_like_something_else_stays_a_text(tmp_path: Path) -> None:
    text = "contexts:\n- name: Noord\n  terms:\n  - name: no\n    definition: 1.10\n"
    row = read(tmp_path, "contextive", text).rows[0]
    assert (row.term, row.definition.meaning) == ("no", "1.10")


def test_what_is_written_once_and_referred_to_is_read(tmp_path: Path) -> None:
    text = (
        "contexts:\n- &one\n  name: Noord\n  terms: &terms\n  - name: regie\n    definition: x\n"
        "- <<: *one\n  name: Zuid\n- name: West\n  terms: *terms\n"
    )
    rows = read(tmp_path, "contextive", text).rows
    assert [one.partner for one in rows] == ["Noord", "Zuid", "West"]


def test_wrong_places_in_yaml_are_left_out_with_their_line(tmp_path: Path) -> None:
    text = (
        "contexts:\n- Noord\n- name: Zuid\n  terms:\n  - definition: x\n"
        "  - name: regie\n    definition: [a]\n    examples: {a: b}\n"
    )
    found = read(tmp_path, "contextive", text).left_out
    assert [(one.place.words, one.reason) for one in found] == [
        ("line 2", "In “contexts” stands something that has no names."),
        ("line 5", "The term has no name."),
        ("line 7", "“definition” has to be a text."),
        ("line 8", "“examples” has to be a list of texts."),
    ]


def test_datahub_takes_what_is_written() -> None:
    told = yaml.safe_load(exported("datahub", SAMPLE, TODAY))
    assert told["version"] == "1"
    assert told["owners"]["groups"]
    terms = [(node["name"], term) for node in told["nodes"] for term in node["terms"]]
    there = {f"{node}.{term['name']}" for node, term in terms}
    assert len(there) == len(terms)
    for each in (*told["nodes"], *(term for _node, term in terms)):
        assert isinstance(each["description"], str)
        assert {*each.get("related_terms", ())} <= there
        assert all(isinstance(one, str) for one in each.get("custom_properties", {}).values())


def test_openmetadata_finds_what_a_row_refers_to_above_it() -> None:
    there: set[str] = set()
    for line in exported("openmetadata", SAMPLE, TODAY).split("\nketen.")[1:]:
        row = next(csv.reader(io.StringIO(f"keten.{line}", newline="")))
        assert row[5] in ("", *there)
        there.add(f"{row[0]}.{row[1]}")
    assert len(there) == 17


def test_the_outermost_node_of_datahub_is_the_organisation(tmp_path: Path) -> None:
    text = yaml.safe_dump(
        {
            "nodes": [
                {
                    "name": "Noord",
                    "nodes": [{"name": "Wonen", "terms": [{"name": "huur", "description": "x"}]}],
                }
            ]
        }
    )
    incoming = read(tmp_path, "datahub", text)
    assert [(one.partner, one.term) for one in incoming.rows] == [("Noord", "huur")]
    assert "node Wonen inside Noord" in incoming.remarks[0]


def test_terms_of_openmetadata_stand_below_their_organisation(tmp_path: Path) -> None:
    text = OPENMETADATA + (
        ",noord,Gemeente Noord,,,\n"
        'keten.noord,wonen.huur,huur,wat je betaalt,"prijs;""a;b""",user:x\n'
        'keten.noord."wonen.huur",kaal,,zonder servicekosten,,\n'
        ",gedeeld,Gedeeld,,,\nketen.gedeeld,huur,huur,samen,,\n"
    )
    incoming = read(tmp_path, "openmetadata", text)
    assert [(one.place.words, one.partner, one.term) for one in incoming.rows] == [
        ("line 3", "Gemeente Noord", "huur"),
        ("line 4", "Gemeente Noord", "kaal"),
    ]
    assert incoming.terms[0].variants == ("prijs", "a;b")
    assert {key: one.wording for key, one in incoming.wordings.items()} == {"huur": "samen"}


def test_a_table_without_organisations_needs_one(tmp_path: Path) -> None:
    text = f"{OPENMETADATA},huur,,wat je betaalt,,\n"
    told = refusal(tmp_path, "openmetadata", text)
    assert "line 2: the file does not say whose definition this is" in told
    assert read(tmp_path, "openmetadata", text, "Noord").rows[0].partner == "Noord"


def test_the_preferred_term_is_the_word_and_others_are_variants(tmp_path: Path) -> None:
    body = (
        '<conceptEntry id="a"><langSec xml:lang="nl"><descrip type="definition">x</descrip>'
        "<termSec><term>oud</term>"
        '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>'
        "<termSec><term>ook</term></termSec><termSec><term>goed</term>"
        '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>'
        '<admin type="customerSubset">Noord</admin></termSec></langSec></conceptEntry>'
    )
    incoming = read(tmp_path, "tbx", tbx(body))
    assert (incoming.terms[0].label, incoming.terms[0].variants) == ("goed", ("ook", "oud"))
    assert incoming.rows[0].partner == "Noord"


def test_only_the_definitions_that_are_nobodys_are_left_out(tmp_path: Path) -> None:
    entry = (
        '<conceptEntry id="{id}">{whose}<langSec xml:lang="nl"><descrip type="definition">x'
        "</descrip><termSec><term>{id}</term></termSec></langSec></conceptEntry>"
    )
    whose = '<admin type="customerSubset">Noord</admin>'
    body = entry.format(id="a", whose=whose) + "\n" + entry.format(id="b", whose="")
    incoming = read(tmp_path, "tbx", tbx(body))
    assert [(one.partner, one.term) for one in incoming.rows] == [("Noord", "a")]
    assert [(one.place.words, one.cells) for one in incoming.left_out] == [("line 5", ("b", "x"))]


def test_text_that_is_laid_out_between_elements_is_one_line_and_else_as_typed(
    tmp_path: Path,
) -> None:
    body = (
        '<conceptEntry id="a"><admin type="customerSubset">Noord</admin><langSec xml:lang="nl">\n'
        '<descrip type="definition">een <hi>twee</hi>\n   drie</descrip>'
        "<termSec><term>a</term></termSec></langSec></conceptEntry>"
    )
    assert read(tmp_path, "tbx", tbx(body)).rows[0].definition.meaning == "een twee drie"
    assert read(tmp_path, "tbx", tbx(body.replace("   ", ""))).rows[0].definition.meaning == (
        "een twee\ndrie"
    )


def test_the_old_martif_is_read_with_terms_in_groups(tmp_path: Path) -> None:
    text = (
        '<martif type="TBX" xml:lang="nl"><martifHeader><fileDesc><titleStmt><title>Zorg</title>'
        "</titleStmt></fileDesc></martifHeader><text><body><termEntry id='1'>"
        '<langSet xml:lang="nl-NL"><descripGrp><descrip type="definition">wie beslist</descrip>'
        '<admin type="source">Wet</admin></descripGrp><ntig><termGrp><term>regie</term>'
        "</termGrp></ntig></langSet><langSet lang='en'><tig><term>lead</term></tig></langSet>"
        "</termEntry></body></text></martif>"
    )
    incoming = read(tmp_path, "tbx", text, of_partner="Noord")
    assert (incoming.title, incoming.language) == ("Zorg", "nl-NL")
    assert (incoming.terms[0].label, incoming.terms[0].translation) == ("regie", "lead")
    assert incoming.rows[0].definition.meaning == "wie beslist"
    assert incoming.rows[0].definition.source == "Wet"
    assert incoming.remarks == ()
