"""One golden file per format. To accept a change: GLOSSARY_ACCEPT=1 pytest tests/formats."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from glossary.domain import Agreement, Disposition, Draft, Objection, Phase, TermSet
from glossary.domain.agreements import Round
from glossary.domain.sessions import Session
from glossary.formats.registry import EXPORTERS
from glossary.locale import language, use
from tests.formats.exporting import exported
from tests.formats.sample import SAMPLE, TODAY

# Of objections these tell only those that stand.
_ONLY_WHAT_STANDS = ("csv", "xlsx", "contextive", "datahub", "openmetadata", "tbx", "vale")

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = language()
    use("en")
    yield
    use(before)


@pytest.mark.parametrize("name", EXPORTERS)
def test_an_export_is_as_it_was(name: str) -> None:
    exporter = EXPORTERS[name]
    text = exported(exporter.name, SAMPLE, TODAY)
    golden = GOLDEN / f"keten{exporter.suffix}{'' if exporter.is_text else '.txt'}"
    if os.environ.get("GLOSSARY_ACCEPT"):
        golden.write_bytes(text.encode())
    # As bytes: an end of a line is part of a format.
    assert text == golden.read_bytes().decode()


@pytest.mark.parametrize("name", EXPORTERS)
def test_an_empty_set_can_be_exported(name: str) -> None:
    empty = TermSet("leeg", replace(SAMPLE.vocabulary, terms={}))
    assert exported(name, empty, TODAY).endswith("\n")


def told(heading: Token) -> list[Token]:
    """What a heading says, without the id that it carries."""
    return [one for one in heading.children or [] if one.type == "text"]


def test_markdown_has_the_headings_of_the_set_and_no_others() -> None:
    tokens = MarkdownIt("commonmark").parse(exported("markdown", SAMPLE, TODAY))
    headings = [
        (token.tag, "".join(one.content for one in told(tokens[place + 1])))
        for place, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    assert headings == [
        ("h1", "Kwaliteit in de keten"),
        ("h2", "Agreed"),
        ("h3", "kwaliteit"),
        ("h2", "Other outcomes"),
        ("h3", "maatwerk"),
        ("h3", "vertrouwen"),
        ("h3", "bereik"),
        ("h2", "Still open"),
        ("h2", "What each partner means"),
        ("h3", "kwaliteit"),
        ("h3", "eigenaarschap"),
        ("h3", "regie"),
        ("h3", "bereik"),
        ("h3", "draagvlak"),
        ("h3", "# <vrij> [x](y) | *ja*"),
    ]


def test_one_changed_definition_changes_little_of_the_markdown() -> None:
    partner = SAMPLE.partners["gemeente-noord"]
    definition = replace(partner.definitions["bereik"], meaning="Wie hier woont.")
    changed = replace(partner, definitions={**partner.definitions, "bereik": definition})
    partners = {**SAMPLE.partners, "gemeente-noord": changed}
    before = exported("markdown", SAMPLE, TODAY).splitlines()
    after = exported("markdown", replace(SAMPLE, partners=partners), TODAY).splitlines()
    assert len(before) == len(after)
    # Where each keeps its own, that stands with the outcome and among all meanings.
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 2


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_nothing_of_a_blind_term_is_in_the_minutes(name: str) -> None:
    text = exported(name, SAMPLE, TODAY)
    assert "Geheim" not in text
    assert "Answered: 1 of 2 partners. Nothing is shown before the reveal." in text


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_a_round_that_goes_on_gives_no_reason_away(name: str) -> None:
    agreement = replace(SAMPLE.agreements["eigenaarschap"], phase=Phase.CONSENT)
    partner = SAMPLE.partners["stichting-delta"]
    positions = {key: one for key, one in partner.positions.items() if key != "eigenaarschap"}
    partners = {**SAMPLE.partners, partner.id: replace(partner, positions=positions)}
    agreements = {**SAMPLE.agreements, agreement.term: agreement}
    going_on = replace(SAMPLE, partners=partners, agreements=agreements)
    text = exported(name, going_on, TODAY)
    assert "The round is going on. Answered: 1 of 2 partners." in text
    assert "Te vaag." not in text


@pytest.mark.parametrize("name", [one for one in EXPORTERS if one != "json"])
def test_nothing_is_exported_as_integrated_in_a_wording_that_is_the_same(name: str) -> None:
    agreement = SAMPLE.agreements["eigenaarschap"]
    on = agreement.draft.fingerprint or ""
    made = Objection("gemeente-noord", on, "Te vaag.", Disposition.INTEGRATED)
    promised = replace(agreement, objections=(made,))
    # Some formats speak the language of the set.
    english = replace(SAMPLE.vocabulary, language="en")
    alone = replace(SAMPLE, vocabulary=english, agreements={agreement.term: promised})
    text = exported(name, alone, TODAY)
    assert "integrated" not in text
    rewritten = replace(promised, draft=Draft("Jij en ik zijn ervan."))
    text = exported(name, replace(alone, agreements={agreement.term: rewritten}), TODAY)
    assert ("integrated" in text) is (name not in _ONLY_WHAT_STANDS)


@pytest.mark.parametrize("name", EXPORTERS)
def test_an_empty_round_leaves_no_empty_heading(name: str) -> None:
    bare = Agreement("kwaliteit", Phase.CONSENT, draft=Draft("Goed."), rounds=(Round("Goed."),))
    alone = replace(SAMPLE, partners={}, agreements={"kwaliteit": bare})
    text = exported(name, alone, TODAY)
    assert "Round 1" not in text
    assert "\n\n\n" not in text


def test_after_a_session_its_agenda_comes_first_and_the_rest_takes_one_line() -> None:
    planned = replace(SAMPLE, session=Session(terms=("regie", "eigenaarschap")))
    still_open = exported("markdown", planned, TODAY).split("Still open\n")[1].split("\n## ")[0]
    assert still_open.index("**regie**") < still_open.index("**eigenaarschap**")
    assert "Not discussed: draagvlak" in still_open
    assert "**draagvlak**" not in still_open
    settled = replace(SAMPLE, session=Session(terms=("kwaliteit",)))
    assert "Of the agenda nothing stays open." in exported("markdown", settled, TODAY)


def test_who_took_no_position_is_named() -> None:
    partner = SAMPLE.partners["gemeente-noord"]
    partners = {**SAMPLE.partners, partner.id: replace(partner, positions={})}
    without = replace(SAMPLE, partners=partners)
    assert "- Without a position: Gemeente Noord\n" in exported("markdown", without, TODAY)
    assert "Without a position: Gemeente Noord<" in exported("html", without, TODAY)
