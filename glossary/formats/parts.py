"""What a set holds besides its words and what partners mean by them: a format may leave it out."""

from enum import StrEnum

from glossary.locale import mark


class Part(StrEnum):
    """Something that a format carries or leaves out, in words; translated by whoever shows it.

    Labels of terms, names of partners and meanings are carried by every format.
    """

    SILENT = mark("words that nobody defined and partners that defined none")
    ABOUT = mark("what the set is about")
    VARIANTS = mark("variants of a word")
    TRANSLATION = mark("translations")
    WHY = mark("why a word is loaded")
    QUESTIONS = mark("questions")
    LENSES = mark("lenses and their cues")
    CASES = mark("boundary cases and the answers to them")
    SHORT_NAMES = mark("short names")
    EXAMPLES = mark("examples and counter-examples")
    BACKGROUND = mark("belief, interest and what a partner needs of others")
    SOURCE = mark("sources")
    CHOSEN_LENSES = mark("the lenses that partners chose")
    TYPED = mark("who typed a definition, and when")
    RATINGS = mark("ratings and temperature")
    RESTATEMENTS = mark("what was said back, and the answers")
    DIFFERENCES = mark("differences that were named")
    WORDING = mark("the shared wording")
    POSITIONS = mark("positions, concerns and objections")
    OUTCOME = mark("how the conversation about a word ended")
    COURSE = mark("phases, rounds and turns")
    SESSION = mark("the agenda and its times")


# What belongs to a conversation between partners: no format for concepts has a place for it.
CONVERSATION = (
    Part.QUESTIONS,
    Part.LENSES,
    Part.CASES,
    Part.CHOSEN_LENSES,
    Part.TYPED,
    Part.RATINGS,
    Part.RESTATEMENTS,
    Part.DIFFERENCES,
    Part.POSITIONS,
    Part.OUTCOME,
    Part.COURSE,
    Part.SESSION,
)

# What catalogues and glossaries beside code have no field for either.
CATALOGUES = (Part.TRANSLATION, Part.WHY, Part.SHORT_NAMES, *CONVERSATION)
