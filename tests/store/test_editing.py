"""Edits of files that people keep by hand: nothing but the intended lines changes."""

import datetime as dt
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.domain import (
    Agreement,
    CaseAnswer,
    Lens,
    Outcome,
    OutcomeKind,
    Partner,
    Phase,
    Position,
    Restatement,
    Stand,
    Vocabulary,
)
from glossary.store.folder import FolderStore
from tests.store import PARTNER, TERMSET, define, edit, lay_set


def _git(folder: Path, *args: str) -> str:
    command = ["git", "-c", "core.autocrlf=false", "-c", "user.name=t", "-c", "user.email=t@t"]
    run = subprocess.run([*command, *args], cwd=folder, check=True, capture_output=True)
    return run.stdout.decode()


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
@pytest.mark.parametrize("eol", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_git_diff_shows_only_the_changed_field(tmp_path: Path, eol: str, bom: bytes) -> None:
    path = lay_set(tmp_path, bom + PARTNER.replace("\n", eol).encode())
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-qm", "first")
    edit(tmp_path, define(example='Een leuning, "vast".'))
    diff = _git(tmp_path, "diff", "--unified=0", "--no-color").splitlines(keepends=True)
    changed = [line for line in diff if line[0] in "+-" and not line.startswith(("+++", "---"))]
    end = eol.replace("\n", "") + "\n"
    assert "".join(changed) == (
        f'-example = "Een leuning die op tijd vastzit."{end}'
        f'+example = "Een leuning, \\"vast\\"."{end}'
    )
    assert path.read_bytes().startswith(bom + b"# Wat wij bedoelen")


def test_a_changed_text_keeps_the_comment_behind_it(tmp_path: Path) -> None:
    lay_set(tmp_path)
    text = edit(tmp_path, define(meaning="Aandacht."))
    assert text == PARTNER.replace('"Er gaat niets mis."', '"Aandacht."')


@pytest.mark.parametrize("eol", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_text_of_several_lines_gets_the_line_ends_of_the_file(tmp_path: Path, eol: str) -> None:
    lay_set(tmp_path, PARTNER.replace("\n", eol).encode())
    text = edit(tmp_path, define(meaning="Eerst dit,\ndan dat."))
    new = '"""\nEerst dit,\ndan dat."""'
    assert text == PARTNER.replace('"Er gaat niets mis."', new).replace("\n", eol)


def test_mixed_line_ends_stay_mixed(tmp_path: Path) -> None:
    mixed = PARTNER.replace('"kwaliteit"\nof', '"kwaliteit"\r\nof').replace(
        "gehouden\n", "gehouden\r\n"
    )
    lay_set(tmp_path, mixed)
    text = edit(tmp_path, define(meaning="A\nB", belief="Wij geloven het."))
    expected = mixed.replace('"Er gaat niets mis."', '"""\r\nA\r\nB"""').replace(
        "gehouden\r\n", 'gehouden\r\nbelief = "Wij geloven het."\r\n'
    )
    assert text == expected


def test_a_new_key_comes_at_its_canonical_place(tmp_path: Path) -> None:
    lay_set(tmp_path)
    text = edit(tmp_path, define(counterexample="Een stapel papier.", updated=dt.date(2026, 11, 3)))
    expected = PARTNER.replace(
        'vastzit."\n', 'vastzit."\ncounterexample = "Een stapel papier."\n'
    ).replace('["foutloos"]\n', '["foutloos"]\nupdated = 2026-11-03\n')
    assert text == expected


def test_new_tables_come_with_their_kind(tmp_path: Path) -> None:
    lay_set(tmp_path)

    def change(partner: Partner) -> Partner:
        stand = Position("3f9a0c1d2e4b", Stand.CONSENT)
        said = Restatement("regie", "delta", "0a1b2c3d4e5f", "Dat jullie beslissen.")
        return replace(
            define("regie", meaning="Wie beslist.")(partner),
            cases={**partner.cases, "regie": {"bel": CaseAnswer.YES}},
            restatements=(*partner.restatements, said),
            positions={"kwaliteit": stand},
        )

    text = edit(tmp_path, change)
    expected = (
        PARTNER.replace(
            '["foutloos"]\n', '["foutloos"]\n\n[definitions.regie]\nmeaning = "Wie beslist."\n'
        ).replace('te-laat = "no"\n', 'te-laat = "no"\n\n[cases.regie]\nbel = "yes"\n')
        + '\n[[restatements]]\nterm = "regie"\nof = "delta"\nof_fingerprint = "0a1b2c3d4e5f"\n'
        + 'text = "Dat jullie beslissen."\n'
        + '\n[positions.kwaliteit]\non = "3f9a0c1d2e4b"\nposition = "consent"\n'
    )
    assert text == expected


def test_a_removed_key_takes_its_own_comment_along(tmp_path: Path) -> None:
    lay_set(tmp_path)
    text = edit(tmp_path, define(example=""))
    assert text == PARTNER.replace(
        '# ooit stond hier meer\nexample = "Een leuning die op tijd vastzit."\n', ""
    )


def test_a_removed_table_leaves_no_comment_on_the_next_one(tmp_path: Path) -> None:
    lay_set(tmp_path)
    text = edit(tmp_path, lambda partner: replace(partner, definitions={}))
    start, end = PARTNER.index("# besproken"), PARTNER.index("# ---- gevallen")
    assert text == PARTNER[:start] + PARTNER[end:]


def test_a_removed_last_table_leaves_no_empty_lines_behind(tmp_path: Path) -> None:
    lay_set(tmp_path)
    text = edit(tmp_path, lambda partner: replace(partner, restatements=()))
    assert text == PARTNER[: PARTNER.index("\n[[restatements]]")]


def test_the_first_comment_of_a_file_survives_everything(tmp_path: Path) -> None:
    lay_set(tmp_path, "# Over dit bestand\nshort = 'N'\nname = 'Noord'\nformat = 1\n")
    text = edit(tmp_path, lambda partner: replace(partner, short=""))
    assert text == "# Over dit bestand\nname = 'Noord'\nformat = 1\n"


def test_tables_that_are_mixed_stay_where_they_are(tmp_path: Path) -> None:
    mixed = """\
format = 1
name = "Noord"
[definitions.a]
meaning = "A"
[[restatements]] # eerst
term = "a"
of = "delta"
of_fingerprint = "0"
text = "Een."
[definitions.b]
meaning = "B"
[[verdicts]]
term = "a"
by = "delta"
fingerprint = "1"
verdict = "no"
[[restatements]] # toen
term = "b"
of = "delta"
of_fingerprint = "0"
text = "Twee."
"""
    lay_set(tmp_path, mixed)

    def change(partner: Partner) -> Partner:
        first, second = partner.restatements
        return replace(
            define("c", meaning="C")(define("b", meaning="BB")(partner)),
            restatements=(replace(second, text="Nul."), first, replace(second, text="Drie.")),
        )

    text = edit(tmp_path, change)
    assert "# eerst" in text
    assert text.index('"BB"') < text.index("[definitions.c]") < text.index("[[verdicts]]")
    assert text.index('"Nul."') < text.index('"Een."') < text.index('"Drie."')


def test_comments_inside_a_list_stay(tmp_path: Path) -> None:
    lay_set(
        tmp_path,
        PARTNER.replace(
            '["foutloos"]', '[\n  "foutloos", # van Jan\n  # nog kiezen\n  "inzet",\n]'
        ),
    )
    text = edit(tmp_path, define(lenses=("foutloos", "aandacht", "inzet")))
    assert '"foutloos", # van Jan' in text
    assert "# nog kiezen" in text
    text = edit(tmp_path, define(lenses=("foutloos",)))
    assert '"foutloos", # van Jan' in text


def test_lenses_and_terms_are_added_in_termset_toml(tmp_path: Path) -> None:
    lay_set(tmp_path)
    store = FolderStore(tmp_path)
    lens = Lens("inzet", "Er is hard gewerkt")

    def add(vocabulary: Vocabulary) -> Vocabulary:
        term = vocabulary.terms["kwaliteit"]
        term = replace(term, lenses=(*term.lenses, lens), variants=("kwaliteiten",))
        return replace(vocabulary, about="Ons werk", terms={**vocabulary.terms, term.id: term})

    store.update_vocabulary("keten", add)
    expected = (
        TERMSET.replace('language = "nl"\n', 'language = "nl"\nabout = "Ons werk"\n')
        .replace('label = "kwaliteit"\n', 'label = "kwaliteit"\nvariants = ["kwaliteiten"]\n')
        .replace(
            '"incident"]\n',
            '"incident"]\n\n[[terms.kwaliteit.lenses]]\nid = "inzet"\n'
            'label = "Er is hard gewerkt"\n',
        )
    )
    assert (tmp_path / "keten/termset.toml").read_text() == expected


def test_an_agreement_is_made_changed_and_reopened(tmp_path: Path) -> None:
    lay_set(tmp_path)
    store = FolderStore(tmp_path)
    outcome = Outcome(OutcomeKind.SHARED, meanings={"noord": "9c8b7a6f5e4d"})

    def close(agreement: Agreement) -> Agreement:
        return replace(agreement, phase=Phase.CLOSED, outcome=outcome)

    store.update_agreement("keten", "kwaliteit", close)
    path = tmp_path / "keten/agreements/kwaliteit.toml"
    assert path.read_text() == (
        'format = 1\nphase = "closed"\n\n[outcome]\nkind = "shared"\n\n'
        '[outcome.meanings]\nnoord = "9c8b7a6f5e4d"\n'
    )
    path.write_text("# verslag\n" + path.read_text())
    store.update_agreement(
        "keten", "kwaliteit", lambda now: replace(now, phase=Phase.DRAFT, outcome=None)
    )
    assert path.read_text() == '# verslag\nformat = 1\nphase = "draft"\n'


def test_an_untouched_agreement_makes_no_file(tmp_path: Path) -> None:
    lay_set(tmp_path)
    assert FolderStore(tmp_path).update_agreement("keten", "regie", lambda now: now) == Agreement(
        "regie"
    )
    assert not (tmp_path / "keten/agreements").exists()
