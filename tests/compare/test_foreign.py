"""A text in another language than its set says is told, and nothing else is taken for one."""

import json

import pytest

from glossary.compare import Comparison, SignalKind, compare
from glossary.compare.foreign import IN
from glossary.compare.languages import languages
from tests.benchmarks.accuracy import SHARED

DUTCH = "Kwaliteit is dat er niets misgaat en dat bewoners krijgen wat we hun beloofd hebben."
ENGLISH = "Quality means that nothing goes wrong and that residents get what they were promised."
ARABIC = "الجودة هي أن لا يحدث أي خطأ وأن يشعر السكان بالراحة"
CHINESE = "质量是指不出任何差错,居民感到满意"
BESIDE = {"nl": "Fouten melden we binnen een week.", "en": "We report mistakes within a week."}


def told(found: Comparison) -> list[str]:
    return [str(signal) for signal in found.signals if signal.kind is SignalKind.LANGUAGE]


def beside(text: str, language: str) -> list[str]:
    """What is told of the language of a text, beside one in the language of the set."""
    return told(compare({"delta": text, "noord": BESIDE[language[:2]]}, language=language))


@pytest.mark.parametrize(
    ("text", "language", "sentence"),
    [
        (ENGLISH, "nl", "delta writes in English; the set is in Dutch"),
        (DUTCH, "en", "delta writes in Dutch; the set is in English"),
        (f"<p>{DUTCH}</p>", "en", "delta writes in Dutch; the set is in English"),
        (ENGLISH.upper(), "nl-BE", "delta writes in English; the set is in Dutch"),
        (ARABIC, "nl", "delta writes in another language; the set is in Dutch"),
        (CHINESE, "en", "delta writes in another language; the set is in English"),
    ],
)
def test_a_text_in_another_language_is_told(text: str, language: str, sentence: str) -> None:
    assert beside(text, language) == [sentence]


def test_a_set_that_everybody_reads_otherwise_is_told_once() -> None:
    other = "They report what went wrong within a week, and nobody is blamed for it."
    found = compare({"delta": ENGLISH, "noord": other, "school": " "}, language="nl")
    assert told(found) == ["Everybody writes in English; the set is in Dutch"]
    assert compare({"delta": ENGLISH, "noord": ENGLISH}, language="nl").signals == ()


def test_it_ranks_below_what_people_mean_and_above_what_it_explains() -> None:
    found = compare(
        {
            "delta": ENGLISH,
            "noord": "Partners moeten incidenten melden",
            "school": "Partners mogen incidenten melden",
        },
        language="nl",
    )
    kinds = [signal.kind for signal in found.signals]
    assert kinds[0] is SignalKind.CONTRAST
    assert kinds.index(SignalKind.LANGUAGE) < kinds.index(SignalKind.WORDING)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "quality",
        "Nothing goes wrong",
        "Compliance, governance, accountability, best practices, lean en agile werken",
        "World Health Organization, Save the Children, Doctors Without Borders",
        "Zie “The Right to Food and the Role of the State in the Economy”, hoofdstuk 3",
        "Zie 'The Right to Food and the Role of the State in the Economy', hoofdstuk 3",
        "https://www.example.org/about/what/we/do/and/how/this/is/for/the/people",
        '<p class="what is this for the"><i>Zorg</i> <a href="x">zonder</a> fouten</p>',
        f"{DUTCH} {ENGLISH}",
        "😀👍🎉👩‍👩‍👧" * 9,
        "质量",
        "x" * 60,
        "𝗞𝘄𝗮𝗹𝗶𝘁𝗲𝗶𝘁 𝗶𝘀 𝗱𝗮𝘁 𝗲𝗿 𝗻𝗶𝗲𝘁𝘀 𝗺𝗶𝘀𝗴𝗮𝗮𝘁",
        "1. 2. 3. 4. 5. 6. 7. 8. 9. 10. 11. 12.",
    ],
)
def test_what_is_not_plainly_another_language_is_not_told(text: str) -> None:
    assert beside(text, "nl") == []


def test_nothing_is_said_of_a_language_that_nobody_knows() -> None:
    assert told(compare({"a": ENGLISH, "b": ARABIC}, language="fy")) == []


def test_every_language_has_its_name() -> None:
    assert IN.keys() == set(languages())


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"no gold set: {SHARED} is absent")
def test_real_definitions_are_known_by_their_language() -> None:
    path = SHARED / "data" / "gold" / "dev.jsonl"
    wrong, missed = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        own, other = record["lang"], {"nl": "en", "en": "nl"}[record["lang"]]
        for text in (each["text"] for each in record["definitions"]):
            wrong += [text] if beside(text, own) else []
            missed += [text] if len(text.split()) >= 10 and not beside(text, other) else []
    assert wrong == []
    assert missed == []
