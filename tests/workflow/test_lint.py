from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.domain import (
    Agreement,
    Answer,
    Definition,
    Disposition,
    Draft,
    Objection,
    Outcome,
    OutcomeKind,
    Partner,
    Position,
    Restatement,
    Severity,
    Stand,
    Term,
    TermSet,
    Verdict,
    Vocabulary,
    fingerprint,
)
from glossary.workflow.lint import lint
from tests.workflow.conftest import TODAY

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
    found = lint(_set(term, partner, language, None), _FOLDER)
    for finding in found:
        assert finding.severity is Severity.WARNING
        assert finding.place == "termsets/keten/partners/noord.toml"
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
        ("Degelijkheid.", ["only-synonyms"]),
        ("De degelijkheid of\ndeugdelijkheid", ["only-synonyms"]),
        ("Topkwaliteit.", []),  # a kind of it
        ("Deuren, ramen en daken.", []),  # what falls under it
        ("Goed vakmanschap.", []),
        ("1. Dat niets misgaat. 2. Dat mensen tevreden zijn.", ["two-definitions"]),
        ("Niets gaat mis: 1. in de zorg, 2. erbuiten.", []),
        ("Dat niets misgaat; het betekent ook dat er aandacht is.", ["two-definitions"]),
        ("Aandacht, ook als het druk is.", []),
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
        ("The excellence or goodness.", ["only-synonyms"]),
        ("(1) no mistakes; (2) attention for people", ["two-definitions"]),
        ("That nothing goes wrong. It may also refer to our attention.", ["two-definitions"]),
        ("It also means one thing that nobody sees.", []),
    ],
)
def test_english_definitions(meaning: str, codes: list[str]) -> None:
    assert _codes(meaning, "en", "quality") == codes


def test_a_language_without_data_is_read_by_its_words_alone() -> None:
    assert _codes("Kwaliteit", "fy", "kwaliteit") == ["circular-definition"]
    assert _codes("Kwaliteit is wanneer it doocht.", "fy", "kwaliteit") == []
    assert _codes("Deugd.", "fy", "kwaliteit") == []


def test_the_sentence_names_the_term_and_the_place() -> None:
    partner = Partner("noord", "Noord", definitions={"kwaliteit": Definition("kwaliteit")})
    (finding,) = lint(_set("kwaliteit", partner, "nl", None), _FOLDER)
    assert finding.message == "The meaning of “kwaliteit” says only “kwaliteit”."
    assert finding.remedy == "Explain it in other words."
    assert finding.path == _FOLDER / "partners/noord.toml"
    assert finding.key == "definitions.kwaliteit.meaning"


def _positioned(on: str) -> Partner:
    return Partner("noord", "Noord", positions={"kwaliteit": Position(on, Stand.CONSENT)})


@pytest.mark.parametrize(
    ("wording", "codes"),
    [("Samen.", []), ("Samen,\n", ["stale-position"]), ("", ["stale-position"])],
)
def test_a_position_on_an_earlier_wording(wording: str, codes: list[str]) -> None:
    agreement = Agreement("kwaliteit", draft=Draft(wording))
    termset = _set("kwaliteit", _positioned(fingerprint("Samen.")), "nl", agreement)
    found = lint(termset, _FOLDER)
    assert [one.code for one in found] == codes
    assert all(one.place == "termsets/keten/partners/noord.toml" for one in found)


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
    found = lint(_set("kwaliteit", partner, "nl", agreement), _FOLDER)
    assert [one.code for one in found] == codes


@pytest.mark.parametrize(
    ("wording", "stand", "codes"),
    [
        ("Samen.", Stand.OBJECTION, ["not-integrated"]),
        ("Samen.", Stand.CONSENT, []),
        ("Samen en nu.", Stand.OBJECTION, ["stale-position"]),
    ],
)
def test_an_objection_that_is_said_to_be_integrated_in_the_same_wording(
    wording: str, stand: Stand, codes: list[str]
) -> None:
    on = fingerprint("Samen.")
    partner = Partner("noord", "Noord", positions={"kwaliteit": Position(on, stand, "Te vaag.")})
    made = (
        Objection("noord", fingerprint("Eerder."), "Te kort.", Disposition.INTEGRATED),
        Objection("noord", on, "Te vaag.", Disposition.INTEGRATED),
    )
    agreement = Agreement("kwaliteit", draft=Draft(wording), objections=made)
    found = lint(_set("kwaliteit", partner, "nl", agreement), _FOLDER)
    assert [one.code for one in found] == codes
    if codes == ["not-integrated"]:
        assert found[0].place == "termsets/keten/agreements/kwaliteit.toml"
        assert found[0].key == "objections[1].disposition"


@pytest.mark.parametrize(
    ("meanings", "codes"),
    [
        ({"noord": fingerprint("Het samen doen.")}, []),
        ({"noord": fingerprint("Het alleen doen.")}, ["stale-outcome"]),
        ({"noord": "0", "weg": "0"}, []),  # that one is not there is told elsewhere
    ],
)
def test_an_outcome_that_its_words_have_overtaken(
    meanings: Mapping[str, str], codes: list[str]
) -> None:
    outcome = Outcome(OutcomeKind.DIFFER, meanings=meanings)
    partner = Partner("noord", "Noord", definitions={"kwaliteit": Definition("Het samen doen.")})
    termset = _set("kwaliteit", partner, "nl", Agreement("kwaliteit", outcome=outcome))
    found = lint(termset, _FOLDER)
    assert [one.code for one in found] == codes
    assert all(one.place == "termsets/keten/agreements/kwaliteit.toml" for one in found)


def test_an_abbreviation_may_be_written_out() -> None:
    vocabulary = Vocabulary("Keten", "nl", terms={"arc": Term("arc", "ARC")})
    partner = Partner("noord", "Noord", definitions={"arc": Definition("Archiefwet.")})
    assert lint(TermSet("keten", vocabulary, {"noord": partner}), _FOLDER) == ()


_MEANING = "Dat niets misgaat."
_SAID = Restatement("kwaliteit", "delta", fingerprint(_MEANING), "Geen fouten.")
_BEFORE = Restatement("kwaliteit", "delta", "0a1b2c3d4e5f", "Wel fouten.")
_HEARD = Verdict("kwaliteit", "noord", fingerprint(_SAID.text), Answer.YES)


@pytest.mark.parametrize(
    ("restatements", "verdicts", "found"),
    [
        ((_SAID,), (_HEARD,), []),
        ((_BEFORE, _SAID), (_HEARD,), []),
        ((_BEFORE,), (), [("stale-restatement", "restatements[0].of_fingerprint")]),
        (
            (_BEFORE, replace(_BEFORE, text="Fouten.")),
            (),
            [("stale-restatement", "restatements[1].of_fingerprint")],
        ),
        ((replace(_BEFORE, of="weg"), replace(_BEFORE, term="weg")), (), []),
        ((), (_HEARD,), [("stale-verdict", "verdicts[0].fingerprint")]),
        (
            (_SAID,),
            (_HEARD, replace(_HEARD, fingerprint="0a1b2c3d4e5f")),
            [("stale-verdict", "verdicts[1].fingerprint")],
        ),
        ((), (replace(_HEARD, by="weg"), replace(_HEARD, term="weg")), []),
        ((_SAID, replace(_SAID, date=TODAY)), (), [("duplicate-entry", "restatements[1]")]),
        ((_SAID,), (_HEARD, _HEARD), [("duplicate-entry", "verdicts[1]")]),
        (
            (_SAID,),
            (_HEARD, replace(_HEARD, verdict=Answer.NO)),
            [("double-verdict", "verdicts[1].fingerprint")],
        ),
    ],
)
def test_restatements_and_answers(
    restatements: tuple[Restatement, ...],
    verdicts: tuple[Verdict, ...],
    found: list[tuple[str, str]],
) -> None:
    definition = Definition(_MEANING)
    noord = Partner("noord", "Noord", restatements=restatements)
    delta = Partner("delta", "Delta", definitions={"kwaliteit": definition}, verdicts=verdicts)
    vocabulary = Vocabulary("Keten", "nl", terms={"kwaliteit": _TERMS["kwaliteit"]})
    termset = TermSet("keten", vocabulary, {"delta": delta, "noord": noord})
    assert [(one.code, one.key) for one in lint(termset, _FOLDER)] == found


def test_names_that_nobody_can_tell_apart() -> None:
    terms = {key: Term(key, label) for key, label in (("zorg", "Zorg"), ("z", "zorg"), ("a", "A"))}
    partners = {
        "delta": Partner("delta", "Café  Delta", short="D"),
        "noord": Partner("noord", "cafe\u0301 delta"),
        "west": Partner("west", "West", short="d"),
        "zuid": Partner("zuid", "Zuid", short="West"),
    }
    termset = TermSet("keten", Vocabulary("Keten", "nl", terms=terms), partners)
    found = lint(termset, _FOLDER)
    assert [(one.code, one.path.name, one.key) for one in found] == [
        ("same-name", "termset.toml", "terms.z.label"),
        ("same-name", "noord.toml", "name"),
        ("same-name", "west.toml", "short"),
    ]
    assert "“delta”" in found[1].message


def test_a_term_that_is_no_longer_in_the_set_is_left_to_the_format_check() -> None:
    partner = Partner("noord", "Noord", definitions={"weg": Definition("Bijvoorbeeld.")})
    assert lint(_set("kwaliteit", partner, "nl", None), _FOLDER) == ()
