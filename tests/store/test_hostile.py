"""Files made to do harm, and files that are merely odd: refused or read, never a traceback."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.domain import (
    Definition,
    GlossaryError,
    Partner,
    RefusedError,
    TermSet,
    UnreadableError,
    Vocabulary,
)
from glossary.store.folder import FolderStore
from glossary.store.source import MAX_BYTES, BrokenFileError, source_of
from tests.store import files_in, lay_set

HEAD = 'format = 1\nname = "Noord"\n'


def _codes(folder: Path, data: str | bytes) -> list[str]:
    lay_set(folder, data)
    store = FolderStore(folder)
    found = store.load("keten").findings
    assert store.check([]) == found
    return [finding.code for finding in found]


_LONG = '"""\n[a]\n[[b]]\nlenses = ["c"]\n"""'


@pytest.mark.parametrize(("depth", "is_read"), [(98, True), (100, True), (101, False)])
@pytest.mark.parametrize(
    "text",
    [
        "x = NEST\n",
        '[a]\nlenses = ["b", "c"]\n[[d]]\nx = NEST\n[e]\nlenses = []\n',
        f"text = {_LONG}\n[a]\nx = NEST\n[b]\ntext = {_LONG}\n",
        'x = [\n["]"], \'a\',\n[]\n, "[b]", NEST]\n',
    ],
)
def test_lists_are_read_as_deep_as_is_told_whatever_stands_around_them(
    text: str, depth: int, is_read: bool
) -> None:
    around = text.startswith("x = [\n")
    nest = "[" * (depth - around) + "]" * (depth - around)
    data = text.replace("NEST", nest).encode()
    if is_read:
        assert "x" in str(source_of(Path("a.toml"), data).plain)
        return
    with pytest.raises(BrokenFileError) as refused:
        source_of(Path("a.toml"), data)
    assert refused.value.finding.code == "too-deep"


BOMBS = {
    "arrays": ("x = " + "[" * 50_000, "too-deep"),
    "closed arrays": ("x = " + "[" * 101 + "]" * 101, "too-deep"),
    "inline tables": ("x = " + "{a=" * 20_000, "too-deep"),
    "a key": ("a." * 20_000 + "a = 1", "too-deep"),
    "a quoted key": ("'a' . " * 20_000 + "a = 1", "too-deep"),
    "a heading": ("[" + "a." * 20_000 + "a]", "too-deep"),
    "a number": ("x = " + "9" * 5_000, "number-too-long"),
    "size": ("x = '" + "a" * MAX_BYTES + "'", "too-large"),
    "keys": ("".join(f"k{n} = 1\n" for n in range(100_000)), "too-large"),
    "headings": ("[[restatements]]\n" * 100_000, "too-large"),
    "a list": ("x = [" + "''," * 100_000 + "]", "too-large"),
    "empty lines": ("\n" * 1_000_000, "too-large"),
    "quotes": ('x = "' * 90_000, "syntax-error"),
    "backslashes": ('x = """' + "\\" * 200_001, "syntax-error"),
    "escapes": ('x = "' + '\\"' * 100_000, "syntax-error"),
    "a word": ("a" * 1_000_000, "syntax-error"),
    "dots": ("." * 1_000_000, "syntax-error"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused(tmp_path: Path, name: str) -> None:
    data, code = BOMBS[name]
    assert _codes(tmp_path, HEAD + data + "\n") == [code]


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("x = " + "[" * 101, "3:105"),
        ("x = 1\nx.y" + ".z" * 40 + " = 1", "4:2"),
        ("x = 12\ny = " + "9" * 5_000, "4:5"),
        ('x = """open\n\n', "3:12"),
        ("x = [1,\n", "3:8"),
    ],
)
def test_it_is_said_where(tmp_path: Path, lines: str, place: str) -> None:
    path = lay_set(tmp_path, HEAD + lines)
    [finding] = FolderStore(tmp_path).load("keten").findings
    assert finding.place == f"{path}:{place}"


def test_texts_and_comments_are_long_rather_than_many(tmp_path: Path) -> None:
    text = "= [1, 2], {'a'} # " * 40_000
    assert _codes(tmp_path, f'{HEAD}x = "{text}"\n# {text}') == ["unknown-key"]


def test_a_file_is_not_made_too_large_to_read(tmp_path: Path) -> None:
    path = lay_set(tmp_path, HEAD + "\n" * 99_985)
    before = path.read_bytes()
    more = {f"t{n}": Definition("x") for n in range(10)}
    with pytest.raises(RefusedError, match=r"would become too large\. .* 100,000 keys"):
        FolderStore(tmp_path).update_partner(
            "keten", "noord", lambda now: replace(now, definitions=more)
        )
    assert path.read_bytes() == before


def test_a_hundred_megabytes_are_not_read(tmp_path: Path) -> None:
    path = lay_set(tmp_path, HEAD)
    with path.open("r+b") as file:
        file.truncate(100_000_000)
    [finding] = FolderStore(tmp_path).load("keten").findings
    assert finding.code == "too-large"


def test_brackets_in_texts_and_many_headings_are_not_deep(tmp_path: Path) -> None:
    text = HEAD + '[definitions.regie]\nmeaning = "' + "[" * 500 + ' \\""\n'
    text += "belief = '''\n" + "{[" * 500 + "'''\n# " + "[" * 500
    assert _codes(tmp_path, text) == []


def test_a_hundred_levels_are_enough(tmp_path: Path) -> None:
    assert _codes(tmp_path, HEAD + "x = " + "[" * 100 + "]" * 100) == ["unknown-key"]


HOSTILE_IDS = [
    *("", ".", "..", "../west", "../../west", "/tmp/west", "partners/west", "a/b", "a\\b", "a\0b"),
    *(
        "con",
        "nul",
        "com1",
        "CON",
        "West",
        "wést",
        "we\u0301st",
        "west ",
        " west",
        "west.",
        "-west",
    ),
    *(
        "west\n",
        "we\u202est",
        "\ufeffwest",
        "x" * 64,
        "x" * 5000,
        ".git/hooks/x",
        "~",
        "$HOME",
        "*",
    ),
    *(
        "west.toml",
        "west:stream",
        "|west",
        "\ud800",
        "..%2fwest",
        "%2e%2e/west",
        "west\r",
        "\x1b[2J",
    ),
]


@pytest.mark.parametrize("own_id", HOSTILE_IDS)
def test_hostile_ids_write_nothing_anywhere(tmp_path: Path, own_id: str) -> None:
    inner = tmp_path / "inner"
    lay_set(inner)
    store = FolderStore(inner)
    before, names = files_in(tmp_path), sorted(tmp_path.rglob("*"))
    attempts = (
        lambda: store.add_partner("keten", Partner(own_id, "West")),
        lambda: store.create(TermSet(own_id, Vocabulary("T", "nl"))),
        lambda: store.create(
            TermSet("nieuw", Vocabulary("T", "nl"), {own_id: Partner(own_id, "W")})
        ),
        lambda: store.add_partner(own_id, Partner("west", "West")),
        lambda: store.update_partner("keten", own_id, lambda now: replace(now, name="X")),
        lambda: store.update_partner(own_id, "noord", lambda now: replace(now, name="X")),
        lambda: store.update_agreement(
            "keten", own_id, lambda now: replace(now, draft=replace(now.draft, wording="X"))
        ),
        lambda: store.update_partner(
            "keten", "noord", lambda now: replace(now, definitions={own_id: Definition("x")})
        ),
    )
    for attempt in attempts:
        with pytest.raises(GlossaryError):
            attempt()
        assert files_in(tmp_path) == before
        assert sorted(tmp_path.rglob("*")) == names


@pytest.mark.parametrize("link", ["keten", "keten/partners", "keten/agreements"])
def test_linked_folders_are_neither_read_nor_written(tmp_path: Path, link: str) -> None:
    inner, outer = tmp_path / "inner", tmp_path / "outer"
    lay_set(inner)
    target = inner / link
    if target.exists():
        target.rename(outer)
    else:
        outer.mkdir()
    target.symlink_to(outer, target_is_directory=True)
    before = files_in(tmp_path)
    store = FolderStore(inner)
    for attempt in (
        lambda: store.update_partner("keten", "noord", lambda now: replace(now, name="X")),
        lambda: store.update_agreement(
            "keten", "regie", lambda now: replace(now, draft=replace(now.draft, wording="X"))
        ),
        lambda: store.add_partner("keten", Partner("west", "West")),
    ):
        with suppress(GlossaryError):
            attempt()
    new = {name for name in files_in(tmp_path) if name not in before}
    assert not any(name.startswith("outer") for name in new)
    assert files_in(outer) == {n[6:]: data for n, data in before.items() if n.startswith("outer/")}
    assert [one.code for one in store.check([]) if one.path == target] == ["symlink"]


def _rename(store: FolderStore) -> None:
    store.update_partner("keten", "noord", lambda now: replace(now, name="X"))


def _retitle(store: FolderStore) -> None:
    store.update_vocabulary("keten", lambda now: replace(now, title="X"))


@pytest.mark.parametrize(
    ("name", "change"), [("termset.toml", _retitle), ("partners/noord.toml", _rename)]
)
def test_linked_files_are_neither_read_nor_written(
    tmp_path: Path, name: str, change: Callable[[FolderStore], None]
) -> None:
    inner = tmp_path / "inner"
    lay_set(inner)
    path = inner / "keten" / name
    path.rename(tmp_path / "secret.toml")
    path.symlink_to(tmp_path / "secret.toml")
    before = files_in(tmp_path)
    store = FolderStore(inner)
    with pytest.raises(GlossaryError):
        change(store)
    assert files_in(tmp_path) == before
    assert path.is_symlink()
    assert (path, "symlink") in [(one.path, one.code) for one in store.check([])]
    with suppress(UnreadableError):
        assert "noord" not in store.load("keten").termset.partners


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    import os

    path = lay_set(tmp_path)
    path.unlink()
    os.mkfifo(path)
    [finding] = FolderStore(tmp_path).load("keten").findings
    assert finding.code == "not-a-file"


def test_a_path_through_a_link_is_told_and_not_followed(tmp_path: Path) -> None:
    inner, outer = tmp_path / "inner", tmp_path / "outer"
    lay_set(inner)
    lay_set(outer, "[[[")
    partners = inner / "keten" / "partners"
    partners.rename(tmp_path / "partners")
    partners.symlink_to(outer / "keten" / "partners", target_is_directory=True)
    store = FolderStore(inner)
    for path in (partners, partners / "noord.toml"):
        assert [(one.path, one.code) for one in store.check([path])] == [(partners, "symlink")]
    with pytest.raises(UnreadableError, match="symbolic link"):
        list(store.files([partners]))


def test_a_file_of_a_linked_set_is_not_put_in_order(tmp_path: Path) -> None:
    lay_set(tmp_path / "outer")
    (tmp_path / "keten").symlink_to(tmp_path / "outer" / "keten", target_is_directory=True)
    with pytest.raises(UnreadableError, match="symbolic link"):
        list(FolderStore(tmp_path).files([tmp_path / "keten" / "partners" / "noord.toml"]))
