"""Bytes of a file to plain values, whatever the file holds."""

import codecs
import os
import re
import stat
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import tomli

from glossary.domain import Finding, UnreadableError
from glossary.locale import gettext as _
from glossary.locale.faults import os_sentence

MAX_BYTES = 5_000_000
MAX_PIECES = 100_000
MAX_NESTING = 100
MAX_KEY_PARTS = 32


# A string that nobody closed runs to the end, so that no text is gone through twice.
STRING = (
    r'"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+(?:"{3,5}|\Z)'
    r"|'''(?:[^']++|'(?!''))*+(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]++|\\.)*+"?'
    r"|'[^'\n]*+'?"
)
# Compiled where it is needed, which is seldom.
_NESTING = rf"{STRING}|#[^\n]*+|([\[{{])|([\]}}])"
# A heading, and a list of plain texts on a line of its own: as deep behind them as before. Whether
# they stand in a longer string makes no difference to that.
_FLAT = re.compile(
    r"^(?:\[[\w.-]*\]|\[\[[\w.-]*\]\]|[\w-]++ = \[(?:\"[^\"'\\\n]*\"(?:, )?+)*+\])[ \t]*\r?$",
    re.MULTILINE,
)
_DEEPEST_FLAT = 2
# tomli needs quadratic time for a key of many parts; ours have five.
_LONG_KEY = re.compile(
    r"\.[ \t]*+(?:(?:[A-Za-z0-9_-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+)"
    rf"{{{MAX_KEY_PARTS - 1},}}"
)
# What takes time and memory by its number rather than by its length.
_PIECE_STARTS = "\n=,[{\"'#"
_PIECE = rf"{STRING}|#[^\n]*+|[\n=,\[{{]"
_DIGITS = rf"{STRING}|#[^\n]*+|([0-9_]++)"
_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_BOM = codecs.BOM_UTF8


class BrokenFileError(UnreadableError):
    """A file of which nothing can be used; `finding` says where and why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"{finding.place}: {finding.message} {finding.remedy}".rstrip())
        self.finding = finding

    @classmethod
    def of(cls, path: Path, error: OSError | ValueError) -> "BrokenFileError":
        """The error for a path that the system refuses."""
        remedy = _("Look at its place and permissions.")
        return cls(Finding(path, "unreadable", os_sentence(error), remedy))


class Source(NamedTuple):
    """A file as it was read: its bytes, its text without byte order mark, its plain values."""

    path: Path
    data: bytes
    text: str
    plain: dict[str, Any]

    @property
    def bom(self) -> bytes:
        """The byte order mark, empty when there is none."""
        return _BOM if self.data.startswith(_BOM) else b""


def read_source(path: Path) -> Source:
    """Read and parse one file, following no symlink.

    Raises FileNotFoundError when there is none, BrokenFileError when it cannot be used.
    """
    return source_of(path, read_bytes(path))


def source_of(path: Path, data: bytes) -> Source:
    """Parse bytes that stood, or stand, at a path. Raises BrokenFileError."""
    if len(data) > MAX_BYTES:
        raise _too_large(path)
    text = decoded(path, data)
    return Source(path, data, text, parsed_text(path, text))


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file of at most MAX_BYTES. Raises as `read_source`."""
    try:
        if path.is_symlink():
            raise symlink(path)
        with os.fdopen(os.open(path, _OPEN), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise _broken(
                    path, "not-a-file", _("This is not a file."), _("Move it out of the set.")
                )
            if status.st_size <= MAX_BYTES:
                data = file.read(MAX_BYTES + 1)
                if len(data) <= MAX_BYTES:
                    return data
    except FileNotFoundError:
        raise
    except (OSError, ValueError) as error:
        raise BrokenFileError.of(path, error) from error
    raise _too_large(path)


def decoded(path: Path, data: bytes) -> str:
    """The text without byte order mark. Raises BrokenFileError."""
    try:
        return data.removeprefix(_BOM).decode()
    except UnicodeDecodeError as error:
        before = data.removeprefix(_BOM)[: error.start].decode()
        message = _("This character is not written in UTF-8.")
        remedy = _("Save the file as UTF-8 in your editor.")
        raise _broken(path, "not-utf-8", message, remedy, place_at(before, len(before))) from error


def parsed_text(path: Path, text: str) -> dict[str, Any]:
    """The plain values of a TOML text. Raises BrokenFileError."""
    try:
        if _is_too_many(text):
            raise _too_many(path)
        deep = _too_deep_at(text)
        if deep is not None:
            raise _too_deep(path, text, deep)
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        from glossary.store.syntax import syntax_finding

        raise BrokenFileError(syntax_finding(path, error, text)) from error
    except RecursionError as error:
        raise _too_deep(path, text, 0) from error
    except MemoryError as error:
        raise _too_large(path) from error
    except ValueError as error:  # a number of more digits than Python reads
        message = _("A number in this file is too long.")
        remedy = _("Put it between quotation marks, or shorten it.")
        place = place_at(text, _longest_number(text))
        raise _broken(path, "number-too-long", message, remedy, place) from error


def place_at(text: str, at: int) -> tuple[int, int]:
    """The line and the column of a position in a text, from 1."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def symlink(path: Path) -> BrokenFileError:
    """The refusal of a symlink."""
    message = _("This is a symbolic link, and those are not followed.")
    remedy = _("Put the file or folder itself in its place.")
    return _broken(path, "symlink", message, remedy)


def _is_too_many(text: str) -> bool:
    """Whether there are more keys, values, lines and comments than anybody fills."""
    if sum(map(text.count, _PIECE_STARTS)) <= MAX_PIECES:
        return False
    return next(islice(re.finditer(_PIECE, text), MAX_PIECES, None), None) is not None


def _too_deep_at(text: str) -> int | None:
    """Where brackets or keys are nested deeper than is read; None where they are not."""
    if _openings(text) - _openings("".join(_FLAT.findall(text))) > MAX_NESTING - _DEEPEST_FLAT:
        depth = 0
        for match in re.finditer(_NESTING, text):
            depth += bool(match[1]) - bool(match[2])
            if depth > MAX_NESTING:
                return match.start()
    key = _LONG_KEY.search(text)
    return key.start() if key else None


def _openings(text: str) -> int:
    return text.count("[") + text.count("{")


def _longest_number(text: str) -> int:
    """Where the most digits in a row begin."""
    found = (match.span(1) for match in re.finditer(_DIGITS, text) if match[1])
    return max(found, key=lambda span: span[1] - span[0], default=(0, 0))[0]


def _too_large(path: Path) -> BrokenFileError:
    message = _("This file is larger than {count} MB.").format(count=MAX_BYTES // 1_000_000)
    return _broken(path, "too-large", message, _("Divide the set in smaller ones."))


def _too_many(path: Path) -> BrokenFileError:
    message = _("This file holds more than 100,000 keys, values and lines.")
    return _broken(path, "too-large", message, _("Divide the set in smaller ones."))


def _too_deep(path: Path, text: str, at: int) -> BrokenFileError:
    message = _("Brackets or keys are nested too deep in this file.")
    remedy = _("Write plain [headings] and lists only.")
    return _broken(path, "too-deep", message, remedy, place_at(text, at))


def _broken(
    path: Path, code: str, message: str, remedy: str, place: tuple[int, int] = (0, 0)
) -> BrokenFileError:
    line, column = place
    return BrokenFileError(Finding(path, code, message, remedy, line=line, column=column))
