"""What a reader would stumble over in definitions."""

from collections.abc import Iterator
from pathlib import Path

from glossary.domain import Finding, Severity, Term, TermSet
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.workflow.definition_form import (
    begins_with_example,
    holds_two,
    is_circular,
    is_only_other_words,
    is_when,
    plainly,
    words_in,
)
from glossary.workflow.naming import quote

MAX_WORDS = 60

_STUMBLES = {
    "empty-definition": (
        mark("The meaning of {term} is empty."),
        mark("Say what you mean by it, or remove the definition."),
    ),
    "is-when": (
        mark("The meaning of {term} says when, not what."),
        mark("Begin with the kind of thing that it is."),
    ),
    "example-as-definition": (
        mark("The meaning of {term} begins with an example."),
        mark("Say first what it is; the example has a field of its own."),
    ),
    "circular-definition": (
        mark("The meaning of {term} says only {term}."),
        mark("Explain it in other words."),
    ),
    "only-synonyms": (
        mark("The meaning of {term} only gives other words for it."),
        mark("Say what kind of thing it is, and what makes it different from others."),
    ),
    "two-definitions": (
        mark("The meaning of {term} holds two definitions."),
        mark("Keep the one that you work with, or make the other a term of its own."),
    ),
    "long-definition": (
        mark("The meaning of {term} is longer than {most} words."),
        mark("Keep what nobody could leave out; examples have a field of their own."),
    ),
}


def of_definitions(termset: TermSet, term: Term, folder: Path) -> Iterator[Finding]:
    """Warnings about what partners say that they mean by one term."""
    names = (term.label, *term.variants)
    own = words_in(names)
    for own_id, partner in termset.partners.items():
        definition = partner.definitions.get(term.id)
        if definition is None:
            continue
        for code in _stumbles(definition.meaning, names, own, termset.language):
            message, remedy = _STUMBLES[code]
            yield Finding(
                folder / f"partners/{own_id}.toml",
                code,
                _(message).format(term=quote(term.label), most=MAX_WORDS),
                _(remedy),
                Severity.WARNING,
                f"definitions.{term.id}.meaning",
            )


def stumbles_in(meaning: str, term: Term, language: str) -> Iterator[str]:
    """What a reader would stumble over in one meaning of a term, each with its remedy."""
    names = (term.label, *term.variants)
    for code in _stumbles(meaning, names, words_in(names), language):
        message, remedy = _STUMBLES[code]
        told = _(message).format(term=quote(term.label), most=MAX_WORDS)
        yield f"{told} {_(remedy)}"


def _stumbles(
    meaning: str, names: tuple[str, ...], own: frozenset[str], language: str
) -> Iterator[str]:
    said = plainly(meaning)
    if not said:
        yield "empty-definition"
        return
    if is_when(said, language):
        yield "is-when"
    if begins_with_example(said, language):
        yield "example-as-definition"
    if is_circular(said, own, language):
        yield "circular-definition"
    elif is_only_other_words(said, names, language):
        yield "only-synonyms"
    if holds_two(said, language):
        yield "two-definitions"
    if said.count(" ") >= MAX_WORDS:
        yield "long-definition"
