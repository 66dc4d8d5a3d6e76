"""A table of contents whose links work wherever the Markdown is shown.

Viewers make ids of headings by rules of their own, which differ for accents, dots and numbers.
So each heading carries an id that is written out; GitHub and pandoc both keep an empty span.
"""

from collections.abc import Sequence
from typing import NamedTuple

from glossary.domain.ids import slug, unique_slug
from glossary.locale import gettext as _

_PART, _WORD = "## ", "### "
_FEWEST = 4  # words that are a page; fewer are found at a glance


class _Entry(NamedTuple):
    text: str
    anchor: str


def with_contents(parts: Sequence[str]) -> list[str]:
    """The parts of a document with a table of contents before the first heading below the title.

    What people typed is escaped by now, so that only our headings begin with number signs.
    """
    found: dict[_Entry, list[_Entry]] = {}
    told: list[str] = []
    parts_taken: set[str] = set()
    words_taken: set[str] = set()
    part = _Entry("", "")
    for one in parts:
        if one.startswith(_PART):
            part = _entry(one.removeprefix(_PART), "part", parts_taken)
            found[part] = []
            words_taken = set()
            told.append(f"{_PART}{_target(part)}")
        elif one.startswith(_WORD) and part in found:
            word = _entry(one.removeprefix(_WORD), slug(part.text) or "word", words_taken)
            found[part].append(word)
            told.append(f"{_WORD}{_target(word)}")
        else:
            told.append(one)
    if sum(map(len, found.values())) < _FEWEST:
        return list(parts)
    first = next(at for at, one in enumerate(told) if one.startswith(_PART))
    lines = [_line(one, words) for one, words in found.items()]
    head = "**" + _("Contents") + "**"
    return [*told[:first], head, "\n".join(lines), *told[first:]]


def _entry(text: str, room: str, taken: set[str]) -> _Entry:
    """A heading with an id that no heading gets by itself: there is an underscore in it.

    It is `taken` from then on.
    """
    own = unique_slug(text, taken, "word")
    taken.add(own)
    return _Entry(text, f"{room}_{own}")


def _target(one: _Entry) -> str:
    return f'<span id="{one.anchor}"></span>{one.text}'


def _link(one: _Entry) -> str:
    return f"[{one.text}](#{one.anchor})"


def _line(part: _Entry, words: Sequence[_Entry]) -> str:
    if not words:
        return f"- {_link(part)}"
    return f"- {_link(part)}: {' · '.join(map(_link, words))}"
