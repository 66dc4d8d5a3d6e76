"""JSON comes back as it went in, and nothing in it acts on a terminal."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.domain import has_unseen
from glossary.formats.json_text import dumps, plain
from tests.formats.sample import SAMPLE


@pytest.mark.parametrize("ascii_only", [True, False])
@given(text=st.text(st.characters(exclude_categories=())))
def test_any_text_survives_and_stays_harmless(ascii_only: bool, text: str) -> None:
    shown = dumps({text: [text]}, ascii_only=ascii_only)
    assert json.loads(shown) == {text: [text]}
    assert not has_unseen(shown)
    shown.encode("ascii" if ascii_only else "utf-8")


def test_every_field_is_there_under_its_own_name() -> None:
    partner = plain(SAMPLE.partners["gemeente-noord"])
    assert isinstance(partner, dict)
    assert partner["definitions"]["kwaliteit"]["updated"] == "2026-11-02"
    assert partner["positions"]["eigenaarschap"]["position"] == "objection"
    assert set(partner) == {
        "id",
        "name",
        "short",
        "definitions",
        "cases",
        "ratings",
        "restatements",
        "verdicts",
        "positions",
        "past_positions",
    }
