from glossary.compare import Relation, compare
from glossary.domain import Lens
from tests.compare.seen import two

LENSES = (Lens("fout", "Fouten", ("fout", "incident")), Lens("tijd", "Tijd", ("aandacht", "rust")))


def test_evidence_in_order_of_weight() -> None:
    contrast = two("Leden moeten incidenten melden", "Leden mogen incidenten melden")
    angles = two("Incidenten melden", "Rust brengen", lenses=LENSES)
    wording = two("Incidenten melden", "Fouten bespreken", lenses=LENSES)
    nothing = two("Incidenten melden", "Incidenten  melden ", lenses=LENSES)
    assert contrast.attention > angles.attention > wording.attention > nothing.attention == 0.0


def test_different_angles_that_partners_chose_count_even_in_equal_words() -> None:
    found = compare(
        {"noord": "Goed werk", "delta": "Goed werk"},
        language="nl",
        lenses=LENSES,
        chosen={"noord": ["fout"], "delta": ["tijd"]},
    )
    assert found.attention > 0
    assert found.signals[0].words == {"x": "Fouten", "y": "Tijd", "n": "2"}


def test_relation_is_a_hint() -> None:
    relations = {
        Relation.SAME: two("Elk incident melden", "elk incident melden."),
        Relation.OVERLAP: two("Elk incident snel melden", "Elk incident rustig bespreken"),
        Relation.DIFFERENT: two("Elk incident melden", "Warmte en nabijheid"),
        Relation.OPPOSED: two("Elk incident melden", "Geen incident melden"),
    }
    for relation, found in relations.items():
        assert found.pairs["delta", "noord"].relation is relation


def test_one_hot_pair_in_a_calm_group_counts() -> None:
    calm = {"a": "Leden moeten melden", "b": "Leden moeten melden", "c": "Leden moeten melden"}
    hot = {**calm, "d": "Leden mogen melden"}
    assert compare(calm, language="nl").attention == 0.0
    assert compare(hot, language="nl").attention > 0.4


def test_nothing_to_compare() -> None:
    assert compare({}, language="nl").attention == 0.0
    assert compare({"noord": "Iets"}, language="nl").signals == ()
