"""The export for Vale: its rules, read as Vale reads them.

No Vale runs here: `found` does what Vale's existence and substitution rules do.
"""

import json
import re
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.domain import (
    Agreement,
    Outcome,
    OutcomeKind,
    Phase,
    Term,
    TermSet,
    Vocabulary,
    has_unseen,
    one_line,
)
from glossary.formats.contract import Request
from glossary.formats.registry import EXPORTERS
from tests.formats.sample import SAMPLE, TODAY
from tests.hostile import PAYLOADS, in_a_file

RULES, ACCEPTED = "styles/Glossary/", "styles/config/vocabularies/Glossary/accept.txt"


def files(termset: TermSet) -> dict[str, str]:
    data = EXPORTERS["vale"].export(termset, Request(TODAY))
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def rules(termset: TermSet) -> list[dict[str, Any]]:
    # The rules are JSON, which YAML is a superset of.
    made = files(termset).items()
    return [json.loads(text) for name, text in made if name.startswith(RULES)]


def found(termset: TermSet, text: str) -> list[str]:
    """The messages of all rules on a text."""
    told = []
    for rule in rules(termset):
        assert (rule["level"], rule["ignorecase"], rule["vocab"]) == ("suggestion", True, False)
        pairs = rule.get("swap") or dict.fromkeys(rule["tokens"], "")
        for pattern in pairs:
            # What Vale refuses, as it counts groups itself.
            assert pattern.count("(") == pattern.count("(?:")
        regex = rf"(?i)(?m)\b(?:{'|'.join(f'({pattern})' for pattern in pairs)})\b"
        for match in re.finditer(regex, text):
            new = [*pairs.values()][(match.lastindex or 1) - 1]
            subs = (f"'{new}'", match[0]) if rule["extends"] == "substitution" else (match[0],)
            told.append(rule["message"] % subs)
    return told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("De REGIE ligt hier.", ["“REGIE”: 2 partners, not agreed."]),
        ("Twee regie's en geen regiekamer.", ["“regie's”: 2 partners, not agreed."]),
        ("Wij leveren maatwerk.", ["Use 'wat nodig is' instead of “maatwerk”."]),
        ("Met vertrouwen", ["“vertrouwen”: parked, not agreed."]),
        ("Er is draagvlak", ["“draagvlak”: blind: being collected."]),
        ("Kwaliteit", ["“Kwaliteit”: look again: what was recorded is overtaken."]),
    ],
)
def test_a_rule_says_how_far_a_word_is(text: str, told: list[str]) -> None:
    overtaken = replace(
        SAMPLE.agreements["kwaliteit"],
        draft=replace(SAMPLE.agreements["kwaliteit"].draft, wording="Anders."),
    )
    agreements = {**SAMPLE.agreements, "kwaliteit": overtaken}
    assert found(replace(SAMPLE, agreements=agreements), text) == told


def test_agreed_words_are_accepted_and_have_no_rule() -> None:
    made = files(SAMPLE)
    assert f"{RULES}kwaliteit.yml" not in made
    patterns = made[ACCEPTED].splitlines()
    for word in ("Kwaliteit", "kwaliteiten", "Wat nodig is"):
        assert any(re.fullmatch(pattern, word) for pattern in patterns)
    assert not any(re.fullmatch(pattern, "regie") for pattern in patterns)
    assert "Vocab = Glossary" in made[".vale.ini"]
    assert "BasedOnStyles = Glossary" in made[".vale.ini"]


def test_the_same_set_gives_the_same_bytes() -> None:
    vale = EXPORTERS["vale"]
    assert vale.export(SAMPLE, Request(TODAY)) == vale.export(SAMPLE, Request(TODAY))


def test_nothing_that_a_partner_said_is_in_it() -> None:
    text = "".join(files(SAMPLE).values())
    for partner in SAMPLE.partners.values():
        for definition in partner.definitions.values():
            assert definition.meaning not in text


@pytest.mark.parametrize("payload", [*PAYLOADS, "zero trust (ZT)", "50%", "C++", "a|b", "$1 [x]"])
def test_names_are_data(payload: str) -> None:
    _is_data(in_a_file(payload))


@settings(max_examples=200)
@given(st.text(min_size=1, max_size=60).filter(lambda text: bool(one_line(text))))
def test_any_name_is_data(name: str) -> None:
    _is_data(name)


def _is_data(name: str) -> None:
    terms = {key: Term(key, name, (name, f"{name} ({key})")) for key in ("x", "y")}
    outcome = Outcome(OutcomeKind.RENAMED, name)
    agreements = {"y": Agreement("y", Phase.CLOSED, outcome=outcome)}
    hostile = TermSet("keten", Vocabulary("Keten", "nl", terms=terms), {}, agreements)
    made = files(hostile)
    assert set(made) == {".vale.ini", ACCEPTED, f"{RULES}x.yml", f"{RULES}y.yml"}
    assert made[ACCEPTED].count("\n") == 1
    assert not any(has_unseen(text.replace("\n", "")) for text in made.values())
    # Whatever stands there: the patterns are patterns that find the name.
    shown = one_line(name)
    for rule in rules(hostile):
        patterns = [*(rule.get("swap") or rule["tokens"])]
        assert any(re.fullmatch(pattern, shown, re.IGNORECASE) for pattern in patterns)
    found(hostile, name)
