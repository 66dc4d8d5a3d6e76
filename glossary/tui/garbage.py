"""When garbage is looked for: looking through a large set stops the screen for 0.1 s."""

import gc
import sys

# So many looks at what is new, and it is time to look through everything.
_MANY = 10


def lay_by() -> None:
    """Look for garbage from now on, but never at what is there by now.

    A set has no circles: it goes by itself when another takes its place.
    """
    gc.freeze()
    new, young, _all = gc.get_threshold()
    # All is looked through when hands rest.
    gc.set_threshold(new, young, sys.maxsize >> 32)
    gc.enable()


def look() -> None:
    """Look through everything, if there may be something to find; for when hands rest."""
    if gc.get_count()[2] > _MANY:
        gc.collect()
