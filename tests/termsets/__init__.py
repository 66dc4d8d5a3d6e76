"""The term sets that ship with the program."""

from datetime import date
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "termsets"
TODAY = date(2026, 11, 23)
