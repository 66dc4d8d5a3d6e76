"""What six invented partners say in English about three words of the starter."""

from tests.whole_story import Story, Turn, Word

_QUALITY = Word(
    "quality",
    {
        "Delta Care Group": "People get the care we would want for our own mother. Paperwork may "
        "wait.",
        "Harbour Residents' Panel": "Somebody listens, knows your name and rings back as promised.",
        "Horizon Schools": "A child is better off at the end of the year, whatever the marks say.",
        "Northgate Council": "Every incident must be reported within a day and put right within "
        "a month.",
        "Southbank Homes": "The job is done right first time, on the day we agreed.",
        "Waterside Family Doctors": "We follow the guideline, and write down why when we do not.",
    },
)
_TEAMWORK = Word(
    "collaboration",
    {
        "Delta Care Group": "One plan for one family, and one of us who answers for it.",
        "Harbour Residents' Panel": "You ask us before it is decided, not after.",
        "Horizon Schools": "Knowing whom to ring, and that somebody picks up.",
        "Northgate Council": "Everybody is at the table, and the elected members decide.",
        "Southbank Homes": "Dividing the work, so that nothing is done twice.",
        "Waterside Family Doctors": "Handing over well, so that a patient tells the story once.",
    },
)
_TRUST = Word(
    "trust",
    {
        "Delta Care Group": "Leaving our work to somebody else without checking on it.",
        "Harbour Residents' Panel": "Not having to ask whether it has been seen to.",
        "Horizon Schools": "Hearing bad news first from the one whose news it is.",
        "Northgate Council": "What we agreed is on paper, and we all stick to it.",
        "Southbank Homes": "Saying in good time that it is not going to work.",
        "Waterside Family Doctors": "Being able to own up to a mistake without a fuss.",
    },
)

ENGLISH = Story(
    language="en",
    starter="collaboration",
    set_id="waterfront",
    title="Living well on the waterfront",
    partners=(
        "Northgate Council",
        "Delta Care Group",
        "Horizon Schools",
        "Waterside Family Doctors",
        "Harbour Residents' Panel",
        "Southbank Homes",
    ),
    seats=("Schools", "Delta", "Council", "Homes", "Panel", "Doctors"),
    quality=_QUALITY,
    teamwork=_TEAMWORK,
    trust=_TRUST,
    typed_for=("Harbour Residents' Panel", "Southbank Homes"),
    fills_in_all="Harbour Residents' Panel",
    lens="◆ Attention to people",
    example="The district nurse rang back the same evening, as she had said.",
    belief="People who feel heard do not need to complain.",
    first_case="The file is complete",
    cases={
        "Delta Care Group": ("2211", "2"),
        "Harbour Residents' Panel": ("2211", "2"),
        "Horizon Schools": ("3211", "2"),
        "Northgate Council": ("2122", "3"),
        "Southbank Homes": ("2312", "3"),
        "Waterside Family Doctors": ("1112", "2"),
    },
    speaker="Delta Care Group",
    between=("Council", "Panel"),
    difference="The council counts incidents, the panel asks who rang back.",
    said_back=(
        Turn("Schools", "Delta", "The person comes first, and the form when there is time."),
        Turn("Delta", "Council", "You want to hear of a mistake at once, and to see it mended."),
        Turn(
            "Council",
            "Homes",
            "You never want to come twice for the same repair.",
            correction="And on the day we said.",
            better="You want to come once, and on the day we said.",
        ),
        Turn("Homes", "Panel", "It counts whether anybody got back to you."),
        Turn("Panel", "Doctors"),
        Turn("Doctors", "Schools", "The child matters more to you than its marks."),
    ),
    first_draft="Good work: people notice that we listen, and what we got wrong we put right, "
    "always.",
    taken_out="always.",
    put_in="as soon as we can. Whatever goes wrong is reported within a week.",
    first_round=(
        ("Horizon Schools", "c", ""),
        ("Delta Care Group", "c", ""),
        ("Northgate Council", "c", ""),
        ("Southbank Homes", "o", "Always is a promise that nobody can keep."),
        ("Harbour Residents' Panel", "a", ""),
        ("Waterside Family Doctors", "e", "Who says what counts as wrong?"),
    ),
    second_round=(
        ("Horizon Schools", "c", ""),
        ("Delta Care Group", "o", "A deadline turns attention into one more form."),
        ("Northgate Council", "e", "We can live with a week, but would rather have a day."),
        ("Southbank Homes", "c", ""),
        ("Harbour Residents' Panel", "c", ""),
        ("Waterside Family Doctors", "c", ""),
    ),
    sustained=("Delta", "A deadline"),
    new_name="counting on each other",
    known="before 2.3 → now 4.0",
)
