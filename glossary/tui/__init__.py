"""The screens; the only room that imports Textual."""

import os

# Textual reads it once, on import: an answer to a key may then come within 8 ms instead of 16.
os.environ.setdefault("TEXTUAL_FPS", "120")
