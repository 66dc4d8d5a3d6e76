"""200 texts that would be markup, links or programs in an export, read as GitHub reads it."""

from collections import Counter
from collections.abc import Callable
from itertools import product

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.faults import times
from tests.formats.exporting import exported
from tests.formats.sample import TODAY
from tests.formats.test_markdown_any_text import with_text

pytestmark = pytest.mark.faults

_HARM = (
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>"),
    *("<iframe src=//evil.example>", "<!-- hidden -->", "<![CDATA[x]]>", "<?php x ?>"),
    *("[x](javascript:alert(1))", "![x](data:text/html,alert(1))", "<javascript:alert(1)>"),
    *("[x]: javascript:alert(1)\n[x]", "[^1]: note\n[^1]", "| a | b |\n|---|---|\n| c | d |"),
    *("# heading", "heading\n===", "```\nfence\n```", "> quotation", "- item\n  - [ ] task"),
    *("$$\\href{javascript:alert(1)}{x}$$", "&lt;b&gt; &#60;b&#62; :tada: ~~x~~ ***"),
)
_WAYS = (
    *("{}", "Wij bedoelen {} en verder niets.", "\n\n{}\n\n", "    {}", "**{}**", "`{}"),
    *("\\{}", "](x) {}", "> {}", "1. {}"),
)
TEXTS = [way.format(harm) for way, harm in product(_WAYS, _HARM)]
_READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_HARMLESS = {"text", "strong_open", "strong_close", "hardbreak"}


def _shape(text: str) -> tuple[Counter[str], set[str], str]:
    """Blocks by kind, what stands in lines, and the page; of an export with the text everywhere."""
    source = exported("markdown", with_text(text), TODAY)
    tokens = _READER.parse(source)
    leaves: list[Token] = [child for token in tokens for child in token.children or []]
    kinds = Counter(f"{token.type} {token.tag}" for token in tokens)
    return kinds, {leaf.type for leaf in leaves}, _READER.render(source)


def test_no_text_is_more_than_text_in_an_export(figure: Callable[[str], None]) -> None:
    assert len(set(TEXTS)) == 200
    texts = TEXTS[:: times(9, 1)]
    plain = _shape("woord")[0]
    for text in texts:
        kinds, leaves, page = _shape(text)
        assert leaves <= _HARMLESS, text
        # A text of several paragraphs has as many.
        for kind in {*kinds, *plain} - {"paragraph_open p", "paragraph_close p", "inline "}:
            assert kinds[kind] == plain[kind], (text, kind)
        for mark in ("<script", "<img", "<svg", "<iframe", "<!--", "href=", 'src="', "<table"):
            assert mark not in page, text
    figure(
        f"Markdown: {len(texts)} texts in an export: 0 tags, links, tables or headings of theirs"
    )
