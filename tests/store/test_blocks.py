"""Blocks of any text: glued together they are the text, and they know the lines of keys."""

import tomllib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glossary.store.blocks import line_of, lines_of, scan
from glossary.store.keypath import KeyPath, dotted, parsed
from tests.store import SHARED

TOML = '''\
# comment
format = 1

[a.b] # [c]
text = """
[not.a.header]
key = "no" \\"""
""""
list = [
  "]", # ]
  ["x"],
]
last = '\\'
[["quoted key".'x.y']]
id = 1
[["quoted key".'x.y']]
id = 2
[["quoted key".'x.y'.sub]]
"d\\u00e9\\"" = {a = 1, b = [
{c = 2}]}
e.f = 1979-05-27
\r
["quoted key".'x.y'.more]
z = 1'''

_pieces = st.sampled_from(
    [*"[]'#{}.= ,", '"', '"""', "'''", "\\", "[[a]]", "[a.b]\n", "a=", "x=1", "\n", "\r\n", "é"]
)


@settings(max_examples=500)
@given(st.lists(_pieces, max_size=30).map("".join) | st.text())
@example(TOML)
def test_blocks_glued_together_are_the_text(text: str) -> None:
    assert "".join(block.text for block in scan(text)) == text
    assert all(block.text for block in scan(text))


def test_every_key_has_its_line() -> None:
    lines = {dotted(path): line for path, line in lines_of(TOML).items()}
    assert lines == {
        "format": 2,
        "a": 4,
        "a.b": 4,
        "a.b.text": 5,
        "a.b.list": 9,
        "a.b.last": 13,
        '"quoted key"': 14,
        '"quoted key"."x.y"': 14,
        '"quoted key"."x.y"[0]': 14,
        '"quoted key"."x.y"[0].id': 15,
        '"quoted key"."x.y"[1]': 16,
        '"quoted key"."x.y"[1].id': 17,
        '"quoted key"."x.y"[1].sub': 18,
        '"quoted key"."x.y"[1].sub[0]': 18,
        '"quoted key"."x.y"[1].sub[0]."dé\\""': 19,
        '"quoted key"."x.y"[1].sub[0].e': 21,
        '"quoted key"."x.y"[1].sub[0].e.f': 21,
        '"quoted key"."x.y"[1].more': 23,
        '"quoted key"."x.y"[1].more.z': 24,
    }


def test_a_key_inside_a_value_has_the_line_of_the_value() -> None:
    assert line_of(lines_of(TOML), parsed("a.b.list[1]")) == 9
    assert line_of(lines_of(TOML), parsed("a.b.absent")) == 4
    assert line_of(lines_of(TOML), parsed("absent")) == 0


@given(
    st.lists(st.text(), min_size=1).flatmap(
        lambda keys: st.tuples(*(st.just(key) | st.integers(0, 99) for key in keys))
    )
)
def test_dotted_paths_read_back(path: KeyPath) -> None:
    if isinstance(path[0], str) and all(path):
        assert parsed(dotted(path)) == path


def _paths(value: object, at: KeyPath = ()) -> set[KeyPath]:
    """Paths of all values that are no tables; those inside arrays of values as the array."""
    if isinstance(value, dict):
        return {path for key, item in value.items() for path in _paths(item, (*at, key))}
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        return {path for n, item in enumerate(value) for path in _paths(item, (*at, n))}
    return {at}


_SUITE = SHARED / "data" / "toml-test" / "tests" / "valid"


@pytest.mark.skipif(not _SUITE.is_dir(), reason=f"no TOML test files in {_SUITE}")
def test_every_value_of_the_official_files_is_found() -> None:
    seen = 0
    for file in sorted(_SUITE.rglob("*.toml")):
        try:
            text = file.read_bytes().decode().removeprefix("\ufeff")
            plain = tomllib.loads(text)
        except ValueError:
            continue  # TOML 1.1
        found = set(lines_of(text))
        for path in _paths(plain):
            inside = {path[:size] for size in range(1, len(path) + 1)}
            assert inside & found, (file, path)
            seen += 1
    assert seen > 500
