"""Signals as text until somebody reads them: as objects those of a large set take ten times as
much memory.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any, overload

from glossary.compare import Signal, SignalKind


class KeptSignals(Sequence[Signal]):
    """Signals in their order, made out of text whenever they are asked for.

    Raises AttributeError, RecursionError, TypeError or ValueError for a text that holds none.
    """

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text
        self._all()

    @staticmethod
    def of(signals: Sequence[Signal]) -> "KeptSignals":
        """The same signals, as text."""
        return KeptSignals(json.dumps([_plain(one) for one in signals], separators=(",", ":")))

    @overload
    def __getitem__(self, place: int) -> Signal: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Signal, ...]: ...
    def __getitem__(self, place: int | slice) -> Signal | tuple[Signal, ...]:
        return self._all()[place]

    def __iter__(self) -> Iterator[Signal]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(json.loads(self.text))

    def __bool__(self) -> bool:
        return self.text != "[]"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())

    def _all(self) -> tuple[Signal, ...]:
        return tuple([_signal(*each) for each in json.loads(self.text)])


def _plain(signal: Signal) -> list[Any]:
    """As numbers, texts and lists of them."""
    told = [str(signal.kind), signal.strength, signal.message, signal.gist, [*signal.partners]]
    slots = (signal.who, signal.words, signal.phrases, signal.sides)
    return [*told, *(dict(each) for each in slots)]


def _signal(
    kind: str, strength: float, message: str, gist: str, partners: list[str], *slots: dict[str, str]
) -> Signal:
    return Signal(SignalKind(kind), strength, message, gist, tuple(partners), *slots)
