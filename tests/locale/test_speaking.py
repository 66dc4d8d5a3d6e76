"""Which language is spoken, and that numbers get their plural."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from glossary.locale import from_environment, gettext, language, ngettext, pgettext, speaking, use

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.mark.parametrize("name", ["nl", "nl_NL", "nl_BE.UTF-8", "nl-NL", "NL"])
def test_dutch_by_all_its_names(name: str) -> None:
    use(name)
    assert language() == "nl"
    assert gettext("Meaning") == "Betekenis"


@pytest.mark.parametrize("name", ["en", "en_GB.UTF-8", "fr_FR", "C", "", "../nl"])
def test_english_for_all_others(name: str) -> None:
    use("nl")
    use(name)
    assert language() == "en"
    assert gettext("Meaning") == "Meaning"


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 woorden"), (1, "1 woord"), (2, "2 woorden"), (21, "21 woorden")]
)
def test_dutch_plurals(number: int, said: str) -> None:
    use("nl")
    assert ngettext("{n} word", "{n} words", number).format(n=number) == said


def test_a_context_tells_one_english_word_from_another() -> None:
    use("nl")
    assert pgettext("boundary case", "no") == "nee"


def test_a_language_for_a_while_is_heard_in_its_own_thread_only() -> None:
    use("nl")
    with ThreadPoolExecutor(1) as elsewhere, speaking("en"):
        assert (language(), gettext("Meaning")) == ("en", "Meaning")
        assert elsewhere.submit(gettext, "Meaning").result() == "Betekenis"
        assert elsewhere.submit(language).result() == "nl"
    assert gettext("Meaning") == "Betekenis"


def test_what_nobody_translated_stays_english() -> None:
    use("nl")
    assert gettext("A sentence that no catalogue has.") == "A sentence that no catalogue has."


@pytest.mark.parametrize(
    ("variables", "spoken"),
    [
        ({}, "en"),
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "nl_NL.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "nl:en"}, "nl"),
        ({"LANG": "nl_NL.UTF-8", "LANGUAGE": "en"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "fy:nl"}, "nl"),
        ({"LANG": "nl_NL.UTF-8", "LANGUAGE": ""}, "nl"),
        ({"LANG": "nl_NL@euro"}, "nl"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_the_environment_chooses(
    variables: dict[str, str], spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in _VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert from_environment() == spoken
