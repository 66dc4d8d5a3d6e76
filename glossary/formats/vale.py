"""Vale (https://vale.sh): what editors and workflows need to check texts against a set.

A zip with a style of one rule per term that is not agreed, and the names of the agreed ones as a
vocabulary. Nothing that a partner said is in it.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from glossary.compare.languages import language
from glossary.domain import Status, Term, TermSet, one_line
from glossary.formats.contract import Exporter, Request
from glossary.formats.json_text import dumps
from glossary.formats.parts import Part
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.workflow.standing import Standing, new_name, standing

_STYLE = "Glossary"
_RULES = f"styles/{_STYLE}"
_ACCEPTED = f"styles/config/vocabularies/{_STYLE}/accept.txt"
_SETTINGS = f"""StylesPath = styles
MinAlertLevel = suggestion
Vocab = {_STYLE}

[*]
BasedOnStyles = {_STYLE}
"""
# What stands in the place of the word that was found, and of the one to use.
_FOUND = "%s"


class Vale(Exporter):
    """Writes rules with which Vale finds loaded words in texts."""

    name = "vale"
    suffix = ".vale.zip"
    description = mark("rules for Vale, which says in a text which words are not agreed")
    leaves_out = tuple(part for part in Part if part is not Part.VARIANTS)
    is_text = False

    def export(self, termset: TermSet, request: Request) -> bytes:
        """A zip to unpack where the texts are."""
        made = BytesIO()
        with ZipFile(made, "w", ZIP_DEFLATED) as package:
            for name, text in _files(termset, request):
                # The same bytes for the same set, on every system.
                info = ZipInfo(name)
                info.create_system = 3
                info.external_attr = 0o644 << 16
                info.compress_type = ZIP_DEFLATED
                package.writestr(info, text.encode())
        return made.getvalue()


def _files(termset: TermSet, request: Request) -> Iterator[tuple[str, str]]:
    yield ".vale.ini", _SETTINGS
    accepted: list[str] = []
    rules: list[tuple[str, str]] = []
    endings = language(termset.language).endings
    for term in termset.terms.values():
        told = standing(termset, term.id, request.today)
        patterns = [_pattern(name, endings) for name in _names(term)]
        if told.agreed:
            accepted += patterns
        elif told.status == Status.RENAMED:
            accepted.append(_pattern(new_name(termset, term.id), endings))
            rules.append((term.id, _substitution(patterns, new_name(termset, term.id))))
        else:
            rules.append((term.id, _existence(patterns, told)))
    yield _ACCEPTED, "".join(f"(?i){pattern}\n" for pattern in dict.fromkeys(accepted))
    for term_id, rule in rules:
        yield f"{_RULES}/{term_id}.yml", rule


def _names(term: Term) -> Iterator[str]:
    """The names of a term, the longest first: of several that fit the first is taken."""
    names = dict.fromkeys(one_line(name) for name in (term.label, *term.variants))
    yield from sorted(filter(None, names), key=lambda name: (-len(name), name))


def _pattern(name: str, endings: Collection[str]) -> str:
    """A regular expression for a name and its regular inflections."""
    words = r"\s+".join(map(_literal, one_line(name).split()))
    if not endings or not name[-1:].isalpha():
        return words
    ends = "|".join(re.escape(end) for end in sorted(endings, key=lambda end: (-len(end), end)))
    return f"{words}(?:{ends})?"


def _literal(word: str) -> str:
    r"""A word in a regular expression; a bracket as \x28, because Vale counts brackets."""
    return re.escape(word).replace(r"\(", r"\x28").replace(r"\)", r"\x29")


def _existence(patterns: Collection[str], told: Standing) -> str:
    message = _("“{word}”: {status}.").format(word=_FOUND, status=told.sentence)
    return _yaml("existence", message, {"tokens": list(patterns)})


def _substitution(patterns: Collection[str], name: str) -> str:
    # Vale takes a bar between names as a choice, and puts quotation marks around the first name.
    plain = one_line(name).replace("|", "/")
    message = _("Use {new} instead of “{old}”.").format(new=_FOUND, old=_FOUND)
    swap = {"swap": dict.fromkeys(patterns, plain), "action": {"name": "replace"}}
    return _yaml("substitution", message, swap)


def _yaml(kind: str, message: str, rule: Mapping[str, object]) -> str:
    """A rule; JSON is YAML as well, and quotes whatever people typed."""
    told = {
        "extends": kind,
        "message": message,
        "level": "suggestion",
        "ignorecase": True,
        # Otherwise a name that is accepted elsewhere would silence the rule.
        "vocab": False,
        **rule,
    }
    return dumps(told)
