"""What was measured, as a table."""

import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """Times of one thing in milliseconds, and the memory that its process took in MB."""

    name: str
    times: Sequence[float]
    memory: float | None = None

    @property
    def median(self) -> float:
        return statistics.median(self.times)

    @property
    def p95(self) -> float:
        """The time that 95 of 100 stay under; the longest where there are few."""
        return sorted(self.times)[max(0, -(-len(self.times) * 95 // 100) - 1)]


def show(title: str, rows: Sequence[Measured]) -> None:
    """Print rows; the first is what the ratios of the others are to."""
    base = rows[0].median
    out = sys.stdout
    out.write(f"\n{title:46}{'median':>9}{'p95':>9}{'ratio':>8}{'peak MB':>9}{'runs':>6}\n")
    for row in rows:
        memory = f"{row.memory:9.0f}" if row.memory is not None else " " * 9
        numbers = f"{row.median:9.1f}{row.p95:9.1f}{row.median / base:8.2f}"
        out.write(f"{row.name:46}{numbers}{memory}{len(row.times):6}\n")
    out.flush()
