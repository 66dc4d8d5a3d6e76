"""How sentences name things: in quotes, on one line, with the nearest name as a remedy."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from glossary.domain import normalise, one_line
from glossary.locale import gettext as _

_LONGEST = 60


def quote(text: str, longest: int = _LONGEST) -> str:
    """`text` in quotation marks, safe for a terminal and at most so many characters long."""
    shown = one_line(text)
    return f"“{shown if len(shown) <= longest else shown[: longest - 1] + '…'}”"


def listed(names: Iterable[str], limit: int = 8) -> str:
    """The first `limit` names in quotation marks, with an ellipsis where there are more."""
    quoted = [quote(name) for name in names]
    return ", ".join(quoted[:limit]) + (", …" if len(quoted) > limit else "")


def fold(text: str) -> str:
    """The form in which names are compared: one normal form, one kind of space, no case."""
    return normalise(text).casefold()


def nearest(text: str, names: Iterable[str], *, alike: float = 0.6) -> str | None:
    """The name that somebody who typed `text` most likely meant; None when none is close.

    `alike` is how close it has to be, 0 to 1; 0.85 takes a slip or two of the finger.
    """
    folded = {fold(name): name for name in names}
    close = get_close_matches(fold(text), folded, n=1, cutoff=alike)
    return folded[close[0]] if close else None


def did_you_mean(text: str, names: Iterable[str]) -> str:
    """The question whether the nearest name was meant; empty when none is close."""
    near = _nearest(text, tuple(names))
    return "" if near is None else _("Did you mean {near}?").format(near=quote(near))


@lru_cache(maxsize=256)
def _nearest(text: str, names: tuple[str, ...]) -> str | None:
    """A term that is gone may be named by hundreds of files, each asking the same."""
    return nearest(text, names)
