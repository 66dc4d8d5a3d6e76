"""Facts as lines, one fact a line: for screen readers, braille lines and pipes."""

from collections.abc import Iterable, Iterator, Mapping

from glossary.domain import Term, TermSet, one_line, visible
from glossary.locale import gettext as _


def fact(head: str, text: object) -> str:
    """What is said of something, after what it is."""
    return _("{what}: {text}").format(what=head, text=one_line(str(text)))


def facts(pairs: Iterable[tuple[str, object]]) -> Iterator[str]:
    """The facts of which something can be said."""
    return (fact(head, text) for head, text in pairs if str(text).strip())


def names(keys: Iterable[str], called: Mapping[str, str]) -> str:
    """Partners in a row."""
    return ", ".join(one_line(called.get(key, key)) for key in keys)


def share(part: int, whole: int) -> str:
    """How many of how many."""
    return _("{k} of {n}").format(k=part, n=whole)


def difference(kind: str, between: Iterable[str], note: str, called: Mapping[str, str]) -> str:
    """What people named; `kind` in the reader's language."""
    head = _("Difference ({kind}) between {partners}")
    told = head.format(kind=kind, partners=names(between, called))
    return fact(told, note) if note.strip() else told


def heading(termset: TermSet, term: Term) -> str:
    """Of which word in which set the lines below it are."""
    return _("Word: {word}. Set: {set}.").format(
        word=one_line(term.label), set=one_line(termset.title)
    )


def said(head: str, text: str) -> Iterator[str]:
    """What somebody wrote; its own lines stay lines of their own, each said to be theirs."""
    lines = [one_line(line) for line in visible(text).splitlines() if line.strip()]
    if len(lines) < 2:
        yield fact(head, text)
        return
    for number, line in enumerate(lines, 1):
        yield fact(_("{what}, line {k}").format(what=head, k=share(number, len(lines))), line)


def quoted(words: str) -> str:
    """Words of somebody's within a line."""
    return f"“{one_line(words)}”"
