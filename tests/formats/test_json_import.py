"""A JSON file that is no set, or a wrong one, is refused in a sentence that names the place."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from glossary.domain import UnreadableError
from glossary.formats.headers import Columns
from glossary.formats.registry import IMPORTERS
from glossary.workflow.incoming import Incoming
from tests.faults import IS_FULL
from tests.formats.exporting import exported
from tests.formats.sample import SAMPLE, TODAY

_LEAST = {"format": 1, "title": "Keten", "language": "nl", "terms": [{"id": "a", "label": "a"}]}


def read(path: Path, data: bytes) -> Incoming:
    path.write_bytes(data)
    return IMPORTERS["json"].read(path, Columns())


def refusal(path: Path, data: bytes) -> str:
    with pytest.raises(UnreadableError) as error:
        read(path, data)
    told = str(error.value)
    assert told.startswith(str(path))
    assert "\n" not in told
    assert told.endswith(".")
    return told.removeprefix(str(path)).lstrip(":, ")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "x.json"


@pytest.fixture
def sample() -> Any:
    return json.loads(exported("json", SAMPLE, TODAY))


def _set(*path: str | int, to: object) -> Callable[[Any], None]:
    def change(sample: Any) -> None:
        for part in path[:-1]:
            sample = sample[part]
        sample[path[-1]] = to

    return change


def _drop(*path: str | int) -> Callable[[Any], None]:
    def change(sample: Any) -> None:
        for part in path[:-1]:
            sample = sample[part]
        del sample[path[-1]]

    return change


_BAD_KEY = "partners[0].definitions.../x should be an id"
WRONG = [
    (_set("terms", 3, "label", to=3), "terms[3].label should be a text."),
    (_set("terms", 3, "label", to=None), "terms[3].label should be a text."),
    (_set("terms", 3, "label", to="\ud800x"), "terms[3].label holds half a character"),
    (_set("terms", to={}), "terms should be a list."),
    (_set("terms", 0, to="a"), "terms[0] should be an object."),
    (_drop("terms", 0, "label"), "terms[0].label is missing."),
    (_drop("title"), "title is missing."),
    (_set("set", to="../x"), "set should be an id"),
    (_set("terms", 0, "id", to="../../x"), "terms[0].id should be an id"),
    (_set("partners", 0, "id", to="con"), "partners[0].id should be an id"),
    (_set("agreements", 0, "term", to="a/b"), "agreements[0].term should be an id"),
    (_set("partners", 0, "definitions", to={"../x": {"meaning": "Ja."}}), _BAD_KEY),
    (_set("terms", 1, "id", to="kwaliteit"), "terms[1].id is “kwaliteit”, as another one above"),
    (_set("partners", 1, "id", to="gemeente-noord"), "partners[1].id is “gemeente-noord”"),
    (_set("terms", 0, "lenses", 1, "id", to="foutloos"), "terms[0].lenses[1].id is “foutloos”"),
    (
        _set("partners", 0, "definitions", "regie", to={}),
        "partners[0].definitions.regie.meaning is missing.",
    ),
    (
        _set("partners", 0, "definitions", "regie", "updated", to="gisteren"),
        "partners[0].definitions.regie.updated should be a date",
    ),
    (
        _set("partners", 0, "definitions", "regie", "updated", to="2026-02-30"),
        "partners[0].definitions.regie.updated should be a date",
    ),
    (
        _set("partners", 0, "ratings", "kwaliteit", "temperature", to=True),
        "partners[0].ratings.kwaliteit.temperature should be a whole number from 1 to 5.",
    ),
    (
        _set("partners", 0, "positions", "kwaliteit", "position", to="ja"),
        'partners[0].positions.kwaliteit.position should be one of "consent", "concern"',
    ),
    (_set("agreements", 0, "phase", to=1), 'agreements[0].phase should be one of "collect"'),
    (_set("agreements", 0, "phase", to=[]), 'agreements[0].phase should be one of "collect"'),
    (_set("agreements", 0, "opened", to="2026-11-02"), "agreements[0].opened should be a date and"),
    (_set("session", to=[]), "session should be an object."),
    (_set("session", to={"minutes": 0}), "session.minutes should be a whole number from 1 to"),
    (_set("session", to={"anonymous": 1}), "session.anonymous should be true or false."),
    (_set("format", to=2), "was made by a newer version of glossary (format 2; this one reads 1)"),
    (_set("format", to=10**300), "was made by a newer version of glossary (format …"),
    (_set("format", to="1"), "is no set in JSON"),
    (_drop("format"), "is no set in JSON"),
    (_drop("terms"), "is no set in JSON"),
]


@pytest.mark.parametrize(("change", "told"), WRONG, ids=[told for _change, told in WRONG])
def test_a_wrong_value_is_named_with_its_place(
    file: Path, sample: Any, change: Callable[[Any], None], told: str
) -> None:
    change(sample)
    assert refusal(file, json.dumps(sample).encode()).startswith(told)


BROKEN = {
    "empty": (b" \n", "is empty."),
    "no JSON": (b'{"format": 1,\n "terms": [}', "line 2, column 12: this is not JSON."),
    "a list": (b"[]", "is no set in JSON"),
    "a findings file": (b'{"format": 1, "findings": []}', "is no set in JSON"),
    "not a number": (b'{"format": NaN}', "NaN is no value in JSON"),
    "infinity": (b'{"x": [-Infinity]}', "-Infinity is no value in JSON"),
    "a key twice": (b'{"terms": [], "terms": []}', "the key “terms” stands twice"),
    "hostile key twice": (b'{"\\u001b[2J": 1, "\\u001b[2J": 2}', "the key “␛[2J” stands twice"),
    "nested lists": (b'{"terms": ' + b"[" * 10_000 + b"]" * 10_000 + b"}", "line 1: brackets nest"),
    "nested objects": (b'\n{"a":' * 10_000, "line 102: brackets nest deeper than 100."),
    "a long number": (b'{"format": ' + b"1" * 5_000_000 + b"}", "holds a number that is too long"),
    "latin-1": ("{“é”}".encode("cp1252"), "is not written in UTF-8"),
    "half of UTF-16": (b"\xff\xfe{", "is not written in UTF-8"),
    "strings that do not end": (b'{"' + b'\\"' * 5_000_000, "line 1, column"),
    "many brackets": (b'{"x": [' + b"[]," * 6_000_000, "holds more than a set can"),
    "many texts": (b'{"x": [' + b'"",' * 6_000_000, "holds more than a set can"),
    "many numbers": (b"[" + b"1," * 9_000_000 + b"1]", "holds more than a set can"),
    "many long numbers": (b"[" + (b"9" * 4_299 + b",") * 4_600 + b"1]", "is no set in JSON"),
    "100 MB": (b"\0" * 100_000_000, "is larger than 20 MB"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_its_name(file: Path, name: str) -> None:
    data, told = BROKEN[name]
    assert told in refusal(file, data)


def test_no_broken_file_takes_long(file: Path, figure: Callable[[str], None]) -> None:
    longest = 0.0
    for data, _told in BROKEN.values():
        file.write_bytes(data)
        begin = time.perf_counter()
        with pytest.raises(UnreadableError):
            IMPORTERS["json"].read(file, Columns())
        longest = max(longest, time.perf_counter() - begin)
    figure(f"JSON: {len(BROKEN)} broken files, refused in at most {longest:.1f} s")
    assert longest < 1 or not IS_FULL


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_marks_at_the_start_are_understood(file: Path, encoding: str) -> None:
    text = exported("json", SAMPLE, TODAY)
    assert read(file, text.encode(encoding)).whole == SAMPLE


def test_the_least_that_a_file_may_hold(file: Path) -> None:
    whole = read(file, json.dumps(_LEAST).encode()).whole
    assert whole is not None
    assert (whole.title, list(whole.terms), whole.partners) == ("Keten", ["a"], {})


def test_what_is_not_known_or_not_there_is_told_and_kept_out_of_the_way(file: Path) -> None:
    partner: dict[str, Any] = {
        "id": "p",
        "name": "P",
        "definitions": {"b": {"meaning": "Ja."}},
        "cases": {"c": {"some-case": "yes"}},
        "colour": "red",
    }
    verdict = {"term": "a", "by": "q", "fingerprint": "x", "verdict": "yes"}
    partner["verdicts"] = [verdict]
    told = read(file, json.dumps({**_LEAST, "partners": [partner], "later": 1}).encode())
    assert told.rows == ()
    assert told.remarks == (
        "Keys that are not known here, and not used: “later”, “partners[0].colour”.",
        (
            "Named, but not in the file; kept as it is: “partners[0].definitions.b”, "
            "“partners[0].verdicts[0].by”, “partners[0].cases.c”."
        ),
    )
    assert told.whole is not None
    assert told.whole.partners["p"].verdicts[0].by == "q"


def test_what_was_left_out_of_a_file_is_told(file: Path) -> None:
    gap = {"file": "partners/p.toml", "line": 3}
    (told,) = read(file, json.dumps({**_LEAST, "left_out": [gap]}).encode()).remarks
    assert "Not readable when this file was made" in told
    assert "“partners/p.toml”" in told


def test_a_folder_and_no_file_are_sentences(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="is no file"):
        IMPORTERS["json"].read(tmp_path, Columns())
    with pytest.raises(UnreadableError, match="is not there"):
        IMPORTERS["json"].read(tmp_path / "niets.json", Columns())


_DATA = Path(__file__).parents[3] / "shared" / "data"
_OTHERS = sorted(
    path
    for folder in ("import", "skos", "multi_org")
    for path in (_DATA / folder).rglob("*")
    if path.is_file()
)


@pytest.mark.skipif(not _OTHERS, reason=f"no real input: {_DATA} is absent")
@pytest.mark.parametrize("path", _OTHERS, ids=[path.name for path in _OTHERS])
def test_files_of_other_formats_are_refused_in_a_sentence(path: Path) -> None:
    with pytest.raises(UnreadableError) as error:
        IMPORTERS["json"].read(path, Columns())
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)
