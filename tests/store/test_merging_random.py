"""Random merges of the text of files."""

import random
from collections.abc import Callable
from pathlib import Path

from glossary.domain.merge_plans import FILES
from glossary.domain.merging import merge
from glossary.store.merging import merged_file
from glossary.workflow.merging import Three
from tests.faults import times
from tests.merged_texts import judged, texts_of
from tests.merging import versions

NOORD = Path("termsets/keten/partners/noord.toml")


def test_random_merges_of_texts_hold_what_both_sides_say(figure: Callable[[str], None]) -> None:
    counts = {"clean": 0, "marked": 0, "left to lines": 0}
    for seed in range(times(500, 50_000)):
        rng = random.Random(seed)
        plains = versions(rng)
        texts = texts_of(rng, *plains)
        result = merged_file(NOORD, Three(*(text.encode() for text in texts)))
        wanted = merge(FILES, *plains)
        counts[judged(texts, wanted, result)] += 1
    assert counts["clean"] > counts["marked"] > counts["left to lines"]
    figure(f"random merges of texts: {counts}, 0 lost, 0 invented")
