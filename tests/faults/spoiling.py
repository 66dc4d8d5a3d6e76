"""Files of sets and of the TOML test suite, and what an editor, a merge or a disk does to them."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.store import PARTNER, SHARED, TERMSET

SUITE = SHARED / "data" / "toml-test" / "tests"
_SHIPPED = Path(__file__).parents[2] / "termsets"
_PIECES = (
    *(b'"', b"'", b'"""', b"'''", b"[", b"]", b"[[", b"]]", b"{", b"}", b"=", b".", b",", b"#"),
    *(b"\n", b"\r", b"\r\n", b"\t", b"\\", b"\\u", b"\\ud800", b"\x00", b"\x1b[2J", b"\xff"),
    *(b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xcc\x81", b"-", b"+inf", b"nan"),
    *(b"<<<<<<< ours\n", b"=======\n", b">>>>>>> theirs\n", b"0x", b"1979-05-27T07:32:00Z"),
    *(
        b"= " + b"9" * 5_000 + b"\n",
        b"[" * 120,
        b"a." * 40,
        b'"format" = 2\n',
        b"format = 99\n",
        b"name = 3\n",
    ),
)
_VALUES = (
    *(b"3", b"-1", b"1.5", b"nan", b"true", b'""', b'" "', b'"../x"', b"2026-11-23", b"07:32:00"),
    *(b"[]", b"[1, 2]", b'["x"]', b"{a = 1}", b"[{}]", b'"yes"', b'"0a1b2c3d4e5f"', b"0001-01-01"),
)


def files_of_sets() -> list[bytes]:
    """All kinds of files, small and large, as this program and people write them."""
    shipped = sorted((_SHIPPED / "demo").rglob("*.toml"))
    cards = sorted((_SHIPPED.parent / "glossary" / "cards").glob("*.toml"))
    session = b'format = 1\nterms = ["regie"]\nminutes = 20\n\n[spent.regie]\ncollect = 60\n'
    own = [PARTNER.encode(), TERMSET.encode(), session]
    return [*own, *(file.read_bytes() for file in cards), *(file.read_bytes() for file in shipped)]


def official(kind: str) -> list[Path]:
    """The "valid" or "invalid" files of the TOML test suite; none where it is absent."""
    return sorted((SUITE / kind).rglob("*.toml"))


def _flipped(data: bytearray, random: Random) -> None:
    for _ in range(random.randint(1, 4)):
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)


def _cut(data: bytearray, random: Random) -> None:
    start = random.randrange(len(data))
    del data[start : start + random.choice((1, 2, 5, 20, 200, len(data)))]


def _inserted(data: bytearray, random: Random) -> None:
    at = random.randrange(len(data) + 1)
    data[at:at] = random.choice(_PIECES)


def _swapped(data: bytearray, random: Random) -> None:
    lines = data.splitlines(keepends=True)
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    data[:] = b"".join(lines)


def _repeated(data: bytearray, random: Random) -> None:
    start = random.randrange(len(data))
    block = data[start : start + random.choice((1, 10, 100, 400))]
    at = random.choice((start, len(data), random.randrange(len(data))))
    data[at:at] = block * random.choice((1, 1, 2, 50))


def _retyped(data: bytearray, random: Random) -> None:
    lines = data.splitlines(keepends=True)
    keyed = [n for n, line in enumerate(lines) if b" = " in line]
    if keyed:
        one = random.choice(keyed)
        lines[one] = lines[one].partition(b" = ")[0] + b" = " + random.choice(_VALUES) + b"\n"
        data[:] = b"".join(lines)


_WAYS: tuple[Callable[[bytearray, Random], None], ...] = (
    *(_flipped, _cut, _inserted, _swapped, _repeated, _retyped, _retyped),
)


def spoiled(data: bytes, random: Random) -> bytes:
    """`data` after one to four mishaps."""
    spoilt = bytearray(data)
    for _ in range(random.randint(1, 4)):
        if spoilt:
            random.choice(_WAYS)(spoilt, random)
    return bytes(spoilt)
