"""Random edits on commented files: the intended value, and everything else still there."""

import tempfile
import tomllib
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.domain import Agreement, Definition, Partner, Vocabulary
from glossary.store.blocks import BlockKind, scan
from glossary.store.editing import update
from glossary.store.files import AGREEMENT_FILE, PARTNER_FILE, VOCABULARY_FILE, FileKind
from glossary.store.render import new_text
from tests.store.strategies import agreements, partners, vocabularies

_EXAMPLES = 60


def _commented(draw: st.DrawFn, text: str) -> tuple[str, list[str]]:
    """The text with free-standing comments, comments at lines, and unknown keys put in.

    Gives the marks of the free-standing comments as well.
    """
    out: list[str] = []
    free: list[str] = []
    for n, block in enumerate(scan(text)):
        what = draw(st.sampled_from(["", "", "free", "above", "behind", "key"]))
        line = block.text
        if what == "free" and block.kind is BlockKind.HEADER:
            free.append(f"# free {n}")
            out.append(f"\n# free {n}\n\n")
        elif what == "above" and block.kind is not BlockKind.GAP:
            out.append(f"# above {n}\n")
        elif what == "behind" and block.kind is not BlockKind.GAP:
            line = line.removesuffix("\n") + f" # behind {n}\n"
        out.append(line)
        if what == "key" and block.kind is BlockKind.HEADER:
            out.append(f'x-{n} = ["keep", {n}] # unknown {n}\n')
    if draw(st.booleans()):
        free.append("# free end")
        out.append("\n# free end")
    return "".join(out), free


def _with_ends(draw: st.DrawFn, text: str) -> bytes:
    style = draw(st.sampled_from(["lf", "crlf", "mixed"]))
    if style == "crlf":
        text = text.replace("\n", "\r\n")
    elif style == "mixed":
        lines = text.split("\n")
        text = "".join(
            line + ("" if n == len(lines) - 1 else draw(st.sampled_from(["\n", "\r\n"])))
            for n, line in enumerate(lines)
        )
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + text.encode()


@st.composite
def _files(draw: st.DrawFn, values: st.SearchStrategy[Any], kind: FileKind) -> Any:
    value = draw(values)
    text, free = _commented(draw, new_text(kind.plain(value)))
    return value, _with_ends(draw, text), free


def _saved(data: bytes, kind: FileKind, before: object, after: object) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "noord.toml"
        path.write_bytes(data)

        def change(now: object) -> object:
            assert now == before
            return after

        update(path, kind, "noord", change)
        saved = path.read_bytes()
    assert saved.startswith(b"\xef\xbb\xbf") == data.startswith(b"\xef\xbb\xbf")
    text = saved.decode().removeprefix("\ufeff")
    assert kind.read("noord", tomllib.loads(text))[0] == after
    return text


def _check_edit(file: Any, kind: FileKind, after: object) -> None:
    before, data, free = file
    text = _saved(data, kind, before, after)
    for mark in free:
        assert mark in text
    if b"\n" not in data.replace(b"\r\n", b""):
        assert "\n" not in text.replace("\r\n", "")
    if b"\r\n" not in data:
        assert "\r\n" not in text


@settings(max_examples=_EXAMPLES)
@given(_files(partners("noord"), PARTNER_FILE), partners("noord"))
def test_any_partner_becomes_any_other(file: Any, after: Partner) -> None:
    _check_edit(file, PARTNER_FILE, after)


@settings(max_examples=_EXAMPLES)
@given(_files(agreements("noord"), AGREEMENT_FILE), agreements("noord"))
def test_any_agreement_becomes_any_other(file: Any, after: Agreement) -> None:
    _check_edit(file, AGREEMENT_FILE, after)


@settings(max_examples=_EXAMPLES)
@given(_files(vocabularies, VOCABULARY_FILE), vocabularies)
def test_any_vocabulary_becomes_any_other(file: Any, after: Vocabulary) -> None:
    _check_edit(file, VOCABULARY_FILE, after)


def _grown(before: Partner, other: Partner) -> Partner:
    """`before` with everything that `other` says, and nothing of its own taken away."""
    definitions = dict(before.definitions)
    for term, definition in other.definitions.items():
        old = definitions.get(term, Definition(""))
        values = {f.name: getattr(definition, f.name) or getattr(old, f.name) for f in fields(old)}
        values["lenses"] = old.lenses + definition.lenses
        definitions[term] = Definition(**values)
    return replace(
        before,
        name=other.name,
        short=other.short or before.short,
        definitions=definitions,
        cases={
            term: {**before.cases.get(term, {}), **other.cases.get(term, {})}
            for term in {**before.cases, **other.cases}
        },
        ratings={**other.ratings, **before.ratings},
        restatements=before.restatements + other.restatements,
        verdicts=other.verdicts + before.verdicts,
        positions={**other.positions, **before.positions},
        past_positions=before.past_positions + other.past_positions,
    )


@settings(max_examples=_EXAMPLES)
@given(_files(partners("noord"), PARTNER_FILE), partners("noord"))
def test_growing_keeps_every_comment_and_unknown_key(file: Any, other: Partner) -> None:
    before, data, _free = file
    text = _saved(data, PARTNER_FILE, before, _grown(before, other))
    for block in scan(data.decode().removeprefix("\ufeff")):
        if block.kind is BlockKind.GAP and block.is_comment:
            assert block.text.strip() in text
        comment = block.text.rpartition(" # ")[2].strip()
        if comment.startswith(("behind", "unknown")):
            assert f"# {comment}" in text


@settings(max_examples=_EXAMPLES)
@given(_files(partners("noord"), PARTNER_FILE), partners("noord"))
def test_back_and_forth_gives_the_values_again(file: Any, other: Partner) -> None:
    before, data, _free = file
    there = _saved(data, PARTNER_FILE, before, other)
    _saved(there.encode(), PARTNER_FILE, other, before)
