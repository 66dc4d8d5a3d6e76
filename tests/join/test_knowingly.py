"""Answers that come late, or where another one stands: nothing is lost, nothing overwritten."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.domain import Draft, NotFoundError, Phase, Stand, Term, fingerprint
from glossary.store.folder import FolderStore
from glossary.workflow.defining import define
from glossary.workflow.drafting import write_draft
from glossary.workflow.positions import take_position
from glossary.workflow.session.agenda import plan, take_up
from glossary.workflow.session.moving import go
from tests.join.paper import HIDDEN, fields, kept_at, partner_file, room, send
from tests.workflow.session.seated import (
    DAY,
    MEANINGS,
    NOW,
    SET,
    TERM,
    WORDING,
    seated,
)

_NEW = "Dat de bel het doet.\nAltijd."


def test_another_phone_of_the_same_partner_overwrites_nothing_unseen(tmp_path: Path) -> None:
    pages = room(tmp_path, seated(Phase.COLLECT))
    both = pages.show("delta", "meaning", "en", HIDDEN).html
    assert send(pages, "delta", both, {"meaning": _NEW}).is_kept
    given = send(pages, "delta", both, {"meaning": "Iets anders."})
    assert not given.is_kept
    assert given.html is not None
    assert "Meanwhile something else was answered. It now says:" in given.html
    assert _NEW in given.html
    assert fields(given.html)["meaning"] == "Iets anders."
    assert kept_at(tmp_path, "delta", "definitions/kwaliteit/meaning") == _NEW
    # Who takes that text sends nothing else, and is done.
    other = given.html.partition("</form>")[0]
    assert send(pages, "delta", other, {})[:2] == (True, None)
    assert kept_at(tmp_path, "delta", "definitions/kwaliteit/meaning") == _NEW
    # Now it has been seen.
    assert send(pages, "delta", given.html, {}).is_kept
    assert kept_at(tmp_path, "delta", "definitions/kwaliteit/meaning") == "Iets anders."


def test_choices_are_not_overwritten_unseen_either(tmp_path: Path) -> None:
    pages = room(tmp_path, seated(Phase.CONSENT, silent="west"))
    both = pages.show("west", "position", "en", HIDDEN).html
    assert send(pages, "west", both, {"stand": "concern", "reason": "Geld."}).is_kept
    given = send(pages, "west", both, {"stand": "consent"})
    assert not given.is_kept
    assert given.html is not None
    assert fields(given.html)["stand"] == "consent"
    assert kept_at(tmp_path, "west", "positions/kwaliteit/position") == "concern"
    assert send(pages, "west", given.html, {}).is_kept
    assert "reason" not in partner_file(tmp_path, "west")["positions"][TERM]


def test_what_somebody_left_as_it_was_puts_no_older_text_back(tmp_path: Path) -> None:
    pages = room(tmp_path, seated(Phase.COLLECT))
    page = pages.show("delta", "meaning", "en", HIDDEN).html
    define(FolderStore(tmp_path), SET, TERM, "delta", {"meaning": _NEW}, DAY)
    assert send(pages, "delta", page, {"belief": "Tijd is zorg."}).is_kept
    said = partner_file(tmp_path)["definitions"][TERM]
    assert (said["meaning"], said["belief"]) == (_NEW, "Tijd is zorg.")


def test_of_two_phones_at_once_one_is_kept_and_one_is_asked(tmp_path: Path) -> None:
    pages = room(tmp_path, seated(Phase.COLLECT))
    page = pages.show("delta", "meaning", "en", HIDDEN).html
    texts = [f"Tekst {number}." for number in range(6)]
    with ThreadPoolExecutor(6) as phones:
        given = [*phones.map(lambda text: send(pages, "delta", page, {"meaning": text}), texts)]
    kept = [text for text, one in zip(texts, given, strict=True) if one.is_kept]
    assert kept == [kept_at(tmp_path, "delta", "definitions/kwaliteit/meaning")]


def test_a_meaning_that_comes_after_the_reveal_is_saved_knowingly(tmp_path: Path) -> None:
    pages = room(tmp_path, seated(Phase.COLLECT))
    page = pages.show("delta", "meaning", "en", HIDDEN).html
    store = FolderStore(tmp_path)
    go(store, SET, TERM, Phase.COMPARE, NOW)
    given = send(pages, "delta", page, {"meaning": _NEW})
    assert not given.is_kept
    assert given.html is not None
    assert "“kwaliteit” was revealed while you were typing" in given.html
    assert fields(given.html)["meaning"] == _NEW
    assert kept_at(tmp_path, "delta", "definitions/kwaliteit/meaning") == MEANINGS["delta"]
    assert send(pages, "delta", given.html, {}).is_kept
    assert kept_at(tmp_path, "delta", "definitions/kwaliteit/meaning") == _NEW
    # What was saved in time is fine, whenever its phone asks again.
    assert send(pages, "delta", page, {"meaning": _NEW})[:2] == (True, None)


@pytest.mark.parametrize(
    ("phase", "partner", "question", "typed"),
    [
        (Phase.DRAFT, "noord", "restate-delta", {"text": "Jullie nemen tijd."}),
        (Phase.COMPARE, "delta", "case-te-laat", {"answer": "yes"}),
        (Phase.CLOSED, "delta", "position", {"stand": "objection", "reason": "Jullie nemen tijd."}),
        (Phase.CLOSED, "delta", "meaning", {"meaning": "Jullie nemen tijd."}),
    ],
)
def test_an_answer_of_a_phase_that_is_over_stands_on_the_page_that_says_so(
    tmp_path: Path, phase: Phase, partner: str, question: str, typed: dict[str, str]
) -> None:
    pages = room(tmp_path, seated(phase))
    before = partner_file(tmp_path, partner)
    form = {"term": TERM, "question": question, "on": fingerprint(WORDING), "late": "yes", **typed}
    given = pages.give(partner, form, "en", HIDDEN)
    assert not given.is_kept
    assert given.html is not None
    assert "The group has gone on meanwhile, so this was not saved." in given.html
    for text in typed.values():
        assert {"objection": "Objection"}.get(text, text) in given.html
    assert partner_file(tmp_path, partner) == before


def test_once_an_outcome_is_recorded_no_position_changes(tmp_path: Path) -> None:
    termset = seated(Phase.CONSENT)
    pages = room(tmp_path, termset)
    page = pages.show("delta", "position", "en", HIDDEN).html
    store = FolderStore(tmp_path)
    outcome = seated(Phase.CLOSED).agreement(TERM).outcome
    store.update_agreement(SET, TERM, lambda now: replace(now, outcome=outcome))
    given = send(pages, "delta", page, {"stand": "objection", "reason": "Toch niet."})
    assert given.html is not None
    assert "The outcome for “kwaliteit” is recorded" in given.html
    assert "Toch niet." in given.html
    assert "<form" not in pages.show("delta", "position", "en", HIDDEN).html


def test_nobody_consents_to_a_wording_that_was_not_on_the_phone(tmp_path: Path) -> None:
    pages = room(tmp_path, seated(Phase.CONSENT, silent="west"))
    page = pages.show("west", "position", "en", HIDDEN).html
    store = FolderStore(tmp_path)
    write_draft(store, SET, TERM, Draft("Goed werk is op tijd."))
    go(store, SET, TERM, Phase.CONSENT, NOW)
    given = send(pages, "west", page, {"stand": "concern", "reason": "Te vaag."})
    assert not given.is_kept
    assert given.html is not None
    assert "The draft was changed elsewhere just now. Read it again first." in given.html
    assert "Goed werk is op tijd." in given.html
    assert "stand" not in fields(given.html)
    assert fields(given.html)["reason"] == "Te vaag."
    assert send(pages, "west", given.html, {"stand": "concern"}).is_kept


@pytest.mark.parametrize(
    ("question", "words", "typed"),
    [
        ("case-te-laat", "Het dossier klopt helemaal", {"answer": "yes"}),
        ("lens", "Inzet en werkwijze", {"lens": "inzet"}),
    ],
)
def test_nobody_answers_a_question_that_says_something_else_by_now(
    tmp_path: Path, question: str, words: str, typed: dict[str, str]
) -> None:
    pages = room(tmp_path, seated(Phase.COLLECT))
    page = pages.show("delta", question, "en", HIDDEN).html
    before = partner_file(tmp_path)
    vocabulary = tmp_path / SET / "termset.toml"
    changed = vocabulary.read_text("utf-8").replace(words, "Niets klopt")
    vocabulary.write_text(changed, "utf-8")
    given = send(pages, "delta", page, typed)
    assert not given.is_kept
    assert given.html is not None
    assert "This question was changed just now. Read it before you answer." in given.html
    assert "Niets klopt" in given.html
    assert partner_file(tmp_path) == before
    assert send(pages, "delta", given.html, typed).is_kept


def test_an_answer_to_a_word_that_left_the_table_is_kept_while_nobody_sees_it(
    tmp_path: Path,
) -> None:
    pages = room(tmp_path, seated(Phase.COLLECT))
    page = pages.show("delta", "meaning", "en", HIDDEN).html
    take_up(FolderStore(tmp_path), SET, "regie", NOW)
    assert send(pages, "delta", page, {"meaning": _NEW}).is_kept
    assert kept_at(tmp_path, "delta", "definitions/kwaliteit/meaning") == _NEW
    assert "regie" in pages.show("delta", "", "en", HIDDEN).html
    # Nothing is taken about a word of which the group does not talk.
    plan(FolderStore(tmp_path), SET, ["regie"], 30, DAY)
    assert not send(pages, "delta", page, {"meaning": "Iets anders."}).is_kept


@pytest.mark.parametrize("is_broken", [True, False])
def test_nobody_answers_for_a_partner_of_the_same_name(tmp_path: Path, is_broken: bool) -> None:
    termset = seated(Phase.COLLECT)
    called = replace(termset.partners["haven"], short="Delta")
    pages = room(tmp_path, replace(termset, partners={**termset.partners, "haven": called}))
    page = pages.show("delta", "meaning", "en", HIDDEN).html
    file, before = tmp_path / SET / "partners" / "delta.toml", partner_file(tmp_path, "haven")
    if is_broken:
        file.write_text("<<<<<<< HEAD\n", "utf-8")
    else:
        file.unlink()
    with pytest.raises(NotFoundError, match="cannot be read" if is_broken else "No partner"):
        pages.show("delta", "meaning", "en", HIDDEN)
    given = send(pages, "delta", page, {"meaning": _NEW})
    assert not given.is_kept
    assert given.html is not None
    assert _NEW in given.html
    assert MEANINGS["haven"] not in given.html
    if is_broken:
        with pytest.raises(NotFoundError, match="cannot be read"):
            define(FolderStore(tmp_path), SET, TERM, "delta", {"meaning": _NEW}, DAY)
    assert partner_file(tmp_path, "haven") == before


def test_an_answer_to_a_word_that_was_removed_is_none_to_one_of_the_same_name(
    tmp_path: Path,
) -> None:
    pages = room(tmp_path, seated(Phase.COLLECT, silent="delta"))
    page = pages.show("delta", "meaning", "en", HIDDEN).html
    store = FolderStore(tmp_path)
    take_up(store, SET, "regie", NOW)
    other = Term("regie", "kwaliteit")
    store.update_vocabulary(SET, lambda now: replace(now, terms={"regie": other}))
    given = send(pages, "delta", page, {"meaning": _NEW})
    assert not given.is_kept
    assert given.html is not None
    assert _NEW in given.html
    assert "definitions" not in partner_file(tmp_path)


def test_the_laptop_and_a_phone_answer_for_the_same_partner(tmp_path: Path) -> None:
    pages = room(tmp_path, seated(Phase.CONSENT, silent="west"))
    page = pages.show("west", "position", "en", HIDDEN).html
    store = FolderStore(tmp_path)
    take_position(store, SET, TERM, "west", Stand.CONSENT, "", DAY, entered_by="facilitator")
    given = send(pages, "west", page, {"stand": "objection", "reason": "Nee."})
    assert not given.is_kept
    assert kept_at(tmp_path, "west", "positions/kwaliteit/entered_by") == "facilitator"
