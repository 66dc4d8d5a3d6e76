"""Files that are made to take a reader down: refused with a sentence, in well under a second."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from glossary.domain import UnreadableError
from glossary.formats.headers import Columns
from glossary.formats.registry import IMPORTERS
from tests.faults import IS_FULL
from tests.formats.catalogue_files import SUFFIXES, refusal

_LAUGHS = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
_YAML: dict[str, tuple[str | bytes, str]] = {
    "a list in itself": ("contexts: &a\n- name: x\n  terms: *a\n", "line 3: “*a” stands inside"),
    "a list of itself": ("contexts: &a [*a]\n", "line 1: “*a” stands inside"),
    "a billion laughs": (f"a0: &a0 [x, x]\n{_LAUGHS}contexts: *a29\n", "more than 100000 parts"),
    "one long list, often": (
        f"a: &a [{'x,' * 90_000}x]\ncontexts: [{'*a,' * 90_000}*a]\n",
        "more than 100000 parts",
    ),
    "deep brackets": ("contexts: " + "[" * 1_000_000, "nest"),
    "deep braces": ("contexts: " + "{a: " * 100_000, "nested deeper than 40 levels"),
    "deep lines": ("".join(" " * n + "a:\n" for n in range(3_000)), "nested deeper than 40"),
    "a million terms": ("contexts:\n" + "- name: a\n" * 1_000_000, "more than 100000 parts"),
    "code to run": (
        "contexts: []\nx: !!python/object/apply:os.system ['touch ran']\n",
        "holds no terms",
    ),
    "a NUL": ("contexts:\0", "is no YAML"),
    "no UTF-8": (b"contexts:\n- name: caf\xe9\n", "not written in UTF-8"),
    "the same name twice": ("contexts: []\ncontexts: []\n", "line 2: “contexts” stands twice"),
    "two documents": ("contexts: []\n---\ncontexts: []\n", "line 2: a second document"),
    "a colon in a text": ("contexts:\n- name: a: b\n", "line 2, column 10: this is no YAML"),
    "nothing": ("", "has no “contexts:” at its top"),
    "a reference to nothing": ("contexts: *nobody\n", "line 1: “*nobody” is not there"),
}
_ENTITIES = '<!ENTITY a0 "lol">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
)
_ATTRIBUTES = " ".join(f"a{n}='x'" for n in range(200_000))
_XML: dict[str, tuple[str | bytes, str]] = {
    "a billion laughs": (f"<!DOCTYPE x [{_ENTITIES}]><tbx>&a11;</tbx>", "DOCTYPE"),
    "one long entity, often": (
        f'<!DOCTYPE x [<!ENTITY a "{"a" * 100_000}">]><tbx>{"&a;" * 100_000}</tbx>',
        "DOCTYPE",
    ),
    "a file of ours": (
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><tbx>&a;</tbx>',
        "DOCTYPE",
    ),
    "a type from elsewhere": (
        '<!DOCTYPE martif SYSTEM "http://127.0.0.1:9/x"><martif/>',
        "DOCTYPE",
    ),
    "a type in UTF-16": ('<!DOCTYPE martif SYSTEM "x"><martif/>'.encode("utf-16"), "DOCTYPE"),
    "deep elements": ("<tbx>" + "<a>" * 2_000_000, "nested deeper than 40 levels"),
    "a million entries": ("<tbx>" + "<conceptEntry/>" * 1_000_000, "more than 100000 parts"),
    "many attributes": (f"<tbx {_ATTRIBUTES}/>", "more than"),
    "a text without end": (b"<tbx><p>" + b"x\n" * 9_000_000, "the text in <p> does not end"),
    "an attribute without end": (b"<tbx a='" + b"x" * 19_000_000, "no well-formed XML"),
    "an entity that nobody knows": ("<tbx>&nbsp;</tbx>", "line 1, column 6"),
    "an encoding that nobody knows": ('<?xml version="1.0" encoding="x"?><tbx/>', "encoding"),
    "something else": ("<html/>", "line 1: <html> is not the beginning of a TBX file"),
    "nothing": ("", "no well-formed XML"),
    "packed": (b"\x1f\x8b\x08\0abc", "no well-formed XML"),
    "other files": (
        '<tbx xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/passwd"/></tbx>',
        "holds no terms",
    ),
}
_CSV: dict[str, tuple[str | bytes, str]] = {
    "a quotation without end": ('parent,name,description\n,a,"b', "line 2: this is no row"),
    "a cell without end": (f"parent,name,description\n,a,{'x' * 1_000_000}", "line 2: this is no"),
    "a million terms": ("parent,name,description\n" + ",b,c\n" * 1_000_000, "more than 100000"),
    "another table": ("a,b\n1,2\n", "no glossary of OpenMetadata"),
    "nothing": ("", "no glossary of OpenMetadata"),
}
_ALL = [("contextive", name) for name in _YAML] + [("tbx", name) for name in _XML]
_ALL += [("openmetadata", name) for name in _CSV]
_TEXTS: Mapping[str, Mapping[str, tuple[str | bytes, str]]] = {
    "contextive": _YAML,
    "tbx": _XML,
    "openmetadata": _CSV,
}


@pytest.mark.parametrize(("name", "bomb"), _ALL, ids=lambda each: each.replace(" ", "-"))
def test_a_bomb_is_refused_with_its_place(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    figure: Callable[[str], None],
    name: str,
    bomb: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    text, told = _TEXTS[name][bomb]
    begin = time.process_time()
    assert told in refusal(tmp_path, name, text)
    spent = time.process_time() - begin
    figure(f"{name}, {bomb}: refused in {spent:.2f} s of processor")
    assert spent < 1 or not IS_FULL
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("name", SUFFIXES)
def test_a_hundred_megabytes_are_refused_unread(
    tmp_path: Path, figure: Callable[[str], None], name: str
) -> None:
    path = tmp_path / f"file{SUFFIXES[name]}"
    with path.open("wb") as file:
        file.truncate(100_000_001)
    begin = time.process_time()
    with pytest.raises(UnreadableError, match="larger than 20 MB: split it into parts"):
        IMPORTERS[name].read(path, Columns())
    figure(f"{name}, 100 MB: refused in {time.process_time() - begin:.2f} s of processor")


@pytest.mark.parametrize("name", SUFFIXES)
def test_a_folder_and_a_file_that_is_not_there_are_sentences(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableError, match="is no file"):
        IMPORTERS[name].read(tmp_path, Columns())
    with pytest.raises(UnreadableError, match="cannot be read"):
        IMPORTERS[name].read(tmp_path / "absent", Columns())
