"""Kinds of values that hold others: records, tables of entries, arrays."""

from collections.abc import Callable, Mapping, Sequence
from sys import intern
from typing import Any, NamedTuple

from glossary.domain import Severity
from glossary.domain.ids import is_valid_id
from glossary.locale import gettext as _
from glossary.store.keypath import KeyPath, dotted
from glossary.store.kinds import LEFT_OUT, TEXT, Id, Kind, bad_id, wrong
from glossary.store.report import Problem, Ref, Report


class Key(NamedTuple):
    """One key of a record.

    A `required` key is always written, and missed when it is absent; `fallback` then gives a
    value for the id of the entry, and without it the whole entry is left out.
    """

    name: str
    kind: Kind
    required: bool = False
    fallback: Callable[[str], Any] | None = None


class Record:
    """A table that becomes a dataclass with an attribute for each key.

    `id_attribute` is the attribute that holds the entry's own id, when it has one outside the
    table; `also` names keys that may stand there without being part of the model.
    """

    def __init__(
        self,
        make: Callable[..., Any],
        keys: tuple[Key, ...],
        id_attribute: str = "",
        also: frozenset[str] = frozenset(),
    ) -> None:
        self.make = make
        self.keys = keys
        self.id_attribute = id_attribute
        self.names = frozenset(key.name for key in keys) | also
        self._kinds = {key.name: key.kind for key in keys}
        self._required = tuple(key for key in keys if key.required)

    def read(self, value: object, at: KeyPath, report: Report) -> Any:
        """The dataclass, LEFT_OUT when a required value is missing."""
        own_id = str(at[-1]) if at else ""
        return self.read_as(own_id, value, at, report)

    def read_as(self, own_id: str, value: object, at: KeyPath, report: Report) -> Any:
        """The dataclass for the entry called `own_id`."""
        if not isinstance(value, dict):
            return wrong(report, at, "wrong-type", _("a table"))
        values: dict[str, Any] = {}
        for name, plain in value.items():
            kind = self._kinds.get(name)
            if kind is not None:
                item = kind.read(plain, (*at, name), report)
                if item is not LEFT_OUT:
                    values[name] = item
        if not self.names.issuperset(value):
            self._warn_unknown(value, at, report)
        if not self._complete(values, own_id, value, at, report):
            return LEFT_OUT
        if self.id_attribute:
            values[self.id_attribute] = own_id
        return self.make(**values)

    def write(self, value: Any, *, sparse: bool) -> Any:
        """The plain table; None for None."""
        if value is None:
            return None
        plain: dict[str, Any] = {}
        for key in self.keys:
            item = key.kind.write(getattr(value, key.name), sparse=sparse)
            if key.required or _is_worth_writing(item, sparse=sparse):
                plain[key.name] = item
        return plain

    def _complete(
        self, values: dict[str, Any], own_id: str, raw: dict[str, Any], at: KeyPath, report: Report
    ) -> bool:
        complete = True
        for key in self._required:
            if key.name in values:
                continue
            if key.name not in raw:
                _miss(report, at, key)
            if key.fallback is None:
                complete = False
            else:
                values[key.name] = key.fallback(own_id)
        if not complete:
            report.left_out[at] = tuple(key.name for key in self.keys if key.name in raw)
        return complete

    def _warn_unknown(self, value: dict[str, Any], at: KeyPath, report: Report) -> None:
        from glossary.workflow.naming import did_you_mean

        message = _("{key} is not a key that is known here; it is kept, but not used.")
        for name in value:
            if name not in self.names:
                known = _("Check the spelling; known here are: {keys}.").format(
                    keys=", ".join(sorted(self.names))
                )
                report.warn(
                    (*at, name),
                    "unknown-key",
                    message.format(key=dotted((*at, name))),
                    f"{did_you_mean(name, self.names)} {known}".lstrip(),
                )


class TableOf(NamedTuple):
    """A table with an entry for each id; `ref` tells what those ids name elsewhere."""

    entry: Kind
    ref: Ref | None = None

    def read(self, value: object, at: KeyPath, report: Report) -> Any:
        """Id to entry, in the order of the file."""
        if not isinstance(value, dict):
            return wrong(report, at, "wrong-type", _("a table"))
        entries: dict[str, Any] = {}
        for name, plain in value.items():
            path = (*at, name)
            if not is_valid_id(name):
                bad_id(report, path, name)
                continue
            entry = self.entry.read(plain, path, report)
            if entry is LEFT_OUT:
                continue
            # Every partner has an entry for the same terms.
            entries[intern(name)] = entry
        if self.ref is not None:
            report.name_all(self.ref, entries, at)
        return entries

    def write(self, value: Mapping[str, Any], *, sparse: bool) -> dict[str, Any]:
        """The plain table; its entries stay even when they are empty."""
        return {name: self.entry.write(entry, sparse=sparse) for name, entry in value.items()}


class ListOf(NamedTuple):
    """An array that becomes a tuple; `unique` names the attribute that must differ."""

    item: Kind
    unique: str = ""

    def read(self, value: object, at: KeyPath, report: Report) -> Any:
        """The usable items in their order."""
        if not isinstance(value, list):
            return wrong(report, at, "wrong-type", _("a list"))
        items: list[Any] = []
        seen: set[str] = set()
        for index, plain in enumerate(value):
            path = (*at, index)
            item = self.item.read(plain, path, report)
            if item is LEFT_OUT:
                continue
            if self.unique:
                own_id = getattr(item, self.unique)
                if own_id in seen:
                    self._refuse_twin(plain, path, report)
                    continue
                seen.add(own_id)
            items.append(item)
        return tuple(items)

    def write(self, value: Sequence[Any], *, sparse: bool) -> list[Any]:
        """The plain array."""
        return [self.item.write(item, sparse=sparse) for item in value]

    def _refuse_twin(self, plain: object, at: KeyPath, report: Report) -> None:
        message = _("{key} repeats an id that stands above it, so this entry is not used.")
        path = (*at, self.unique)
        report.add(
            path,
            "duplicate-id",
            message.format(key=dotted(path)),
            _("Give one of the two another id."),
        )
        report.left_out[at] = tuple(plain) if isinstance(plain, dict) else ()


TEXTS = ListOf(TEXT)
OWN_ID = Id()
TERM_ID = Id(Ref.TERM)
PARTNER_ID = Id(Ref.PARTNER)


def _is_worth_writing(plain: Any, *, sparse: bool) -> bool:
    if plain is None or plain == "":
        return False
    return not sparse or (plain != [] and plain != {})


def _miss(report: Report, at: KeyPath, key: Key) -> None:
    path = (*at, key.name)
    if key.fallback is None:
        message = _("{key} is missing, so this entry is not used.")
    else:
        message = _("{key} is missing.")
    remedy = _("Add it: {line}").format(line=f"{key.name} = …")
    report.problems.append(
        Problem(path, "missing-key", message.format(key=dotted(path)), remedy, Severity.ERROR)
    )
