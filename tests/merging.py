"""Two changed versions of a file, and what a merge of them may and may not hold.

What is expected is worked out here from single facts, without the plans of the program.
"""

import copy
import datetime as dt
import random
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from glossary.domain import normalise
from glossary.domain.merging import Conflict, Merged

MARKS = re.compile(r"<<<<<<< ours\r?\n(.*?)=======\r?\n(.*?)>>>>>>> theirs\r?\n", re.DOTALL)

Plain = dict[str, Any]
Facts = dict[tuple[str, ...], str]

_WORDS = ("aandacht", "Er gaat niets mis.", "mis", "Zo  snel\nals het kan", "")
_TERMS = ("kwaliteit", "regie", "vertrouwen")
_PARTNERS = ("delta", "noord", "school")
_PRINTS = ("0a1b2c3d4e5f", "aa11bb22cc33")
_DAYS = (dt.date(2026, 11, 3), dt.date(2026, 11, 23), dt.date(2027, 1, 1))

# What identifies an entry of an array of tables, and the keys that change as one.
_IDENTITY = {
    "restatements": ("term", "of", "of_fingerprint", "text"),
    "verdicts": ("term", "by", "fingerprint", "of_fingerprint"),
    "past_positions": ("term", "on", "position", "reason", "date", "entered_by"),
    "differences": ("between", "kind"),
    "objections": ("partner", "on"),
    "lenses": ("id",),
    "cases": ("id",),
}
_JOINED = (("meaning",), ("lenses",))
_WHOLE = {*_IDENTITY, "positions", "outcome"} - {"lenses", "cases"}


def versions(rng: random.Random) -> tuple[Plain, Plain, Plain]:
    """A file, and two versions of it that were changed apart."""
    return tangled(rng)[:3]


def tangled(rng: random.Random) -> tuple[Plain, Plain, Plain, Callable[[Plain], Plain]]:
    """The same, and what changes a version of that kind further."""
    kind = rng.choice((_partner_step, _agreement_step, _termset_step))
    base: Plain = {"format": 1}
    _walk(rng, base, kind, 14)

    def changed(plain: Plain) -> Plain:
        copied = copy.deepcopy(plain)
        _walk(rng, copied, kind, 5)
        return copied

    return base, changed(base), changed(base), changed


def facts(plain: Mapping[str, Any]) -> Facts:
    """Every single thing that a file says, by where it says it."""
    found: Facts = {}
    for key, value in plain.items():
        _collect(found, (key,), value)
    return found


def place(conflict: Conflict) -> tuple[str, ...]:
    """Where a conflict is, as `facts` has it."""
    return tuple(one if isinstance(one, str) else _label(one.names)
                 for one in conflict.place)  # fmt: skip


def faults(base: Plain, ours: Plain, theirs: Plain, merged: Merged) -> list[str]:
    """What is lost, invented, or in conflict without reason; empty for a right merge."""
    o, a, b, m = facts(base), facts(ours), facts(theirs), facts(merged.value)
    places = [place(one) for one in merged.conflicts if not one.is_order]
    joined = [at for at in places if at[2:] in _JOINED]
    open_places = [*places, *((*at[:2], *one) for at in joined for one in _JOINED)]
    found = []
    for key in {**o, **a, **b, **m}:
        one, other, now = a.get(key), b.get(key), m.get(key)
        if any(key[: len(at)] == at for at in open_places):
            if now not in (one, other):
                found.append(f"invented in a conflict: {key} {now}")
        elif now != _expected(key, o.get(key), one, other):
            found.append(f"wrong: {key}: {o.get(key)} → {one} | {other} gave {now}")
    for at in places:
        under = [key for key in {**o, **a, **b} if key[: len(at)] == at]
        if all(a.get(key) == b.get(key) for key in under):
            found.append(f"no conflict at all: {at}")
    return found


def _expected(key: tuple[str, ...], old: str | None, one: str | None, other: str | None) -> object:
    if one == old:
        return other
    if other in (old, one):
        return one
    if key[-1] == "updated" and one and other:
        return max(one, other)
    return "a conflict"


def _collect(found: Facts, at: tuple[str, ...], value: Any) -> None:
    key = at[-1]
    if key in _IDENTITY and isinstance(value, list) and all(isinstance(x, dict) for x in value):
        groups: dict[str, list[Any]] = {}
        for entry in value:
            names = tuple(_name(entry.get(one, "")) for one in _IDENTITY[key])
            groups.setdefault(_label(names), []).append(entry)
        for label, entries in groups.items():
            if key in _WHOLE:
                found[(*at, label)] = str([*map(_text, entries)])
            else:
                _collect(found, (*at, label), entries[0])
    elif not isinstance(value, dict) or key in _WHOLE - {"positions"} or at[:-1] == ("positions",):
        found[at] = _text(value)
    else:
        for inner, item in value.items():
            _collect(found, (*at, inner), item)
        if at[:-1] == ("definitions",):
            joined = _text([value.get("meaning"), value.get("lenses")])
            found |= {(*at, one): joined for one in ("meaning", "lenses") if one in value}


def _name(value: Any) -> str:
    return ", ".join(sorted(value)) if isinstance(value, list) else normalise(value)


def _label(names: tuple[str, ...]) -> str:
    return " | ".join(names)


def _text(value: Any) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    return repr(sorted(value.items()) if isinstance(value, dict) else value)


# -- changing ---------------------------------------------------------------------------------

Step = Callable[[random.Random, Plain], None]


def _walk(rng: random.Random, plain: Plain, step: Step, most: int) -> None:
    for _turn in range(rng.randint(0, most)):
        step(rng, plain)


def _partner_step(rng: random.Random, plain: Plain) -> None:
    match rng.randrange(9):
        case 0:
            _field(rng, plain, ("name", "short", "eigen"))
        case 1 | 2:
            entry = _entry(rng, plain, "definitions", _TERMS)
            _field(rng, entry, ("meaning", "belief", "example", "eigen"))
        case 3:
            entry = _entry(rng, plain, "definitions", _TERMS)
            entry["lenses"] = rng.sample(["foutloos", "inzet"], rng.randint(0, 2))
            entry["updated"] = rng.choice(_DAYS)
        case 4:
            room = plain.setdefault("cases", {}).setdefault(rng.choice(_TERMS), {})
            room[rng.choice(["te-laat", "te-duur"])] = rng.choice(["yes", "no", "depends"])
        case 5:
            entry = {"term": rng.choice(_TERMS), "of": rng.choice(_PARTNERS)}
            entry |= {"of_fingerprint": rng.choice(_PRINTS), "text": rng.choice(_WORDS)}
            _append(rng, plain, "restatements", entry, "date", _DAYS)
        case 6:
            entry = {"term": rng.choice(_TERMS), "by": rng.choice(_PARTNERS)}
            entry |= {"fingerprint": rng.choice(_PRINTS), "verdict": rng.choice(["yes", "no"])}
            _append(rng, plain, "verdicts", entry, "correction", _WORDS)
        case 7:
            stand = {"on": rng.choice(_PRINTS), "position": rng.choice(["consent", "objection"])}
            stand["reason"] = rng.choice(_WORDS)
            term = rng.choice(_TERMS)
            old = plain.setdefault("positions", {}).get(term)
            plain["positions"][term] = stand
            if old is not None and rng.random() < 0.5:
                entry = {"term": term} | old
                _append(rng, plain, "past_positions", entry, "eigen", _WORDS)
        case 8:
            rooms = ("definitions", "cases", "restatements", "verdicts", "positions")
            _remove(rng, plain, (*rooms, "past_positions"))


def _agreement_step(rng: random.Random, plain: Plain) -> None:
    match rng.randrange(6):
        case 0:
            plain["phase"] = rng.choice(["draft", "consent", "closed"])
        case 1:
            _field(rng, plain.setdefault("draft", {}), ("wording", "example", "counterexample"))
        case 2:
            between = rng.sample(_PARTNERS, 2)
            entry = {"between": between, "kind": rng.choice(["scope", "actor"])}
            _append(rng, plain, "differences", entry, "note", _WORDS)
        case 3:
            entry = {"partner": rng.choice(_PARTNERS), "on": rng.choice(_PRINTS)}
            entry |= {"text": rng.choice(_WORDS)}
            _append(rng, plain, "objections", entry, "disposition", ("open", "addressed"))
        case 4:
            meanings = {one: rng.choice(_PRINTS) for one in _PARTNERS}
            plain["outcome"] = {"kind": rng.choice(["shared", "differ"]), "meanings": meanings}
        case 5:
            _remove(rng, plain, ("outcome", "draft", "objections", "differences"))


def _termset_step(rng: random.Random, plain: Plain) -> None:
    match rng.randrange(5):
        case 0:
            _field(rng, plain, ("title", "about", "eigen"))
        case 1:
            _field(rng, _entry(rng, plain, "terms", _TERMS), ("label", "why", "translation"))
        case 2 | 3:
            array, ids = rng.choice(
                [("lenses", ("foutloos", "inzet")), ("cases", ("te-laat", "te-duur"))]
            )
            entries = _entry(rng, plain, "terms", _TERMS).setdefault(array, [])
            own = next((one for one in entries if one["id"] == ids[0]), None)
            if own is None:
                own = {"id": ids[0]}
                entries.append(own)
            _field(rng, own, ("label", "text"))
        case 4:
            _remove(rng, plain, ("terms",))


def _field(rng: random.Random, table: Plain, keys: Iterable[str]) -> None:
    table[rng.choice(tuple(keys))] = rng.choice(_WORDS)


def _entry(rng: random.Random, plain: Plain, room: str, ids: Iterable[str]) -> Plain:
    own_id = rng.choice(tuple(ids))
    start = {"label": own_id} if room == "terms" else {}
    entry: Plain = plain.setdefault(room, {}).setdefault(own_id, start)
    return entry


def _append(
    rng: random.Random, plain: Plain, key: str, entry: Plain, extra: str, values: Iterable[Any]
) -> None:
    """Add an entry, or say something else in one that is there."""
    array = plain.setdefault(key, [])
    one = rng.choice(array) if array and rng.random() < 0.4 else entry
    one[extra] = rng.choice(tuple(values))
    if one is entry:
        array.insert(rng.randint(0, len(array)), one)


def _remove(rng: random.Random, plain: Plain, keys: Iterable[str]) -> None:
    there = [key for key in keys if plain.get(key)]
    if not there:
        return
    key = rng.choice(there)
    room = plain[key]
    if isinstance(room, list):
        room.pop(rng.randrange(len(room)))
    elif key not in ("outcome", "draft"):
        room.pop(rng.choice(tuple(room)))
    if not room or key in ("outcome", "draft"):
        del plain[key]


def as_decided(text: str, number: int) -> str:
    """The text in which every conflict was decided for ours (1) or theirs (2)."""
    return MARKS.sub(lambda found: found[number], text)
