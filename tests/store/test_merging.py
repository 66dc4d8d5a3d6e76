"""Merging the text of files: values of both sides, our comments and order, marks where needed."""

import tomllib
from pathlib import Path

import pytest

from glossary.domain.merge_plans import FILES
from glossary.domain.merging import merge
from glossary.store.changes import same
from glossary.store.merging import merged_file
from glossary.workflow.merging import EntryMerge, Three
from tests.merging import as_decided
from tests.store import PARTNER, TERMSET

NOORD = Path("termsets/keten/partners/noord.toml")
KETEN = Path("termsets/keten/termset.toml")
REGIE = Path("termsets/keten/agreements/regie.toml")


def _merged(base: str, ours: str, theirs: str, path: Path = NOORD) -> EntryMerge:
    return merged_file(path, Three(base.encode(), ours.encode(), theirs.encode()))


def _clean(base: str, ours: str, theirs: str, path: Path = NOORD) -> str:
    merged = _merged(base, ours, theirs, path)
    assert merged.complaints == ()
    assert merged.data is not None
    return merged.data.decode()


def _conflict(base: str, ours: str, theirs: str, path: Path = NOORD) -> tuple[str, str]:
    """The text with marks, and the one sentence about them."""
    merged = _merged(base, ours, theirs, path)
    [sentence] = merged.complaints
    assert merged.data is not None
    return merged.data.decode(), sentence


ATTEMPT = """
[[restatements]]
term = "kwaliteit"
of = "delta"
of_fingerprint = "0a1b2c3d4e5f"
text = "{}"
"""


def test_appends_at_one_place_merge_and_comments_come_along() -> None:
    ours = PARTNER + ATTEMPT.format("Onze tweede.")
    theirs = PARTNER + "\n# na het gesprek" + ATTEMPT.format("Hun tweede.") + "eigen = 1 # zo\n"
    text = _clean(PARTNER, ours, theirs)
    assert text == ours + "\n# na het gesprek" + ATTEMPT.format("Hun tweede.") + "eigen = 1 # zo\n"


def test_a_field_keeps_our_comment_and_gets_their_value() -> None:
    ours = PARTNER.replace('"Er gaat niets mis." # kort gehouden', '"Er gaat niets mis." # lang')
    theirs = PARTNER.replace('"Er gaat niets mis." # kort', '"Er gaat weinig mis." # kort')
    text = _clean(PARTNER, ours, theirs)
    assert text == ours.replace("niets", "weinig")


def test_a_changed_comment_comes_along_where_ours_is_untouched() -> None:
    theirs = PARTNER.replace("van 3 november", "van 10 november").replace("kort ge", "bondig ge")
    ours = PARTNER + ATTEMPT.format("Onze tweede.")
    theirs += ATTEMPT.format("Hun tweede.")
    text = _clean(PARTNER, ours, theirs)
    assert text == theirs.replace(ATTEMPT.format("Hun tweede."), "") + ATTEMPT.format(
        "Onze tweede."
    ) + ATTEMPT.format("Hun tweede.")


def test_a_comment_that_has_no_place_stops_the_merge() -> None:
    ours = PARTNER + ATTEMPT.format("Onze tweede.")
    theirs = PARTNER + "\n# los\n\n# ook los\n" + ATTEMPT.format("Hun tweede.")
    merged = _merged(PARTNER, ours, theirs)
    assert merged.data is None
    assert merged.complaints == (
        f"{NOORD} has comments that would get lost if it were merged by itself.",
    )


def test_what_lines_make_of_it_is_taken_when_it_says_the_same() -> None:
    ours = PARTNER.replace("niets", "weinig")
    theirs = PARTNER + "\n# los\n\n# ook los\n" + ATTEMPT.format("Hun tweede.")
    by_lines = theirs.replace("niets", "weinig").encode()
    three = Three(PARTNER.encode(), ours.encode(), theirs.encode())
    assert merged_file(NOORD, three, by_lines) == EntryMerge(by_lines)
    wrong = by_lines.replace(b"weinig", b"niets")
    assert merged_file(NOORD, three, wrong).complaints


def test_line_ends_and_byte_order_mark_are_ours() -> None:
    bom = "\ufeff"
    ours = bom + (PARTNER + ATTEMPT.format("Onze tweede.")).replace("\n", "\r\n")
    theirs = PARTNER + ATTEMPT.format("Hun tweede.").replace("[[", "# erbij\n[[")
    text = _clean(PARTNER, ours, theirs.replace("niets", "weinig"))
    assert text.startswith(bom + "# Wat wij bedoelen")
    assert "\n" not in text.replace("\r\n", "")
    assert text.endswith("\r\n# erbij" + ATTEMPT.format("Hun tweede.").replace("\n", "\r\n"))


def test_marks_stand_around_the_field_alone() -> None:
    ours, theirs = PARTNER.replace("niets", "weinig"), PARTNER.replace("niets", "alles")
    text, sentence = _conflict(PARTNER, ours, theirs + ATTEMPT.format("Hun tweede."))
    assert text == PARTNER.replace(
        'meaning = "Er gaat niets mis." # kort gehouden\n',
        '<<<<<<< ours\nmeaning = "Er gaat weinig mis." # kort gehouden\n=======\n'
        'meaning = "Er gaat alles mis." # kort gehouden\n>>>>>>> theirs\n',
    ) + ATTEMPT.format("Hun tweede.")
    assert sentence == (
        f"{NOORD}: both sides changed definitions.kwaliteit.meaning, in different ways."
    )


@pytest.mark.parametrize("removed_here", [True, False])
def test_marks_stand_around_an_entry_that_one_side_removed(*, removed_here: bool) -> None:
    entry = PARTNER[PARTNER.index("# besproken") : PARTNER.index("# ---- gevallen")]
    removed, changed = PARTNER.replace(entry, ""), PARTNER.replace("niets", "weinig")
    sides = (removed, changed) if removed_here else (changed, removed)
    text, sentence = _conflict(PARTNER, *sides)
    assert sentence == (
        f"{NOORD}: one side removed definitions.kwaliteit, and the other changed it."
    )
    decided = [tomllib.loads(as_decided(text, number)) for number in (1, 2)]
    assert decided == [tomllib.loads(side) for side in sides]
    assert "# besproken in het team" in text.partition("<<<<<<<")[2]


def test_marks_in_a_file_with_windows_line_ends() -> None:
    windows = PARTNER.replace("\n", "\r\n")
    ours, theirs = windows.replace("niets", "weinig"), PARTNER.replace("niets", "alles")
    text, _sentence = _conflict(PARTNER, ours, theirs)
    assert "<<<<<<< ours\r\n" in text
    assert "\n" not in text.replace("\r\n", "")


def test_angles_and_meaning_are_marked_together() -> None:
    ours = PARTNER.replace("niets", "weinig")
    theirs = PARTNER.replace('lenses = ["foutloos"]', 'lenses = ["inzet"]')
    merged = _merged(PARTNER, ours, theirs)
    assert merged.complaints == tuple(
        f"{NOORD}: one side changed definitions.kwaliteit.{key}, and the other what goes with it."
        for key in ("lenses", "meaning")
    )
    assert merged.data is not None
    text = merged.data.decode()
    assert [as_decided(text, number) for number in (1, 2)] == [ours, theirs]
    without = PARTNER.replace('lenses = ["foutloos"]\n', "")
    ours = without.replace("niets", "weinig")
    merged = _merged(without, ours, PARTNER)
    assert merged.data is not None
    assert tomllib.loads(as_decided(merged.data.decode(), 1)) == tomllib.loads(ours)


def test_a_position_is_never_put_together_from_two() -> None:
    position = '\n[positions.regie]\non = "x"\nposition = "consent"\nreason = ""\n'
    ours = PARTNER + position.replace('"x"', '"y"')
    theirs = PARTNER + position.replace('reason = ""', 'reason = "Ja!"')
    by_lines = (PARTNER + position.replace('"x"', '"y"').replace('""', '"Ja!"')).encode()
    three = Three((PARTNER + position).encode(), ours.encode(), theirs.encode())
    merged = merged_file(NOORD, three, by_lines)
    assert merged.complaints == (
        f"{NOORD}: both sides changed positions.regie, in different ways.",
    )
    assert merged.data is not None
    assert [as_decided(merged.data.decode(), number) for number in (1, 2)] == [ours, theirs]


def test_what_both_sides_put_among_past_positions_is_all_kept() -> None:
    past = '\n[[past_positions]]\nterm = "regie"\non = "{}"\nposition = "concern"\nreason = "{}"\n'
    past += "date = 2026-11-23\n"
    base = PARTNER + past.format("x", "Wie?")
    ours, theirs = base + past.format("y", "Hoe?"), base + past.format("y", "Waar?")
    merged = _merged(base, ours, theirs)
    assert merged.complaints == ()
    assert merged.data is not None
    found = tomllib.loads(merged.data.decode())["past_positions"]
    assert sorted(one["reason"] for one in found) == ["Hoe?", "Waar?", "Wie?"]


def test_terms_that_they_moved_are_moved() -> None:
    regie = '\n# veel besproken\n[terms.regie]\nlabel = "regie"\n'
    base = TERMSET.replace('\n[terms.regie]\nlabel = "regie"\n', regie)
    start = base.index("\n[terms.kwaliteit]")
    theirs = base.replace(regie, "")[:start] + regie + base.replace(regie, "")[start:]
    ours = base + '\n[terms.vertrouwen]\nlabel = "vertrouwen"\n'
    text = _clean(base, ours, theirs.replace("weken", "dagen"), KETEN)
    plain = tomllib.loads(text)
    assert [*plain["terms"]] == ["regie", "vertrouwen", "kwaliteit"]
    assert "# veel besproken\n[terms.regie]" in text
    assert "twee dagen" in text


def test_lenses_that_they_moved_are_moved() -> None:
    inzet = '\n[[terms.kwaliteit.lenses]]\nid = "inzet"\nlabel = "Inzet"\n'
    base = TERMSET.replace("\n[[terms.kwaliteit.cases]]", inzet + "\n[[terms.kwaliteit.cases]]")
    first = base[base.index("\n[[terms.kwaliteit.lenses]]") : base.index(inzet)]
    theirs = base.replace(first + inzet, inzet + first)
    ours = base.replace('label = "Inzet"', 'label = "Inzet" # zo')
    text = _clean(base, ours, theirs.replace("Er gaat niets mis", "Foutloos"), KETEN)
    assert text == theirs.replace("Er gaat niets mis", "Foutloos").replace(
        'label = "Inzet"', 'label = "Inzet" # zo'
    )


@pytest.mark.parametrize("side", range(3))
def test_a_broken_version_is_named(side: int) -> None:
    three = [PARTNER.encode()] * 3
    three[side] = PARTNER.replace("]", "").encode()
    merged = merged_file(NOORD, Three(*three))
    assert merged.data is None
    [sentence] = merged.complaints
    name = ("The version that both sides come from", "Our version", "Their version")[side]
    assert sentence.startswith(f"{name}: {NOORD}:8")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (NOORD, "format = 2\n"),
        (NOORD, "format = 1\nname = '''" + "x" * 5_000_000 + "'''"),
        (NOORD, "x = " + "[" * 200 + "]" * 200),
    ],
)
def test_a_version_that_is_not_for_us_is_left_alone(path: Path, text: str) -> None:
    merged = merged_file(path, Three(b"", text.encode(), PARTNER.encode()))
    assert merged.data is None
    assert merged.complaints[0].startswith(f"Our version: {path}")


@pytest.mark.parametrize(
    "text",
    [
        'format = 1\ndefinitions.kwaliteit.meaning = "a"\n',
        'format = 1\n[definitions]\nkwaliteit = { meaning = "a", example = "b" }\n',
        'format = 1\n[definitions]\nkwaliteit.meaning = "a"\nkwaliteit.example = "b"\n',
    ],
)
def test_odd_shapes_merge_or_are_refused_and_never_come_out_wrong(text: str) -> None:
    for ours, theirs in (
        (text, text.replace('"a"', '"c"')),
        (text.replace('"a"', '"d"'), text.replace('"a"', '"c"')),
        (
            text.replace('"a"', '"d"'),
            text + "\n[positions.regie]\non = 'x'\nposition = 'consent'\n",
        ),
        (text, text.replace("format = 1\n", "format = 1\nname = 'Noord'\n")),
    ):
        merged = _merged(text, ours, theirs)
        wanted = merge(FILES, *(tomllib.loads(one) for one in (text, ours, theirs)))
        if merged.complaints:
            assert merged.data is None or b"<<<<<<<" in merged.data
        else:
            assert merged.data is not None
            assert same(tomllib.loads(merged.data.decode()), wanted.value)


def test_a_merge_never_makes_an_error_that_neither_side_has() -> None:
    """Here each side alone is right: the entry has its own text still, or has no extra."""
    base = 'format = 1\nname = "N"\n\n[definitions.regie]\nmeaning = "a"\nexample = "b"\n'
    ours = base.replace('meaning = "a"\n', "")
    theirs = base.replace('"b"', '"c"')
    merged = _merged(base, ours, theirs)
    assert merged.complaints == ()  # the error was ours already
    assert merged.data is not None
    assert tomllib.loads(merged.data.decode())["definitions"]["regie"] == {"example": "c"}


def test_hostile_names_are_only_shown() -> None:
    path = Path("termsets/x/partners/\x1b[31m$(touch pwned)`id`\n.toml")
    merged = merged_file(path, Three(b"", b'name = "a"\n', b'name = "b"\n'))
    [sentence] = merged.complaints
    assert "\x1b" not in sentence
    assert "\n" not in sentence
