"""Text as people typed it, as CommonMark that shows exactly that text and nothing else.

Only what CommonMark (or GitHub's tables, strike-through and mathematics) would act on is
escaped, so that the source of an export stays pleasant to read. A bare web address stays as
typed; some viewers make it clickable.
"""

import re

from glossary.domain import one_line, visible

# Whatever may open or close markup anywhere in a line.
_ANYWHERE = re.compile(r"[\\`*_\[\]<~|$]|&(?=#?[0-9A-Za-z]+;)|:(?=[a-z+-][0-9a-z_+-]*:)")
# Whatever starts a block at the beginning of a line: headings, quotes, lists, rules, underlines
# of headings, rows of a table.
_LINE_START = re.compile(r"([#>+=:-])|(\d{1,9})([.)])(?=\s|$)")


def inline(text: str) -> str:
    """`text` on one line, to follow other words on that line."""
    return _escape(one_line(text))


def line(text: str) -> str:
    """`text` on one line that it begins itself."""
    return _escape_start(inline(text))


def heading(text: str) -> str:
    """`text` for a heading, where trailing number signs would be taken as decoration."""
    return re.sub(r"#(?=#*$)", r"\\#", inline(text))


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
