"""What still waits for a decision, and what of it may be put back without a second thought."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from glossary.domain import TermSet
from glossary.workflow.keeping import NoJournal, Unsaved
from glossary.workflow.recovering import Place, can_open, is_untouched, texts_at, unlike, waiting
from tests.tui.sample import MEANINGS, sample


class ListJournal(NoJournal):
    """Texts in a list."""

    def __init__(self, *texts: Unsaved) -> None:
        self.texts = {text.id: text for text in texts}

    def waiting(self, set_id: str) -> tuple[Unsaved, ...]:
        return tuple(self.texts.values())

    def drop(self, set_id: str, text_id: str) -> None:
        del self.texts[text_id]

    def file(self, set_id: str, text_id: str) -> Path:
        return Path(text_id)


def unsaved(
    text_id: str, typed: dict[str, str], known: dict[str, str] | None = None, **place: str
) -> Unsaved:
    at = {"form": "definition", "term": "quality", "partner": "council", **place}
    return Unsaved(text_id, at["form"], at["term"], at["partner"], typed, known or {})


def left(termset: TermSet, *texts: Unsaved) -> list[str]:
    journal = ListJournal(*texts)
    found = [text.id for text in waiting(journal, termset)]
    # Asked once more: what is forgotten is really gone.
    assert [text.id for text in waiting(journal, termset)] == found
    return found


def test_what_the_file_holds_by_now_is_forgotten() -> None:
    saved = unsaved("saved", {"meaning": f" {MEANINGS['council']}\n", "example": ""})
    half = unsaved("half", {"meaning": MEANINGS["council"], "example": "A tile."})
    assert left(sample(), saved, half) == ["half"]


def test_what_was_kept_twice_is_asked_once() -> None:
    first, again = (unsaved(name, {"meaning": "Typed."}) for name in ("first", "again"))
    other = unsaved("other", {"meaning": "Typed."}, partner="delta")
    assert left(sample(), first, again, other) == ["first", "other"]


def test_a_partner_or_term_that_is_gone_keeps_its_text() -> None:
    texts = (
        unsaved("partner", {"meaning": "a"}, partner="gone"),
        unsaved("term", {"meaning": "a"}, term="gone"),
        unsaved("draft", {"wording": "a"}, form="draft", term="gone", partner=""),
        unsaved("form", {"what": "a"}, form="of-later"),
    )
    assert left(sample(), *texts) == ["partner", "term", "draft", "form"]
    assert not any(can_open(sample(), Place.of(text)) for text in texts)


def test_a_field_of_a_later_program_is_left_alone() -> None:
    journal = ListJournal(unsaved("later", {"melody": "la"}))
    assert waiting(journal, sample()) == ()
    assert "later" in journal.texts


def test_only_an_empty_or_unchanged_field_may_be_put_back_at_once() -> None:
    now = texts_at(sample(), Place("definition", "quality", "council"))
    assert now is not None
    as_known = unsaved("a", {"meaning": "New."}, {"meaning": MEANINGS["council"]})
    was_other = unsaved("b", {"meaning": "New."}, {"meaning": "Earlier."})
    was_empty = unsaved("c", {"example": "New."}, {"example": "Earlier."})
    saved_part = unsaved("d", {"meaning": MEANINGS["council"], "example": "New."}, {"meaning": "x"})
    assert [is_untouched(text, now) for text in (as_known, was_other, was_empty, saved_part)] == [
        True,
        False,
        True,
        True,
    ]


TEXTS = st.dictionaries(st.sampled_from(["meaning", "example"]), st.text(max_size=3))


@given(TEXTS, TEXTS, TEXTS)
def test_putting_back_at_once_never_hides_what_others_wrote(
    typed: dict[str, str], known: dict[str, str], now: dict[str, str]
) -> None:
    text = unsaved("one", typed, known)
    theirs = {key for key in typed if now.get(key, "").strip() not in ("", known.get(key, ""))}
    if is_untouched(text, now):
        assert all(
            now[key].strip() == known.get(key, "").strip() for key in theirs & {*unlike(text, now)}
        )
