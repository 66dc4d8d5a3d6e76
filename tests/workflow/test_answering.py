import pytest

from glossary.domain import CaseAnswer, NotFoundError
from glossary.store.folder import FolderStore
from glossary.workflow.answering import answer_case
from tests.workflow.conftest import files


def test_an_answer_is_given_changed_and_taken_back(store: FolderStore) -> None:
    answer_case(store, "keten", "kwaliteit", "delta", "te-laat", CaseAnswer.YES)
    partner = answer_case(store, "keten", "kwaliteit", "delta", "te-laat", CaseAnswer.DEPENDS)
    assert partner.cases == {"kwaliteit": {"te-laat": CaseAnswer.DEPENDS}}
    assert store.load("keten").termset.partners["delta"] == partner
    partner = answer_case(store, "keten", "kwaliteit", "delta", "te-laat", None)
    assert partner.cases == {}


@pytest.mark.parametrize("answer", [CaseAnswer.NO, None])
def test_the_same_answer_writes_nothing(store: FolderStore, answer: CaseAnswer | None) -> None:
    answer_case(store, "keten", "kwaliteit", "delta", "te-laat", answer)
    before = files(store)
    answer_case(store, "keten", "kwaliteit", "delta", "te-laat", answer)
    assert files(store) == before


def test_unknown_cases_are_named(store: FolderStore) -> None:
    with pytest.raises(NotFoundError, match=r"no boundary case “te-lat”\. Its cases are “te-laat”"):
        answer_case(store, "keten", "kwaliteit", "delta", "te-lat", CaseAnswer.NO)
    with pytest.raises(NotFoundError, match="“regie” has no boundary cases"):
        answer_case(store, "keten", "regie", "delta", "te-laat", CaseAnswer.NO)
