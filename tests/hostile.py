"""Text that somebody might put into a file to act on a reader's terminal."""

from tests.faults import times

PAYLOADS = (
    "x [/] y",
    "[b]bold[/b] [100%]",
    "[@click=app.quit]press me[/]",
    "[link=https://example.org]here[/link]",
    "[",
    "\\[b]",
    "$primary [$error]",
    "\x1b[31mred\x1b[0m",
    "\x1b]0;owned\x07",
    "\x1b]52;c;aGVsbG8=\x07",
    "\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\",
    "\x1b[2J\x1b[H",
    "\x1b[?1049l",
    "\x1bP+q544e\x1b\\",
    "\x9b31mred",
    "\x9d0;owned\x9c",
    "bell\x07 back\x08space",
    "nul\x00l del\x7f",
    "over\rwritten",
    "one\ntwo\n\n\nthree\ttab",
    "line\u2028para\u2029graph",
    "\u202egnp.exe",
    "\u2066isolate\u2069 \u200fmark",
    "zero\u200bwidth\u200djoin\ufeffbom",
    "soft\u00adhyphen \U000e0041tag",
    "z" + "\u0301" * 200,
    "\ud800lone \u115f\u3164filler 字🎈" + "w" * 300,
)


def texts() -> tuple[str, ...]:
    """Each payload alone in a full run; otherwise some at a time, the ends of texts spread."""
    return PAYLOADS if times(0, 1) else tuple(" ".join(PAYLOADS[n::4]) for n in range(4))


def in_a_file(text: str) -> str:
    """The text as a file can hold it: no half characters."""
    return text.encode("utf-8", "replace").decode()
