"""Whatever people typed comes back from a CommonMark reader as plain text, word for word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from glossary.domain import one_line, visible
from glossary.formats.markdown_text import block, heading, inline, line, quote

READERS = [
    MarkdownIt("commonmark"),
    MarkdownIt("commonmark").enable(["table", "strikethrough"]),
]

# Text made of the characters that markup is made of, besides any text at all.
MARKUP = st.text(alphabet="#>-+*_`[]()<>!&;|~=:.$^@{}\\/ \t\n012abé ", max_size=40)
TYPED = st.one_of(st.text(max_size=60), MARKUP)


def leaves(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens if token.type == "inline" for child in token.children or []]


def shown(tokens: list[Token]) -> str:
    """What a reader sees of one paragraph or heading; fails on anything but text."""
    words = {"softbreak": "\n", "hardbreak": "\n"}
    for token in leaves(tokens):
        assert token.type in ("text", *words), token.type
    return "".join(words.get(token.type, token.content) for token in leaves(tokens))


def kinds(tokens: list[Token]) -> list[str]:
    return [token.type for token in tokens]


@pytest.mark.parametrize("reader", READERS)
@given(text=TYPED)
def test_a_line_is_one_paragraph_of_exactly_that_text(reader: MarkdownIt, text: str) -> None:
    tokens = reader.parse(line(text))
    if one_line(text):
        assert kinds(tokens) == ["paragraph_open", "inline", "paragraph_close"]
    assert shown(tokens) == one_line(text)


@pytest.mark.parametrize("reader", READERS)
@given(text=TYPED)
def test_a_heading_holds_exactly_that_text(reader: MarkdownIt, text: str) -> None:
    tokens = reader.parse(f"### {heading(text)}\n\nafter")
    assert kinds(tokens)[:3] == ["heading_open", "inline", "heading_close"]
    assert kinds(tokens)[3:] == ["paragraph_open", "inline", "paragraph_close"]
    assert shown(tokens[:3]) == one_line(text)


@pytest.mark.parametrize("reader", READERS)
@given(name=TYPED, text=TYPED)
def test_a_list_item_with_a_bold_name_keeps_its_shape(
    reader: MarkdownIt, name: str, text: str
) -> None:
    item = f"- **x{inline(name)}**: {block(text, '  ')}\n  - after\n"
    tokens = reader.parse(item)
    names = kinds(tokens)
    assert names.count("bullet_list_open") == names.count("list_item_open") == 2
    assert {"fence", "code_block", "html_block", "heading_open", "hr", "table_open"}.isdisjoint(
        names
    )
    assert {token.type for token in leaves(tokens)} <= {
        "text",
        "strong_open",
        "strong_close",
        "hardbreak",
    }


@pytest.mark.parametrize("reader", READERS)
@given(text=TYPED)
def test_a_block_keeps_lines_and_paragraphs(reader: MarkdownIt, text: str) -> None:
    tokens = reader.parse(block(text))
    assert set(kinds(tokens)) <= {"paragraph_open", "inline", "paragraph_close"}
    lines = [typed.strip() for typed in visible(text).split("\n")]
    seen = [
        typed for token in tokens if token.type == "inline" for typed in shown([token]).split("\n")
    ]
    assert seen == [typed for typed in lines if typed]


@pytest.mark.parametrize("reader", READERS)
@given(text=TYPED)
def test_a_quotation_stays_one_quotation(reader: MarkdownIt, text: str) -> None:
    tokens = reader.parse(quote(text) + "\n\nafter")
    names = kinds(tokens)
    assert names.count("blockquote_open") == 1
    assert names[-4:] == ["blockquote_close", "paragraph_open", "inline", "paragraph_close"]


def test_only_what_would_act_is_escaped() -> None:
    plain = "Zorg & welzijn (R&D), 10:30 - niet 'fout'! #1? 3.5 > 2; a-b=c"
    assert line(plain) == plain


def test_hostile_text_is_shown_not_obeyed() -> None:
    text = "<script>alert(1)</script> [x](javascript:alert(1)) \x1b]52;c;AAAA\x07 \u202eevil"
    html = MarkdownIt("commonmark").render(line(text))
    assert "<script" not in html
    assert "<a " not in html
    assert "\x1b" not in html
    assert "\u202e" not in html
    assert "⟨U+202E⟩evil" in html
