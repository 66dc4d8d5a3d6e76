"""Letters three rows high, drawn in half blocks from a bitmap of six pixel rows."""

import unicodedata

# Five pixel rows per character, top to bottom, "#" is ink. The sixth, above them, is for accents.
_FONT = {
    "A": (".#.", "#.#", "###", "#.#", "#.#"),
    "B": ("##.", "#.#", "##.", "#.#", "##."),
    "C": (".##", "#..", "#..", "#..", ".##"),
    "D": ("##.", "#.#", "#.#", "#.#", "##."),
    "E": ("###", "#..", "##.", "#..", "###"),
    "F": ("###", "#..", "##.", "#..", "#.."),
    "G": (".###", "#...", "#.##", "#..#", ".###"),
    "H": ("#.#", "#.#", "###", "#.#", "#.#"),
    "I": ("#", "#", "#", "#", "#"),
    "J": ("..#", "..#", "..#", "#.#", ".#."),
    "K": ("#..#", "#.#.", "##..", "#.#.", "#..#"),
    "L": ("#..", "#..", "#..", "#..", "###"),
    "M": ("#...#", "##.##", "#.#.#", "#...#", "#...#"),
    "N": ("#..#", "##.#", "#.##", "#..#", "#..#"),
    "O": (".##.", "#..#", "#..#", "#..#", ".##."),
    "P": ("##.", "#.#", "##.", "#..", "#.."),
    "Q": (".##.", "#..#", "#..#", "#.#.", ".#.#"),
    "R": ("##.", "#.#", "##.", "#.#", "#.#"),
    "S": (".##", "#..", ".#.", "..#", "##."),
    "T": ("###", ".#.", ".#.", ".#.", ".#."),
    "U": ("#..#", "#..#", "#..#", "#..#", ".##."),
    "V": ("#.#", "#.#", "#.#", "#.#", ".#."),
    "W": ("#...#", "#...#", "#.#.#", "##.##", "#...#"),
    "X": ("#.#", "#.#", ".#.", "#.#", "#.#"),
    "Y": ("#.#", "#.#", ".#.", ".#.", ".#."),
    "Z": ("###", "..#", ".#.", "#..", "###"),
    "0": (".##.", "#..#", "#..#", "#..#", ".##."),
    "1": (".#", "##", ".#", ".#", ".#"),
    "2": ("##.", "..#", ".#.", "#..", "###"),
    "3": ("##.", "..#", ".#.", "..#", "##."),
    "4": ("#.#", "#.#", "###", "..#", "..#"),
    "5": ("###", "#..", "##.", "..#", "##."),
    "6": (".##", "#..", "###", "#.#", "###"),
    "7": ("###", "..#", ".#.", ".#.", ".#."),
    "8": ("###", "#.#", "###", "#.#", "###"),
    "9": ("###", "#.#", "###", "..#", "##."),
    " ": ("..", "..", "..", "..", ".."),
    "-": ("...", "...", "###", "...", "..."),
    "'": ("#", "#", ".", ".", "."),
    "’": ("#", "#", ".", ".", "."),
    ".": (".", ".", ".", ".", "#"),
    ",": ("..", "..", "..", ".#", "#."),
    ":": (".", "#", ".", "#", "."),
    "/": ("..#", "..#", ".#.", "#..", "#.."),
    "&": (".#..", "#.#.", ".#.#", "#.#.", ".#.#"),
    "(": (".#", "#.", "#.", "#.", ".#"),
    ")": ("#.", ".#", ".#", ".#", "#."),
    "?": ("##.", "..#", ".#.", "...", ".#."),
    "!": ("#", "#", "#", ".", "#"),
    "+": ("...", ".#.", "###", ".#.", "..."),
}

# Combining marks as the sixth row over a letter three pixels wide; wider letters centre them.
_ACCENTS = {
    "\u0300": "#..",
    "\u0301": "..#",
    "\u0302": ".#.",
    "\u0303": "##.",
    "\u0308": "#.#",
    "\u030a": ".#.",
    "\u030c": "#.#",
}
_CEDILLA = "\u0327"

_BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def big(text: str) -> tuple[str, str, str] | None:
    """`text` in capitals three rows high; None when it holds a character without a drawing."""
    pixels = [""] * 6
    for letter, marks in _letters(text):
        drawing = _drawing(letter, marks)
        if drawing is None:
            return None
        pixels = [row + part + "." for row, part in zip(pixels, drawing, strict=True)]
    rows = [_halves(pixels[at], pixels[at + 1]) for at in (0, 2, 4)]
    return rows[0], rows[1], rows[2]


def _letters(text: str) -> list[tuple[str, str]]:
    """Letters with the combining marks that stand on them."""
    found: list[tuple[str, str]] = []
    for char in unicodedata.normalize("NFD", text.upper()):
        if unicodedata.combining(char) and found:
            found[-1] = (found[-1][0], found[-1][1] + char)
        else:
            found.append((char, ""))
    return found


def _drawing(letter: str, marks: str) -> tuple[str, ...] | None:
    rows = _FONT.get(letter)
    if rows is None:
        return None
    marks = marks.replace(_CEDILLA, "")
    if not marks:
        return ("." * len(rows[0]), *rows)
    accent = _ACCENTS.get(marks)
    if accent is None:
        return None
    width = max(3, len(rows[0]))
    return tuple(row.center(width, ".") for row in (accent, *rows))


def _halves(upper: str, lower: str) -> str:
    return "".join(_BLOCKS[(a == "#", b == "#")] for a, b in zip(upper, lower, strict=True))
