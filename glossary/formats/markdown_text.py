"""Text as people typed it, as CommonMark that shows exactly that text and nothing else.

Only what CommonMark (or GitHub's tables, strike-through and mathematics, or pandoc) would act
on is escaped, so that the source of an export stays pleasant to read. A bare web address stays as
typed; some viewers make it clickable.
"""

import re

from glossary.domain import one_line, visible

# Whatever may open or close markup anywhere in a line.
_ANYWHERE = re.compile(
    r"[\\`*_\[\]<~|$^]|&(?=#?[0-9A-Za-z]+;)|:(?=[a-z+-][0-9a-z_+-]*:)|(?<![0-9A-Za-z])@(?=[\w{])"
)
# Whatever starts a block at the beginning of a line: headings, quotes, lists, rules, underlines
# of headings, rows of a table. Pandoc also numbers with letters, Roman numerals and (1).
_NUMBER = r"\d{1,9}|[a-z]|[ivxlcdm]+|[IVXLCDM]{2,}|[A-Z](?=\)|\.\s\s)|\\?@[\w-]*"
_LINE_START = re.compile(rf"([#>+=:-])|(\(?(?:{_NUMBER}))([.)])(?=\s|$)")
# At the end of a heading pandoc reads attributes.
_ATTRIBUTES = re.compile(r"\{(?=[^{}]*\}$)")

# In a table. The space keeps words apart where no HTML is shown, as in a word processor.
BREAK = "<br> "


def inline(text: str) -> str:
    """`text` on one line, to follow other words on that line."""
    return _escape(one_line(text))


def line(text: str) -> str:
    """`text` on one line that it begins itself."""
    return _escape_start(inline(text))


def heading(text: str) -> str:
    """`text` for a heading, where number signs and words in braces at its end would be lost."""
    return _ATTRIBUTES.sub(r"\\{", re.sub(r"#(?=#*$)", r"\\#", inline(text)))


def block(text: str, indent: str = "") -> str:
    """`text` with its lines and paragraphs kept; `indent` goes before all lines but the first.

    Line breaks become hard breaks. White space around lines is not kept: CommonMark has no
    place for it.
    """
    paragraphs: list[list[str]] = [[]]
    for typed in visible(text).split("\n"):
        shown = _escape_start(_escape(typed.strip()))
        if shown:
            paragraphs[-1].append(shown)
        elif paragraphs[-1]:
            paragraphs.append([])
    blocks = [f"\\\n{indent}".join(lines) for lines in paragraphs if lines]
    return f"\n{indent.rstrip()}\n{indent}".join(blocks)


def cell(text: str) -> str:
    """`text` in a cell of a table, where a line cannot end: line breaks are HTML."""
    lines = (_escape(typed.strip()) for typed in visible(text.strip()).split("\n"))
    return BREAK.join(lines)


def quote(text: str) -> str:
    """`text` as a block quotation."""
    return "> " + block(text, "> ")


def nested(item: str) -> str:
    """A list item below another one."""
    return "\n".join(f"  {line}" if line else line for line in item.split("\n"))


def _escape(text: str) -> str:
    return _ANYWHERE.sub(lambda match: "\\" + match[0], text)


def _escape_start(text: str) -> str:
    return _LINE_START.sub(_start, text, count=1) if _LINE_START.match(text) else text


def _start(match: re.Match[str]) -> str:
    return rf"\{match[1]}" if match[1] else rf"{match[2]}\{match[3]}"
