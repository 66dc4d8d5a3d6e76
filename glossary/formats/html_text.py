"""HTML made of elements: whatever is no element is text, and comes out as just that text.

Everything that people typed passes through `_text` or `_attribute`, and nowhere else.
"""

from html import escape
from typing import Final

from glossary.domain import one_line, visible

# Elements that have no content and no end.
_VOID: Final = frozenset(("br", "input", "link", "meta"))


class Html(str):
    """Text that is HTML already: only made in this module, from files of the program or escaped."""

    __slots__ = ()


NOTHING: Final = Html("")
DOCTYPE: Final = Html("<!DOCTYPE html>")


def tag(name: str, /, *children: str, **attributes: str | bool | None) -> Html:
    """An element. A child that is no `Html` is text; attributes that are None or False are left
    out, True ones have no value; `class_` and `aria_label` are "class" and "aria-label".
    """
    told = "".join(
        f" {_name(key)}" if value is True else f' {_name(key)}="{_attribute(value)}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in _VOID:
        return Html(f"<{name}{told}>")
    return Html(f"<{name}{told}>{''.join(map(_text, children))}</{name}>")


def together(*parts: str, between: str = "") -> Html:
    """Parts behind each other."""
    return Html(_text(between).join(map(_text, parts)))


def say(sentence: str, **slots: str | int) -> Html:
    """A sentence of the program with its slots filled, each with HTML or with text."""
    filled = {key: _text(str(one) if isinstance(one, int) else one) for key, one in slots.items()}
    return Html(_text(sentence).format(**filled))


def line(text: str) -> Html:
    """Text on a single line."""
    return Html(_text(one_line(text)))


def as_source(text: str) -> Html:
    """A style sheet or a script that comes with the program. Raises ValueError for its own end."""
    if "</" in text or "<!--" in text:
        raise ValueError(text)
    return Html(text)


def _text(text: str) -> str:
    return text if isinstance(text, Html) else escape(visible(text), quote=False)


def _attribute(text: str) -> str:
    return escape(one_line(text))


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
