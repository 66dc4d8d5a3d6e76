"""docs/findings.md names every code that a finding can have, and no other."""

import re
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_SOURCES = ("store/*.py", "workflow/lint*.py")
_CODE = re.compile(r'"([a-z]+(?:-[a-z0-9]+)+|symlink|unreadable)"')
_NO_CODES = {"utf-8"}


def _in_source() -> set[str]:
    files = [file for pattern in _SOURCES for file in (_ROOT / "glossary").glob(pattern)]
    texts = [file.read_text("utf-8") for file in files]
    return {code for text in texts for code in _CODE.findall(text)} - _NO_CODES


def test_the_page_and_the_program_know_the_same_codes() -> None:
    page = (_ROOT / "docs" / "findings.md").read_text("utf-8")
    rows = re.findall(r"^\| `([a-z0-9-]+)` \| (.+) \| .+ \| .+ \|$", page, re.MULTILINE)
    codes = [code for code, _severity in rows]
    assert len(codes) == len(set(codes))
    assert set(codes) == _in_source()
    assert {severity.split(",")[0] for _code, severity in rows} == {"error", "warning"}
