"""Hostile texts in catalogues: the file stays well-formed, and the text is data in it."""

import csv
import io
from dataclasses import replace
from random import Random
from xml.etree import ElementTree

import pytest
import yaml

from glossary.domain import Definition, Draft, TermSet, has_unseen, visible
from glossary.formats.formulas import restored
from glossary.formats.xml_writing import legal
from tests.formats.exporting import exported
from tests.formats.sample import SAMPLE, TODAY
from tests.hostile import PAYLOADS, in_a_file

_SYNTAX = (
    "]]>",
    "<!DOCTYPE x [<!ENTITY a 'b'>]>&a;",
    "</descrip><admin type='x'>",
    "<?php ?>",
    "&amp;&#0;",
    "--- \n...\n%YAML 1.1",
    "!!python/object/apply:os.system ['x']",
    "*a &b <<: {x: [y]}",
    "# no comment\n- item: 'x'\n\t\"y\"",
    "'\"\\\n  indented\n",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "\n=1+1\n-2+3",
    ";\"';,\t=x",
    "yes",
    "~",
    "0o17",
    "2026-11-23",
    "**Example:** x\n\n**Counter:** y",
)


def _texts() -> list[str]:
    """Each payload alone, and others made of some of them."""
    pieces = (*PAYLOADS, *_SYNTAX)
    random = Random(6)
    made = ("".join(random.choices(pieces, k=random.randint(2, 4))) for _n in range(200))
    return [in_a_file(text) for text in (*pieces, *made)]


TEXTS = _texts()


def _with(text: str) -> TermSet:
    """The sample set with this text wherever there is a place for one."""
    terms = dict(SAMPLE.terms)
    terms["kwaliteit"] = replace(terms["kwaliteit"], label=text, variants=(text,), why=text)
    terms["kwaliteit"] = replace(terms["kwaliteit"], translation=text)
    said = Definition(text, text, text, text, text, text, source=text)
    partners = {
        key: replace(one, name=f"{text} {key}", definitions={"kwaliteit": said})
        for key, one in SAMPLE.partners.items()
    }
    agreements = {
        key: replace(one, draft=Draft(text, text, text)) for key, one in SAMPLE.agreements.items()
    }
    vocabulary = replace(SAMPLE.vocabulary, terms=terms, title=text, about=text)
    return replace(SAMPLE, vocabulary=vocabulary, partners=partners, agreements=agreements)


def test_there_are_enough_of_them() -> None:
    assert len(TEXTS) > 200


@pytest.mark.parametrize("name", ["contextive", "datahub"])
def test_yaml_gives_every_text_back(name: str) -> None:
    for text in TEXTS:
        written = exported(name, _with(text), TODAY)
        assert not has_unseen(written)
        told = yaml.safe_load(written)
        groups = told["contexts"] if name == "contextive" else told["nodes"]
        term = groups[0]["terms"][0]
        assert groups[0]["name"] == f"{text} gemeente-noord"
        assert [term["name"], term.get("definition", term.get("description"))] == [text, text]
        beside = term.get("meta") or term["custom_properties"]
        assert {*beside.values()} == {text}
        assert len(groups) == 3


def test_a_table_gives_every_text_back_and_calculates_nothing() -> None:
    for text in TEXTS:
        written = exported("openmetadata", _with(text), TODAY)
        assert not has_unseen(written)
        rows = list(csv.DictReader(io.StringIO(written, newline=""), strict=True))
        assert len(rows) == 13
        assert restored(rows[1]["displayName"]) == visible(text)
        assert restored(rows[10]["description"]).startswith(f"{visible(text)}\n\n**")
        for row in rows:
            assert None not in row
            for cell in row.values():
                assert cell[:1] not in ("=", "+", "-", "@", "\t", "\r")


def test_xml_gives_every_text_back() -> None:
    space = "{urn:iso:std:iso:30042:ed-2}"
    for text in TEXTS:
        written = exported("tbx", _with(text), TODAY)
        assert not has_unseen(written)
        top = ElementTree.fromstring(written)
        entries = list(top.iter(f"{space}conceptEntry"))
        assert len(entries) == 10
        definitions = [one.text for one in top.iter(f"{space}descrip")]
        assert {*definitions} == {legal(text)}
        assert {one.text for one in entries[0].iter(f"{space}term")} == {legal(text)}
