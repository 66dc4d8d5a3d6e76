"""The paragraphs of XML from a word processor, gathered in one walk through it."""

from collections.abc import Callable, Collection, Iterator
from typing import Any, NamedTuple

from glossary.formats.documents.package import refuse_large
from glossary.formats.whole_file import MAX_PARTS


class Kinds(NamedTuple):
    """Which elements are what: a paragraph; no text, as what is deleted; and what stands within a
    paragraph but is no part of its text, as a note.
    """

    paragraph: Collection[str]
    silent: Collection[str]
    beside: Collection[str] = ()


def gathered(
    body: Any, kinds: Kinds, said: Callable[[Any], str], after: Callable[[Any], str], name: str
) -> Iterator[tuple[Any, str]]:
    """Each paragraph with its text, without that of paragraphs inside it, as they begin.

    `said` is the text that an element gives where it begins, `after` what follows its end.
    Raises UnreadableError for more paragraphs than a document has.
    """
    from lxml import etree

    found: list[tuple[Any, list[str]]] = []
    # What stands outside of paragraphs is gathered as well, and read by nobody.
    into: list[list[str]] = [[]]
    walk: Any = etree.iterwalk(body, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            if element.tag in kinds.silent:
                walk.skip_subtree()
                continue
            if element.tag in kinds.paragraph:
                if len(found) == MAX_PARTS:
                    refuse_large(name)
                found.append((element, []))
                into.append(found[-1][1])
            elif element.tag in kinds.beside:
                into.append([])
            into[-1].append(said(element))
        else:
            if event == "end" and (element.tag in kinds.paragraph or element.tag in kinds.beside):
                into.pop()
            into[-1].append(after(element))
    for element, pieces in found:
        yield element, "".join(pieces)
