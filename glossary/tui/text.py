"""The one door through which text that people typed reaches a screen.

Textual parses markup in most places that take a string, and no widget stops control
characters; `Content` built here does neither.
"""

from textual.content import Content
from textual.style import Style

from glossary.domain import one_line, visible


def prose(text: str, style: Style | str = "") -> Content:
    """Typed text as it stands, line breaks kept, harmless."""
    return Content.styled(visible(text).replace("\t", "    "), style)


def line(text: str, style: Style | str = "") -> Content:
    """Typed text on one line, harmless."""
    return Content.styled(one_line(text), style)
