"""Files of real projects, good and bad: each comes in or is refused with a clear sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest

from glossary.domain import UnreadableError
from glossary.formats.headers import Columns
from glossary.formats.registry import IMPORTERS
from glossary.workflow.import_rows import ImportPlan, Incoming, plan_import

_DATA = Path(__file__).parents[3] / "shared" / "data" / "import"

pytestmark = pytest.mark.skipif(not _DATA.is_dir(), reason=f"no real input: {_DATA} is absent")

# Per file: terms, partners, definitions, and what was left out.
_FOUND = {
    "contextive/cap-collectif.definitions.yml": (33, 13, 33, 0),
    "contextive/sharpino.definitions.yml": (11, 2, 11, 0),
    "contextive/tabsets.glossary.yml": (1, 1, 1, 0),
    "contextive/university.glossary.yml": (12, 1, 12, 0),
    "datahub/datahub_example.business_glossary.yml": (8, 3, 8, 0),
    # Gender stands twice in one node
    "datahub/datahub_sample_pii.business_glossary.yml": (23, 2, 23, 1),
    "datahub/grapgen.business_glossary.yml": (14, 4, 14, 0),
    "datahub/learn-dbt.business_glossary.yml": (2, 1, 2, 0),
    # Entries in Zulu alone, and two definitions in Spanish alone
    "tbx/Example_Astronomy_DCA_VALID.tbx": (39, 1, 36, 8),
    "tbx/Example_Astronomy_DCT_VALID.tbx": (39, 1, 36, 8),
    "tbx/cjay_dita_terminology.tbx": (8, 1, 1, 0),
    # Empty terms
    "tbx/fromSDL_tbx.tbx": (223, 0, 0, 44),
    "tbx/fromSDL_tbx_dct.tbx": (223, 0, 0, 44),
    "tbx/glosario_span417a_core.tbx": (136, 0, 0, 3),
    "tbx/medtronic_TBX_dct.tbx": (3, 0, 0, 0),
    "tbx/ltac_test_files/basic_good.tbx": (39, 1, 36, 8),
    "tbx/ltac_test_files/basic_bad.tbx": (39, 1, 36, 9),
    "tbx/ltac_test_files/core_structure_good.tbx": (39, 0, 0, 6),
    "tbx/ltac_test_files/core_structure_bad.tbx": (39, 0, 0, 6),
    "tbx/ltac_test_files/min_good.tbx": (39, 0, 0, 6),
    "tbx/ltac_test_files/min_bad.tbx": (39, 0, 0, 6),
}
_BROKEN = "tbx/ltac_test_files/poorly_formed_xml.tbx"


def _read(name: str, of_partner: str | None = None) -> Incoming:
    kind, _slash, rest = name.partition("/")
    return IMPORTERS[kind].read(_DATA / f"import_{kind}" / rest, Columns(of_partner=of_partner))


def _planned(name: str, of_partner: str | None = None) -> ImportPlan:
    return plan_import(None, _read(name, of_partner))


def test_every_file_is_tried() -> None:
    there = {
        f"{kind}/{path.relative_to(folder).as_posix()}"
        for kind in ("contextive", "datahub", "tbx")
        for folder in [_DATA / f"import_{kind}"]
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".md"
    }
    assert there == {*_FOUND, _BROKEN}


@pytest.mark.parametrize("name", _FOUND)
def test_a_real_file_comes_in(name: str) -> None:
    plan = _planned(name, "Wij" if name.startswith("tbx") else None)
    counts = (len(plan.new_terms), len(plan.new_partners), len(plan.new_definitions))
    assert (*counts, len(plan.left_out)) == _FOUND[name]
    assert all(one.place.words and one.reason for one in plan.left_out)


@pytest.mark.parametrize("name", ["Example_Astronomy_DCA_VALID.tbx", "cjay_dita_terminology.tbx"])
def test_definitions_that_are_nobodys_are_refused_with_the_remedy(name: str) -> None:
    with pytest.raises(UnreadableError, match=r"line \d+: the file does not say whose .* --of"):
        _read(f"tbx/{name}")


def test_broken_xml_is_refused_with_the_element_that_is_open() -> None:
    with pytest.raises(UnreadableError, match=r"line 42, column 8: .* <term> of line 41 is open"):
        _read(_BROKEN)


def _told(name: str) -> list[str]:
    remarks = _read(f"tbx/ltac_test_files/{name}.tbx", "Wij").remarks
    return [one.split(".tbx, ", 1)[1] for one in remarks if ".tbx, line" in one]


@pytest.mark.parametrize("name", ["basic_good", "core_structure_good", "min_good"])
def test_nothing_is_said_of_files_that_keep_the_rules(name: str) -> None:
    assert _told(name) == []


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("basic_bad", [24, 26, 69, 97, 140]),
        ("core_structure_bad", [15, 21, 27, 27, 28, 32, 46]),
        ("min_bad", [21, 21, 41, 803]),
    ],
)
def test_each_breach_of_the_rules_is_told_with_its_line_and_element(
    name: str, lines: list[int]
) -> None:
    told = _told(name)
    assert [int(one.split()[1].rstrip(":")) for one in told] == lines
    assert all("<" in one for one in told)


def test_definitions_keep_their_words_their_source_and_their_example() -> None:
    row = _read("tbx/Example_Astronomy_DCA_VALID.tbx", "Wij").rows[0]
    assert (row.place.words, row.term, row.partner) == ("line 56", "open cluster", "Wij")
    assert row.definition.meaning == (
        "A group of stars formed together in the spiral arms of a galaxy."
    )
    assert row.definition.source == "Oxford2007"
    assert row.definition.example.startswith("Over 1100 open clusters are known")


def test_both_styles_of_one_file_say_the_same() -> None:
    dca, dct = (
        _read(f"tbx/Example_Astronomy_{style}_VALID.tbx", "Wij") for style in ("DCA", "DCT")
    )
    assert [one.definition for one in dca.rows] == [one.definition for one in dct.rows]
    assert dca.terms == dct.terms


def test_variants_and_the_dutch_translation_come_along() -> None:
    terms = {one.label: one for one in _read("tbx/medtronic_TBX_dct.tbx").terms}
    assert terms["audible alert"].variants == ("audible notification",)
    assert terms["audible alert"].translation == "hoorbaar alarm"


def test_the_language_that_is_wanted_is_read() -> None:
    path = _DATA / "import_tbx" / "medtronic_TBX_dct.tbx"
    incoming = IMPORTERS["tbx"].read(path, Columns(language="nl"))
    assert incoming.language == "nl"
    assert incoming.terms[1].label == "hoorbaar alarm"
    assert incoming.terms[1].translation == "audible alert"


def test_it_takes_no_time_at_all(figure: Callable[[str], None]) -> None:
    import time

    begin = time.process_time()
    for name in _FOUND:
        _read(name, "Wij")
    figure(f"{len(_FOUND)} real catalogues read: {time.process_time() - begin:.2f} s of processor")
