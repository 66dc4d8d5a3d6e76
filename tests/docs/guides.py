"""What the README and the pages of docs/ promise: command lines, keys and links.

In a page, `<!-- file: NAME -->` above a fenced block says that its text is a file of that name,
and `<!-- folder: NAME -->` that its command lines are typed in another folder, which is empty.
"""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from glossary.tui.keys import key_name
from tests.docs.reference import DOCS, groups

README = DOCS.parent / "README.md"
PAGES = (README, *sorted(DOCS.glob("*.md")))
# Guides in the order in which one group meets them; each goes on where the one before ended.
PATHS = {
    "en": ("../README.md",),
    "en-guides": ("facilitator.md", "partner.md", "steward.md"),
    "nl-guides": ("begeleider.md", "partner-nl.md", "beheerder.md"),
}

_FENCED = re.compile(
    r"(?:^<!-- (?:file: (?P<file>\S+)|folder: (?P<folder>\S+)) -->\n)?"
    r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$",
    re.M | re.S,
)
_COMMAND = re.compile(r"^\s*(?:- run: )?(glossary\b.*)$", re.M)
_CODE = re.compile(r"`([^`\n]+)`")
_KEY = re.compile(
    r"\^.|F\d{1,2}|[A-Za-z0-9<>+?/-]|esc|enter|tab|space|spatie|backspace|page (?:up|down)"
)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.M)


class Step(NamedTuple):
    """A file to write, or the words of a command line to run, in a `folder` where it is named."""

    file: str = ""
    text: str = ""
    words: tuple[str, ...] = ()
    folder: str = ""


def steps(page: Path) -> Iterator[Step]:
    """The files and command lines of a page, in their order."""
    for block in _FENCED.finditer(page.read_text(encoding="utf-8")):
        if block["file"]:
            yield Step(block["file"], block["text"])
        elif block["kind"] in ("sh", "yaml"):
            for line in _COMMAND.findall(block["text"]):
                words = tuple(shlex.split(line, comments=True)[1:])
                yield Step(words=words, folder=block["folder"] or "")


def named_keys(page: Path) -> set[str]:
    """The keys that a page names."""
    prose = _FENCED.sub("", page.read_text(encoding="utf-8"))
    return {code for code in _CODE.findall(prose) if _KEY.fullmatch(code)}


def known_keys() -> set[str]:
    """What the keys of the program are called, in the language that is spoken."""
    keys = (key for group in groups().values() for key in group)
    return {key_name(name) for key in keys for name in key.keys.split(",")}


def broken_links(page: Path) -> list[str]:
    """Links inside the project that lead nowhere."""
    prose = _FENCED.sub("", page.read_text(encoding="utf-8"))
    inside = (link for link in _LINK.findall(prose) if "://" not in link)
    return [link for link in inside if not _leads(page, link)]


def _leads(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = page.parent / path if path else page
    return target.exists() and (not anchor or anchor in _anchors(target))


def _anchors(page: Path) -> set[str]:
    """What git hosts call the headings of a page."""
    prose = _FENCED.sub("", page.read_text(encoding="utf-8"))
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in _HEADING.findall(prose)
    }
