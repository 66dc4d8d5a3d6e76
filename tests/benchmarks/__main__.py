"""Measure everything and print it; `--runs N` for more or fewer runs."""

import argparse
import os
import tempfile
from pathlib import Path

from tests.benchmarks import (
    accuracy,
    again,
    commands,
    comparing,
    limits,
    material,
    phones,
    saving,
    screens,
)
from tests.benchmarks.table import Measured, show


def main() -> None:
    """Make the sets, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--accuracy", action="store_true", help="accuracy alone, no timings")
    asked = parser.parse_args()
    accuracy.show()
    if asked.accuracy:
        return
    # As it is installed: with what Python compiled.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    runs = asked.runs
    with tempfile.TemporaryDirectory(prefix="glossary-benchmarks-") as place:
        os.environ["GLOSSARY_CACHE_DIR"] = str(Path(place, "cache"))
        _measure(Path(place), runs)


def _measure(place: Path, runs: int) -> None:
    real = place / "real"
    real.mkdir()
    material.demo(real)
    tables = [material.imported(real, language) for language in ("nl", "en")]
    crowded = [folder for folder in tables if folder is not None]
    folders = [real / "demo", *crowded]
    found: dict[str, Measured] = {}

    def told(title: str, rows: list[Measured]) -> None:
        show(title, rows)
        found.update({row.name: row for row in rows})

    told("One term compared, ms", comparing.eight(runs) + comparing.thirty(runs))
    told("Two texts of 20,000 characters, ms", comparing.odd(max(3, runs // 3)))
    four, eight = (material.generated(place, 1_400, partners) for partners in (4, 8))
    thousand, crowd = (material.generated(place, 1_000, partners) for partners in (8, 30))
    large = material.generated(place, 10_000, 8)
    told("One save, ms", saving.saves(material.generated(place, 2_700, 1), runs))
    told("One save, ms", saving.saves(real / "demo", runs))
    told("First paint, ms", screens.first_paints([*folders, large], runs))
    # Of few runs the p95 is the slowest one.
    many = 4 * runs
    keys = screens.echoes(many)
    keys += screens.switches(four, 80, 24, many) + screens.switches(eight, 120, 40, many)
    keys += screens.finds(eight, many) + screens.finds(large, many) + screens.drafts(eight, many)
    keys += screens.around(eight, runs)
    for folder in crowded:
        keys += screens.opening(folder, runs)
    told("From key to frame, ms", keys)
    told("From changed files to frame, ms", phones.redraws(place, max(1, runs // 5)))
    told("The list again, ms", again.one_changed(thousand, runs))
    few = max(3, runs // 3)
    told("Commands, ms", commands.measured([*folders, thousand], [crowd, large], few))
    limits.show(found)


if __name__ == "__main__":
    main()
