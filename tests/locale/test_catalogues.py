"""Every catalogue says all that the source says, nothing else, and is compiled."""

import re
from collections.abc import Callable, Iterable
from gettext import GNUTranslations, translation
from string import Formatter

import pytest
from babel.messages.catalog import Message

from tests.locale.catalogues import (
    COMPILE,
    LOCALE,
    TRANSLATED,
    UPDATE,
    catalogue,
    forms,
    ids,
    key,
    messages,
    source,
    told,
)

pytestmark = pytest.mark.parametrize("language", TRANSLATED)


def _compiled(language: str) -> GNUTranslations:
    try:
        found = translation("glossary", LOCALE, [language])
    except FileNotFoundError:
        pytest.fail(f"The catalogue {language} was never compiled. {COMPILE}")
    return found


def _listed(found: Iterable[Message], what: str, remedy: str = UPDATE) -> str:
    lines = [told(message) for message in found]
    return "\n".join([f"These messages {what}. {remedy}", *lines])


def _wrong(language: str, is_wrong: Callable[[Message], bool]) -> list[Message]:
    """What is wrong among the messages that have a translation."""
    translated = (one for one in messages(catalogue(language)) if all(forms(one)))
    return [message for message in translated if is_wrong(message)]


def test_says_all_that_the_source_says(language: str) -> None:
    known = {key(one): one for one in messages(catalogue(language)) if all(forms(one))}
    missing = [one for one in messages(source()) if key(one) not in known]
    assert not missing, _listed(missing, f"have no translation into {language}")


def test_says_nothing_else(language: str) -> None:
    wanted = {key(one) for one in messages(source())}
    unused = [one for one in messages(catalogue(language)) if key(one) not in wanted]
    assert not unused, _listed(unused, f"of the catalogue {language} are in no source")
    assert not catalogue(language).obsolete, UPDATE


def test_nobody_guessed(language: str) -> None:
    fuzzy = _wrong(language, lambda message: message.fuzzy)
    assert not fuzzy, _listed(fuzzy, "are marked fuzzy", "Read them, and remove the mark.")


def test_has_the_plurals_of_the_source(language: str) -> None:
    plurals = {key(one): ids(one) for one in messages(source())}
    wrong = _wrong(
        language,
        lambda one: (
            ids(one) != plurals.get(key(one), ids(one))
            or (one.pluralizable and len(forms(one)) != catalogue(language).num_plurals)
        ),
    )
    assert not wrong, _listed(wrong, "have other plurals than the source")


def _placeholders(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}


def _loses_placeholders(message: Message) -> bool:
    """A singular may leave the number out ("one more remark"), nothing else may."""
    *singulars, plural = forms(message)
    wanted = [_placeholders(text) for text in ids(message)]
    return _placeholders(plural) != wanted[-1] or any(
        _placeholders(text) not in wanted for text in singulars
    )


def test_keeps_the_placeholders(language: str) -> None:
    wrong = _wrong(language, _loses_placeholders)
    assert not wrong, _listed(wrong, "have other placeholders", "Use those of the English text.")


def _edges(text: str) -> tuple[str, ...]:
    """White space at the ends, and how the sentence ends."""
    start, end = re.match(r"\s*", text), re.search(r"[.:?!…]?\s*$", text)
    return (start[0] if start else "", end[0] if end else "")


def test_begins_and_ends_like_the_source(language: str) -> None:
    wrong = _wrong(
        language,
        lambda message: any(
            _edges(text) != _edges(said)
            for text, said in zip(ids(message), forms(message), strict=True)
        ),
    )
    assert not wrong, _listed(wrong, "end differently", "Keep full stops, colons and spaces.")


def test_uses_one_kind_of_quotation_marks(language: str) -> None:
    """Curved ones around words; straight double ones only where a file or a shell has them."""

    def is_wrong(message: Message) -> bool:
        texts = "".join(ids(message)), "".join(forms(message))
        straight = ['"' in text for text in texts]
        return (
            any(mark in texts[1] for mark in "„‘«»")
            or texts[1].count("“") != texts[1].count("”")
            or straight[0] != straight[1]
        )

    wrong = _wrong(language, is_wrong)
    assert not wrong, _listed(wrong, "are quoted differently", "Write “so”.")


def test_the_package_loads_what_the_catalogue_says(language: str) -> None:
    compiled = _compiled(language)

    def differs(message: Message) -> bool:
        context, text = key(message)
        if message.pluralizable:
            one, many = ids(message)
            said = tuple(compiled.ngettext(one, many, n) for n in (1, 2))
        else:
            said = (compiled.pgettext(context, text) if context else compiled.gettext(text),)
        return said != forms(message)

    wrong = _wrong(language, differs)
    assert not wrong, _listed(wrong, "are older in the compiled catalogue", COMPILE)
