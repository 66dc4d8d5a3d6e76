"""What a key is: its action, its words, and how it is called on screen."""

from typing import NamedTuple

from textual.binding import Binding, BindingType

from glossary.locale import gettext, mark


class Key(NamedTuple):
    """A key (or several, with commas), the action that it runs and the words for it.

    `label` stands in the key bar (a word or two), `help` explains it on the help screen. A key
    without label is left out of the bar. Labels and helps are catalogue ids. `shown` stands for
    the key where it is one of several that do the like.
    """

    keys: str
    action: str
    label: str = ""
    help: str = ""
    priority: bool = False
    shown: str = ""


_KEY_NAMES = {
    "slash": mark("/"),
    "space": mark("space"),
    "enter": mark("enter"),
    "escape": mark("esc"),
    "tab": mark("tab"),
    "backspace": mark("backspace"),
    "pagedown": mark("page down"),
    "pageup": mark("page up"),
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "question_mark": "?",
    "plus": "+",
    "delete": mark("del"),
    "minus": "-",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "full_stop": ".",
    "comma": ",",
    "equals_sign": "=",
    "shift+up": "⇧↑",
    "shift+down": "⇧↓",
}


def bindings(keys: tuple[Key, ...]) -> list[BindingType]:
    """Textual bindings of keys; their descriptions stay catalogue ids until they are shown."""
    return [
        Binding(
            key.keys,
            key.action,
            key.label,
            show=bool(key.label),
            priority=key.priority,
            key_display=key.shown or None,
        )
        for key in keys
    ]


def key_name(key: str) -> str:
    """How a key is called on screen in the reader's language: "ctrl+s" gives "^s"."""
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    if key.startswith("f") and key[1:].isdigit():
        return key.upper()
    name = _KEY_NAMES.get(key)
    return gettext(name) if name else key
