"""Concepts of TBX files: version 3 in both styles (ISO 30042:2019), and the MARTIF before it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from glossary.domain import UnreadableError, one_line
from glossary.formats.contract import Importer
from glossary.formats.field_labels import definition_of, draft_of, fields_by_label
from glossary.formats.gathering import Gathering
from glossary.formats.groups import is_shared
from glossary.formats.headers import Columns
from glossary.formats.tbx import CORE, KEPT, SPACE, other_language
from glossary.formats.tbx_rules import breaches
from glossary.formats.whole_file import bytes_of
from glossary.formats.xml_reading import Element, parse_xml
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.workflow.incoming import Incoming
from glossary.workflow.naming import fold, listed, quote

_ENTRIES: Final = ("conceptEntry", "termEntry")
_LANGUAGES: Final = ("langSec", "langSet")
_TERMS: Final = ("termSec", "tig", "ntig")
_LAST: Final = ("deprecatedTerm-admn-sts", "supersededTerm-admn-sts", "deprecated", "superseded")
_FIRST: Final = ("preferredTerm-admn-sts", "preferred")
# How many of the breaches of the standard are told one by one.
_TOLD: Final = 15


class TbxImport(Importer):
    """Reads concepts of tools of translators."""

    name = "tbx"
    description = mark("concepts of tools of translators (TBX version 3 and the old MARTIF)")
    extra = "xml"
    knows = ("of_partner",)

    def read(self, path: Path, columns: Columns) -> Incoming:
        """The concepts of a file. Raises UnreadableError."""
        name = one_line(str(path))
        top = parse_xml(bytes_of(path), name)
        if top.name not in ("tbx", "martif"):
            raise UnreadableError(
                _("{file}, line {line}: <{name}> is not the beginning of a TBX file.").format(
                    file=name, line=top.line, name=one_line(top.name)
                )
            )
        if _keeps_space(top):
            top.keep_space()
        found = Gathering(name, columns)
        text = top.below("text")
        body = text.below("body") if text else None
        entries = list(body.all_below(*_ENTRIES)) if body else []
        wanted = columns.language or top.attributes.get("xml:lang", "")
        found.language = _language_of(wanted, entries)
        _head(found, top)
        _organisations(found, text)
        labels = fields_by_label()
        for entry in entries:
            _Entry(found, entry, labels).read()
        _remarks(found, top, entries)
        return found.incoming()


class _Meaning(NamedTuple):
    line: int
    text: str
    source: str


class _Entry:
    """One concept: terms in several languages, and what they mean."""

    def __init__(self, found: Gathering, entry: Element, labels: Mapping[str, str]) -> None:
        self._found = found
        self._entry = entry
        self._labels = labels
        self._main = _section(entry, found.language)
        self._other = _section(entry, other_language(found.language))

    def read(self) -> None:
        """Take in the terms of the main language, with their meaning."""
        terms = _terms(self._main)
        for empty in _empty_terms(self._entry):
            self._found.leave(empty.line, _("<term> is empty."))
        if not terms:
            told = _("The entry has no term in the language “{language}”.")
            reason = told.format(language=self._found.language)
            self._found.leave(self._entry.line, reason, *self._any_terms())
            return
        label, *variants = (text for text, _section in terms)
        translations = [text for text, _section in _terms(self._other)]
        self._found.term(label, variants, next(iter(translations), ""))
        self._meanings(label, terms[0][1])

    def _meanings(self, label: str, term: Element) -> None:
        meanings = [*_meanings(self._main)] or [*_meanings(self._entry)]
        whose = self._whose(term)
        fields = self._fields(term)
        for at, one in enumerate(meanings):
            told = {**fields, "source": one.source} if at == 0 else {"source": one.source}
            if is_shared(whose) and not self._found.is_one_partners:
                self._found.wording(one.line, label, draft_of(one.text, told))
            else:
                self._found.definition(one.line, label, whose, definition_of(one.text, told))
        for section in self._entry.all_below(*_LANGUAGES):
            for kept in _terms_with_definitions(section):
                told_where = _("A definition stands beside a <term>, where it has no place.")
                self._found.leave(kept.line, told_where, kept.text)
            if not meanings:
                for one in _meanings(section):
                    self._found.leave(one.line, _("A definition in another language."), one.text)

    def _whose(self, term: Element) -> str:
        for around in (self._entry, self._main, term):
            for one, _group in _categories(around):
                if _category(one) == "customerSubset" and one.text:
                    self._found.partner(one.text) if not is_shared(one.text) else None
                    return one.text
        return ""

    def _fields(self, term: Element) -> dict[str, str]:
        """Fields that stand in notes below their name, and a context as example."""
        told: dict[str, str] = {}
        for around in (self._entry, self._main):
            for note in around.all_below("note"):
                name, colon, text = note.text.partition(":")
                field = self._labels.get(fold(name)) if colon else None
                if field:
                    told[field] = text.strip()
                elif note.text:
                    self._found.unused("note")
        contexts = [one.text for one, _group in _categories(term) if _category(one) == "context"]
        return {**told, "example": "\n".join(filter(None, contexts))}

    def _any_terms(self) -> Iterator[str]:
        for section in self._entry.all_below(*_LANGUAGES):
            yield from (text for text, _section in _terms(section)[:1])


def _language_of(wanted: str, entries: list[Element]) -> str:
    """The language that is wanted where concepts have it, otherwise what most of them have."""
    counts = Counter(
        _code(section) for entry in entries for section in entry.all_below(*_LANGUAGES)
    )
    for code in counts:
        if _main(code) == _main(wanted):
            return code
    return counts.most_common(1)[0][0] if counts else wanted


def _main(code: str) -> str:
    """The language without the country."""
    return fold(code).split("-")[0]


def _code(section: Element) -> str:
    return section.attributes.get("xml:lang") or section.attributes.get("lang", "")


def _section(entry: Element, language: str) -> Element:
    """What an entry says in a language; empty where it says nothing."""
    sections = list(entry.all_below(*_LANGUAGES))
    exact = (one for one in sections if fold(_code(one)) == fold(language))
    near = (one for one in sections if _main(_code(one)) == _main(language))
    return next(exact, None) or next(near, None) or Element(CORE, "langSec", {}, entry.line)


def _terms(section: Element) -> list[tuple[str, Element]]:
    """Terms with what is said of them, the preferred first and those out of use last."""
    found = [
        (one.text, part)
        for part in section.all_below(*_TERMS)
        for one in _term_elements(part)
        if one.text
    ]
    return sorted(found, key=lambda told: _rank(told[1]))


def _term_elements(part: Element) -> Iterator[Element]:
    yield from part.all_below("term")
    for group in part.all_below("termGrp"):
        yield from group.all_below("term")


def _empty_terms(entry: Element) -> Iterator[Element]:
    for section in entry.all_below(*_LANGUAGES):
        for part in section.all_below(*_TERMS):
            yield from (one for one in _term_elements(part) if not one.text)


def _rank(part: Element) -> int:
    statuses = {
        one.text
        for one, _group in _categories(part)
        if _category(one) in ("administrativeStatus", "usageStatus")
    }
    return 0 if statuses & {*_FIRST} else 2 if statuses & {*_LAST} else 1


def _categories(element: Element) -> Iterator[tuple[Element, Element | None]]:
    """What says something of an element, also in groups, and the group where it is in one."""
    for one in element.children:
        if one.name.endswith("Grp"):
            yield from ((inner, one) for inner in one.children)
        else:
            yield one, None


def _category(element: Element) -> str:
    """Which data category an element is: by its type, or by its name in the newer style."""
    if element.space and element.space != CORE:
        return element.name
    return element.attributes.get("type", "")


def _meanings(element: Element) -> Iterator[_Meaning]:
    for one, group in _categories(element):
        if _category(one) == "definition" and one.text:
            beside = group.children if group else []
            source = next((each.text for each in beside if _category(each) == "source"), "")
            yield _Meaning(one.line, one.text, source)


def _terms_with_definitions(section: Element) -> Iterator[_Meaning]:
    for part in section.all_below(*_TERMS):
        yield from _meanings(part)


def _head(found: Gathering, top: Element) -> None:
    header = top.below("tbxHeader") or top.below("martifHeader")
    description = header.below("fileDesc") if header else None
    title = description.below("titleStmt") if description else None
    name = title.below("title") if title else None
    found.title = name.text if name else ""
    notes = title.all_below("note") if title else ()
    found.about = "\n\n".join(one.text for one in notes)


def _keeps_space(top: Element) -> bool:
    header = top.below("tbxHeader")
    encoding = header.below("encodingDesc") if header else None
    return any(
        one.attributes.get("type") == SPACE and one.text == KEPT
        for one in (encoding.all_below("p") if encoding else ())
    )


def _organisations(found: Gathering, text: Element | None) -> None:
    back = text.below("back") if text else None
    for section in back.all_below("refObjectSec", "refObjectList") if back else ():
        if section.attributes.get("type") == "respOrg":
            for one in section.all_below("refObject"):
                for item in one.all_below("item"):
                    if item.attributes.get("type") == "org":
                        found.partner(item.text)


def _remarks(found: Gathering, top: Element, entries: list[Element]) -> None:
    codes = {_code(section) for entry in entries for section in entry.all_below(*_LANGUAGES)}
    others = sorted(codes - {found.language, other_language(found.language)})
    if others:
        found.remark(
            _("Read in the language {language}; not used: {others}.").format(
                language=quote(found.language), others=listed(others, 20)
            )
        )
    against = list(breaches(top))
    for line, told in against[:_TOLD]:
        found.remark(
            _("{file}, line {line}: {reason}").format(file=found.name, line=line, reason=told)
        )
    if len(against) > _TOLD:
        found.remark(_("… and {n} more of that kind.").format(n=len(against) - _TOLD))
