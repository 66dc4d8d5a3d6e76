"""Documents that nobody makes by accident, and broken ones: a sentence, and soon."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from glossary.domain import UnreadableError
from glossary.formats.documents import read
from glossary.formats.whole_file import BYTES_PER_MB, MAX_MB
from tests.formats.documents import made

_LOL = b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (c + 1, b"&%c;" % c * 10) for c in range(97, 108)
)
BOMB = _LOL + b"]><x>&l;</x>"
MEGA = b"<x>" + b" " * 1_000_000 + b"</x>"


def bomb(path: Path) -> Path:
    return made.package(path, {f"word/part-{n}.xml": MEGA for n in range(150)})


def one_large_part(path: Path) -> Path:
    return made.package(path, {"content.xml": b"<x>" + b"<y/>" * 8_000_000 + b"</x>"})


def entities(path: Path) -> Path:
    return made.package(path, {"word/document.xml": BOMB, "content.xml": BOMB})


def entities_in_utf_16(path: Path) -> Path:
    part = BOMB.decode().replace("?>", " encoding='utf-16'?>", 1).encode("utf-16")
    return made.package(path, {"word/document.xml": part, "content.xml": part})


def deep(path: Path) -> Path:
    part = b"<x>" * 100_000 + b"</x>" * 100_000
    return made.package(path, {"word/document.xml": part, "content.xml": part})


def of(path: Path, body: str) -> Path:
    return made.word_of(path, body) if path.suffix == ".docx" else made.odt_of(path, body)


def many_paragraphs(path: Path) -> Path:
    return of(path, "<p/>" * 100_001)


def many_tags(path: Path) -> Path:
    return of(path, "<p>" + "<r/>" * 2_000_000 + "</p>")


def many_tags_of_another_name(path: Path) -> Path:
    return made.package(path, {"word/document.bin": b"\n<x>" + b"<y/>" * 2_000_000 + b"</x>"})


def no_zip(path: Path) -> Path:
    path.write_bytes(b"This is no zip. " * 1000)
    return path


def old_word(path: Path) -> Path:
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 1000)
    return path


def cut_off(path: Path) -> Path:
    whole = made.word(path).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def many_parts(path: Path) -> Path:
    path.write_bytes(made.many_parts())
    return path


def empty(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def a_zip_of_something_else(path: Path) -> Path:
    return made.package(path, {"readme.txt": b"hello"})


def too_large(path: Path) -> Path:
    with path.open("wb") as file:
        most = 100 if path.suffix in (".docx", ".odt") else MAX_MB
        os.truncate(file.fileno(), most * BYTES_PER_MB + 1)
    return path


BAD = (
    bomb, one_large_part, entities, entities_in_utf_16, deep, many_paragraphs,
    many_tags, many_tags_of_another_name, no_zip, old_word, cut_off, many_parts,
    empty, a_zip_of_something_else, too_large,
)  # fmt: skip


@pytest.mark.parametrize("kind", [".docx", ".odt"])
@pytest.mark.parametrize("make", BAD)
def test_it_is_refused_with_a_sentence(
    make: Callable[[Path], Path], kind: str, tmp_path: Path, figure: Callable[[str], None]
) -> None:
    path = make(tmp_path / f"plan{kind}")
    start = time.perf_counter()
    with pytest.raises(UnreadableError) as refused:
        read(path)
    figure(f"refusing {make.__name__} as {kind}: {time.perf_counter() - start:.2f} s")
    told = str(refused.value)
    assert f"plan{kind}" in told
    assert told.endswith(".")


@pytest.mark.parametrize("kind", [".docx", ".odt"])
def test_paragraphs_in_paragraphs_are_read_once(
    kind: str, tmp_path: Path, figure: Callable[[str], None]
) -> None:
    word = "<r><t>a</t></r>" if kind == ".docx" else "<span>a</span>"
    path = of(tmp_path / f"plan{kind}", "<p>" * 200 + word * 100_000 + "</p>" * 200)
    start = time.process_time()
    assert [one.text for one in read(path).paragraphs] == ["a" * 100_000]
    figure(f"reading paragraphs in paragraphs of {kind}: {time.process_time() - start:.2f} s")


@pytest.mark.parametrize("kind", [".md", ".txt", ".html"])
@pytest.mark.parametrize("make", [too_large, old_word])
def test_a_text_that_is_none_is_refused(
    make: Callable[[Path], Path], kind: str, tmp_path: Path
) -> None:
    told = "older kind" if make is old_word else "larger than 20 MB"
    with pytest.raises(UnreadableError, match=told):
        read(make(tmp_path / f"plan{kind}"))


@pytest.mark.parametrize("name", ["plan.pdf", "plan", "nothing.md", "pipe.md", "folder.md"])
def test_what_is_no_document_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if name.startswith("pipe"):
        os.mkfifo(path)
    elif name.startswith("folder"):
        path.mkdir()
    elif name.startswith("plan"):
        path.write_bytes(b"\0\1\2")
    with pytest.raises(UnreadableError):
        read(path)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        "> " * 50_000,
        "`" * 49_999 + "a",
        "a`" * 25_000,
        "<" * 50_000,
        "<!--" * 12_500,
        "<a " * 16_000,
        "<script>" * 6_000,
        "](" * 25_000,
        "](" + "(" * 50_000,
        "&" * 50_000,
        "|a" * 25_000 + "\n" + "|-" * 25_000,
        "<b>" * 16_000,
    ],
)
@pytest.mark.parametrize("kind", [".md", ".html"])
def test_signs_without_end_do_not_take_for_ever(
    text: str, kind: str, tmp_path: Path, figure: Callable[[str], None]
) -> None:
    path = tmp_path / f"plan{kind}"
    path.write_text(f"{text}\n\nregie\n", encoding="utf-8")
    start = time.process_time()
    read(path)
    figure(f"reading {text[:8]!r}… as {kind}: {time.process_time() - start:.2f} s")
