"""The canonical form: the same values, the same comments in their places, and stable."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.domain import RefusedError
from glossary.store.blocks import BlockKind, scan
from glossary.store.files import AGREEMENT_FILE, PARTNER_FILE, VOCABULARY_FILE, FileKind
from glossary.store.formatting import formatted
from glossary.store.render import new_text
from glossary.store.source import BrokenFileError, source_of
from tests.store import SHARED
from tests.store.strategies import agreements, partners, vocabularies

_PATH = Path("partners/noord.toml")


def _formatted(text: str | bytes, kind: FileKind = PARTNER_FILE) -> bytes:
    data = text.encode() if isinstance(text, str) else text
    result = formatted(source_of(_PATH, data), kind.record)
    assert formatted(source_of(_PATH, result), kind.record) == result
    return result


MESSY = '''\
# Van Noord

name = 'Noord'
# de eerste versie
format=1
   extra = [ 1,   2 ]   # eigen lijstje
# ^ niet aankomen

# ---- standpunten ----

[positions.regie]   # nog eens vragen
# zie verslag
reason = """
Wie \\
   betaalt?"""
position = "concern"
on = "0"



[definitions]

[definitions.regie]
updated = 2026-11-23
lenses = ["a", "b"]
meaning = 'Wie beslist "nu".' # kort
# ooit langer


# open einde
'''

NEAT = """\
# Van Noord

# de eerste versie
format = 1
name = "Noord"
extra = [ 1,   2 ] # eigen lijstje
# ^ niet aankomen

[definitions.regie]
meaning = "Wie beslist \\"nu\\"." # kort
# ooit langer

lenses = ["a", "b"]
updated = 2026-11-23

# ---- standpunten ----

[positions.regie] # nog eens vragen
on = "0"
position = "concern"
# zie verslag
reason = "Wie betaalt?"

# open einde
"""


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_keys_in_order_and_comments_where_they_belong(eol: str, bom: bytes) -> None:
    data = bom + MESSY.replace("\n", eol).encode()
    assert _formatted(data) == bom + NEAT.replace("\n", eol).encode()


LONG = "woord " * 7
QUOTED = f'"{LONG}"'


@pytest.mark.parametrize(
    ("text", "neat"),
    [
        ("", ""),
        ("\n\n# leeg\n\n", "# leeg\n"),
        ("# over alles\n\n\n[cases.a]\nx = 'no'", '# over alles\n\n[cases.a]\nx = "no"\n'),
        ("# bij de naam\nname='a'\nformat=1", 'format = 1\n# bij de naam\nname = "a"\n'),
        (
            "[positions]\n# nog geen\n\n[cases]\n# ook niet",
            "[cases]\n# ook niet\n\n[positions]\n# nog geen\n",
        ),
        # dotted keys and tables in one line become plain tables
        (
            "# a\ndefinitions.regie.meaning = 'x' # b\ndefinitions.regie.belief = 'y'\n",
            '[definitions.regie]\n# a\nmeaning = "x" # b\nbelief = "y"\n',
        ),
        (
            "# a\ndefinitions = {regie = {belief = 'y', meaning = 'x'}} # b\n# c\n",
            '# a\n[definitions] # b\n# c\n\n[definitions.regie]\nmeaning = "x"\nbelief = "y"\n',
        ),
        (
            "verdicts = [{by = 'a', term = 'b'}, {}]\nmijn = {a.b = 1, c = [{}]}\n",
            """\
[[verdicts]]
term = "b"
by = "a"

[[verdicts]]

[mijn.a]
b = 1

[[mijn.c]]
""",
        ),
        ("x = [ # een\n 'a' ]\nname='n'", "name = \"n\"\nx = [ # een\n 'a' ]\n"),
        ('x = [\n"a", "é,]"\n\n,]', 'x = ["a", "é,]"]\n'),
        (
            f"x = {[LONG] * 5}",
            f"x = [\n    {QUOTED}, {QUOTED},\n    {QUOTED}, {QUOTED},\n    {QUOTED},\n]\n",
        ),
        ('x = ["a\\nb"]', 'x = [\n    """\na\nb""",\n]\n'),
        ("z = 1979-05-27 07:32:00Z\nx = 0xff", "z = 1979-05-27 07:32:00Z\nx = 0xff\n"),
        ('["a.b".c]\n"d e" = 1', '["a.b".c]\n"d e" = 1\n'),
    ],
)
def test_odd_shapes(text: str, neat: str) -> None:
    assert _formatted(text).decode() == neat
    assert tomllib.loads(neat) == tomllib.loads(text)


@pytest.mark.parametrize("text", ["a = 1\ndraft = [\n# waarom\n{wording = 'x'}]\n"])
def test_a_comment_that_no_table_can_keep_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(RefusedError, match=r"noord\.toml:2 .*comment"):
        _formatted(text)


def _commented(draw: st.DrawFn, text: str) -> str:
    """The text with comments, empty lines and unknown keys put in everywhere."""
    out: list[str] = []
    for n, block in enumerate(scan(text)):
        what = draw(st.sampled_from(["", "", "free", "above", "behind", "below", "key", "gap"]))
        line = block.text
        if what == "behind" and block.kind is not BlockKind.GAP:
            line = line.removesuffix("\n") + f"  #behind {n}\n"
        before = {"free": f"\n# free {n}\n\n", "above": f"# above {n}\n", "gap": "\n\n"}
        after = {"below": f"# below {n}\n\n", "key": f'x-{n} = ["keep", {n}] # own {n}\n'}
        out += [before.get(what, ""), line]
        out += [after.get(what, "")] if block.kind is not BlockKind.GAP else []
    return "".join(out)


def _shuffled(draw: st.DrawFn, text: str) -> str:
    """The text with the tables, and the keys in each, in another order."""
    sections: list[list[str]] = [[]]
    for block in scan(text):
        if block.kind is BlockKind.HEADER:
            sections.append([])
        sections[-1].append(block.text)
    first, *rest = [
        "".join([*lines[:1], *draw(st.permutations(lines[1:]))] if n else lines)
        for n, lines in enumerate(sections)
    ]
    # The items of arrays of tables have to stay in order, with what is in them.
    if "[[" not in text:
        rest = draw(st.permutations(rest))
    return "".join([first, *rest])


@st.composite
def _files(draw: st.DrawFn, values: st.SearchStrategy[Any], kind: FileKind) -> str:
    text = _shuffled(draw, new_text(kind.plain(draw(values))))
    return _commented(draw, text)


def _comments(text: str) -> Counter[str]:
    lines = [line for line in text.splitlines() if "#" in line]
    marks = (line.rpartition("#")[2].strip() for line in lines)
    words = ("free", "above", "behind", "below", "own")
    return Counter(mark for mark in marks if mark.startswith(words))


def _check(text: str, kind: FileKind) -> None:
    result = _formatted(text, kind).decode()
    assert tomllib.loads(result) == tomllib.loads(text)
    assert (
        kind.read("noord", tomllib.loads(result))[0] == kind.read("noord", tomllib.loads(text))[0]
    )
    assert _comments(result) == _comments(text)
    for before, after in ((text, result), (result, text)):
        assert _homes(before) >= _homes(after)


def _homes(text: str) -> set[tuple[str, Any]]:
    """The comments directly above or behind a key or heading, each with where that stands."""
    blocks = scan(text)
    homes: set[tuple[str, Any]] = set()
    for n, block in enumerate(blocks):
        if block.kind is BlockKind.GAP:
            continue
        if "#behind" in block.text or "# own" in block.text:
            homes.add((block.text.rpartition("#")[2].strip(), block.path))
        above = blocks[n - 1].text if n else ""
        if above.startswith("# above"):
            homes.add((above.strip("# \n"), block.path))
    return homes


@settings(max_examples=80)
@given(_files(partners("noord"), PARTNER_FILE))
def test_any_partner(text: str) -> None:
    _check(text, PARTNER_FILE)


@settings(max_examples=80)
@given(_files(agreements("noord"), AGREEMENT_FILE))
def test_any_agreement(text: str) -> None:
    _check(text, AGREEMENT_FILE)


@settings(max_examples=80)
@given(_files(vocabularies, VOCABULARY_FILE))
def test_any_vocabulary(text: str) -> None:
    _check(text, VOCABULARY_FILE)


@settings(max_examples=80)
@given(partners("noord"))
def test_new_files_are_canonical(partner: Any) -> None:
    text = new_text(PARTNER_FILE.plain(partner))
    assert _formatted(text).decode() == text


def test_the_official_toml_files() -> None:
    folder = SHARED / "data" / "toml-test" / "tests" / "valid"
    if not folder.is_dir():
        pytest.skip(f"LOUD: {folder} is absent")
    done = 0
    for file in sorted(folder.rglob("*.toml")):
        data = file.read_bytes()
        try:
            result = _formatted(data)
        except (BrokenFileError, RefusedError):
            continue
        text = result.decode()
        before, after = (source_of(_PATH, one).plain for one in (data, text.encode()))
        assert repr(_sorted(before)) == repr(_sorted(after)), file
        done += 1
    assert done >= 200


def _sorted(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return [_sorted(item) for item in value] if isinstance(value, list) else value
