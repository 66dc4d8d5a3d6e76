"""What becomes of an answer from a phone: in its file, or on the page that asks further."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from glossary.domain import Answer, Phase, Stand, fingerprint
from glossary.join.contract import Given
from glossary.store.folder import FolderStore
from glossary.workflow.session.restating import answer, restate
from tests.join.paper import HIDDEN, fields, filled, kept_at, partner_file, room, send
from tests.workflow.session.seated import (
    DAY,
    SET,
    TERM,
    WORDING,
    seated,
)

_NEW = "Dat de bel het doet."


_GIVEN = (
    ("collect delta meaning", {"meaning": _NEW}, "definitions/*/meaning", _NEW),
    ("collect delta meaning", {"interest": "Tijd"}, "definitions/*/interest", "Tijd"),
    ("collect delta lens", {"lens": "inzet"}, "definitions/*/lenses", ["inzet"]),
    ("collect delta case-te-laat", {"answer": "yes"}, "cases/*/te-laat", "yes"),
    ("collect delta know-before", {"value": "4"}, "ratings/*/know_before", 4),
    ("compare delta temperature", {"value": "5"}, "ratings/*/temperature", 5),
    ("restate noord restate-delta", {"text": "Tijd."}, "restatements/-1/text", "Tijd."),
    (
        "restate west answer-haven",
        {"verdict": "no", "correction": "Nee."},
        "verdicts/0/correction",
        "Nee.",
    ),
    (
        "consent west position",
        {"stand": "concern", "reason": "Geld."},
        "positions/*/reason",
        "Geld.",
    ),
    ("closed delta know-after", {"value": "5"}, "ratings/*/know_after", 5),
)


@pytest.mark.parametrize(("asked", "typed", "place", "saved"), _GIVEN)
def test_an_answer_is_in_the_file_of_its_partner_before_it_is_told_so(
    tmp_path: Path, asked: str, typed: Mapping[str, str], place: str, saved: object
) -> None:
    phase, partner, question = asked.split()
    pages = room(tmp_path, seated(Phase(phase), silent="west"))
    page = pages.show(partner, question, "en", HIDDEN).html
    given = send(pages, partner, page, typed)
    assert given[:2] == (True, None)
    assert kept_at(tmp_path, partner, place.replace("*", TERM)) == saved
    # A phone that never heard of it sends the same form again.
    before = partner_file(tmp_path, partner)
    assert send(pages, partner, page, typed)[:2] == (True, None)
    assert partner_file(tmp_path, partner) == before
    assert fields(pages.show(partner, question, "en", HIDDEN).html)["seen-" + next(iter(typed))]


def test_a_position_says_that_it_came_from_a_phone(tmp_path: Path) -> None:
    pages = room(tmp_path, seated(Phase.CONSENT, silent="west"))
    assert filled(pages, "west", "position", {"stand": "consent"}).is_kept
    assert partner_file(tmp_path, "west")["positions"][TERM] == {
        "on": fingerprint(WORDING),
        "position": "consent",
        "date": DAY,
        "entered_by": "phone",
    }


@pytest.mark.parametrize(
    ("stand", "sentence"),
    [
        ("concern", "A concern needs its reason: say what you are worried about."),
        ("objection", "An objection needs its reason: say what goes wrong with this wording."),
        ("", "Choose an answer first."),
        ("maybe", "Choose an answer first."),
    ],
)
def test_what_is_missing_is_asked_for(tmp_path: Path, stand: str, sentence: str) -> None:
    pages = room(tmp_path, seated(Phase.CONSENT, silent="west"))
    given = filled(pages, "west", "position", {"stand": stand})
    assert given.html is not None
    assert f"Not saved: {sentence}" in given.html
    assert "positions" not in partner_file(tmp_path, "west")
    if stand in [*Stand]:
        assert fields(given.html)["stand"] == stand


def test_an_owner_answers_the_words_that_it_read(tmp_path: Path) -> None:
    pages = room(tmp_path, seated(Phase.RESTATE))
    page = pages.show("west", "answer-haven", "en", HIDDEN).html
    store = FolderStore(tmp_path)
    restate(store, SET, TERM, "haven", "west", "Jullie nemen op.", DAY, rewording=True)
    given = send(pages, "west", page, {"verdict": "almost", "correction": "Ook 's nachts."})
    assert given.html is not None
    assert "This was said in other words just now." in given.html
    assert "Jullie nemen op." in given.html
    assert "verdict" not in fields(given.html)
    assert fields(given.html)["correction"] == "Ook 's nachts."
    assert send(pages, "west", given.html, {"verdict": "yes"}).is_kept


def test_what_an_owner_was_not_content_with_is_said_in_other_words(tmp_path: Path) -> None:
    pages = room(tmp_path, seated(Phase.RESTATE))
    page = pages.show("noord", "", "en", HIDDEN).html
    assert "Zorggroep Delta said “almost”: " in page
    same = send(pages, "noord", page, {})
    assert same.html is not None
    assert "Change first what is not right yet." in same.html
    assert send(pages, "noord", page, {"text": "Jullie nemen op tijd de tijd."}).is_kept
    # It waits for an answer, and may be said in other words until then.
    assert filled(pages, "noord", "restate-delta", {"text": "De tijd, op tijd."}).is_kept
    said = [one["text"] for one in partner_file(tmp_path, "noord")["restatements"]]
    assert said[1:] == ["De tijd, op tijd."]
    answer(FolderStore(tmp_path), SET, TERM, "noord", "delta", Answer.YES)
    page = pages.show("noord", "restate-delta", "en", HIDDEN).html
    assert "Zorggroep Delta has been heard." in page
    assert filled(pages, "haven", "restate-west", {"text": ""}).is_kept
    assert "restatements" not in partner_file(tmp_path, "haven")


def test_emoji_and_right_to_left_are_kept_and_what_hides_is_left_out(tmp_path: Path) -> None:
    pages = room(tmp_path, seated(Phase.COLLECT, silent="delta"))
    typed = "Zorg 👩\u200d⚕️ — שלום \u202eabc\r\nen verder\ttijd \ud800"
    given = filled(pages, "delta", "meaning", {"meaning": typed})
    assert given == Given(True, told="3 invisible characters were left out of what you sent.")
    kept = "Zorg 👩⚕️ — שלום abc\nen verder\ttijd"
    assert kept_at(tmp_path, "delta", "definitions/kwaliteit/meaning") == kept
    assert fields(pages.show("delta", "meaning", "en", HIDDEN).html)["meaning"] == kept


def test_a_text_that_is_too_long_is_not_cut(tmp_path: Path) -> None:
    pages = room(tmp_path, seated(Phase.COLLECT))
    long = "Tijd voor ieder. " * 1300
    given = filled(pages, "delta", "meaning", {"meaning": long})
    assert not given.is_kept
    assert given.html is not None
    assert "is longer than 20000 bytes: shorten it." in given.html
    assert fields(given.html)["meaning"] == long.strip()
    assert "maxlength" not in given.html


def test_what_was_typed_stands_there_when_all_else_is_gone(tmp_path: Path) -> None:
    pages = room(tmp_path, seated(Phase.COLLECT))
    page = pages.show("delta", "meaning", "en", HIDDEN).html
    file = tmp_path / SET / "partners" / "delta.toml"
    file.rename(tmp_path / "delta.toml")
    given = send(pages, "delta", page, {"meaning": _NEW})
    assert (given.is_kept, _NEW in str(given.html)) == (False, True)
    (tmp_path / "delta.toml").rename(file)
    for form in ({"term": "weg", "question": "meaning"}, {"term": TERM, "question": "x"}, {}):
        given = pages.give("delta", {**form, "meaning": _NEW}, "en", HIDDEN)
        assert not given.is_kept
    (tmp_path / SET / "termset.toml").write_text("kapot [", "utf-8")
    given = send(pages, "delta", page, {"meaning": _NEW})
    assert (given.is_kept, _NEW in str(given.html)) == (False, True)


def test_a_question_that_was_passed_by_is_not_asked_again_at_once(tmp_path: Path) -> None:
    pages = room(tmp_path, seated(Phase.COLLECT, answered=False))
    given = filled(pages, "delta", "meaning", {"meaning": _NEW})
    assert given.on == ""
    given = filled(pages, "delta", "case-te-laat", {"answer": "yes"})
    assert given.on == f"{TERM}/collect/case-hersteld"
    page = pages.show("delta", given.on, "en", HIDDEN).html
    assert fields(page)["question"] == "case-hersteld"
    filled(pages, "delta", "case-hersteld", {"answer": "yes"})
    # Behind the last one the others are asked again.
    assert filled(pages, "delta", "know-before", {"value": "3"}).on == ""
