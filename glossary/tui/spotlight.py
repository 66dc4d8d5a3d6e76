"""Who speaks while the others listen, and between which two the group looks."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Spotlight:
    """Which partners (ids) stand out among the columns.

    `lit` is the one that speaks, "" when everybody does. `pair` are the two that have the screen
    to themselves, or those of them that were chosen while it `is_picking`.
    """

    lit: str = ""
    pair: tuple[str, ...] = ()
    is_picking: bool = False

    @property
    def is_on(self) -> bool:
        """Whether anybody stands out."""
        return bool(self.lit or self.pair or self.is_picking)

    @property
    def focus(self) -> tuple[str, ...]:
        """The two partners that have the screen to themselves; empty when all are shown."""
        return () if self.is_picking else self.pair

    @property
    def bright(self) -> tuple[str, ...]:
        """The partners that stand out among the columns; none when all do."""
        chosen = self.pair if self.is_picking else ()
        return (*chosen, self.lit) if self.lit else chosen

    def pointed(self, partner: str) -> "Spotlight":
        """Somebody pointed at a partner: it speaks or, pointed at again, everybody does.

        While picking it is one of the two, or no more; the second one ends the picking.
        """
        if not self.is_picking:
            return replace(self, lit="" if self.lit == partner else partner)
        others = tuple(key for key in self.pair if key != partner)
        if partner in self.pair:
            return Spotlight("", others, is_picking=True)
        pair = (*others, partner)
        return Spotlight("", pair) if len(pair) == 2 else Spotlight(partner, pair, is_picking=True)

    def picking(self) -> "Spotlight":
        """Begin to pick two, of which the one that speaks is the first; or show all again."""
        if self.pair or self.is_picking:
            return Spotlight()
        return Spotlight(self.lit, (self.lit,) if self.lit else (), is_picking=True)

    def stepped(self, columns: Sequence[str], by: int) -> "Spotlight":
        """The next or previous of the columns speaks; after the last one comes the first."""
        if not columns:
            return self
        start = columns.index(self.lit) + by if self.lit in columns else min(by, 0)
        return replace(self, lit=columns[start % len(columns)])

    def among(self, partners: Collection[str]) -> "Spotlight":
        """The same, without partners that are gone."""
        lit = self.lit if self.lit in partners else ""
        if set(self.pair) <= set(partners):
            return replace(self, lit=lit)
        return Spotlight(lit)
