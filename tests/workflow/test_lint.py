from collections.abc import Mapping
from pathlib import Path

import pytest

from glossary.domain import (
    Agreement,
    Definition,
    Draft,
    Outcome,
    OutcomeKind,
    Partner,
    Position,
    Severity,
    Stand,
    Term,
    TermSet,
    Vocabulary,
    fingerprint,
)
from glossary.workflow.lint import lint

_TERMS = {
    "kwaliteit": Term("kwaliteit", "kwaliteit", variants=("kwaliteiten", "kwaliteitszorg")),
    "quality": Term("quality", "quality of care", variants=("qualities",)),
}
_FOLDER = Path("termsets/keten")


def _set(term: str, partner: Partner, language: str, agreement: Agreement | None) -> TermSet:
    vocabulary = Vocabulary("Keten", language, terms={term: _TERMS[term]})
    return TermSet(
        "keten", vocabulary, {partner.id: partner}, {term: agreement} if agreement else {}
    )


def _codes(meaning: str, language: str, term: str) -> list[str]:
    partner = Partner("noord", "Noord", definitions={term: Definition(meaning)})
    found = lint(_set(term, partner, language, None), _FOLDER, lambda *_: 7)
    for finding in found:
        assert finding.severity is Severity.WARNING
        assert finding.place == "termsets/keten/partners/noord.toml:7"
        assert finding.key == f"definitions.{term}.meaning"
        assert finding.remedy
    return [finding.code for finding in found]


@pytest.mark.parametrize(
    ("meaning", "codes"),
    [
        ("Dat een bewoner merkt dat we de tijd nemen.", []),
        ("Elke fout wordt gemeld wanneer iemand hem ziet.", []),
        ("De mate waarin kwaliteit merkbaar is: iemand krijgt aandacht.", []),
        ("Zoalsvroeger is geen woord, maar het mag.", []),
        (" \n", ["empty-definition"]),
        ("Kwaliteit is wanneer er niets misgaat.", ["is-when"]),
        ("Wanneer er\nniets misgaat.", ["is-when"]),
        ("Dit is indien nodig.", ["is-when"]),
        ("Bijvoorbeeld een losse leuning.", ["example-as-definition"]),
        ("bv. een losse leuning", ["example-as-definition"]),
        ("Zoals een losse leuning.", ["example-as-definition"]),
        ("Kwaliteit is goede kwaliteit.", ["circular-definition"]),
        ("De kwaliteiten van onze kwaliteitszorg", ["circular-definition"]),
        ("Wanneer de kwaliteit goed is.", ["is-when", "circular-definition"]),
        ("leuning " * 60, []),
        ("leuning " * 61, ["long-definition"]),
    ],
)
def test_dutch_definitions(meaning: str, codes: list[str]) -> None:
    assert _codes(meaning, "nl", "kwaliteit") == codes
    assert _codes(meaning, "nl-BE", "kwaliteit") == codes


@pytest.mark.parametrize(
    ("meaning", "codes"),
    [
        ("That a resident notices that we take our time.", []),
        ("Every mistake is reported when somebody sees it.", []),
        ("Quality is when nothing goes wrong.", ["is-when"]),
        ("When nothing goes wrong.", ["is-when"]),
        ("This is where nothing goes wrong.", ["is-when"]),
        ("For example, a loose railing.", ["example-as-definition"]),
        ("E.g. a loose railing", ["example-as-definition"]),
        ("Quality of care is the quality of the care.", ["circular-definition"]),
    ],
)
def test_english_definitions(meaning: str, codes: list[str]) -> None:
    assert _codes(meaning, "en", "quality") == codes


def test_a_language_without_data_is_read_by_its_words_alone() -> None:
    assert _codes("Kwaliteit", "fy", "kwaliteit") == ["circular-definition"]
    assert _codes("Kwaliteit is wanneer it doocht.", "fy", "kwaliteit") == []


def test_the_sentence_names_the_term_and_the_place() -> None:
    partner = Partner("noord", "Noord", definitions={"kwaliteit": Definition("kwaliteit")})
    asked: list[tuple[Path, str]] = []

    def locate(path: Path, key: str) -> int:
        asked.append((path, key))
        return 12

    (finding,) = lint(_set("kwaliteit", partner, "nl", None), _FOLDER, locate)
    assert finding.message == "The meaning of “kwaliteit” says only “kwaliteit”."
    assert finding.remedy == "Explain it in other words."
    assert asked == [(_FOLDER / "partners/noord.toml", "definitions.kwaliteit.meaning")]


def _positioned(on: str) -> Partner:
    return Partner("noord", "Noord", positions={"kwaliteit": Position(on, Stand.CONSENT)})


@pytest.mark.parametrize(
    ("wording", "codes"),
    [("Samen.", []), ("Samen,\n", ["stale-position"]), ("", ["stale-position"])],
)
def test_a_position_on_an_earlier_wording(wording: str, codes: list[str]) -> None:
    agreement = Agreement("kwaliteit", draft=Draft(wording))
    termset = _set("kwaliteit", _positioned(fingerprint("Samen.")), "nl", agreement)
    found = lint(termset, _FOLDER, lambda *_: 3)
    assert [one.code for one in found] == codes
    assert all(one.place == "termsets/keten/partners/noord.toml:3" for one in found)


@pytest.mark.parametrize(
    ("stand", "reason", "codes"),
    [
        (Stand.OBJECTION, " ", ["missing-reason"]),
        (Stand.CONCERN, "", ["missing-reason"]),
        (Stand.CONCERN, "Who pays?", []),
        (Stand.STAND_ASIDE, "", []),
    ],
)
def test_a_concern_or_an_objection_without_its_reason(
    stand: Stand, reason: str, codes: list[str]
) -> None:
    position = Position(fingerprint("Samen."), stand, reason)
    partner = Partner("noord", "Noord", positions={"kwaliteit": position})
    agreement = Agreement("kwaliteit", draft=Draft("Samen."))
    found = lint(_set("kwaliteit", partner, "nl", agreement), _FOLDER, lambda *_: 3)
    assert [one.code for one in found] == codes


@pytest.mark.parametrize(
    ("meanings", "codes"),
    [
        ({"noord": fingerprint("Samen.")}, []),
        ({"noord": fingerprint("Alleen.")}, ["stale-outcome"]),
    ],
)
def test_an_outcome_that_its_words_have_overtaken(
    meanings: Mapping[str, str], codes: list[str]
) -> None:
    outcome = Outcome(OutcomeKind.DIFFER, meanings=meanings)
    partner = Partner("noord", "Noord", definitions={"kwaliteit": Definition("Samen.")})
    termset = _set("kwaliteit", partner, "nl", Agreement("kwaliteit", outcome=outcome))
    found = lint(termset, _FOLDER, lambda *_: 4)
    assert [one.code for one in found] == codes
    assert all(one.place == "termsets/keten/agreements/kwaliteit.toml:4" for one in found)


def test_a_term_that_is_no_longer_in_the_set_is_left_to_the_format_check() -> None:
    partner = Partner("noord", "Noord", definitions={"weg": Definition("Bijvoorbeeld.")})
    assert lint(_set("kwaliteit", partner, "nl", None), _FOLDER, lambda *_: 0) == ()
