"""Annotations on GitHub: what a workflow prints to have it shown beside the lines of a change."""

from pathlib import Path

from glossary.cli.output import shown_path
from glossary.domain import one_line


def annotation(
    severity: str, message: str, *, title: str, path: Path, line: int = 0, column: int = 0
) -> str:
    """A workflow command; whatever people typed cannot end it or begin another."""
    fields = {"file": shown_path(path), "title": title}
    fields |= {"line": str(line)} if line else {}
    fields |= {"col": str(column)} if column else {}
    shown = ",".join(f"{key}={_escape(value, ',:')}" for key, value in fields.items())
    return f"::{severity} {shown}::{_escape(message)}"


def _escape(text: str, more: str = "") -> str:
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" + more else c for c in one_line(text))
