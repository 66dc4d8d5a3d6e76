"""What a merged text takes over from the other side besides values: its lines and comments."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from glossary.domain.merge_plans import FILES
from glossary.domain.merging import ANY, Entries, Place, Plan, Table, equal, is_like
from glossary.store.blocks import Block, BlockKind
from glossary.store.places import Layout, unix
from glossary.store.source import STRING
from glossary.store.statement import CannotEditError

_COMMENT = re.compile(rf"{STRING}|(#[^\n]*+)")


def dressed(merged: Layout, base: Layout, ours: Layout, theirs: Layout) -> str:
    """The merged text with their lines, and the comments above them, where ours did not change.

    A line is taken over where it says what is merged, so that values stay as they are.
    """
    eol = eol_of(merged.text)
    above: dict[int, str] = {}
    for place, number in merged.at.items():
        block, other = merged.blocks[number], theirs.block(place)
        if other is None:
            continue
        if _is_theirs(base.block(place), ours.block(place), block, other) and (
            block.kind is BlockKind.HEADER or equal(merged.values[place], theirs.values[place])
        ):
            block.text = _with_eol(other.text, eol)
        lead = _lead(*(side.comments_above(place) for side in (base, ours, theirs)))
        # Comments at the top are about the file, unless the same thing stands at the top here.
        is_about_file = theirs.lead(theirs.at[place]) == 0 and merged.lead(number) != 0
        if lead is not None and not is_about_file:
            above[number] = _with_eol(lead, eol)
    return _with_leads(merged, above)


def comments(text: str) -> Counter[str]:
    """The comments in a text, and how often each stands there."""
    return Counter(found[1].strip() for found in _COMMENT.finditer(text) if found[1])


def reordered(text: str, plain: dict[str, Any], intended: dict[str, Any]) -> str:
    """The text with its entries in the intended order. Raises CannotEditError."""
    layout = Layout(text, plain)
    for order in _orders(FILES, plain, intended, ()):
        _move(layout, order)
    return "".join(block.text for block in layout.blocks)


def is_in_order(plain: dict[str, Any], intended: dict[str, Any]) -> bool:
    """Whether the entries stand in the intended order, wherever order means something."""
    return not any(True for _order in _orders(FILES, plain, intended, ()))


def eol_of(text: str) -> str:
    """The line end of a text, as its first line has it."""
    return "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"


def _is_theirs(base: Block | None, ours: Block | None, block: Block, other: Block) -> bool:
    """Whether ours left the lines alone, and theirs can stand in their place."""
    if (base is None) != (ours is None) or block.kind is not other.kind:
        return False
    if len(block.path) - len(block.table) != len(other.path) - len(other.table):
        return False
    return base is None or ours is None or unix(base.text) == unix(ours.text)


def _lead(base: str | None, ours: str | None, theirs: str | None) -> str | None:
    """The comments above something that theirs has; None to leave them as they are."""
    if base == ours:
        return theirs
    if base == theirs:
        return None
    there, old = (ours or "").splitlines(), (base or "").splitlines()
    added = [line for line in (theirs or "").splitlines() if line not in there + old]
    return "\n".join([*there, *added])


def _with_leads(layout: Layout, above: dict[int, str]) -> str:
    replaced = {one for number in above for one in range(layout.lead(number), number)}
    text = ""
    for number, block in enumerate(layout.blocks):
        if number not in replaced:
            text += above.get(number, "") + block.text
    return text


def _with_eol(text: str, eol: str) -> str:
    whole = text if not text or text.endswith("\n") else f"{text}\n"
    return unix(whole).replace("\n", eol)


# -- order ------------------------------------------------------------------------------------


class _Order(NamedTuple):
    """The keys of the entries at a place: as they stand, and as they should."""

    place: Place
    now: list[Any]
    then: list[Any]


def _orders(plan: Plan, now: Any, then: Any, place: Place) -> Iterator[_Order]:
    """Where the order is not the intended one, from the inside out."""
    if isinstance(now, dict) and isinstance(then, dict):
        table = plan if isinstance(plan, Table) else ANY
        is_meant, old, new = table.is_ordered, now, then
    elif isinstance(plan, Entries) and is_like(plan, now) and is_like(plan, then):
        is_meant, old, new = True, plan.identified(now), plan.identified(then)
    else:
        return
    for key, value in old.items():
        inner = plan.each if isinstance(plan, Entries) else table.of(key)
        yield from _orders(inner, value, new.get(key), (*place, key))
    if is_meant and [*old] != [*new]:
        yield _Order(place, [*old], [*new])


def _move(layout: Layout, order: _Order) -> None:
    """Move entries that stand behind each other, each with the comments above it."""
    eol = eol_of(layout.text)
    spans = {key: layout.span((*order.place, key)) for key in order.now}
    starts: list[int] = []
    inside = 0
    end = 0
    for span in spans.values():
        if span is None or layout.blocks[span[0]].kind is not BlockKind.HEADER:
            raise CannotEditError
        starts.append(layout.lead(span[0]))
        inside += _filled(layout.blocks[span[0] : span[1]])
        end = span[1]
    whole = layout.blocks[starts[0] : end] if starts else []
    if {*order.now} != {*order.then} or starts != sorted(starts) or _filled(whole) != inside:
        raise CannotEditError
    pieces = {
        key: _trimmed(layout.blocks[start:stop], eol)
        for key, (start, stop) in zip(order.now, pairwise([*starts, end]), strict=True)
    }
    moved: list[Block] = []
    for key in order.then:
        moved += [Block(BlockKind.GAP, eol)] if moved else []
        moved += pieces[key]
    layout.blocks[starts[0] : end] = moved


def _filled(blocks: list[Block]) -> int:
    return sum(block.kind is not BlockKind.GAP for block in blocks)


def _trimmed(blocks: list[Block], eol: str) -> list[Block]:
    """Without empty lines at the end, and with a line end behind the last line."""
    while blocks[-1].is_blank:
        blocks = blocks[:-1]
    blocks[-1].text = _with_eol(blocks[-1].text, eol)
    return blocks
