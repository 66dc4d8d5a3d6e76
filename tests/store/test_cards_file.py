"""cards.toml: the cards of a set, read as safely as its other files."""

from pathlib import Path

import pytest

from glossary.domain import NotFoundError
from glossary.domain.agreements import Phase
from glossary.domain.cards import Card, Sign, Warmth
from glossary.store.cards import shipped
from glossary.store.folder import FolderStore
from glossary.store.source import MAX_BYTES
from tests.store import lay_set

OWN = """\
format = 1
# van ons
[cards.pause]
title = "Koffie"
lines = ["Vijf minuten."]

[cards.own]
title = "Onze vraag"
lines = ["Wat zegt je moeder ervan?", "En je baas?"]
phases = ["compare"]
warmth = ["warm"]
signs = ["silent"]
"""


def lay(folder: Path, text: str | bytes) -> FolderStore:
    lay_set(folder, 'format = 1\nname = "Noord"\n')
    data = text if isinstance(text, bytes) else text.encode()
    (folder / "keten/cards.toml").write_bytes(data)
    return FolderStore(folder)


def test_own_cards_come_first_and_replace_those_with_their_id(tmp_path: Path) -> None:
    cards, findings = lay(tmp_path, OWN).cards("keten", "nl")
    assert findings == ()
    assert list(cards)[:2] == ["pause", "own"]
    assert cards["pause"] == Card("pause", "Koffie", ("Vijf minuten.",))
    assert cards["own"] == Card(
        "own",
        "Onze vraag",
        ("Wat zegt je moeder ervan?", "En je baas?"),
        (Phase.COMPARE,),
        (Warmth.WARM,),
        (Sign.SILENT,),
    )
    assert set(cards) == {*shipped("nl"), "own"}


def test_a_set_without_cards_has_those_of_the_program(tmp_path: Path) -> None:
    lay_set(tmp_path, 'format = 1\nname = "Noord"\n')
    store = FolderStore(tmp_path)
    assert store.cards("keten", "en") == (shipped("en"), ())
    with pytest.raises(NotFoundError):
        store.cards("anders", "en")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[cards", "syntax-error"),
        (b"\xff", "not-utf-8"),
        ("x = " + "[" * 200 + "]" * 200, "too-deep"),
        ("x = " + "9" * 5000, "number-too-long"),
        (b"#" * (MAX_BYTES + 1), "too-large"),
        ("format = 9\n", "format-too-new"),
    ],
)
def test_a_file_that_cannot_be_used_is_a_finding_and_never_in_the_way(
    tmp_path: Path, text: str | bytes, code: str
) -> None:
    store = lay(tmp_path, text)
    cards, findings = store.cards("keten", "en")
    assert cards == shipped("en")
    assert [one.code for one in findings] == [code]
    assert code in [one.code for one in store.check([tmp_path / "keten/cards.toml"])]
    assert code in [one.code for one in store.load("keten").findings]


def test_a_symlink_is_refused(tmp_path: Path) -> None:
    store = lay(tmp_path, OWN)
    path = tmp_path / "keten/cards.toml"
    secret = tmp_path / "secret.toml"
    path.rename(secret)
    path.symlink_to(secret)
    cards, findings = store.cards("keten", "en")
    assert cards == shipped("en")
    assert [one.code for one in findings] == ["symlink"]


@pytest.mark.parametrize(
    ("text", "code", "key"),
    [
        ("[cards.own]\nlines = []\n", "missing-key", "cards.own.title"),
        ("[cards.own]\ntitle = 'x'\n", "missing-key", "cards.own.lines"),
        ("[cards.Own]\ntitle = 'x'\nlines = []\n", "bad-id", "cards.Own"),
        (
            "[cards.own]\ntitle = 'x'\nlines = []\nwarmth = ['lauw']\n",
            "bad-choice",
            "cards.own.warmth[0]",
        ),
        ("[cards.own]\ntitle = 'x'\nlines = []\nkleur = 1\n", "unknown-key", "cards.own.kleur"),
        ("cards = 5\n", "wrong-type", "cards"),
        ("", "missing-key", "cards"),
    ],
)
def test_check_names_what_is_wrong_in_it(tmp_path: Path, text: str, code: str, key: str) -> None:
    store = lay(tmp_path, f"format = 1\n{text}")
    found = [(one.code, one.key) for one in store.check([tmp_path])]
    assert (code, key) in found
    assert store.cards("keten", "en").cards


def test_a_change_of_it_is_noticed(tmp_path: Path) -> None:
    store = lay(tmp_path, OWN)
    before = store.load("keten").version
    assert store.version("keten") == before
    (tmp_path / "keten/cards.toml").write_text("format = 1\n", encoding="utf-8")
    assert store.version("keten") != before


def test_it_gets_its_canonical_form_with_comments_kept(tmp_path: Path) -> None:
    store = lay(tmp_path, OWN.replace("# van ons\n", "\n\n\n# van ons\n"))
    path = tmp_path / "keten/cards.toml"
    assert path in list(store.files([tmp_path]))
    assert store.tidy(path, is_trial=False)
    text = path.read_text(encoding="utf-8")
    assert "# van ons\n" in text
    assert store.cards("keten", "nl").cards["own"].lines == (
        "Wat zegt je moeder ervan?",
        "En je baas?",
    )
    assert not store.tidy(path, is_trial=False)
