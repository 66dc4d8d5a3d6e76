"""Text as people typed it: one normal form, its fingerprint, and how to show it safely."""

import re
import unicodedata

# Characters that a terminal or a bidirectional layout would act on, or that hide.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028\u2029"
    "\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
)
_MAX_MARKS = 8

MAX_BYTES = 20_000  # of UTF-8 in one text that a partner writes


def normalise(text: str) -> str:
    """`text` in Unicode form NFC with every run of white space as one space, ends trimmed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def fingerprint(text: str) -> str:
    """First 12 hexadecimal digits of the SHA-256 of the normalised text.

    Consent, restatements and outcomes refer to wordings by it: the same words laid out
    differently keep their fingerprint, any changed word loses it.
    """
    # Loads a library of the system, which takes longer than all else here.
    import hashlib

    return hashlib.sha256(normalise(text).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def visible(text: str) -> str:
    """`text` with everything that a terminal would act on, or that hides, made visible.

    Control characters become their Unicode pictures, bidirectional and zero-width characters
    and lone surrogates become ⟨U+XXXX⟩. Tabs and newlines stay. Of a pile of combining marks
    the first eight are kept.
    """
    if text.isascii() and text.isprintable():
        return text
    shown = _UNSEEN.sub(_picture, text.replace("\r\n", "\n"))
    return _limit_marks(shown)


def one_line(text: str) -> str:
    """`visible` text on a single line: every run of white space as one space."""
    return " ".join(visible(text).split())


def has_unseen(text: str) -> bool:
    """Whether `text` holds characters that `visible` would replace."""
    return _UNSEEN.search(text) is not None


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"⟨U+{code:04X}⟩"


def _limit_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for char in text:
        # enclosing marks and variation selectors pile up as well, and have no combining class
        marks = marks + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
        if marks <= _MAX_MARKS:
            kept.append(char)
    return "".join(kept)
