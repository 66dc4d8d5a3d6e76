"""No sentence reaches a person without the catalogue: the source is read for bare English."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from tests.locale.catalogues import PACKAGE, ids, messages, source

_TRANSLATING = {"_", "gettext", "ngettext", "pgettext", "mark"}

# Functions and classes of which the text reaches a person, and keywords that do.
_SHOWING = {"say", "complain", "_write", "tell", "notify", "entitle", "update", "Static", "Label"}
_SHOWING |= {"accept", "accept_filled", "accept_name"}  # their second names a field in errors
_SHOWN_KEYWORDS = {"help", "short_help", "metavar", "placeholder", "border_title", "label"}

# Two words of which the second begins small: the least that looks like a sentence.
_SENTENCE = re.compile(r"[A-Za-z]{2,}[,;:]? [a-z]{2,}")
_WORD = re.compile(r"[A-Za-z]{2,}")
_STYLE = re.compile(r"((bold|italic|strike|underline|on|#[0-9A-F]{6})( |$))+")

# Strings with words that nobody needs to read: the file, how they begin, and why.
_DATA = (
    ("cli/output.py", "glossary: ", "the name of the program"),
    ("formats/cell_texts.py", "", "words in files of either language"),
    ("formats/extras.py", "pip install", "a command line"),
    ("formats/documents/html.py", "a abbr", "tags of HTML"),
    ("formats/documents/html.py", "sup time", "tags of HTML"),
    ("formats/headers.py", "term begrip", "headers of columns"),
    ("formats/headers.py", "definition definitie", "headers of columns"),
    ("formats/headers.py", "partner organisation", "headers of columns"),
    ("formats/headers.py", "source bron", "headers of columns"),
    ("formats/headers.py", "example voorbeeld", "headers of columns"),
    ("formats/headers.py", "counterexample", "headers of columns"),
    ("formats/headers.py", "belief overtuiging", "headers of columns"),
    ("formats/headers.py", "interest belang", "headers of columns"),
    ("formats/headers.py", "as_partner", "headers of columns"),
    ("formats/headers.py", "variants varianten", "headers of columns"),
    ("formats/headers.py", "translation vertaling", "headers of columns"),
    ("formats/headers.py", "why_this", "headers of columns"),
    ("formats/headers.py", "questions vragen", "headers of columns"),
    ("formats/headers.py", "boundary_case", "headers of columns"),
    ("formats/headers.py", "answer antwoord", "headers of columns"),
    ("formats/headers.py", "kind_of_row", "headers of columns"),
    ("formats/html_format.py", "width=device-width", "words of browsers"),
    ("formats/html_text.py", "<!DOCTYPE", "words of browsers"),
    ("formats/markdown_contents.py", "<span", "words of browsers"),
    ("join/frame.py", "width=device-width", "words of browsers"),
    ("join/frame.py", "light dark", "words of browsers"),
    ("formats/xml_writing.py", "<?xml", "the beginning of a document"),
    ("formats/sbb_table.py", "", "headers of columns"),
    ("git/command.py", "not a git repository", "git's words"),
    ("git/command.py", "dubious ownership", "git's words"),
    ("git/hook.py", "# Made", "a comment in a program"),
    ("git/hook.py", "#!/bin/sh", "a program"),
    ("git/hook.py", "set --", "a program"),
    ("git/hook.py", "said=$(", "a program"),
    ("tui/palette.py", "glossary overlaps", "a command"),
    ("workflow/lint.py", "glossary log", "a command"),
    ("git/setup.py", "merge=glossary", "git's words"),
    ("store/memory.py", "", "what SQLite is told"),
    ("store/kinds.py", "left out", "a marker that is never printed"),
    ("store/slips.py", "Invalid", "tomli's words"),
    ("store/slips.py", "Illegal", "tomli's words"),
    ("store/slips.py", "Unterminated", "tomli's words"),
    ("store/slips.py", "Unclosed", "tomli's words"),
    ("store/syntax.py", r"(.*) \(at", "tomli's words"),
    ("store/syntax.py", "Unterminated", "tomli's words"),
    ("store/syntax.py", "Illegal", "tomli's words"),
    ("store/syntax.py", "Found invalid", "tomli's words"),
    ("store/syntax.py", "Cannot", "tomli's words"),
    ("store/syntax.py", "Unclosed", "tomli's words"),
    ("store/syntax.py", "Expected", "tomli's words"),
    ("store/syntax.py", "Invalid", "tomli's words"),
    ("workflow/shortnames.py", "advice and", "kinds of organisations"),
    ("workflow/shortnames.py", "corporatie", "kinds of organisations"),
    ("workflow/shortnames.py", "homes", "kinds of organisations"),
    ("workflow/shortnames.py", "partnership", "kinds of organisations"),
    ("workflow/shortnames.py", "support", "kinds of organisations"),
    ("workflow/definition_form.py", "(?:bijvoorbeeld", "how an example begins"),
    ("workflow/definition_form.py", "(?:for example", "how an example begins"),
    ("workflow/definition_form.py", "\\b(?:betekent", "how a second meaning begins"),
    ("workflow/definition_form.py", "\\balso", "how a second meaning begins"),
)


@dataclass(frozen=True, slots=True)
class _Text:
    """A string in the source, below the package."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"glossary/{self.file}:{self.line}: {self.text!r}"

    def is_data(self, file: str, start: str) -> bool:
        return self.file == file and self.text.startswith(start)


def test_every_sentence_goes_through_the_catalogue() -> None:
    bare = [one for one in _bare() if not any(one.is_data(*data[:2]) for data in _DATA)]
    remedy = "Write _(…) around these; if nobody reads them, add them to _DATA of this test."
    assert not bare, "\n".join([remedy, *map(str, bare)])


def test_every_exception_is_still_needed() -> None:
    unused = [data for data in _DATA if not any(one.is_data(*data[:2]) for one in _bare())]
    assert not unused, f"Remove these from _DATA of this test: {unused}"


def test_every_translated_text_is_found_by_the_extraction() -> None:
    known = {text for message in messages(source()) for text in ids(message)}
    lost = [
        one for file, tree in _trees() for one in _translated(file, tree) if one.text not in known
    ]
    remedy = "pybabel does not find these; call _(…) outside f-strings, on a line of its own."
    assert not lost, "\n".join([remedy, *map(str, lost)])


@cache
def _trees() -> tuple[tuple[str, ast.Module], ...]:
    return tuple(
        (path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(PACKAGE.rglob("*.py"))
    )


@cache
def _bare() -> tuple[_Text, ...]:
    """Sentences anywhere, and any word where a person will read it, outside translated calls."""
    found: set[_Text] = set()
    for file, tree in _trees():
        passed_over = set(_passed_over(tree))
        for nodes, looks_english in ((ast.walk(tree), _SENTENCE), (_shown(tree), _WORD)):
            found.update(
                one
                for one in _texts(file, (node for node in nodes if node not in passed_over))
                if looks_english.search(one.text) and not _STYLE.fullmatch(one.text)
            )
    return tuple(sorted(found, key=str))


def _texts(file: str, nodes: Iterable[ast.AST]) -> Iterator[_Text]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield _Text(file, node.lineno, node.value)


def _passed_over(tree: ast.Module) -> Iterator[ast.AST]:
    """Docstrings, style sheets, and what is translated."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                yield node.value
            case ast.Assign(targets=[ast.Name(id="DEFAULT_CSS")]):
                yield from ast.walk(node.value)
            case ast.Call() if _name(node) in _TRANSLATING:
                yield from ast.walk(node)


def _shown(tree: ast.Module) -> Iterator[ast.AST]:
    """What stands where a person will read it: arguments, with what is inside f-strings."""
    for call in _calls(tree):
        is_error = _name(call).endswith("Error") and _name(call) != "KeyError"
        shown = list(call.args) if is_error or _name(call) in _SHOWING else []
        shown += [keyword.value for keyword in call.keywords if keyword.arg in _SHOWN_KEYWORDS]
        for value in shown:
            yield from (value.values if isinstance(value, ast.JoinedStr) else [value])


def _translated(file: str, tree: ast.Module) -> Iterator[_Text]:
    for call in _calls(tree):
        if _name(call) in _TRANSLATING:
            yield from _texts(file, call.args[1:] if _name(call) == "pgettext" else call.args)


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    function = call.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
