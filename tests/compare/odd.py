"""Texts that few would write and somebody will: two of every kind, about as long as is asked."""

import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from typing import Any

from tests.benchmarks.material import ROOT

LONG = 20_000  # code points

_ARABIC = ["الجودة", "هي", "أن", "لا", "يحدث", "أي", "خطأ", "وأن", "يشعر", "السكان", "بالراحة"]
_HEBREW = ["שָׁלוֹם", "עולם", "איכות", "היא", "שאף", "דבר", "לא", "משתבש", "ושהתושבים", "מרוצים"]
_CHINESE = ["质量是指不出任何差错", "居民感到满意", "一周内报告错误", "市政府决定"]
_THAI = ["คุณภาพคือไม่มีอะไรผิดพลาด", "ผู้อยู่อาศัยพอใจ", "รายงานภายในหนึ่งสัปดาห์"]
_HINDI = ["गुणवत्ता", "का", "अर्थ", "है", "कि", "कुछ", "गलत", "नहीं", "होता", "निवासी", "संतुष्ट"]
_EMOJI = ["👩‍👩‍👧", "😀", "👍🏽", "🏳️‍🌈", "🇳🇱", "1️⃣", "👨🏿‍⚕️", "❤️", "zorg", "☎︎", "3️⃣ fouten"]
_MARKED = ["e\u0301e\u0301n", "cafe\u0301", "z\u0335\u0321\u0301o\u0308\u0323rg", "nai\u0308ef"]
_ADDRESSES = [
    "https://www.example.org/zorg/kwaliteit?fout=niet&mag=moet#melden",
    "http://example.org/protocol_(versie)/2026-11-23/incident.html",
    "www.example.nl/bewoners/aandacht",
    "anna.de-wit@zorg.example.nl",
    "Zie",
    "(https://example.org/moet/alle/bewoners).",
]
_MARKUP = [
    '<p class="niet">',
    "De <b>zorg</b> moet goed zijn &amp; blijven.",
    '<a href="https://example.org/incident?mag=niet">incidenten</a>',
    "</p><br/>",
    "<script>if (zorg < 3 && fout > 2) { melden(); }</script>",
]
_CODE = [
    "def melden(incident: Incident, *, binnen=3) -> None:",
    '    if not incident.is_closed and incident["ernst"] >= 2:',
    "        raise ValueError(f'{incident!r} moet_gemeld_zijn')",
    "SELECT id, naam FROM bewoners WHERE niet_tevreden = 1;",
    "{% for x in y %}${x}{% endfor %} \\alpha_{i}^2 \\frac{a}{b}",
]
_ROWS = [
    "| kwaliteit | moet | 3 dagen |",
    "|---|:--:|---:|",
    "aandacht\tmag\t5 %\t",
    "├── bewoners ─┤ 12,5 │ ∅ │",
    "fout;niet;alle;1.000,00;2026-11-23",
]


def pairs(length: int = LONG) -> dict[str, tuple[str, str]]:
    """Two different texts of each kind, of at most `length` code points each."""
    dutch, english = (_two(list(_sentences(each)), length, " ") for each in ("nl", "en"))
    numbers = range(length)
    made: dict[str, tuple[str, str]] = {
        "empty": ("", ""),
        "empty and prose": ("", dutch[0]),
        "white space": (" \n" * length, "\u00a0\t\u2003" * length),
        "one word": ("zorg", "toezicht"),
        "prose": dutch,
        "another language": english,
        "another language beside the own": (dutch[0], english[0]),
        "mixed languages": _two([*_sentences("nl"), *_sentences("en")], length, " "),
        "no space at all": ("zorgkwaliteit" * length, "x" * length),
        "one word over and over": ("zorg " * length, "zorgen " * length),
        "a few words over and over": ("zorg niet moet mag " * length, "mag zorg niet " * length),
        "negations only": ("niet " * length, "geen " * length),
        "Arabic": _two(_ARABIC, length, " "),
        "Hebrew, turned round": _two(_HEBREW, length, " \u202e"),
        "Chinese": _two(_CHINESE, length, ","),
        "Thai": _two(_THAI, length, " "),
        "Hindi": _two(_HINDI, length, " "),
        "emoji": _two(_EMOJI, length, " "),
        "emoji without a space": _two(_EMOJI, length, ""),
        "addresses": _two(_ADDRESSES, length, " "),
        "HTML": _two(_MARKUP, length, "\n"),
        "code": _two(_CODE, length, "\n"),
        "tables": _two(_ROWS, length, "\n"),
        "combining marks": _two(_MARKED, length, " "),
        "piled marks": ("e\u0301\u0302\u0303" * length, "z" + "\u0301" * length),
        "punctuation": (".,;!" * length, "“‘<(" * length),
        "hyphens": ("x-" * length, "zorg-" * length),
        "abbreviations": ("a.b." * length, "A.B.C. d.w.z. " * length),
        "capitals": _two([f"{_capital(n)}{_capital(n // 26)}X" for n in range(676)], length, " "),
        "words that look alike": (
            " ".join(f"kwaliteit{n:x}" for n in numbers),
            " ".join(f"kwaliteit{n}" for n in numbers),
        ),
        "lone surrogates": ("\ud800 \udfff" * length, "zorg\udc00 " * length),
        "control characters": ("zorg\x1b[31m\x00\x07 " * length, "\x9b2J\r\n\x7f" * length),
    }
    return {kind: (one[:length], other[:length]) for kind, (one, other) in made.items()}


def _two(parts: Sequence[str], length: int, between: str) -> tuple[str, str]:
    """The parts over and over: as they come, and shuffled."""
    shuffled = random.Random(1).sample(parts, len(parts))
    return _filled(parts, length, between), _filled(shuffled, length, between)


def _filled(parts: Sequence[str], length: int, between: str) -> str:
    taken: list[str] = []
    size = 0
    for part in cycle(parts):
        if size >= length:
            return between.join(taken)
        taken.append(part)
        size += len(part) + len(between)
    return ""


def _capital(number: int) -> str:
    return chr(ord("A") + number % 26)


def _sentences(language: str) -> Iterator[str]:
    """The sentences of the term sets that ship with the program."""
    for path in sorted((ROOT / "termsets").rglob("termset.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        if data["language"] == language:
            for file in (path, *sorted(path.parent.glob("partners/*.toml"))):
                yield from _said(tomllib.loads(file.read_text(encoding="utf-8")))


def _said(data: Mapping[str, Any]) -> Iterator[str]:
    for value in data.values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield from _said(each)
            elif isinstance(each, str) and len(each.split()) > 4:
                yield each
