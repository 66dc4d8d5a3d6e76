"""What may go wrong, really done: processes killed, files changed underneath.

In an ordinary run each fault is tried a few times. The full counts, of every test that prints a
figure wherever it is, take half an hour: GLOSSARY_FAULTS=full pytest -m faults
"""

import os
from pathlib import Path

ROOT = Path(__file__).parents[2]

# Figures about seconds are held to their bound when nothing else runs on the machine.
IS_FULL = os.environ.get("GLOSSARY_FAULTS") == "full"


def times(few: int, full: int) -> int:
    """How often to try a fault in this run."""
    return full if IS_FULL else few
