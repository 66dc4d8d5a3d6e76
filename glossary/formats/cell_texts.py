"""How lists, answers and kinds of rows stand in one cell of a table, and how they are read back."""

import json
import re
from collections.abc import Iterable, Mapping

from glossary.domain import CaseAnswer
from glossary.workflow.naming import fold

_ANSWERS: Mapping[str, CaseAnswer] = {
    **dict.fromkeys(("yes", "y", "ja", "j"), CaseAnswer.YES),
    **dict.fromkeys(("no", "n", "nee", "neen"), CaseAnswer.NO),
    **dict.fromkeys(
        ("depends", "it depends", "hangt ervan af", "hangt er van af", "dat hangt ervan af"),
        CaseAnswer.DEPENDS,
    ),
}
_SHARED = ("shared wording", "gedeelde formulering")
# Values as NL-SBB tools write them: "Beslag"@nl, Begrippenkader:Beslag.
_LITERAL = re.compile(r'"((?:[^"]|"")*)"@[A-Za-z-]{2,}')
_KIND = re.compile(r"(?:Begrippenkader|Begrip|Collectie):")
_BARE_TAG = re.compile(r"@[A-Za-z-]{2,}")


def join_names(names: Iterable[str]) -> str:
    """Names in one cell: with semicolons, or on lines where a name holds one."""
    flat = [" ".join(name.split()) for name in names]
    return "\n".join([*flat, ""]) if any(";" in name for name in flat) else "; ".join(flat)


def split_names(cell: str) -> tuple[str, ...]:
    """The names in a cell."""
    parts = cell.split("\n" if "\n" in cell else ";")
    return tuple(part.strip() for part in parts if part.strip())


def join_lines(texts: Iterable[str]) -> str:
    """Sentences in one cell, each on a line."""
    return "\n".join(" ".join(text.split()) for text in texts)


def split_lines(cell: str) -> tuple[str, ...]:
    """The sentences in a cell."""
    return tuple(line.strip() for line in cell.splitlines() if line.strip())


def answer_of(cell: str) -> CaseAnswer | None:
    """The answer that a cell gives, in Dutch or English; None where it is none of the three."""
    return _ANSWERS.get(fold(cell).rstrip(".!"))


def is_shared(cell: str) -> bool:
    """Whether a row says that its text is the shared wording."""
    return fold(cell) in _SHARED


def plain_value(cell: str) -> str:
    """The text of a value as NL-SBB tools write it, without its language and kind."""
    text = cell.strip()
    if text.startswith("[{"):
        return _sources(text)
    found = _LITERAL.findall(text)
    if found and not _LITERAL.sub("", text).strip(" ,;"):
        kept = (one.replace('""', '"').strip() for one in found)
        return join_names(one for one in kept if not _BARE_TAG.fullmatch(one))
    return _KIND.sub("", text, count=1) if _KIND.match(text) else text


def _sources(text: str) -> str:
    """The names of source documents that stand in a cell as JSON."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return text
    names = [one.get("NLSBBNaamBrondocument") for one in told if isinstance(one, dict)]
    return "; ".join(str(name) for name in names if name) or text
