"""Key paths: where a value stands inside a TOML file, and how people read that."""

import re

KeyPath = tuple[str | int, ...]

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PART = re.compile(r'([A-Za-z0-9_-]+)|"((?:[^"\\]|\\.)*)"|\[(\d+)\]')


def dotted(path: KeyPath) -> str:
    """`("terms", "regie", "lenses", 0)` as "terms.regie.lenses[0]"; odd keys in quotes."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += ("." if text else "") + _quoted(part)
    return text


def parsed(text: str) -> KeyPath:
    """The path that `dotted` shows as `text`."""
    return tuple(
        int(index) if index else bare or re.sub(r"\\(.)", r"\1", quoted)
        for bare, quoted, index in _PART.findall(text)
    )


def _quoted(part: str) -> str:
    if _BARE.fullmatch(part):
        return part
    return '"' + part.replace("\\", "\\\\").replace('"', '\\"') + '"'
