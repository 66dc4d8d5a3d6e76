import pytest

from glossary.domain import Definition, NotFoundError, RefusedError
from glossary.store.folder import FolderStore
from glossary.workflow.defining import define
from glossary.workflow.meanwhile import ClashError
from tests.workflow.conftest import TODAY, files


def _stored(store: FolderStore, partner: str, term: str = "kwaliteit") -> Definition | None:
    return store.load("keten").termset.partners[partner].definitions.get(term)


def test_a_meaning_is_kept_as_typed(store: FolderStore) -> None:
    typed = "\n  Dat [red]iedereen[/] weet:\n\n\twie “ja” zegt,  doet het. 🌱\r\n"
    define(store, "keten", "regie", "school", {"meaning": typed}, TODAY)
    kept = "Dat [red]iedereen[/] weet:\n\n\twie “ja” zegt,  doet het. 🌱"
    assert _stored(store, "school", "regie") == Definition(kept, updated=TODAY)


def test_other_fields_stay(store: FolderStore) -> None:
    define(store, "keten", "kwaliteit", "noord", {"belief": "Fouten kosten geld."}, TODAY)
    assert _stored(store, "noord") == Definition(
        "Er gaat niets fout.",
        belief="Fouten kosten geld.",
        lenses=("foutloos",),
        updated=TODAY,
    )


def test_unchanged_text_writes_nothing(store: FolderStore) -> None:
    before = files(store)
    fields = {"meaning": " Dat iemand aandacht krijgt.\n", "example": "Even zitten."}
    define(store, "keten", "kwaliteit", "delta", fields, TODAY)
    assert files(store) == before
    assert _stored(store, "delta") == Definition(
        "Dat iemand aandacht krijgt.", example="Even zitten."
    )


def test_other_fields_may_be_emptied_but_the_meaning_not(store: FolderStore) -> None:
    define(store, "keten", "kwaliteit", "delta", {"example": ""}, TODAY)
    assert _stored(store, "delta") == Definition("Dat iemand aandacht krijgt.", updated=TODAY)
    define(store, "keten", "kwaliteit", "delta", {"example": "Even zitten."}, TODAY)
    with pytest.raises(RefusedError, match="“Zorggroep Delta” has to say first"):
        define(store, "keten", "kwaliteit", "delta", {"meaning": " "}, TODAY)


def test_a_definition_of_which_everything_is_emptied_is_withdrawn(store: FolderStore) -> None:
    define(store, "keten", "kwaliteit", "delta", {"meaning": "", "example": ""}, TODAY)
    assert _stored(store, "delta") is None


@pytest.mark.parametrize("fields", [{"meaning": ""}, {"meaning": " \n"}, {"example": "x"}, {}])
def test_a_definition_begins_with_its_meaning(store: FolderStore, fields: dict[str, str]) -> None:
    before = files(store)
    with pytest.raises(RefusedError, match="“School De Brug” has to say first"):
        define(store, "keten", "kwaliteit", "school", fields, TODAY)
    assert files(store) == before


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "a\n\x1b[31mrood",
            "“Meaning” holds the invisible character ␛ after “a”: remove it.",
        ),
        (
            "Wij willen \u202egnal",
            "“Meaning” holds the invisible character ⟨U+202E⟩ after “Wij willen”: remove it.",
        ),
        ("\ud800", "“Meaning” begins with the invisible character ⟨U+D800⟩: remove it."),
        ("a\rb", "“Meaning” holds the invisible character ␍ after “a”: remove it."),
        ("é" * 10_001, "“Meaning” is longer than 20000 bytes: shorten it."),
    ],
)
def test_hostile_text_is_refused_with_its_place(
    store: FolderStore, text: str, sentence: str
) -> None:
    before = files(store)
    with pytest.raises(RefusedError) as refusal:
        define(store, "keten", "kwaliteit", "delta", {"meaning": text}, TODAY)
    assert str(refusal.value) == sentence
    assert files(store) == before


def test_the_longest_text_is_accepted(store: FolderStore) -> None:
    define(store, "keten", "regie", "delta", {"meaning": "é" * 10_000}, TODAY)
    assert _stored(store, "delta", "regie") == Definition("é" * 10_000, updated=TODAY)


def test_unknown_places_are_named(store: FolderStore) -> None:
    with pytest.raises(RefusedError, match="no field “meanin”"):
        define(store, "keten", "regie", "delta", {"meanin": "x"}, TODAY)
    with pytest.raises(NotFoundError, match="Did you mean “regie”"):
        define(store, "keten", "regi", "delta", {"meaning": "x"}, TODAY)
    with pytest.raises(NotFoundError, match="Did you mean “Delta”"):
        define(store, "keten", "regie", "delt", {"meaning": "x"}, TODAY)
    with pytest.raises(NotFoundError):
        define(store, "weg", "regie", "delta", {"meaning": "x"}, TODAY)


def test_terms_and_partners_may_be_named_as_people_do(store: FolderStore) -> None:
    partner = define(store, "keten", "Regie", "Zorggroep Delta", {"meaning": "Sturen."}, TODAY)
    assert partner.id == "delta"
    assert _stored(store, "delta", "regie") == Definition("Sturen.", updated=TODAY)


def test_what_others_wrote_while_somebody_typed_is_not_overwritten(store: FolderStore) -> None:
    place = (store, "keten", "kwaliteit", "delta")
    seen = {"meaning": "Dat iemand aandacht krijgt.", "example": "Even zitten.", "belief": ""}
    define(*place, {"example": "Koffie."}, TODAY)
    define(*place, {"meaning": "Aandacht."}, TODAY, seen=seen)
    before = files(store)
    for fields in ({"example": "Thee."}, {"meaning": "Tijd.", "belief": "Tijd helpt."}):
        with pytest.raises(ClashError, match=r"It now says: “(Koffie|Aandacht)"):
            define(*place, fields, TODAY, seen=seen)
    assert files(store) == before
    define(*place, {"example": "Koffie.", "belief": "Tijd helpt."}, TODAY, seen=seen)
    assert _stored(store, "delta") == Definition(
        "Aandacht.", "Tijd helpt.", example="Koffie.", updated=TODAY
    )
