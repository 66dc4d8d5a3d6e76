"""Edits of files in another shape, with wrong values, or to what cannot be written."""

from dataclasses import replace
from pathlib import Path

import pytest

from glossary.domain import (
    Outcome,
    OutcomeKind,
    Partner,
    Position,
    RefusedError,
    Restatement,
    Stand,
)
from glossary.store.folder import FolderStore
from tests.store import PARTNER, Edit, define, edit, files_in, lay_set


@pytest.mark.parametrize(
    "body",
    [
        'definitions.kwaliteit.meaning = "Oud" # c\ndefinitions.kwaliteit.x = 1\n',
        'definitions = {kwaliteit = {meaning = "Oud", x = 1}} # c\n',
        '[definitions]\nkwaliteit.meaning = "Oud" # c\nkwaliteit.x = 1\n',
        '[definitions]\nkwaliteit = {meaning = "Oud", x = 1} # c\n',
        "[definitions.\"kwaliteit\"]\n\"meaning\" = '''Oud''' # c\nx = 1\n",
        ' [ definitions . kwaliteit ] # c\n\tmeaning="Oud"\n\tx = 1',
    ],
)
def test_other_shapes_are_edited_or_refused_but_never_spoiled(tmp_path: Path, body: str) -> None:
    path = lay_set(tmp_path, f'format = 1\nname = "Noord"\n{body}')
    text = edit(tmp_path, define(meaning="Nieuw", example="E"))
    text = edit(tmp_path, define("regie", meaning="Wie beslist"))
    assert "# c" in text
    assert "x = 1" in text
    text = edit(tmp_path, define(example=""))
    assert "Nieuw" in text
    text = edit(tmp_path, lambda partner: replace(partner, definitions={}))
    assert "Nieuw" not in path.read_text()


def test_wrong_values_elsewhere_stay_as_they_are(tmp_path: Path) -> None:
    wrong = (
        PARTNER.replace('name = "Gemeente Noord"', "name = 5")
        .replace('short = "Noord"', "short = {a = 1}")
        .replace('lenses = ["foutloos"]', 'lenses = ["foutloos", 7]\nupdated = "gisteren"')
        + '\n[[restatements]]\nterm = "regie"\nof = 3\n\n[ratings.kwaliteit]\ntemperature = 9\n'
    )
    lay_set(tmp_path, wrong)

    def change(partner: Partner) -> Partner:
        said = Restatement("regie", "delta", "0a", "Ja.")
        return replace(
            define(meaning="Aandacht.", lenses=("aandacht",))(partner), restatements=(said,)
        )

    text = edit(tmp_path, change)
    for kept in (
        "name = 5",
        "short = {a = 1}",
        '"aandacht", 7',
        'updated = "gisteren"',
        "of = 3",
        "temperature = 9",
    ):
        assert kept in text


def test_nothing_takes_the_place_of_a_wrong_value(tmp_path: Path) -> None:
    lay_set(tmp_path)
    path = tmp_path / "keten" / "agreements" / "regie.toml"
    path.parent.mkdir()
    path.write_text("format = 1\n\n[outcome]\nkin = 'parked'\nmeanings = 3\n")
    parked = Outcome(OutcomeKind.PARKED)
    store = FolderStore(tmp_path)
    store.update_agreement("keten", "regie", lambda now: replace(now, outcome=parked))
    assert store.load("keten").termset.agreement("regie").outcome == parked
    assert "kin = 'parked'" in path.read_text()
    assert "meanings" not in path.read_text()


def test_a_good_value_takes_the_place_of_a_wrong_one(tmp_path: Path) -> None:
    wrong = "\n[positions.kwaliteit]\non = 4\nreason = 'oud'\nnotitie = 'blijft'\n"
    lay_set(tmp_path, PARTNER + wrong)
    stand = Position("3f9a0c1d2e4b", Stand.CONSENT)
    text = edit(tmp_path, lambda partner: replace(partner, positions={"kwaliteit": stand}))
    assert text.endswith(
        '\n[positions.kwaliteit]\non = "3f9a0c1d2e4b"\nposition = "consent"\nnotitie = \'blijft\'\n'
    )


def test_a_definition_without_its_meaning_keeps_its_other_texts(tmp_path: Path) -> None:
    lay_set(tmp_path, PARTNER.replace('meaning = "Er gaat niets mis." # kort gehouden\n', ""))
    text = edit(tmp_path, define(meaning="Aandacht."))
    assert 'meaning = "Aandacht."' in text
    assert 'example = "Een leuning die op tijd vastzit."' in text


def test_the_same_value_writes_nothing(tmp_path: Path) -> None:
    path = lay_set(tmp_path)
    before = path.stat()
    edit(tmp_path, define(meaning="Er gaat niets mis."))
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert path.stat().st_ino == before.st_ino


def test_a_broken_file_is_refused_with_its_place(tmp_path: Path) -> None:
    path = lay_set(tmp_path, PARTNER + "definities = [\n")
    before = files_in(tmp_path)
    with pytest.raises(RefusedError, match=r"noord\.toml:\d+"):
        FolderStore(tmp_path).update_partner("keten", "noord", define(meaning="Nieuw"))
    assert files_in(tmp_path) == before
    assert path.exists()


@pytest.mark.parametrize(
    "change",
    [
        define(lenses=("Geen Id",)),
        define("../x", meaning="A"),
        define(meaning="half \ud800"),
        lambda partner: replace(partner, id="delta"),
        lambda partner: replace(partner, short=None),
    ],
    ids=["lens", "term", "surrogate", "id", "type"],
)
def test_what_would_not_read_back_is_refused(tmp_path: Path, change: Edit) -> None:
    lay_set(tmp_path)
    before = files_in(tmp_path)
    with pytest.raises(RefusedError, match=r"noord\.toml was not saved"):
        FolderStore(tmp_path).update_partner("keten", "noord", change)
    assert files_in(tmp_path) == before
