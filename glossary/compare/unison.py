"""Who says the very same: two partners copied one text, or wrote it together."""

from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from glossary.compare.model import Signal, SignalKind
from glossary.locale import mark

if TYPE_CHECKING:
    from glossary.compare.pairs import Reading

# Surer than angles, which are guessed from words; less to talk about than a contrast.
_STRENGTH = 0.52
_NAMED = 3  # so many are named, more are counted
OTHER = "z"  # the slot of who does not belong to the camp

_TWO = (
    mark("{a} and {b} say the same; {z} does not"),
    mark("{a} and {b} say the same; {m} others do not"),
)
_THREE = (
    mark("{a}, {b} and {c} say the same; {z} does not"),
    mark("{a}, {b} and {c} say the same; {m} others do not"),
)
_MORE = (
    mark("{n} partners say the same; {z} does not"),
    mark("{n} partners say the same; {m} others do not"),
)
_GIST = mark("{n} of {all} say the same")


def unison(readings: "Mapping[str, Reading]") -> Signal | None:
    """The largest camp of partners with equal texts, and who says something else.

    Case and spaces make no difference. None where all say the same, or nobody says what
    another says.
    """
    spoken = {who: each.text.normal.casefold() for who, each in readings.items()}
    spoken = {who: text for who, text in spoken.items() if text}
    by_text = groupby(sorted(spoken, key=spoken.__getitem__), key=spoken.__getitem__)
    camp = max((sorted(who) for _text, who in by_text), key=len, default=[])
    others = [who for who in spoken if who not in camp]
    if len(camp) < 2 or not others:
        return None
    one_other, more_others = {2: _TWO, 3: _THREE}.get(len(camp), _MORE)
    who = dict(zip("abc", camp, strict=False)) if len(camp) <= _NAMED else {}
    if len(others) == 1:
        who[OTHER] = others[0]
    numbers = {"n": len(camp), "m": len(others), "all": len(spoken)}
    return Signal(
        SignalKind.WORDING,
        _STRENGTH,
        one_other if len(others) == 1 else more_others,
        _GIST,
        tuple(sorted(spoken)),
        who,
        {slot: str(number) for slot, number in numbers.items()},
    )
