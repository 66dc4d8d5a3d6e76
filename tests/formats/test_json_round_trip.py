"""A set goes out as JSON and comes back as it was, to the byte in its files."""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from glossary.domain import Disposition, Objection, TermSet, has_unseen
from glossary.domain.agreements import Draft
from glossary.formats.headers import Columns
from glossary.formats.json_format import SCHEMA
from glossary.formats.registry import IMPORTERS
from glossary.store.files import AGREEMENT_FILE, PARTNER_FILE, SESSION_FILE, VOCABULARY_FILE
from glossary.store.saving import new_bytes
from tests.docs import json_schema
from tests.faults import times
from tests.formats.exporting import exported, exported_bytes
from tests.formats.sample import SAMPLE, TODAY
from tests.formats.test_markdown_any_text import with_text
from tests.formats.test_markdown_hostile import TEXTS
from tests.store import strategies

_SCHEMA: Any = json.loads((files("glossary.formats") / SCHEMA).read_bytes())
_VALIDATOR = Draft202012Validator(_SCHEMA)


def read_back(data: bytes, folder: str) -> TermSet:
    path = Path(folder) / "keten.json"
    path.write_bytes(data)
    incoming = IMPORTERS["json"].read(path, Columns())
    assert incoming.whole is not None
    return incoming.whole


def written(termset: TermSet) -> Iterator[bytes]:
    """The files of a new set, of which the store writes nothing that it does not read back."""
    path = Path("x.toml")
    yield new_bytes(path, VOCABULARY_FILE, "", termset.vocabulary)
    for key, partner in sorted(termset.partners.items()):
        yield new_bytes(path, PARTNER_FILE, key, partner)
    for key, agreement in sorted(termset.agreements.items()):
        yield new_bytes(path, AGREEMENT_FILE, key, agreement)
    if termset.session is not None:
        yield new_bytes(path, SESSION_FILE, "", termset.session)


@pytest.mark.faults
@settings(max_examples=times(60, 10_000))
@given(termset=strategies.termsets)
def test_whatever_files_hold_comes_back_the_same(termset: TermSet) -> None:
    """Also ids that name nothing, empty texts, characters that hide and days long ago."""
    data = exported_bytes("json", termset, TODAY)
    assert list(_VALIDATOR.iter_errors(json.loads(data))) == []
    with tempfile.TemporaryDirectory() as folder:
        back = read_back(data, folder)
        assert back == termset
        assert list(back.terms) == list(termset.terms)
    assert [*written(back)] == [*written(termset)]
    assert exported_bytes("json", back, TODAY) == data


@pytest.mark.faults
@pytest.mark.parametrize("text", TEXTS[:: times(9, 1)])
def test_hostile_text_stays_data(text: str, tmp_path: Path) -> None:
    termset = with_text(text)
    data = exported_bytes("json", termset, TODAY)
    assert not has_unseen(data.decode())
    assert read_back(data, str(tmp_path)) == termset


def test_the_schema_is_the_one_that_reading_follows() -> None:
    """To write it anew: python -m tests.docs.json_schema"""
    Draft202012Validator.check_schema(_SCHEMA)
    assert json_schema.PATH.read_text(encoding="utf-8") == json_schema.text()
    assert exported("json", SAMPLE, TODAY, "schema") == json_schema.text()


def test_the_schema_takes_the_sample_and_no_wrong_value_in_it() -> None:
    sample = json.loads(exported("json", SAMPLE, TODAY))
    assert list(_VALIDATOR.iter_errors(sample)) == []
    assert not _VALIDATOR.is_valid({**sample, "format": 2})
    assert not _VALIDATOR.is_valid({**sample, "terms": [{"id": "a"}]})
    assert not _VALIDATOR.is_valid({**sample, "terms": [{"id": "../a", "label": "a"}]})


def test_an_objection_is_told_as_it_counts_and_comes_back_as_it_was_recorded() -> None:
    agreement = SAMPLE.agreements["eigenaarschap"]
    on = agreement.draft.fingerprint or ""
    made = Objection("gemeente-noord", on, "Te vaag.", Disposition.INTEGRATED)
    promised = replace(agreement, objections=(made,))
    alone = replace(SAMPLE, agreements={agreement.term: promised})
    data = exported_bytes("json", alone, TODAY)
    (told,) = json.loads(data)["agreements"][0]["objections"]
    assert (told["disposition"], told["recorded"]) == ("open", "integrated")
    with tempfile.TemporaryDirectory() as folder:
        assert read_back(data, folder) == alone
        del told["recorded"]
        older = {**json.loads(data), "agreements": [{"term": "a", "objections": [told]}]}
        back = read_back(json.dumps(older).encode(), folder)
    assert back.agreements["a"].objections == (replace(made, disposition=Disposition.OPEN),)
    rewritten = replace(promised, draft=Draft("Jij en ik zijn ervan."))
    text = exported("json", replace(alone, agreements={agreement.term: rewritten}), TODAY)
    assert '"disposition": "integrated"' in text
