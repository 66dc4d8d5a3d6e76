"""What is wrong with a file: each finding has its file, key, line, sentence and remedy."""

from pathlib import Path

import pytest

from glossary.domain import Finding, Severity, UnreadableError
from glossary.store.folder import FolderStore
from tests.store import PARTNER, TERMSET, lay_set

HEAD = 'format = 1\nname = "Noord"\n'
PAST = "[[past_positions]]\nterm='{}'\non='0'\nposition='{}'"
VERDICT = "[[verdicts]]\nterm='regie'\nby='{}'\nfingerprint='0'\nverdict='yes'\n"


def _findings(folder: Path, text: str | bytes) -> list[Finding]:
    lay_set(folder, text)
    return list(FolderStore(folder).load("keten").findings)


@pytest.mark.parametrize(
    ("body", "code", "key", "line"),
    [
        ("short = 5", "wrong-type", "short", 3),
        ("definitions = 5", "wrong-type", "definitions", 3),
        ("restatements = 5", "wrong-type", "restatements", 3),
        ("restatements = [5]", "wrong-type", "restatements[0]", 3),
        ("\n[definitions]\nkwaliteit = 5", "wrong-type", "definitions.kwaliteit", 5),
        (
            "\n[definitions.kwaliteit]\nmeaning = 5",
            "wrong-type",
            "definitions.kwaliteit.meaning",
            5,
        ),
        ("[definitions.kwaliteit]\nbelief='a'", "missing-key", "definitions.kwaliteit.meaning", 3),
        (
            "[definitions.kwaliteit]\nmeaning='a'\nupdated='2026-11-23'",
            "wrong-type",
            "definitions.kwaliteit.updated",
            5,
        ),
        (
            "[definitions.kwaliteit]\nmeaning='a'\nupdated=2026-11-23T10:00:00",
            "wrong-type",
            "definitions.kwaliteit.updated",
            5,
        ),
        (
            "[definitions.kwaliteit]\nmeaning='a'\nlenses=[\n'foutloos',\n'Inzet']",
            "bad-id",
            "definitions.kwaliteit.lenses[1]",
            5,
        ),
        (
            "[definitions.kwaliteit]\nmeaning='''\na\n'''\nlenses=['inzet']",
            "unknown-lens",
            "definitions.kwaliteit.lenses[0]",
            7,
        ),
        ("[definitions.Regie]\nmeaning='a'", "bad-id", "definitions.Regie", 3),
        ("[definitions.'../x']\nmeaning='a'", "bad-id", 'definitions."../x"', 3),
        ("[definitions.con]\nmeaning='a'", "bad-id", "definitions.con", 3),
        ("[definitions.zorg]\nmeaning='a'", "unknown-term", "definitions.zorg", 3),
        ("[cases.kwaliteit]\nte-laat='nee'", "bad-choice", "cases.kwaliteit.te-laat", 4),
        ("[cases.kwaliteit]\nte-laat=true", "bad-choice", "cases.kwaliteit.te-laat", 4),
        ("[cases.kwaliteit]\nte-vroeg='no'", "unknown-case", "cases.kwaliteit.te-vroeg", 4),
        ("[ratings.kwaliteit]\nknow_after=6", "bad-rating", "ratings.kwaliteit.know_after", 4),
        ("[ratings.kwaliteit]\nknow_after=true", "bad-rating", "ratings.kwaliteit.know_after", 4),
        ("[ratings.kwaliteit]\nknow_after=2.0", "bad-rating", "ratings.kwaliteit.know_after", 4),
        (
            "[[restatements]]\nterm='regie'\nof='west'\nof_fingerprint='0'\ntext='a'",
            "unknown-partner",
            "restatements[0].of",
            5,
        ),
        (
            VERDICT.format("delta") + VERDICT.format("west"),
            "unknown-partner",
            "verdicts[1].by",
            10,
        ),
        ("[positions.regie]\non='0'", "missing-key", "positions.regie.position", 3),
        (PAST.format("regie", "wel"), "bad-choice", "past_positions[0].position", 6),
        (PAST.format("zorg", "consent"), "unknown-term", "past_positions[0].term", 4),
        (
            "[[past_positions]]\non='0'\nposition='consent'",
            "missing-key",
            "past_positions[0].term",
            3,
        ),
    ],
)
def test_a_wrong_value_is_named_and_the_rest_still_loads(
    tmp_path: Path, body: str, code: str, key: str, line: int
) -> None:
    [finding] = _findings(tmp_path, HEAD + body + "\n")
    assert (finding.code, finding.key, finding.line) == (code, key, line)
    assert finding.path == tmp_path / "keten/partners/noord.toml"
    assert finding.severity is Severity.ERROR
    assert key in finding.message
    assert finding.remedy
    partner = FolderStore(tmp_path).load("keten").termset.partners["noord"]
    assert partner.name == "Noord"


@pytest.mark.parametrize(
    ("text", "code", "key", "line"),
    [
        ('format = 1\nname = "A"\nshort = "Veel te lang"\n', "long-short-name", "short", 3),
        ('format = 1\nname = "A"\nshort = "漢字漢字漢"\n', "long-short-name", "short", 3),
        (HEAD + "[draft]\n[draft.a]\nb=1\n", "unknown-key", "draft", 3),
        (HEAD + "[ratings.regie]\nknow=1\n", "unknown-key", "ratings.regie.know", 4),
        ('name = "A"\n', "format-missing", "format", 0),
    ],
)  # fmt: skip
def test_a_warning_keeps_nothing_from_being_used(
    tmp_path: Path, text: str, code: str, key: str, line: int
) -> None:
    [finding] = _findings(tmp_path, text)
    assert (finding.code, finding.key, finding.line) == (code, key, line)
    assert finding.severity is Severity.WARNING


def test_a_text_may_be_as_long_as_one_that_is_typed(tmp_path: Path) -> None:
    start = HEAD + f"[definitions.regie]\nmeaning='{'é' * 10_000}'\n"
    [finding] = _findings(tmp_path, start + f"source='{'é' * 10_001}'\n")
    assert (finding.code, finding.key) == ("long-text", "definitions.regie.source")
    assert (finding.line, finding.severity) == (5, Severity.WARNING)


def test_a_bad_word_lists_the_allowed_ones(tmp_path: Path) -> None:
    [finding] = _findings(tmp_path, HEAD + "[cases.kwaliteit]\nte-laat='nee'\n")
    assert '"yes", "no", "depends"' in finding.message


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ('format = 1\nname = "A\n', "syntax-error", 2, 10),
        ('format = 1\r\nname = "A\r\n', "syntax-error", 2, 10),
        ('format = 1\nname = """A\n', "syntax-error", 2, 12),
        ("format = 1\nname = Noord\n", "syntax-error", 2, 8),
        ("format = 1\nname\n", "syntax-error", 2, 5),
        ("format = 1\nformat = 1\n", "syntax-error", 2, 11),
        (b'\xef\xbb\xbfformat = 1\nname = "\xff"\n', "not-utf-8", 2, 9),
        (b'format = 1\n# \xc3\xa9 \xe9\nname = "A"\n', "not-utf-8", 2, 5),
        ("format = 2\n", "format-too-new", 1, 0),
        ("format = 99999999999999999999999\n", "format-too-new", 1, 0),
    ],
)
def test_a_broken_file_is_one_finding_and_the_others_load(
    tmp_path: Path, text: str | bytes, code: str, line: int, column: int
) -> None:
    [finding] = _findings(tmp_path, text)
    assert (finding.code, finding.line, finding.column) == (code, line, column)
    assert finding.message
    assert finding.remedy
    assert list(FolderStore(tmp_path).load("keten").termset.partners) == ["delta"]


def test_a_partner_whose_file_is_broken_is_still_known(tmp_path: Path) -> None:
    lay_set(tmp_path)
    (tmp_path / "keten/partners/delta.toml").write_text("name = \n")
    codes = [finding.code for finding in FolderStore(tmp_path).load("keten").findings]
    assert codes == ["syntax-error", "unknown-key"]


def test_double_lenses_and_cases_are_named(tmp_path: Path) -> None:
    double = '\n[[terms.regie.lenses]]\nid = "a"\nlabel = "A"\n' * 2
    double += '\n[[terms.regie.cases]]\nid = "a"\ntext = "A"\n' * 2
    lay_set(tmp_path, HEAD, TERMSET + double)
    found = [(one.code, one.key, one.line) for one in FolderStore(tmp_path).load("keten").findings]
    assert found == [
        ("duplicate-id", "terms.regie.lenses[1].id", 25),
        ("duplicate-id", "terms.regie.cases[1].id", 33),
    ]


def test_agreements_name_who_and_what_is_not_there(tmp_path: Path) -> None:
    lay_set(tmp_path, HEAD)
    agreements = tmp_path / "keten/agreements"
    agreements.mkdir()
    (agreements / "regie.toml").write_text("""\
format = 1
phase = "ready"
revealed = 2026-11-23

[[differences]]
between = ["noord", "west"]
kind = "scope"

[[objections]]
partner = "oost"
on = "0"
text = "Nee."
disposition = "open"

[outcome]
kind = "shared"

[outcome.meanings]
zuid = "0"
""")
    (agreements / "zorg.toml").write_text('format = 1\nphase = "draft"\n')
    found = [(one.code, one.key, one.line) for one in FolderStore(tmp_path).load("keten").findings]
    assert found == [
        ("bad-choice", "phase", 2),
        ("wrong-type", "revealed", 3),
        ("unknown-partner", "differences[0].between[1]", 6),
        ("unknown-partner", "objections[0].partner", 10),
        ("unknown-partner", "outcome.meanings.zuid", 19),
        ("unknown-term", "", 0),
    ]


def test_a_partner_that_left_is_told_once_and_what_was_said_to_it_stays(tmp_path: Path) -> None:
    lay_set(tmp_path, HEAD)
    agreements = tmp_path / "keten/agreements"
    agreements.mkdir()
    (agreements / "kwaliteit.toml").write_text("""\
format = 1
phase = "compare"
order = ["weg", "noord"]
letters = ["noord", "weg"]

[[objections]]
partner = "weg"
on = "0"
text = "Nee."
disposition = "open"
""")
    found = FolderStore(tmp_path).load("keten").findings
    assert [(one.code, one.key, one.severity) for one in found] == [
        ("partner-left", "order[0]", Severity.WARNING)
    ]


def test_a_merge_that_was_not_finished_is_called_that(tmp_path: Path) -> None:
    marks = '<<<<<<< HEAD\nname = "A"\n=======\nname = "B"\n>>>>>>> other\n'
    (found,) = _findings(tmp_path, f"format = 1\n{marks}")
    assert (found.code, found.line) == ("merge-unfinished", 2)
    assert "two versions" in found.message
    assert "<<<<<<<, ======= and >>>>>>>" in found.remedy


@pytest.mark.parametrize("text", [None, "format = \n", "format = 2\n"])
def test_a_set_needs_its_termset_file(tmp_path: Path, text: str | None) -> None:
    lay_set(tmp_path, HEAD)
    path = tmp_path / "keten/termset.toml"
    path.unlink()
    if text is not None:
        path.write_text(text)
    store = FolderStore(tmp_path)
    with pytest.raises(UnreadableError, match=r"termset\.toml"):
        store.load("keten")
    [finding] = store.check([])
    assert finding.path == path


def test_stray_files_are_named_when_they_look_meant(tmp_path: Path) -> None:
    lay_set(tmp_path, HEAD)
    partners = tmp_path / "keten/partners"
    silent = ("README.md", ".west.toml.swp", ".west.toml.0a.tmp", "west.toml~", "logo.png")
    for name in (*silent, "west.toml.txt", "West.toml", "Noord.toml", "west (1).toml", "oost.TOML"):
        (partners / name).write_text(HEAD)
    (partners / "zuid.toml").mkdir()
    found = {(one.path.name, one.code) for one in FolderStore(tmp_path).load("keten").findings}
    assert found == {
        ("west.toml.txt", "stray-file"),
        ("oost.TOML", "stray-file"),
        ("West.toml", "bad-id"),
        ("Noord.toml", "twin-file"),
        ("west (1).toml", "bad-id"),
        ("zuid.toml", "unreadable"),
    }


def test_a_good_file_has_no_findings(tmp_path: Path) -> None:
    good = PARTNER.replace("intern-nummer = 12 # van het projectbureau\n", "")
    assert _findings(tmp_path, good) == []
