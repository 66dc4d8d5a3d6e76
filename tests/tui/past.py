"""The demo with a history in git, as a region might have made it."""

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from glossary.domain import Draft, OutcomeKind, Stand
from glossary.store.folder import FolderStore
from glossary.workflow.defining import define
from glossary.workflow.drafting import write_draft
from glossary.workflow.outcomes import record_outcome
from glossary.workflow.positions import take_position
from tests.git.repository import Repository


class Words(NamedTuple):
    """What is said in the course of it, in one language."""

    term: str
    partners: tuple[str, str, str]
    meanings: tuple[str, str]
    drafts: tuple[str, str]
    reason: str
    subjects: tuple[str, str, str, str, str]


WORDS = {
    "demo": Words(
        "kwaliteit",
        ("gemeente-waterrijk", "zorggroep-delta", "stichting-de-brug"),
        (
            (
                "Dat een bewoner merkt dat hij ertoe doet. Wij nemen de tijd, luisteren echt en "
                "komen altijd terug op wat iemand vertelde. Formulieren wachten, mensen niet."
            ),
            (
                "Elke medewerker volgt de training en werkt volgens protocol. Incidenten mogen "
                "niet langer duren dan een week."
            ),
        ),
        (
            "Een bewoner merkt aandacht, en fouten voorkomen we.",
            (
                "Een bewoner merkt aandacht, en fouten die we konden voorkomen, voorkomen we zo "
                "mogelijk."
            ),
        ),
        "Wie bepaalt wat mogelijk was?",
        (
            "Neem de woorden van de eerste avond over",
            "De Brug zegt wat zij bedoelt",
            "Voorstel na de tweede avond",
            "Voorstel aangescherpt, standpunten genoteerd",
            "Uitkomst vastgelegd",
        ),
    ),
    "demo-en": Words(
        "quality",
        ("waterside-council", "delta-care-group", "the-bridge"),
        (
            (
                "That a resident notices that they matter. We take our time, really listen and "
                "always come back to what somebody told us. Forms can wait, people cannot."
            ),
            (
                "Every member of staff is trained and works by the protocol. Incidents must not "
                "take longer than a week."
            ),
        ),
        (
            "A resident notices attention, and we prevent mistakes.",
            (
                "A resident notices attention, and where we can we prevent the mistakes that could "
                "have been prevented."
            ),
        ),
        "Who decides what was possible?",
        (
            "Take in the words of the first evening",
            "The Bridge says what it means",
            "Draft after the second evening",
            "Sharpen the draft, note the positions",
            "Record the outcome",
        ),
    ),
}


def remember(folder: Path, set_id: str) -> Repository:
    """Make a folder of sets a repository in which a term of this demo moved, up to today."""
    words, repository = WORDS[set_id], Repository(folder, set_id)
    store, place = FolderStore(folder), (set_id, words.term)
    council, delta, bridge = words.partners

    def day(number: int) -> dt.date:
        return dt.date(2026, 11, number)

    def commit(number: int, author: str, subject: str) -> None:
        when = f"{day(number)}T20:15:00 +0100"
        who = {"GIT_AUTHOR_NAME": author, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        repository.commit(subject, who)

    commit(2, "Anna de Vries", words.subjects[0])
    define(store, *place, bridge, {"meaning": words.meanings[0]}, day(9))
    commit(9, "Mo Yıldız", words.subjects[1])
    write_draft(store, *place, Draft(words.drafts[0]))
    commit(16, "Anna de Vries", words.subjects[2])
    write_draft(store, *place, Draft(words.drafts[1]))
    take_position(store, *place, council, Stand.CONSENT, "", day(17))
    take_position(store, *place, bridge, Stand.CONCERN, words.reason, day(17))
    commit(17, "Anna de Vries", words.subjects[3])
    review = dt.date(2027, 5, 1)
    record_outcome(store, *place, OutcomeKind.SHARED, review=review, today=day(18))
    commit(18, "Anna de Vries", words.subjects[4])
    define(store, *place, delta, {"meaning": words.meanings[1]}, day(23))
    return repository
