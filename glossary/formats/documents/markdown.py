"""Markdown: its paragraphs, headings, lists and tables; code and addresses are no text.

What is no text gives way to spaces, so that every word keeps its line and column.
"""

import re
from collections.abc import Iterator

from glossary.formats.documents.text import between_empty_lines, blanked, lines
from glossary.workflow.documents import Paragraph

_NO_TEXT = re.compile(
    r"(?P<ticks>(?<!`)`+(?!`)).+?(?<!`)(?P=ticks)(?!`)"  # code
    r"|<!--.*?(?:-->|\Z)|<(?P<raw>script|style)\b.*?(?:</(?P=raw)>|\Z)|</?[a-z!?][^<>]*>"  # HTML
    r"|\]\((?:[^()\n]|\([^()\n]*\))*\)|\]\[[^\]\n]*\]"  # where a link leads
    r"|&\#?\w{1,31};"
    r"|\b(?:https?|mailto|ftp):[^\s<>]+",
    re.IGNORECASE | re.DOTALL,
)


def paragraphs(data: bytes, name: str) -> Iterator[Paragraph]:
    """The paragraphs of a Markdown text. Raises UnreadableError."""
    from markdown_it import MarkdownIt

    source = lines(data, name)
    for at in range(_front_matter(source)):
        source[at] = ""
    parser = MarkdownIt("commonmark").enable("table")
    # Only where blocks begin and end has to be known.
    parser.core.ruler.disable("inline")
    end = 0
    for token in parser.parse("\n".join(source)):
        if token.type in ("inline", "html_block") and token.map and token.map[1] > end:
            # The cells of a row have the lines of the row.
            start, end = max(end, token.map[0]), token.map[1]
            text = _NO_TEXT.sub(blanked, "\n".join(source[start:end]))
            yield from between_empty_lines(text.split("\n"), start + 1)


def _front_matter(source: list[str]) -> int:
    """How many lines at the start are settings of whatever publishes the text."""
    if not source or source[0].strip() != "---":
        return 0
    ends = (at + 1 for at, line in enumerate(source[1:], 1) if line.strip() in ("---", "..."))
    return next(ends, 0)
