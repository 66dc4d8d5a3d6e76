"""Facts as lines, one fact a line: for screen readers, braille lines and pipes."""

from collections.abc import Iterable, Iterator, Mapping

from glossary.compare import Signal, SignalKind
from glossary.domain import one_line
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


def reason(signal: Signal, called: Mapping[str, str]) -> str:
    """The sentence of a signal, without arrows between names."""
    if signal.kind is SignalKind.NAMED:
        kind, note = _(signal.phrases["kind"]), signal.words["x"]
        return difference(kind, signal.partners, note, called)
    return one_line(signal.sentence(called))
