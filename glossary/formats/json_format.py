"""A whole term set as JSON: everything that its files hold, nothing derived (docs/json.md)."""

import datetime as dt

from glossary.domain import TermSet
from glossary.formats.json_text import dumps, plain
from glossary.locale import mark
from glossary.workflow.ports import Memory

FORMAT = 1


class Json:
    """Writes a set for other programs."""

    name = "json"
    suffix = ".json"
    description = mark("everything in the set, for other programs")

    def export(
        self,
        termset: TermSet,
        today: dt.date,  # noqa: ARG002  # holds no dates of its own
        memory: Memory | None = None,  # noqa: ARG002  # compares nothing
    ) -> str:
        """The set as JSON."""
        vocabulary = termset.vocabulary
        return dumps(
            {
                "format": FORMAT,
                "set": termset.id,
                "title": vocabulary.title,
                "language": vocabulary.language,
                "about": vocabulary.about,
                "terms": [plain(term) for term in vocabulary.terms.values()],
                "partners": [plain(partner) for partner in termset.partners.values()],
                "session": plain(termset.session),
                "agreements": [
                    plain(termset.agreements[key]) for key in sorted(termset.agreements)
                ],
            }
        )
