"""How our files merge: what identifies an entry, and what is taken whole from one side.

Their keys differ, so one plan serves all three kinds of files. A key that is not named here,
known or not, merges by itself.
"""

from glossary.domain.merging import UNIT, Entries, Plan, Table

# To confirm an angle is to confirm it of this meaning, so the two change as one: otherwise a
# confirmation would be carried over words that it was not about. The other texts stand beside
# the meaning, and are read with it.
_DEFINITION = Table(together=frozenset({"meaning", "lenses"}), latest=frozenset({"updated"}))

_PARTNER: dict[str, Plan] = {
    "definitions": Table(rest=_DEFINITION, is_room=True),
    # Each answer and each rating is a question of its own, whatever table it stands in.
    "cases": Table(rest=Table(rest=UNIT, is_room=True), is_room=True),
    "ratings": Table(rest=Table(rest=UNIT, is_room=True), is_room=True),
    # An attempt is its words, for one meaning: other words are another attempt, and all are kept.
    "restatements": Entries(("term", "of", "of_fingerprint", "text"), UNIT),
    # A correction explains this very verdict.
    "verdicts": Entries(("term", "by", "fingerprint", "of_fingerprint"), UNIT),
    # A stand with the reason of another one, or on a wording that the other side looked at, is
    # a position that nobody took.
    "positions": Table(rest=UNIT, is_room=True),
    # Like an attempt: a wording that came back was stood on more than once, and all is kept.
    "past_positions": Entries(("term", "on", "position", "reason", "date", "entered_by"), UNIT),
}

# A draft merges field by field: positions name its wording by fingerprint, so that a changed
# wording voids them by itself.
_AGREEMENT: dict[str, Plan] = {
    # The note says what this difference, between these and of this kind, is.
    "differences": Entries(("between", "kind"), UNIT),
    # Who has its turn when is one order, and so are letters.
    "order": UNIT,
    "letters": UNIT,
    "skips": Entries(("by", "of", "of_fingerprint"), UNIT),
    "draft": Table(keys={"cases": Table(rest=UNIT, is_room=True)}),
    # A round is what people were asked about.
    "rounds": Entries(("wording",), UNIT),
    # What was done about an objection was done about these words.
    "objections": Entries(("partner", "on"), UNIT),
    # The fingerprints in an outcome are of the texts that this one outcome was about.
    "outcome": UNIT,
}

_TERM = Table(
    keys={"lenses": Entries(("id",), Table()), "cases": Entries(("id",), Table())},
)

FILES = Table(
    keys={
        # Terms are shown in the order of the file.
        "terms": Table(rest=_TERM, is_room=True, is_ordered=True),
        **_PARTNER,
        **_AGREEMENT,
    },
    is_room=True,
)
